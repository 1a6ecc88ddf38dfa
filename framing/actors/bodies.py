"""Ministries, armies, companies: with a state beside them that state's; by description, one that was named before."""

from collections.abc import Sequence

from framing import gazetteer, lexicon, syntax
from framing.actors.allegiance import names_body, spoken_of
from framing.actors.introductions import described_as
from framing.actors.offices import describe
from framing.actors.organisations import remember
from framing.actors.references import Description, Fit, kindred, taken_up
from framing.actors.retaken import headed
from framing.actors.scene import Scene, drop_article, entity, is_definite, place, role, several, wordset, written
from framing.actors.sides import affiliation, figure_at, origin
from framing.actors.voices import NATIONAL, SINGULAR, employs, public, state_run
from framing.cast import LEAD, Figure, Role
from framing.tokens import Token
from framing.types import ActorKind, MentionForm

# Nouns of public bodies that clubs and causes use in their names too: "the Afar Relief Committee".
MIXED = frozenset(
    "committee council mission service board force command administration delegation side army congress".split()
)


def by_body(scene: Scene, token: Token) -> Figure | None:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma, known = described_as(token), lexicon.lemmas("roles", "bodies", "media", "states")
    many = token.tag_ == "NNS" and (lemma not in SINGULAR or several(token))
    if many or headed(token) or not (lemma in known or kindred(lemma)):
        return None
    own = branded(scene, token, lemma)
    if own is not None:
        return own
    if lemma not in known and not is_definite(token):
        return None
    tokens = sorted({t.i: t for t in [*(entity(token, "ORG") or []), *syntax.core(token)]}.values(), key=lambda t: t.i)
    side = affiliation(scene, token)
    words = body_words(scene, token, tokens)
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    state = government(scene, token, lemma, side, named=capital or not words <= {lemma})
    if state is not None:
        span = place(scene, tokens)
        return scene.cast.note(state, scene.passage, token, span, MentionForm.DESCRIPTION, f"government:{lemma}")
    nation = origin(scene, token)
    owner = scene.cast.of(scene.passage, syntax.child(token, "poss"))
    owner = owner if owner is not None and owner.kind is not ActorKind.STATE else None
    description = Description(
        lemma,
        words - set(lemma.split()),
        definite=is_definite(token) and not capital and (not syntax.has(token, "poss") or ranked(token)),
        owner=owner.number if owner is not None else None,
        public=public(token),
        side=side.side if side is not None else None,
        nation=nation.number if nation is not None else None,
        barred=subjects_of(scene, token) | ({owner.number} if owner is not None else set()),
    )
    found = taken_up(scene.cast, scene.line.id, description)
    if found is None:
        plain = lemma in known and lemma not in lexicon.lemmas("roles", "documents")
        if not plain or not (capital or side is not None or heard_of(scene, token, words, nation)):
            return None
        found = foretold(scene, token, lemma) or introduced(scene, token, side, tokens, words), Fit.NONE
        if capital and found[0].unnamed:
            scene.cast.rename(found[0], written(drop_article(capitalised(tokens))), words)
            found[0].unnamed = False
    figure, proof = found[0], PROOFS[found[1]]
    figure.owner = figure.owner if owner is None else owner.number
    scene.cast.describe(figure, {lemma})
    figure.nation = figure.nation if figure.nation is not None or nation is None else nation.number
    remember(scene.cast, figure, token)
    figure.traits |= {t.lemma_.lower() for t in tokens if t.i < token.i and t.text.islower()}
    scene.cast.fulfil(figure, frozenset({lemma}))
    form = MentionForm.NAME if capital else MentionForm.DESCRIPTION
    named_by = drop_article(capitalised(tokens)) if capital else tokens
    return scene.cast.note(figure, scene.passage, token, place(scene, named_by), form, proof)


def foretold(scene: Scene, token: Token, lemma: str) -> Figure | None:
    """`a Toronto research group said … The Glasshouse Lab said`: a lead holds back the name of the body it is about."""
    if scene.line.id > LEAD or token.pos_ != "PROPN" or role(token) is not Role.MAIN_SUBJECT:
        return None
    spoke = [n for at, n, part in scene.cast.trail if at == scene.line.id - 1 and part is not Role.NAMED]
    known = [scene.cast.figures[n] for n in spoke]
    fits = [f for f in known if f.unnamed and f.kind is ActorKind.ORGANISATION and f.side == f.number]
    fits = [f for f in fits if f.heads & kindred(lemma) and len(f.mentions) == 1]
    return fits[0] if len({f.number for f in fits}) == 1 else None


PROOFS = {
    Fit.NONE: "body:first mention",
    Fit.CALLED: "body:description",
    Fit.KIN: "body:of that kind",
    Fit.UNDESCRIBED: "body:the only kind left",
}


def ranked(token: Token) -> bool:
    """`the country's fifth-largest lender`: there is only one."""
    return any(t.tag_ == "JJS" for c in token.lefts if c.dep_ == "amod" for t in c.subtree)


