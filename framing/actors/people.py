"""Persons by name, their variants merged."""

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.actors.known import organisation_called, person_called
from framing.actors.offices import implied
from framing.actors.pronouns import MEN, WOMEN
from framing.actors.scene import Scene, entity, place, wordset, written
from framing.actors.sides import affiliation
from framing.cast import Figure
from framing.types import ActorKind, MentionForm

HONORIFICS = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame prof mr. mrs. ms. dr. gen. col. sen. rep. gov. capt. lt.
    sgt. maj. adm. captain commodore
    """.split()
)


def by_person(scene: Scene, token: Token) -> Figure | None:
    tokens = entity(token, "PERSON") or (proper(token) if is_titled(token) else None)
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "near", "outside", "around"}:
        return None  # a town that the entity finder took for a person
    if tokens is None or any(t.i in scene.hits for t in tokens if t.pos_ == "PROPN" and t.i == token.i):
        return None
    if token.lemma_.lower() in lexicon.lemmas("roles", "bodies") and token.pos_ == "NOUN":
        return None
    titles = {t.lower_ for t in tokens} | {c.lower_ for c in token.lefts}
    offices = lexicon.lemmas("roles", "offices") | HONORIFICS
    tokens = [t for t in tokens if not (t.lower_ in offices and t.i < tokens[-1].i)] or tokens
    institution = tokens[-1].lemma_.lower() in lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
    if institution or not tokens[-1].text[0].isalpha() or token.i not in {t.i for t in tokens}:
        return None
    name = written(tokens)
    figure = person_called(scene.cast, name) or organisation_called(scene.cast, name)
    proof = "person:same name"
    if figure is None:
        figure = scene.cast.add(name, ActorKind.PERSON, words=wordset(name))
        proof = "person:first mention"
    elif len(name) > len(figure.name) and figure.name in name:
        figure.name, figure.words = name, wordset(name)
    titled(figure, tokens[-1])
    if figure.gender is None and titles & (WOMEN | MEN):
        figure.gender = "f" if titles & WOMEN else "m"
    scene.cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, proof)
    if figure.side == figure.number:
        scene.cast.settle(figure, affiliation(scene, token) or implied(scene, token))
    return figure


def is_titled(token: Token) -> bool:
    """Whether an office stands beside a proper name, so that it is a person whatever the entity finder says."""
    offices = lexicon.lemmas("roles", "offices")
    if token.pos_ != "PROPN":
        return False
    beside = [*syntax.children(token, "appos"), *(c for c in token.lefts if c.dep_ == "compound")]
    if token.dep_ == "appos" and token.head.tag_ in {"NN", "NNP"}:
        beside.append(token.head)
    return any(t.lemma_.lower() in offices and t.tag_ not in {"NNS", "NNPS"} for t in beside)


def proper(token: Token) -> list[Token]:
    """The run of proper nouns that ends in the token."""
    start = token.i
    while (
        start > token.sent.start
        and token.doc[start - 1].pos_ == "PROPN"
        and token.doc[start - 1].dep_ in {"compound", "nmod", "flat"}
    ):
        start -= 1
    return list(token.doc[start : token.i + 1])


def titled(figure: Figure, last: Token) -> None:
    """Remember the office before or after the name, for "the minister" later on."""
    offices = lexicon.lemmas("roles", "offices")
    for t in [last, *last.lefts, *syntax.children(last, "appos")]:
        if t.lemma_.lower() in offices:
            figure.heads.add(t.lemma_.lower())
