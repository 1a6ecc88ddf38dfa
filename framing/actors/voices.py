"""Which nouns are another's voice: `Kenyan officials` speak for Kenya, `Kenyan farmers` and `its critics` do not."""

from framing import lexicon, syntax
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind

# Public bodies that a state has one of, so that "the army" alone already names an actor.
SINGULAR = frozenset(
    "ministry army navy military police parliament presidency cabinet junta force guard embassy palace".split()
)
PUBLIC_FIELDS = frozenset(
    "government ministry security defence defense intelligence military police border customs court state army".split()
)
PRIVATE = frozenset("aid relief rights charity news travel rating ratings advertising talent".split())
SOMETIMES = frozenset("bank board institute".split())  # public only with such a word: "the federal safety board"
NATIONAL = frozenset("national federal central royal state supreme reserve".split())
SERVING = frozenset("adviser advisor aide assistant secretary counsel spokesman spokeswoman".split())  # "an aide to X"
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
LEADS = frozenset("lead head chair run direct".split())
LOCAL = frozenset("district county provincial regional municipal federal".split())
PROSECUTING = (("for", "prosecution"), ("prosecute",), ("open", "case"), ("for", "crown"))  # said before the verb
GONE = frozenset("former ex retired then onetime erstwhile ousted deposed".split())
BESIDE = frozenset(  # people called by somebody else's name who do not speak for it
    """
    critic opponent rival enemy foe victim survivor target detractor sceptic skeptic supporter follower shadow
    family relative brother sister wife husband widow widower son daughter mother father cousin friend union
    """.split()
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
    if noun.lemma_.lower() in SOMETIMES:
        return bool(before & NATIONAL)
    if noun.lemma_.lower() == "congress" and before & {"labour", "labor", "trade", "workers"}:
        return False
    return noun.lemma_.lower() in lexicon.lemmas("roles", "public") and not before & PRIVATE


def opposing(noun: Token) -> bool:
    """`the opposition senator`: no voice of the state."""
    return any(c.lower_ in {"opposition", "rival", "dissident", "rebel"} for c in noun.lefts)


def informed(noun: Token) -> bool:
    """`officials familiar with the talks`, `with knowledge of the visit`, `briefed on it`."""
    known = {"familiar", "briefed", "close"}
    return any(c.lower_ in known or (c.lower_ == "with" and syntax.has(c, "pobj", "knowledge")) for c in noun.rights)


def past(noun: Token) -> bool:
    """`a former officer`, `her predecessor`: no longer anybody's voice."""
    gone = noun.lemma_.lower() in {"predecessor", "successor", "rival"} or serving_the_past(noun)
    beside = [*noun.lefts, *(noun.head.lefts if noun.dep_ == "compound" else ())]  # "former president Luis Arce"
    return gone or any(c.lower_ in GONE or c.lower_.startswith("ex-") for c in beside)


def serving_the_past(noun: Token) -> bool:
    """`an adviser to then-President A`: whom he or she served is gone, too."""
    principals = (o for p in noun.rights if p.lower_ in {"to", "for", "of"} for o in p.rights)
    titles = (t for o in principals for t in o.subtree if t.i < o.i)
    return noun.lemma_.lower() in SERVING and any(t.lower_ in GONE for t in titles)


def speaks_for_it(noun: Token, nation: Figure) -> bool:
    """Whether a nation's adjective makes the noun its voice: officials and public bodies, no farmers and no firms.

    A loose group of states has no voice of its own: Western officials together are the West, one of them is not.
    """
    titles = [c for c in noun.lefts if c.dep_ == "compound"] if noun.pos_ == "PROPN" else []
    if (nation.kind is ActorKind.GROUP and noun.tag_ == "NN") or any(opposing(t) for t in (noun, *titles)):
        return False
    if nation.kind is ActorKind.BLOC and noun.lemma_.lower() == "diplomat":
        return False  # "a European diplomat" serves one of many states
    official = lexicon.lemmas("roles", "officials")
    return employed(noun) or any(t.lemma_.lower() in official or public(t) for t in (noun, *titles))


def employed(noun: Token) -> bool:
    """`a foreign ministry spokeswoman`, `an army officer`, `a security source`: the body in the title is a state's."""
    return any(
        c.dep_ in {"compound", "amod"} and c.lemma_.lower() in SINGULAR | PUBLIC_FIELDS | {"presidential"}
        for c in noun.lefts
    )


def prosecutes(name: Token) -> bool:
    """`Jane Rook KC, for the prosecution, said`, `opening the case, she said`: the state's voice in court."""
    verb = name.head
    if name.dep_ not in syntax.SUBJECTS or verb.pos_ != "VERB":
        return False
    words = [t.lemma_.lower() for t in name.doc[name.sent.start : verb.i]]
    return any(set(case) <= set(words) for case in PROSECUTING)


def local(noun: Token) -> bool:
    """`the district commissioner`, `provincial officials`, `a federal prosecutor`: an office of part of a state."""
    official = noun.lemma_.lower() in lexicon.lemmas("roles", "officials") - {"director", "head", "chief"}
    return official and any(c.lower_ in LOCAL for c in noun.lefts)


def employs(token: Token) -> bool:
    """`the miners' union's secretary`, `the head of the clinic`: whose officer is spoken of is an actor."""
    if token.dep_ == "dobj" and token.head.dep_ == "relcl" and token.head.lemma_.lower() in LEADS:
        return any(c.dep_ == "poss" or c.lower_ == "the" for c in token.lefts)  # "A, who heads the dockers' union"
    noun = token.head if token.dep_ == "poss" else token.head.head if token.dep_ == "pobj" else token
    linked = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in {"of", "for", "at"})
    return linked and noun.lemma_.lower() in lexicon.lemmas("roles", "offices")


def state_run(noun: Token) -> bool:
    """`the state broadcaster`, `a state-owned miner`."""
    return any(c.lower_ in {"state", "run", "owned"} and c.dep_ in {"compound", "amod"} for c in noun.lefts)
