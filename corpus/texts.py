"""The text of one article, put together from the paragraphs that its run kept."""

from corpus.schema import shards_of
from corpus.store import Corpus, telling
from corpus.types import Key

TABLE = "paragraphs"
COLUMNS = frozenset({"input", "row", "words", "words_start"})
GAP = "\n"  # paragraphs cover all but white space, and which white space that was is not kept


def text_of(corpus: Corpus, key: Key) -> str | None:
    """The text with every word at its code point; None where the run kept no paragraphs, or other text.

    Raises:
        CorpusError: the results were moved or changed while they were open.
    """
    shards = [str(shard) for shard in shards_of(corpus.folder, TABLE)]
    if not shards:
        return None
    with telling(corpus.folder), corpus.connection.cursor() as cursor:
        if not set(cursor.read_parquet(shards, union_by_name=True).columns) >= COLUMNS:
            return None
        rows = cursor.execute(
            "SELECT words, words_start FROM read_parquet($shards, union_by_name = true) "
            "WHERE input = $input AND row = $row ORDER BY words_start",
            {"shards": shards, "input": key.input, "row": key.row},
        ).fetchall()
    return _joined(rows)


def _joined(paragraphs: list[tuple[str, int]]) -> str | None:
    """Each paragraph at its place; None if they overlap or there is none."""
    text = ""
    for words, start in paragraphs:
        if start < len(text):
            return None
        text += GAP * (start - len(text)) + words
    return text or None
