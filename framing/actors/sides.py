"""Which top-level actor a noun speaks for."""

from framing import gazetteer, lexicon, syntax
from framing.actors.allegiance import names_person, sources
from framing.actors.introductions import described_as
from framing.actors.known import named, person_called
from framing.actors.references import Description, Fit, kindred, taken_up
from framing.actors.scene import Scene, head_of
from framing.actors.voices import SPOKESPEOPLE, beside, past, speaks_for_it, state_run
from framing.cast import BODIES, Figure
from framing.tokens import Token
from framing.types import ActorKind, MentionForm


def affiliation(scene: Scene, token: Token) -> Figure | None:
    """The actor that the noun speaks for: `Kenyan`, `China's`, `of the ministry`, `who speaks for the firm`."""
    if past(token) or beside(token):
        return None
    for source in sources(scene, token):
        figure = figure_at(scene, source) if source.i != token.i else None
        if figure is not None and (
            speaks_for_it(token, figure) or not national(scene, source, token, figure) or state_run(token)
        ):
            return figure
    return scene.cast.state(scene.line.id) if state_run(token) else employer(scene, token)


def employer(scene: Scene, token: Token) -> Figure | None:
    """`a company spokesman`, `a spokeswoman`: of the body that the word takes up, or else of the one spoken of."""
    titles = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
    bodies = lexicon.lemmas("roles", "bodies", "media")
    for noun in (t for t in titles if t.lemma_.lower() in bodies or kindred(t.lemma_.lower())):
        before = [c for c in (*noun.lefts, *titles) if c.i < noun.i]
        words = frozenset(c.lemma_.lower() for c in before)
        wanted = Description(described_as(noun), words, definite=True)
        found = taken_up(scene.cast, scene.line.id, wanted)
        if found is not None and found[1] > Fit.UNDESCRIBED:
            return found[0]
    bare = not titles and not any(c.dep_ in {"prep", "poss", "amod"} for c in token.children)
    if bare and token.lemma_.lower() in SPOKESPEOPLE and syntax.has(token, "det", "a"):
        return scene.cast.recent(scene.line.id, BODIES, reach=3)
    return None


def figure_at(scene: Scene, source: Token) -> Figure | None:
    """Whom the word names, also as a part of a longer known form; the issuer of a paper; the state of a city."""
    figure = scene.resolve(source)
    if figure is None and source.lemma_.lower() in scene.cast.issuers:
        return scene.cast.figures[scene.cast.issuers[source.lemma_.lower()]]
    if figure is None and source.pos_ == "PROPN" and names_person(scene, source):
        return person_called(scene.cast, source.text)
    if figure is None and source.i in scene.hits:
        figure = scene.resolve(head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is scene.hits[source.i]]))
    return host(scene, source) if figure is not None and figure.kind is ActorKind.PLACE else figure


def origin(scene: Scene, token: Token) -> Figure | None:
    """The state by whose adjective or name a noun is described, whether or not it speaks for it: `a French firm`."""
    near = (c for c in token.lefts if c.i in scene.hits and modifies(c, token))
    figure = next((f for c in near if (f := figure_at(scene, c)) is not None), None)
    return figure if figure is not None and figure.kind is ActorKind.STATE else None


def national(scene: Scene, source: Token, noun: Token, figure: Figure) -> bool:
    """Whether the noun is only called by a nation's name: `French farmers`, `a Western diplomat`."""
    if not modifies(source, noun):
        return False
    if figure.kind is ActorKind.GROUP and source.i not in scene.hits:
        return False  # "their leader"
    hit = scene.hits.get(source.i)
    adjective = hit is not None and hit.entry.form is MentionForm.DEMONYM
    return figure.kind in {ActorKind.STATE, ActorKind.GROUP} or (figure.kind is ActorKind.BLOC and adjective)


def modifies(source: Token, noun: Token) -> bool:
    """Whether the word stands before the noun as its adjective, compound or owner."""
    return source.i < noun.i and source.dep_ in {"amod", "compound", "nmod", "poss"}


def host(scene: Scene, token: Token) -> Figure | None:
    """The state of a region, or of a capital that was read as a place."""
    hit = scene.hits.get(token.i)
    if hit is None or hit.entry.field not in {"capital", "regions"}:
        return None
    return named(scene.cast, hit.entry.side, None) or scene.cast.add(hit.entry.side, gazetteer.sides()[hit.entry.side])
