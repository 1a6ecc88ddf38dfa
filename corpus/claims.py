"""The claims of a corpus as they are linked: words, names and holder, without the articles around them."""

import re
from dataclasses import dataclass

from corpus.store import Corpus
from corpus.types import Key
from framing.comparing.names import BY_NAME
from framing.comparing.wording import Stems, stemming
from framing.types import ActorKind, Voice

# By day, so that neighbours in this order are neighbours in time. With each claim whoever it names, in which words.
_CLAIMS = f"""
WITH named AS (
    SELECT mentions.input, mentions.row, words, coalesce(names.known, actor_side_name, actor_name) AS name,
        kind = '{ActorKind.PLACE}' AS place
    FROM mentions
        JOIN (SELECT input, row, id AS actor, kind FROM actors) USING (input, row, actor)
        LEFT JOIN names ON names.name = coalesce(actor_side_name, actor_name)
    WHERE form IN ({", ".join(f"'{form}'" for form in sorted(BY_NAME))})),
naming AS (
    SELECT input, row, id, list(DISTINCT struct_pack(words, name, place)) AS named
    FROM claims JOIN named USING (input, row) WHERE contains(content, words) GROUP BY input, row, id)
SELECT input, row, id, content, coalesce(names.known, side_name) AS side, anonymous OR voice = '{Voice.AUTHOR}',
    coalesce(named, [])
FROM claims JOIN articles USING (input, row) LEFT JOIN naming USING (input, row, id)
    LEFT JOIN names ON names.name = side_name
ORDER BY day NULLS LAST, input, row, id"""


@dataclass(frozen=True, slots=True)
class Saying:
    """One content by one side, however often it is told in these words."""

    content: str
    bare: str  # without the names in it: what is said of whoever is named
    stems: Stems  # of `bare`
    named: frozenset[str]  # sides
    places: frozenset[str]
    side: str
    loose: bool  # the article's own words or an unnamed source: they may stand for anybody's
    claims: tuple[tuple[Key, int], ...]


def sayings(corpus: Corpus) -> list[Saying]:
    """All that is said, in the order of its first day."""
    found: dict[tuple[str, str, bool, frozenset[str], frozenset[str]], list[tuple[Key, int, str]]] = {}
    for input_, row, claim, content, side, loose, named in corpus.stream(_CLAIMS):
        who = frozenset(one["name"] for one in named if not one["place"])
        where = frozenset(one["name"] for one in named if one["place"])
        bare = nameless(content, [one["words"] for one in named])
        found.setdefault((bare, side, loose, who, where), []).append((Key(input_, row), claim, content))
    stems = stemming()
    return [
        Saying(
            content=told[0][2],
            bare=bare,
            stems=stems(bare) if bare else frozenset(),
            named=who,
            places=where,
            side=side,
            loose=loose,
            claims=tuple((key, claim) for key, claim, _ in told),
        )
        for (bare, side, loose, who, where), told in found.items()
    ]


def nameless(content: str, names: list[str]) -> str:
    """The words in lower case without these names, the longest taken out first."""
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        content = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)(?:[’']s)?", " ", content)
    return " ".join(content.casefold().split())
