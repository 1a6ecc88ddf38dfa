"""Persons by name, their variants merged."""

from framing import lexicon
from framing.actors import gender
from framing.actors.introductions import introducing
from framing.actors.kinds import is_name, verdict
from framing.actors.known import organisation_called, person_called
from framing.actors.offices import describe
from framing.actors.scene import Scene, entity, place, role, wordset, written
from framing.actors.sides import affiliation
from framing.actors.voices import prosecutes
from framing.cast import LEAD, Figure, Role
from framing.tokens import Token
from framing.types import ActorKind, Mention, MentionForm

HONORIFICS = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame prof mr. mrs. ms. dr. gen. col. sen. rep. gov. capt. lt.
    sgt. maj. adm. captain commodore lt col gen capt maj sgt brig adm brigadier lieutenant sheikh rev maulana
    """.split()
)


LETTERS = frozenset({"KC", "QC", "SC", "MP", "MEP", "PhD", "Jr", "Jr.", "Sr", "II", "III"})  # after a name


def by_person(scene: Scene, token: Token) -> Figure | None:
    kind, tokens = verdict(scene, token)
    if kind not in {None, ActorKind.PERSON}:
        return None
    tokens = tokens or entity(token, "PERSON") or family_name(scene, token)
    if kind is None and token.dep_ == "pobj" and token.head.lower_ in {"in", "near", "outside", "around"}:
        return None  # a town that the entity finder took for a person
    if tokens is None or any(t.i in scene.hits for t in tokens if t.pos_ == "PROPN" and t.i == token.i):
        return None
    if token.lemma_.lower() in lexicon.lemmas("roles", "bodies") and token.pos_ == "NOUN":
        return None
    titles = {t.lower_ for t in (*tokens, *token.lefts) if t.i != token.i}
    tokens = [t for t in tokens[:-1] if not titular(t)] + tokens[-1:]
    if len(tokens) > 1 and tokens[-1].text in LETTERS:
        tokens = tokens[:-1]
    if not is_name(tokens):
        return None
    institution = tokens[-1].lemma_.lower() in lexicon.lemmas("roles", "bodies", "media")
    if institution or not tokens[-1].text[0].isalpha():
        return None
    if token.i not in {t.i for t in tokens} and token.text not in LETTERS:
        return None
    name = written(tokens)
    told = gender.addressed(titles) or gender.named(name)
    figure = person_called(scene.cast, name, told) or organisation_called(scene.cast, name)
    proof = "person:same name"
    if figure is None and (figure := foretold(scene, token, name)) is not None:
        scene.cast.rename(figure, name, wordset(name))
        figure.unnamed, proof = False, "person:named after the lead"
    if figure is None and (figure := headlined(scene, name)) is not None:
        scene.cast.rename(figure, name, wordset(name))
        figure.side, proof = figure.number, "person:of the headline"
    if figure is None:
        figure = scene.cast.add(name, ActorKind.PERSON, words=wordset(name))
        proof = "person:first mention"
    elif len(name) > len(figure.name) and figure.name in name:
        scene.cast.rename(figure, name, wordset(name))
    scene.cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, proof)
    introduced(scene, figure, token)
    gender.learn(figure, token, titles)
    if figure.side == figure.number:
        scene.cast.settle(figure, affiliation(scene, token))
        if prosecutes(token):
            scene.cast.settle(figure, scene.cast.state(scene.line.id))
    return figure


def titular(token: Token) -> bool:
    """Whether the word before a name is an office or a form of address."""
    return token.lower_ in lexicon.lemmas("roles", "offices") or token.lower_ in HONORIFICS


def family_name(scene: Scene, token: Token) -> list[Token] | None:
    """A name that the parser takes for a common noun, where somebody in the article bears it."""
    if token.pos_ != "NOUN" or not token.text.istitle() or not is_name([token]):
        return None
    known = (f for f in scene.cast.alike([token.text]) if f.kind is ActorKind.PERSON and not f.unnamed)
    return [token] if any(" " in f.name and f.name.split()[-1] == token.text for f in known) else None


def foretold(scene: Scene, token: Token, name: str) -> Figure | None:
    """`A former clerk told the court … Nadia Sarr, 34, said …`: a lead holds back the name of whom it is about."""
    late = scene.line.id > LEAD
    if late or role(token) is not Role.MAIN_SUBJECT or introducing(token) or " " not in name:
        return None  # who has not been named is named in full
    before = [(n, part) for at, n, part in scene.cast.trail if at == scene.line.id - 1]
    held_back = dict.fromkeys(n for n, _ in before if unnamed_person(scene.cast.figures[n]))
    told = [n for n, part in before if part is Role.MAIN_SUBJECT] or (list(held_back) if len(held_back) == 1 else [])
    figure = scene.cast.figures[told[0]] if told else None
    if figure is None or not unnamed_person(figure):
        return None
    if not figure.may_be(gender.named(name)):
        return None
    return figure if len([m for m in figure.mentions.values() if m.form is not MentionForm.PRONOUN]) == 1 else None


def unnamed_person(figure: Figure) -> bool:
    return figure.unnamed and not figure.plural and figure.kind is ActorKind.PERSON


def headlined(scene: Scene, name: str) -> Figure | None:
    """`Blair jailed … Kevin Blair, 34,`: whom the headline meant, though it is the surname of a well-known leader."""
    last = name.split()[-1]
    bearers = scene.cast.alike([last]) if " " in name else ()
    surnamed = (f for f in bearers if f.name.split()[-1] == last and f.mentions)
    return next((f for f in surnamed if all(guessed(scene, m) for m in f.mentions.values())), None)


def guessed(scene: Scene, mention: Mention) -> bool:
    return mention.proof == "gazetteer:by_surname" and mention.end <= scene.cast.headline


def introduced(scene: Scene, figure: Figure, token: Token) -> None:
    """Keep the offices beside the name, for "the minister" later on, and for whom they speak."""
    for noun in introducing(token):
        describe(scene, figure, noun)
