"""Ministries, armies, companies: with a state beside them that state's; bare, the last one of their kind."""

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.actors.organisations import remember
from framing.actors.scene import Scene, drop_article, entity, head_of, is_definite, place, wordset, written
from framing.actors.sides import affiliation, main_state
from framing.cast import Cast, Figure
from framing.types import ActorKind, MentionForm


def by_body(scene: Scene, token: Token) -> Figure | None:
    """A ministry, army, company …: with a state beside it that state's; bare, the last one of its kind."""
    lemma = body_word(token)
    if (
        lemma not in lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
        or token.tag_ in {"NNS"}
        or token.pos_ not in {"NOUN", "PROPN"}
    ):
        return None
    brand = next(
        (
            t
            for t in syntax.core(token)
            if t.i in scene.hits and scene.hits[t.i].entry.kind is ActorKind.MEDIA and t.i < token.i
        ),
        None,
    )
    if brand is not None:  # "the Reuters news agency" is the agency itself
        hit = scene.hits[brand.i]
        figure = scene.resolve(head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is hit]))
        if figure is not None:
            figure.heads |= {lemma, token.lemma_.lower()}
            return scene.cast.note(
                figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.NAME, "media:named"
            )
    tokens = sorted({t.i: t for t in [*(entity(token, "ORG") or []), *syntax.core(token)]}.values(), key=lambda t: t.i)
    side = affiliation(scene, token)
    words = wordset(" ".join(t.text for t in tokens if t.i not in scene.hits and t.dep_ not in {"poss", "case", "det"}))
    words |= {
        w
        for p in syntax.children(token, "prep")
        if p.lower_ == "of" and (o := syntax.child(p, "pobj")) is not None and o.i not in scene.hits
        for w in wordset(" ".join(t.text for t in syntax.core(o)))
    }
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    if side is not None and lemma in lexicon.lemmas("roles", "states") and words <= {lemma} and side.side is not None:
        return scene.cast.note(
            scene.cast.figures[side.side],
            scene.passage,
            token,
            place(scene, tokens),
            MentionForm.DESCRIPTION,
            f"government:{lemma}",
        )
    if side is None and not capital and lemma in {"government", "state", "country", "nation"} and is_definite(token):
        side = main_state(scene.cast, scene.line.id)
        if side is not None:
            return scene.cast.note(
                side, scene.passage, token, place(scene, tokens), MentionForm.DESCRIPTION, "government:nearest state"
            )
    bare = words <= set(lemma.split()) and side is None
    figure = body_called(scene.cast, lemma, words, side, bare=bare)
    if figure is None and not (scene.needs(token) or capital or side is not None):
        return None
    if figure is None and bare and is_definite(token):
        figure = any_body(scene.cast, scene.line.id, lemma)
    proof = "body:description"
    if figure is None:
        public = lemma in lexicon.lemmas("roles", "public")
        if side is None and public and not (capital and not is_definite(token)):
            side = main_state(scene.cast, scene.line.id)
        top = side.side if side is not None and (public or side.kind is not ActorKind.STATE) else None
        kind = ActorKind.MEDIA if lemma in lexicon.lemmas("roles", "media") else ActorKind.ORGANISATION
        name = written(drop_article(tokens))
        figure = scene.cast.add(name, kind, side=top, words=words)
        figure.unnamed = not capital
        proof = "body:first mention"
    figure.heads.add(lemma)
    remember(figure, token)
    form = MentionForm.NAME if capital else MentionForm.DESCRIPTION
    return scene.cast.note(
        figure, scene.passage, token, place(scene, drop_article(tokens) if capital else tokens), form, proof
    )


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
    kinds = frozenset({ActorKind.ORGANISATION})
    fitting = [f for _, n, _ in reversed(cast.trail) if (f := cast.figures[n]).kind in kinds and f.side == f.number]
    return fitting[0] if fitting else None
