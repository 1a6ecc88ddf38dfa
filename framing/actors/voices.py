"""Which nouns are another's voice: `Kenyan officials` speak for Kenya, `Kenyan farmers` and `its critics` do not."""

from spacy.tokens import Token

from framing import lexicon
from framing.cast import Figure
from framing.types import ActorKind

# Public bodies that a state has one of, so that "the army" alone already names an actor.
SINGULAR = frozenset(
    "ministry army navy military police parliament presidency cabinet junta force guard embassy palace".split()
)
PUBLIC_FIELDS = frozenset(
    "government ministry security defence defense intelligence military police border customs court state army".split()
)
PRIVATE = frozenset("aid relief rights charity news travel rating ratings advertising talent".split())
NATIONAL = frozenset("national federal central royal state supreme reserve".split())
SERVING = frozenset("adviser advisor aide assistant secretary counsel spokesman spokeswoman".split())  # "an aide to X"
BESIDE = frozenset(  # people called by somebody else's name who do not speak for it
    "critic opponent rival enemy foe victim survivor target detractor sceptic skeptic supporter follower shadow".split()
)
LOCALS = frozenset(
    """
    resident villager people person man woman farmer fisherman citizen native inhabitant student
    neighbour neighbor
    """.split()
)


def beside(noun: Token) -> bool:
    """`critics of the firm`, `her supporters`; but a `critic for the party` is its spokesman."""
    return noun.lemma_.lower() in BESIDE and not any(c.lower_ == "for" for c in noun.rights)


def public(noun: Token) -> bool:
    """Whether the noun is a state's body: `the disaster agency`, `the central bank`; not `the aid agency`."""
    before = {c.lemma_.lower() for c in noun.lefts if c.dep_ in {"amod", "compound", "nmod"}}
    if noun.lemma_.lower() == "bank":
        return bool(before & NATIONAL)
    return noun.lemma_.lower() in lexicon.lemmas("roles", "public") and not before & PRIVATE


def past(noun: Token) -> bool:
    """`a former officer`, `her predecessor`: no longer anybody's voice."""
    gone = noun.lemma_.lower() in {"predecessor", "successor", "rival"}
    return gone or any(
        c.lower_ in {"former", "ex", "retired", "then"} or c.lower_.startswith("ex-") for c in noun.lefts
    )


def speaks_for_it(noun: Token, nation: Figure) -> bool:
    """Whether a nation's adjective makes the noun its voice: officials and public bodies, no farmers and no firms.

    A loose group of states has no voice of its own: Western officials together are the West, one of them is not.
    """
    if nation.kind is ActorKind.GROUP and noun.tag_ == "NN":
        return False
    titles = [c for c in noun.lefts if c.dep_ == "compound"] if noun.pos_ == "PROPN" else []
    official = lexicon.lemmas("roles", "officials")
    return employed(noun) or any(t.lemma_.lower() in official or public(t) for t in (noun, *titles))


def employed(noun: Token) -> bool:
    """`a foreign ministry spokeswoman`, `an army officer`, `a security source`: the body in the title is a state's."""
    return any(c.dep_ == "compound" and c.lemma_.lower() in SINGULAR | PUBLIC_FIELDS for c in noun.lefts)


def employs(token: Token) -> bool:
    """`the miners' union's secretary`, `the head of the clinic`: whose officer is spoken of is an actor."""
    noun = token.head if token.dep_ == "poss" else token.head.head if token.dep_ == "pobj" else token
    linked = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in {"of", "for", "at"})
    return linked and noun.lemma_.lower() in lexicon.lemmas("roles", "offices")


def state_run(noun: Token) -> bool:
    """`the state broadcaster`, `a state-owned miner`."""
    return any(c.lower_ in {"state", "run", "owned"} and c.dep_ in {"compound", "amod"} for c in noun.lefts)
