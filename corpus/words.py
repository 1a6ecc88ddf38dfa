"""Where words stand: the table by which they are looked up, and what is looked for in the sentences themselves.

Two words are one in either case, which means that DuckDB writes them alike in lower case. The table has a row for each
word of an article, sorted by words, so that a look-up reads a few kilobytes. A single word is thereby found without a
sentence being read; of several, only articles that have each are looked into.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

WORD = r"[\pL\pN]+"  # letters of every script are letters
EXTRACTED = f"regexp_extract_all(lower({{}}), '{WORD}')"
WORDS_OF_ARTICLES = f"""
SELECT DISTINCT unnest({EXTRACTED.format("words")}) AS word, input, row FROM sentences ORDER BY word, input, row"""

# What is found fast comes first; a sentence that lacks the longest word is not laid beside the whole.
_STANDS = "regexp_matches(words, $longest) AND regexp_matches(lower(words), $pattern)"
_EVERYWHERE = f"SELECT input, row FROM sentences WHERE {_STANDS}"
# DuckDB moves a condition on sentences before the join, where it would be asked of each; not one on groups.
_WITHIN = f"""
SELECT input, row FROM sentences SEMI JOIN passed USING (input, row)
GROUP BY input, row HAVING bool_or(CASE WHEN regexp_matches(words, $longest) THEN {_STANDS} ELSE false END)"""
LOOKED_UP = 8  # words at most: the longest, which are the rarest
FEW = 8  # from an eighth of the articles on, it is faster to look everywhere than to gather theirs


class Ask(Protocol):
    """Answers a question whose SQL may name these tables."""

    def __call__(self, sql: str, values: dict[str, object], **tables: pa.Table) -> pa.Table: ...


@dataclass(frozen=True, slots=True)
class Sought:
    """Some words that stand next to each other.

    Args:
        tokens: the longest runs of letters and digits in them, in lower case.
        longest: a pattern of the longest of them, which whatever matches the other also matches.
        pattern: of all as whole words in their order, whatever white space stands between, in lower case.
        alone: whether they are one word, of nothing but letters and digits.
    """

    tokens: tuple[str, ...]
    longest: str
    pattern: str
    alone: bool


def sought(ask: Ask, text: str) -> Sought:
    (found,) = ask(f"SELECT lower($text) AS lower, {EXTRACTED.format('$text')} AS tokens", {"text": text}).to_pylist()
    words = found["lower"].split()
    phrase = r"\s+".join(map(re.escape, words))
    longest = re.escape(max(words, key=len)).replace("i", "[iİ]")  # the one letter that RE2 takes for two
    return Sought(
        tokens=tuple(sorted(set(found["tokens"]), key=lambda token: (-len(token), token))[:LOOKED_UP]),
        longest=f"(?i){longest}",
        pattern=rf"(^|[^\pL\pN]){phrase}($|[^\pL\pN])",
        alone=words == found["tokens"] and len(words) == 1,
    )


def having_each(tokens: tuple[str, ...]) -> tuple[list[str], dict[str, object]]:
    """The conditions on articles that each token stands in them, with the values of their parameters."""
    values = {f"token_{number}": token for number, token in enumerate(tokens)}
    return [f"(input, row) IN (SELECT input, row FROM words WHERE word = ${name})" for name in values], {**values}


def having_all(ask: Ask, passed: pa.Table, words: Sought) -> pa.Table:
    """Those of the passed articles in which the words stand as they are sought."""
    (total,) = ask("SELECT count(*) AS articles FROM article", {}).column("articles").to_pylist()
    keys = _WITHIN if passed.num_rows * FEW < total else _EVERYWHERE
    return ask(
        f"SELECT * FROM passed WHERE (input, row) IN ({keys})",
        {"longest": words.longest, "pattern": words.pattern},
        passed=passed,
    )
