"""What kind of actor each unknown name is, judged once over the whole article.

The entity finder sees one sentence at a time: the same firm is a person to it in one and a town in the next. Here
every place where a name stands has a vote, and what the article says of it outweighs the finder: "the website
Tidewatch", "Nuri Sand, 34,", "Larkin cut its forecast". Short forms vote with their long form.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from framing import lexicon, syntax
from framing.actors.introductions import coined, introducing, kind_of
from framing.actors.scene import Scene, entity, written
from framing.actors.signs import aged, body_names, called, keeps, locates, owns, styled, surnamed
from framing.passages import Passage
from framing.tokens import Token
from framing.types import ActorKind

Votes = Counter[ActorKind]

FINDER = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}
NAMES = frozenset({*FINDER, "PRODUCT", "WORK_OF_ART", "NORP", "LANGUAGE", "EVENT", "LAW"})
# An introduction outweighs any number of signs in the grammar, and these any number of the finder's votes.
SAID, SHOWN, SEEN = 1_000_000, 1_000, 1


COMPASS = frozenset("north south east west northern southern eastern western central upper lower".split())


def judge(
    passages: Iterable[Passage], known: Mapping[int, Mapping[int, object]], defined: Mapping[str, str], town: str
) -> dict[str, ActorKind]:
    """The kind of every name for which the votes are not equal.

    Args:
        passages: all that is read.
        known: by the start of the passage, the tokens that the gazetteer has found.
        defined: short names that the article itself introduces, with the long ones.
        town: that of the dateline, or nothing.
    """
    votes: dict[str, Votes] = {}
    passages = tuple(passages)
    for passage in passages:
        for token in passage.doc:
            name = name_at(token)
            if name is not None and not any(t.i in known[passage.start] for t in name):
                votes.setdefault(written(name), Counter()).update(ballot(name, token))
    for cut in surnamed(votes, passages):
        votes[cut][ActorKind.PERSON] += SHOWN
    for long in set(defined.values()) & votes.keys():
        votes[long][ActorKind.ORGANISATION] += SAID
    if town in votes:
        votes[town][ActorKind.PLACE] += SAID
    return {name: kind for name, found in pooled(votes).items() if (kind := leading(found)) is not None}


def name_at(token: Token) -> list[Token] | None:
    """The capitalised name that `token` heads: as the entity finder cut it, else the run of proper nouns."""
    tokens = entity(token, token.ent_type_) if token.ent_type_ in NAMES else None
    if tokens is not None:
        return tokens if is_name(tokens) else None
    if coined(token):
        return [token]
    if token.pos_ != "PROPN" or token.ent_type_ or token.text.islower():
        return None
    if token.dep_ in {"compound", "flat"} and token.head.i > token.i and token.head.pos_ == "PROPN":
        return None
    tokens = [t for t in syntax.core(token) if t.pos_ == "PROPN"]
    return tokens or None


def is_name(tokens: list[Token]) -> bool:
    """Whether the words are written as a name, and are no office that only opens a headline ("Clerk jailed")."""
    office = len(tokens) == 1 and tokens[0].lower_ in lexicon.lemmas("roles", "offices")
    joined = len(tokens) > 2 and tokens[-2].text == "-"  # "Bae Jin-seo"
    return tokens[0].text[0].isupper() and (joined or tokens[-1].text[0].isupper()) and not office


def ballot(name: list[Token], head: Token) -> Votes:
    """What this place in the text says of the name."""
    votes: Votes = Counter()
    if head.ent_type_ in FINDER:
        votes[FINDER[head.ent_type_]] += SEEN
    for noun in introducing(head):
        kind = kind_of(noun)
        if kind is not None:
            votes[kind] += SAID
    if aged(head) or any(c.dep_ == "relcl" and syntax.has(c, "nsubj", "who") for c in head.children):
        votes[ActorKind.PERSON] += SAID
    if name[-1].lower_ in body_names() or any(t.text == "&" for t in name):
        votes[ActorKind.ORGANISATION] += SAID
    elif styled(name) or called(name, head):
        votes[ActorKind.PERSON] += SHOWN
    if owns(head) or keeps(head):
        votes[ActorKind.ORGANISATION] += SHOWN
    if locates(head) or name[0].lower_ in COMPASS:
        votes[ActorKind.PLACE] += SHOWN
    return votes


def pooled(votes: Mapping[str, Votes]) -> dict[str, Votes]:
    """The votes for each name, with those for its short and its long forms."""
    found = {name: own.copy() for name, own in votes.items()}
    for long in votes:
        for short in shortened(long) & votes.keys():
            if same(short, long, votes):
                found[short].update(votes[long])
                found[long].update(votes[short])
    return found


def shortened(name: str) -> set[str]:
    """What a name may be cut to: its first words or its last."""
    words = name.split()
    return {" ".join(part) for at in range(1, len(words)) for part in (words[:at], words[at:])}


def same(short: str, long: str, votes: Mapping[str, Votes]) -> bool:
    """Whether a short form means the same: `Serendib` for `Serendib Maritime`, but not a town in a firm's name."""
    town = leading(votes[short]) is ActorKind.PLACE
    return not town or (leading(votes[long]) is ActorKind.PERSON and long.endswith(f" {short}"))


def verdict(scene: Scene, token: Token) -> tuple[ActorKind | None, list[Token] | None]:
    """The kind of the name that `token` heads, and the name; nothing where the article leaves it open."""
    name = name_at(token) if token.i not in scene.hits else None
    kind = scene.cast.kinds.get(written(name)) if name is not None else None
    return kind, name if kind is not None else None


def leading(votes: Votes) -> ActorKind | None:
    """The kind with most votes; None where two have as many."""
    first = votes.most_common(2)
    if not first or (len(first) == 2 and first[0][1] == first[1][1]):
        return None
    return first[0][0]
