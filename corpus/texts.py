"""One article again: its record as the run stored it, or else its text, put together from the paragraphs."""

from collections.abc import Sequence

from corpus.schema import KEY, shards_of
from corpus.store import Corpus, Row, telling
from corpus.types import Key
from framing import laws
from framing.codec import from_json
from framing.errors import RecordError
from framing.types import Analysis

RECORDS, PARAGRAPHS = "records", "paragraphs"
GAP = "\n"  # paragraphs cover all but white space, and which white space that was is not kept


def record_of(corpus: Corpus, key: Key) -> Analysis | None:
    """The record as it was stored; None where the run stored none, or one of another form or that breaks a law.

    Raises:
        CorpusError: the results were moved, changed or damaged while they were open.
    """
    for (stored,) in _rows(corpus, RECORDS, ("record",), key):
        try:
            record = from_json(stored)
            laws.check(record)
        except RecordError:
            return None
        return record
    return None


def text_of(corpus: Corpus, key: Key) -> str | None:
    """The text with every word at its code point; None where the run kept no paragraphs, or other text.

    Raises:
        CorpusError: the results were moved, changed or damaged while they were open.
    """
    return _joined(sorted(_rows(corpus, PARAGRAPHS, ("words_start", "words"), key)))


def _rows(corpus: Corpus, table: str, columns: tuple[str, ...], key: Key) -> list[Row]:
    """What a table has of one article; nothing where it was not written or lacks a column."""
    shards = [str(shard) for shard in shards_of(corpus.folder, table)]
    if not shards:
        return []
    with telling(corpus.folder), corpus.connection.cursor() as cursor:
        if not {*KEY, *columns} <= set(cursor.read_parquet(shards, union_by_name=True).columns):
            return []
        return cursor.execute(
            f"SELECT {', '.join(columns)} FROM read_parquet($shards, union_by_name = true) "
            "WHERE input = $input AND row = $row",
            {"shards": shards, "input": key.input, "row": key.row},
        ).fetchall()


def _joined(paragraphs: Sequence[Row]) -> str | None:
    """Each paragraph at its place; None if they overlap or there is none."""
    text = ""
    for start, words in paragraphs:
        if start < len(text):
            return None
        text += GAP * (start - len(text)) + words
    return text or None
