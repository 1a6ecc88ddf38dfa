"""Who is spoken of: every name, title, metonym and needed description, gathered into actors with sides.

One pass in reading order, so that a pronoun or "the ministry" can look back. Each mention keeps the rule that
tied it to its actor; nothing here is random.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from framing import gazetteer, syntax
from framing.actors.bodies import by_body
from framing.actors.descriptions import by_demand
from framing.actors.names import by_gazetteer, by_place
from framing.actors.offices import by_apposition, by_office
from framing.actors.organisations import by_organisation
from framing.actors.people import by_person
from framing.actors.pronouns import by_pronoun
from framing.actors.scene import Scene
from framing.cast import Cast, Figure, Place
from framing.gazetteer import Hit
from framing.passages import Line, Passage
from framing.types import ActorKind

__all__ = ["identify"]


def identify(lines: Sequence[Line], wanted: frozenset[Place]) -> Cast:
    """All actors of the article.

    Args:
        lines: the sentences in reading order.
        wanted: nouns that hold a claim, contest or silence; each of them gets an actor, by description if need be.
    """
    cast = Cast()
    found: dict[int, dict[int, Hit]] = {}
    for line in lines:
        hits = found.setdefault(line.passage.start, located(line.passage))
        scene = Scene(cast, line, hits, wanted, resolve)
        for token in line.tokens:
            if token.pos_ != "PRON" or (line.passage.start, token.i) in wanted:
                scene.resolve(token)
    return cast


def located(passage: Passage) -> dict[int, Hit]:
    covered: dict[int, Hit] = {}
    for hit in gazetteer.search(passage.doc.text):
        tokens = passage.doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if tokens is None or not plausible(hit, tokens[-1]):
            continue
        for token in tokens:
            covered[token.i] = hit
    return covered


def plausible(hit: Hit, last: Token) -> bool:
    """Whether an ambiguous form ("Jordan", "Turkey", "Victoria") really stands for its entry here."""
    if not hit.entry.ambiguous:
        return True
    if last.ent_type_ == "PERSON":
        return False
    if hit.entry.kind in {ActorKind.STATE, ActorKind.BLOC}:
        return last.ent_type_ in {"GPE", "NORP", "ORG", "LOC"} and last.text[0].isupper()
    return last.ent_type_ in {"ORG", "GPE", "NORP"} and last.pos_ == "PROPN"


def resolve(scene: Scene, token: Token) -> Figure | None:
    """The figure that `token` heads a mention of, entered on first sight; None when it names nobody."""
    known = scene.cast.of(scene.passage, token)
    if known is not None:
        return known
    if token.is_space or token.is_punct:
        return None
    figure = next((f for f in attempts(scene, token) if f is not None), None)
    if figure is not None and token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}:
        subject = token.dep_ in syntax.SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        scene.cast.follow(scene.line.id, figure, subject=subject)
    return figure


def attempts(scene: Scene, token: Token) -> Iterator[Figure | None]:
    yield by_pronoun(scene, token)
    yield by_gazetteer(scene, token)
    if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"} and not inner(token):
        yield by_apposition(scene, token)
        yield by_person(scene, token)
        yield by_body(scene, token)
        yield by_organisation(scene, token)
        yield by_office(scene, token)
        yield by_place(scene, token)
        yield by_demand(scene, token)


def inner(token: Token) -> bool:
    """Whether the token is only a part of a longer name or phrase."""
    return token.dep_ in {"compound", "flat"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}
