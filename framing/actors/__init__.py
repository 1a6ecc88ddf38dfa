"""Who is spoken of: every name, title, metonym and needed description, gathered into actors with sides.

One pass in reading order, so that a pronoun or "the ministry" can look back. Each mention keeps the rule that
tied it to its actor; nothing here is random.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from framing import gazetteer, lexicon
from framing.actors import datelines
from framing.actors.bodies import by_body
from framing.actors.candidates import candidates
from framing.actors.descriptions import by_demand, note_issuer
from framing.actors.home import home_of
from framing.actors.kinds import judge, name_at
from framing.actors.located import located
from framing.actors.names import by_gazetteer, by_place
from framing.actors.offices import by_apposition, by_office
from framing.actors.organisations import by_organisation
from framing.actors.people import by_person
from framing.actors.pronouns import by_age, by_pronoun
from framing.actors.scene import Scene, role, written
from framing.cast import Cast, Figure, Place
from framing.passages import Line, Passage
from framing.tokens import Token
from framing.types import ParagraphKind, Span

__all__ = ["identify"]

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})  # what names somebody; others only in known names


def identify(lines: Sequence[Line], wanted: frozenset[Place], text: str, dateline: Span | None = None) -> Cast:
    """All actors of the article.

    Args:
        lines: the sentences in reading order.
        wanted: nouns that hold a claim, contest or silence; each of them gets an actor, by description if need be.
        text: the article.
        dateline: the words before the first sentence, which say where the article was written.
    """
    passages = {line.passage.start: line.passage for line in lines}
    defined = acronyms(passages.values())
    known = {start: gazetteer.search(passage.text) for start, passage in passages.items()}
    proven = frozenset(hit.entry.side for hits in known.values() for hit in hits if not hit.entry.ambiguous)
    found = {start: located(passage, known[start], defined, proven) for start, passage in passages.items()}
    written = dateline.of(text) if dateline is not None else ""
    kinds = judge(passages.values(), found, defined, datelines.town(written))
    cast = Cast(short=defined, kinds=kinds, home=home_of(found, written, text))
    cast.candidates = candidates(passages.values())
    cast.headline = max((line.end for line in lines if line.passage.kind is ParagraphKind.HEADLINE), default=0)
    cast.lead = min((line.end for line in lines if line.start >= cast.headline), default=0) if cast.headline else 0
    if dateline is not None:
        datelines.note(cast, written, dateline.start)
    opening = {line.passage.start: line.id for line in reversed(lines)}
    for line in lines:
        cast.opening = opening[line.passage.start]
        scene = Scene(cast, line, found[line.passage.start], wanted, resolve)
        for token in line.tokens:
            if token.pos_ != "PRON" or (line.passage.start, token.i) in wanted:
                scene.resolve(token)
    return cast


DEFINITION = re.compile(r"((?:(?<![\w’'-])[A-Z][\w’'-]*+\s+(?:of\s+|for\s+|the\s+|and\s+)*){1,7})\(([A-Z]{2,6})\)")


def acronyms(passages: Iterable[Passage]) -> dict[str, str]:
    """Short names that the article itself introduces, with the long ones: "the Pacific Cyber Centre (PCC)"."""
    found = (pair for passage in passages for pair in DEFINITION.findall(passage.text))
    return {short: long for name, short in found if (long := spelled(name, short)) is not None}


def spelled(name: str, short: str) -> str | None:
    """The last words of `name` whose capitals spell `short`."""
    words = name.split()
    for start in range(len(words)):
        if "".join(w[0] for w in words[start:] if w[0].isupper()) == short and words[start][0].isupper():
            return " ".join(words[start:])
    return None


def resolve(scene: Scene, token: Token) -> Figure | None:
    """The figure that `token` heads a mention of, entered on first sight; None when it names nobody."""
    known = scene.cast.of(scene.passage, token)
    if known is not None:
        return known
    if (token.pos_ not in NAMING and token.i not in scene.hits) or token.is_space or token.is_punct:
        return None
    figure = next((f for f in attempts(scene, token) if f is not None), None)
    if figure is not None and token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}:
        scene.cast.follow(scene.line.id, figure, role(token))
    return figure


def attempts(scene: Scene, token: Token) -> Iterator[Figure | None]:
    yield by_pronoun(scene, token)
    yield by_age(scene, token)
    yield by_gazetteer(scene, token)
    note_issuer(scene, token)
    if token.pos_ in NAMING and not inner(scene, token):
        yield by_apposition(scene, token)
        yield by_person(scene, token)
        yield by_body(scene, token)
        yield by_organisation(scene, token)
        yield by_office(scene, token)
        yield by_place(scene, token)
        yield by_demand(scene, token)


def inner(scene: Scene, token: Token) -> bool:
    """Whether the token is only a part of a longer name or phrase; `Larkin` in "Larkin spokesman" is a name."""
    if scene.needs(token):
        return False  # "Airline rejects claims", with the verb taken for the head of the name
    if token.dep_ not in {"compound", "flat"} or token.head.i < token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    titled = token.head.lemma_.lower() in lexicon.lemmas("roles", "offices")  # "Kanto Resin President Sota Ueda"
    name = name_at(token) if token.head.pos_ == "NOUN" or titled else None
    return name is None or written(name) not in scene.cast.kinds
