"""The claims of a corpus as they are linked: words and holder, without the articles around them."""

from dataclasses import dataclass

from corpus.store import Corpus
from corpus.types import Key
from framing.comparing.wording import Stems, stemming
from framing.types import Voice

# By day, so that neighbours in this order are neighbours in time.
_CLAIMS = f"""
SELECT claims.input, claims.row, id, content, coalesce(names.known, side_name), anonymous OR voice = '{Voice.AUTHOR}'
FROM claims JOIN articles USING (input, row) LEFT JOIN names ON names.name = side_name
ORDER BY day NULLS LAST, claims.input, claims.row, id"""


@dataclass(frozen=True, slots=True)
class Saying:
    """One content by one side, however often it is told in these words."""

    content: str
    stems: Stems
    side: str
    loose: bool  # the article's own words or an unnamed source: they may stand for anybody's
    claims: tuple[tuple[Key, int], ...]


def sayings(corpus: Corpus) -> list[Saying]:
    """All that is said, in the order of its first day."""
    stems, names = stemming(), stemming()
    found: dict[tuple[Stems, str, bool], list[tuple[Key, int]]] = {}
    contents: dict[tuple[Stems, str, bool], str] = {}
    for input_, row, claim, content, side, loose in corpus.stream(_CLAIMS):
        key = stems(content) - names(side), side, loose
        found.setdefault(key, []).append((Key(input_, row), claim))
        contents.setdefault(key, content)
    return [Saying(contents[key], *key, tuple(claims)) for key, claims in found.items()]
