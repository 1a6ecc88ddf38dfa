"""The nouns by which an article introduces a name: `the website Tidewatch`, `Amina Sesay, the firm's chief engineer`.

They say what kind of actor a name is, whatever the entity finder made of it, what it can be called later on ("the
website"), and for whom a person speaks.
"""

from collections.abc import Iterator
from functools import cache

from framing import lexicon, syntax
from framing.tokens import Token
from framing.types import ActorKind

PREMIERS = frozenset({"prime minister", "first minister"})
WITHIN_TITLE = frozenset({"pobj", "prep", "appos", "compound", "nmod", "poss", "conj"})


def introducing(name: Token) -> list[Token]:
    """The nouns that say what the name headed by `name` is, those nearest to it first."""
    found = [*before(name), *after(name), *across_a_comma(name), *known_as(name)]
    return list({noun.i: noun for noun in found}.values())


def introduced_by(noun: Token) -> Token | None:
    """The name that the noun introduces or explains, if any."""
    names = [*syntax.children(noun, "appos"), noun.head]
    last = max(noun.subtree, key=lambda t: t.i)
    following = [t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.pos_ == "PROPN" and t.i <= last.i + 6]
    for name in (*names, *following):
        inside = name.dep_ in {"compound", "flat"} and name.head.pos_ == "PROPN"
        if name.i != noun.i and not inside and (name.pos_ == "PROPN" or coined(name)) and noun in introducing(name):
            return name
    return None


def coined(token: Token) -> bool:
    """`Nightglass, the firm that …`: a name at the head of its sentence that the parser takes for a common noun."""
    bare = token.pos_ == "NOUN" and token.tag_ == "NN" and token.text.istitle() and token.left_edge.i == token.i
    if not bare or described_as(token) in known_nouns():
        return False
    return any(c.pos_ == "NOUN" and syntax.has(c, "det") for c in syntax.children(token, "appos"))


@cache
def known_nouns() -> frozenset[str]:
    """Every noun that stands for an actor without being a name."""
    groups = ("offices", "groups", "bodies", "media", "places", "documents")
    return frozenset().union(*(lexicon.lemmas("roles", group) for group in groups))


def before(name: Token) -> Iterator[Token]:
    """`the freight group Serendib`, `Health Minister Kavanagh`: the last noun before the name."""
    start = first(name)
    if start.i == start.sent.start:
        return
    noun = start.nbor(-1)
    title = noun.lemma_.lower() in lexicon.lemmas("roles", "offices")
    beside = noun.head.i == name.head.i and kind_of(noun) is not None  # "told the website Tidewatch that"
    joined = beside or noun.head.i == name.i or name.head.i == noun.i
    if joined and (noun.pos_ == "NOUN" or (title and noun.pos_ in {"PROPN", "VERB", "ADJ"})):
        yield noun
    office = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"} else None
    if office is not None and office.head.i == name.i and office.lemma_.lower() in lexicon.lemmas("roles", "offices"):
        yield office  # "Secretary of State Helen Crane"


def after(name: Token) -> Iterator[Token]:
    """`Larkin Foods, a maker of biscuits`; `Amina Sesay, chief engineer at the port`."""
    for noun in syntax.children(name, "appos"):
        if noun.pos_ in {"NOUN", "ADJ"} and noun.i > name.i and not speaks(noun):
            yield noun


def speaks(noun: Token) -> bool:
    """`… by a gang known as Tidewrack, the head of the agency said`: no comma closes it, a verb follows."""
    end = noun.right_edge.i + 1
    after = noun.doc[end] if end < len(noun.doc) else None
    return after is not None and after.pos_ == "VERB" and after.tag_ in {"VBD", "VBZ", "VBP"}


def known_as(name: Token) -> Iterator[Token]:
    """`The rebels, known as the Popular Front,`."""
    named = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "as" else None
    if named is not None and named.lower_ in {"known", "called"} and named.dep_ == "acl" and named.head.pos_ == "NOUN":
        yield named.head


def across_a_comma(name: Token) -> Iterator[Token]:
    """`its partner, Valtrance,`; `the chairman of the freight group Serendib, Lalith A`, however the parser hung it."""
    start = seated(first(name))
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


def seated(start: Token) -> Token:
    """Where `Oslo-based` before a name begins, else the start of the name."""
    before = list(start.doc[max(start.sent.start, start.i - 3) : start.i])
    if before and before[-1].lower_.endswith("-based"):
        return before[-1]
    return before[0] if [t.lower_ for t in before[1:]] == ["-", "based"] else start


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
    """The noun of a description; a "news agency" is a medium, not an authority, and a "prime minister" a premier."""
    lemma = noun.lemma_.lower()
    if noun.i == noun.sent.start:
        return lemma
    double = f"{noun.nbor(-1).lemma_.lower()} {lemma}"
    if double in PREMIERS:
        return "premier"
    if lemma not in double_names():
        return lemma
    return double if double in lexicon.lemmas("roles", "media") else lemma


@cache
def double_names() -> frozenset[str]:
    """Nouns that another before them makes the name of a medium."""
    return frozenset(name.split()[-1] for name in lexicon.lemmas("roles", "media") if " " in name)
