"""The articles that a filter lets pass: found once, then kept for every question about them."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import pyarrow as pa

from corpus.filters import Filter, conditions
from corpus.words import Ask, having_all, having_each, sought

MOST = 256 * 2**20  # bytes of what is kept, the newest always: a filter that lets 100,000 articles pass is 15 million

# Of articles with the same text only the first of those asked about counts, where each text counts once.
ONCE = """
SELECT *, row_number() OVER (PARTITION BY first_input, first_row ORDER BY day NULLS LAST, input, row) = 1 AS once
FROM passed"""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The last filters with their articles; shared by threads."""

    tables: OrderedDict[Filter, pa.Table] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, asked: Filter, find: Callable[[], pa.Table]) -> pa.Table:
        """What is kept; else what is found, which may happen twice at once and comes to the same."""
        with self.lock:
            if asked in self.tables:
                self.tables.move_to_end(asked)
                return self.tables[asked]
        found = find()
        with self.lock:
            self.tables[asked] = found
            while len(self.tables) > 1 and sum(table.nbytes for table in self.tables.values()) > MOST:
                self.tables.popitem(last=False)
        return found


def find(ask: Ask, asked: Filter, *, indexed: bool) -> pa.Table:
    """Articles by input, row, outlet, day, title, url, first_input, first_row; `once`: its text counts under it.

    Args:
        indexed: whether the words of articles can be looked up.
    """
    met, values = conditions(asked)
    words = sought(ask, asked.text) if asked.text.strip() else None
    if words is not None and indexed:
        having, tokens = having_each(words.tokens)
        met, values = [*met, *having], {**values, **tokens}
    passed = ask(f"SELECT * FROM articles{' WHERE ' if met else ''}{' AND '.join(met)}", values)
    if words is not None and not (indexed and words.alone):
        passed = having_all(ask, passed, words)
    return ask(ONCE, {}, passed=passed)