def heard_of(scene: Scene, token: Token, words: frozenset[str], nation: Figure | None) -> bool:
    """Whether a body without name and side is worth an actor: it speaks, employs a speaker, or is one of its kind."""
    lemma = described_as(token)
    sole = lemma in SINGULAR and not syntax.has(token, "det", "a", "an")
    headline = scene.line.end <= scene.cast.headline
    owned = nation is not None and (syntax.has(token, "poss") or headline)  # "Oman's airline"
    told_apart = words > {lemma} and is_definite(token) and public(token)  # "the federal disaster agency"
    return scene.needs(token) or employs(token) or sole or owned or told_apart


def capitalised(tokens: Sequence[Token]) -> list[Token]:
    """A name without what stands before it: `opposition Heartland Party`, `Warsaw-based think tank Polis Centre`."""
    common = [k for k, t in enumerate(tokens[:-1]) if t.text.islower() and t.pos_ in {"NOUN", "VERB", "ADJ"}]
    after = common[-1] + 1 if common else 0
    start = next((k for k, t in enumerate(tokens) if k >= after and t.text[0].isupper() and t.dep_ != "det"), 0)
    return list(tokens[start:])


def subjects_of(scene: Scene, token: Token) -> frozenset[int]:
    """Whoever acts in the description's own clause: `Larkin doubts the firm's figures` are another firm's."""
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    subject = syntax.doer(verb) if verb is not None else None
    if subject is None or subject.i >= token.i:
        return frozenset()
    figure = scene.cast.of(scene.passage, subject)
    return frozenset({figure.number}) if figure is not None else frozenset()


def branded(scene: Scene, token: Token, lemma: str) -> Figure | None:
    """`the Reuters news agency`, `the Renewal bloc`: the name with a noun that says what it is."""
    inside = [t for t in syntax.core(token) if t.i < token.i]
    brand = next((t for t in inside if t.i in scene.hits and scene.hits[t.i].entry.kind is ActorKind.MEDIA), None)
    if brand is None and lemma in lexicon.lemmas("roles", "labels") and token.text.islower():
        brand = next((t for t in inside if t.dep_ == "compound" and names_body(scene, t)), None)
    figure = figure_at(scene, brand) if brand is not None else None
    if figure is None:
        return None
    describe(scene, figure, token)
    return scene.cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.NAME, "body:named"
    )


def body_words(scene: Scene, token: Token, tokens: Sequence[Token]) -> frozenset[str]:
    """What tells the body from others of its kind: `foreign`, `finance`, `of water`; not its state."""
    beside = [t for t in tokens if t.i not in scene.hits and t.dep_ not in {"poss", "case", "det"}]
    beside += [t for o in syntax.objects_of(token, "of") if o.i not in scene.hits for t in syntax.core(o)]
    return wordset(" ".join(t.text for t in beside if not t.lower_.endswith("based")))


def government(scene: Scene, token: Token, lemma: str, side: Figure | None, *, named: bool) -> Figure | None:
    """`the Kenyan government`, `the government`: the state itself."""
    if named or lemma not in lexicon.lemmas("roles", "states"):
        return None
    if lemma in {"neighbour", "neighbor"}:
        return neighbour(scene, token, side)
    if side is not None:
        return scene.cast.side_of(side)
    if not is_definite(token):
        return None
    if lemma in {"kingdom", "republic", "emirate", "sultanate"}:
        return scene.cast.lately(gazetteer.styled(lemma))
    alone = lemma in {"government", "state", "country", "nation", "archipelago"}
    return scene.cast.state(scene.line.id) if alone else None


def neighbour(scene: Scene, token: Token, side: Figure | None) -> Figure | None:
    """`Algiers called on its neighbour`: the state named last that is neither the owner nor acts here."""
    owner = scene.resolve(syntax.child(token, "poss") or token) if syntax.has(token, "poss") else side
    if owner is None or any(c.dep_ == "appos" for c in token.children):
        return None
    barred = {owner.side, side.side if side is not None else None}
    for _, number, _ in reversed(scene.cast.trail):
        state = scene.cast.side_of(scene.cast.figures[number])
        if state is not None and state.kind is ActorKind.STATE and state.number not in barred:
            return state
    return None


def introduced(
    scene: Scene, token: Token, side: Figure | None, tokens: Sequence[Token], words: frozenset[str]
) -> Figure:
    """A body named for the first time; a public one without a state belongs to the state being spoken of."""
    lemma, official = described_as(token), public(token)
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    if side is None and official and (not capital or lemma not in MIXED or words & NATIONAL or words <= {lemma}):
        side = spoken_of(scene, token, near=not capital)
    if token.pos_ == "PROPN" and side is not None and side.kind is ActorKind.PERSON:
        founder, side = side, None  # "Tan's Republican Hope Party": he speaks for it, not it for him
    else:
        founder = None
    voice = official or state_run(token)
    top = side.side if side is not None and (voice or side.kind is not ActorKind.STATE) else None
    if lemma == "party" and top is not None and scene.cast.figures[top].kind is ActorKind.STATE:
        top = None  # the prime minister speaks for the state, "her party" for itself
    kind = ActorKind.MEDIA if lemma in lexicon.lemmas("roles", "media") else ActorKind.ORGANISATION
    figure = scene.cast.add(
        written(drop_article(capitalised(tokens) if capital else tokens)), kind, side=top, words=words
    )
    figure.unnamed = not capital
    scene.cast.settle(founder, figure) if founder is not None else None
    return figure
