"""The nouns by which an article introduces a name: `the website Tidewatch`, `Amina Sesay, the firm's chief engineer`.

They say what kind of actor a name is, whatever the entity finder made of it, what it can be called later on ("the
website"), and for whom a person speaks.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.types import ActorKind

WITHIN_TITLE = frozenset({"pobj", "prep", "appos", "compound", "nmod", "poss", "conj"})


def introducing(name: Token) -> list[Token]:
    """The nouns that say what the name headed by `name` is, those nearest to it first."""
    found = [*before(name), *after(name), *across_a_comma(name)]
    return list({noun.i: noun for noun in found}.values())


def introduced_by(noun: Token) -> Token | None:
    """The name that the noun introduces or explains, if any."""
    names = [*syntax.children(noun, "appos"), noun.head]
    last = max(noun.subtree, key=lambda t: t.i)
    following = [t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.pos_ == "PROPN" and t.i <= last.i + 6]
    for name in (*names, *following):
        if name.i != noun.i and name.pos_ == "PROPN" and noun in introducing(name):
            return name
    return None


def before(name: Token) -> Iterator[Token]:
    """`the freight group Serendib`, `Health Minister Kavanagh`: the last noun before the name."""
    start = first(name)
    if start.i == start.sent.start:
        return
    noun = start.nbor(-1)
    title = noun.lemma_.lower() in lexicon.lemmas("roles", "offices")
    beside = noun.head.i == name.head.i and kind_of(noun) is not None  # "told the website Tidewatch that"
    joined = beside or noun.head.i == name.i or name.head.i == noun.i
    if joined and (noun.pos_ == "NOUN" or (title and noun.pos_ == "PROPN")):
        yield noun


def after(name: Token) -> Iterator[Token]:
    """`Larkin Foods, a maker of biscuits`; `Amina Sesay, chief engineer at the port`."""
    for noun in syntax.children(name, "appos"):
        if noun.pos_ in {"NOUN", "ADJ"} and noun.i > name.i:
            yield noun


def across_a_comma(name: Token) -> Iterator[Token]:
    """`its partner, Valtrance,`; `the chairman of the freight group Serendib, Lalith A`, however the parser hung it."""
    start = first(name)
    if start.i < start.sent.start + 2 or start.nbor(-1).text != ",":
        return
    last = start.nbor(-2)
    hung = name.dep_ == "appos" and name.head.i < start.i
    if not hung and (name.dep_ in syntax.SUBJECTS or name.dep_ == "conj" or last.pos_ not in {"NOUN", "PROPN"}):
        return
    offices = lexicon.lemmas("roles", "offices")
    head = name.head if hung and name.head.pos_ != "PROPN" else last
    chain = [head]
    while chain[-1].dep_ in WITHIN_TITLE and chain[-1].head.dep_ != "ROOT":
        chain.append(chain[-1].head)
    titles = [noun for noun in chain if noun.pos_ == "NOUN" and noun.lemma_.lower() in offices and noun.tag_ == "NN"]
    if titles:
        yield titles[-1]  # "an adviser to the president, Farid Hajiyev": the adviser
    elif hung and head.i == name.head.i:
        yield head


def first(name: Token) -> Token:
    """The first word of the run of proper nouns that ends in the name's head; titles stay out."""
    offices = lexicon.lemmas("roles", "offices")
    token = name
    while token.i > token.sent.start:
        left = token.nbor(-1)
        joint = left.text == "-" and left.i > token.sent.start
        if joint:
            left = left.nbor(-1)
        if left.pos_ != "PROPN" or left.head.i > name.i or left.head.i < left.i:
            break
        if left.lemma_.lower() in offices and not joint:
            break
        token = left
    return token


def kind_of(noun: Token) -> ActorKind | None:
    """The kind of actor that a common noun describes; None for words such as `partner` that may be any."""
    lemma = described_as(noun)
    if noun.tag_ in {"NNS", "NNPS"} or lemma == "counterpart":
        return None
    for group, kind in KINDS.items():
        if lemma in lexicon.lemmas("roles", group):
            return kind
    return None


KINDS = {
    "places": ActorKind.PLACE,
    "media": ActorKind.MEDIA,
    "bodies": ActorKind.ORGANISATION,
    "offices": ActorKind.PERSON,
}


def described_as(noun: Token) -> str:
    """The noun of a description; a "news agency" is a medium, not an authority."""
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).lemma_.lower() if noun.i > noun.sent.start else ""
    return f"{before} {lemma}" if f"{before} {lemma}" in lexicon.lemmas("roles", "media") else lemma
