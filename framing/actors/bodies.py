"""Ministries, armies, companies: with a state beside them that state's; bare, the last one of their kind."""

from collections.abc import Sequence

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.actors.organisations import remember
from framing.actors.scene import Scene, drop_article, entity, head_of, is_definite, place, wordset, written
from framing.actors.sides import SINGULAR, affiliation
from framing.cast import Cast, Figure
from framing.types import ActorKind, MentionForm

FIRMS = frozenset(
    "company firm corporation airline operator bank miner maker retailer manufacturer insurer producer".split()
)
CAUSES = frozenset(
    "group charity union party watchdog institute federation association campaign alliance network".split()
)


# Nouns of public bodies that clubs and causes use in their names too: "the Afar Relief Committee".
MIXED = frozenset("committee council mission service board bank force command administration delegation side".split())


def by_body(scene: Scene, token: Token) -> Figure | None:
    lemma = body_word(token)
    known = lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
    if lemma not in known or (token.tag_ == "NNS" and lemma not in SINGULAR) or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    own = branded(scene, token, lemma)
    if own is not None:
        return own
    tokens = sorted({t.i: t for t in [*(entity(token, "ORG") or []), *syntax.core(token)]}.values(), key=lambda t: t.i)
    side = affiliation(scene, token)
    words = body_words(scene, token, tokens)
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    state = government(scene, token, lemma, side, named=capital or not words <= {lemma})
    if state is not None:
        span = place(scene, tokens)
        return scene.cast.note(state, scene.passage, token, span, MentionForm.DESCRIPTION, f"government:{lemma}")
    bare = words <= set(lemma.split()) and side is None
    figure, proof = body_called(scene.cast, lemma, words, side, bare=bare), "body:description"
    singular = lemma in SINGULAR and not syntax.has(token, "det", "a", "an")
    if figure is None and not (scene.needs(token) or capital or side is not None or singular):
        return None
    if figure is None and bare and is_definite(token):
        figure = any_body(scene.cast, scene.line.id, lemma)
    if figure is None:
        figure, proof = introduced(scene, lemma, side, tokens, words), "body:first mention"
    figure.heads.add(lemma)
    remember(figure, token)
    form, named_by = (MentionForm.NAME, drop_article(tokens)) if capital else (MentionForm.DESCRIPTION, tokens)
    return scene.cast.note(figure, scene.passage, token, place(scene, named_by), form, proof)


def branded(scene: Scene, token: Token, lemma: str) -> Figure | None:
    """`the Reuters news agency` is the agency itself."""
    inside = (t for t in syntax.core(token) if t.i < token.i and t.i in scene.hits)
    brand = next((t for t in inside if scene.hits[t.i].entry.kind is ActorKind.MEDIA), None)
    if brand is None:
        return None
    hit = scene.hits[brand.i]
    figure = scene.resolve(head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is hit]))
    if figure is None:
        return None
    figure.heads |= {lemma, token.lemma_.lower()}
    return scene.cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.NAME, "media:named"
    )


def body_words(scene: Scene, token: Token, tokens: Sequence[Token]) -> frozenset[str]:
    """What tells the body from others of its kind: `foreign`, `finance`, `of water`; not its state."""
    beside = [t for t in tokens if t.i not in scene.hits and t.dep_ not in {"poss", "case", "det"}]
    objects = (syntax.child(p, "pobj") for p in syntax.children(token, "prep") if p.lower_ == "of")
    beside += [t for o in objects if o is not None and o.i not in scene.hits for t in syntax.core(o)]
    return wordset(" ".join(t.text for t in beside))


def government(scene: Scene, token: Token, lemma: str, side: Figure | None, *, named: bool) -> Figure | None:
    """`the Kenyan government`, `the government`: the state itself."""
    if named or lemma not in lexicon.lemmas("roles", "states"):
        return None
    if side is not None:
        return scene.cast.side_of(side)
    alone = lemma in {"government", "state", "country", "nation"} and is_definite(token)
    return scene.cast.state(scene.line.id) if alone else None


def introduced(scene: Scene, lemma: str, side: Figure | None, tokens: Sequence[Token], words: frozenset[str]) -> Figure:
    """A body named for the first time; a public one without a state belongs to the state being spoken of."""
    public = lemma in lexicon.lemmas("roles", "public")
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    if side is None and public and (lemma not in MIXED if capital else True):
        side = scene.cast.state(scene.line.id)
    top = side.side if side is not None and (public or side.kind is not ActorKind.STATE) else None
    kind = ActorKind.MEDIA if lemma in lexicon.lemmas("roles", "media") else ActorKind.ORGANISATION
    figure = scene.cast.add(written(drop_article(tokens)), kind, side=top, words=words)
    figure.unnamed = not capital
    return figure


def body_word(token: Token) -> str:
    """The noun of a body; a "news agency" is a medium, not an authority."""
    lemma = token.lemma_.lower()
    before = next((c.lemma_.lower() for c in token.lefts if c.dep_ == "compound"), "")
    return f"{before} {lemma}" if f"{before} {lemma}" in lexicon.lemmas("roles", "media") else lemma


def body_called(cast: Cast, lemma: str, words: frozenset[str], side: Figure | None, *, bare: bool) -> Figure | None:
    """The body known by that noun whose name and side do not speak against it; the latest one wins."""
    for figure in reversed(cast.figures):
        if figure.kind in {ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE} or lemma not in figure.heads:
            continue
        if side is not None and figure.side != side.side:
            continue
        if (
            bare
            or words - {lemma} <= figure.words | figure.heads
            or (figure.words and figure.words - {lemma} <= words and len(figure.words) > 1)
        ):
            return figure
    return None


def any_body(cast: Cast, sentence: int, lemma: str) -> Figure | None:
    """`the company`, `the newspaper`, `the group` for an organisation that was named without that noun."""
    if lemma in lexicon.lemmas("roles", "media"):
        return cast.recent(sentence, frozenset({ActorKind.MEDIA}))
    if lemma in lexicon.lemmas("roles", "public") | {"party", "court"}:
        return None
    apart = CAUSES if lemma in FIRMS else FIRMS if lemma in CAUSES else frozenset()
    named = [
        (at, figure, subject)
        for at, number, subject in reversed(cast.trail)
        if (figure := cast.figures[number]).kind is ActorKind.ORGANISATION
        and figure.side == figure.number
        and not figure.heads & apart
    ]
    acting = (figure for at, figure, subject in named if subject and at >= sentence - 2)
    return next(acting, named[0][1] if named else None)
