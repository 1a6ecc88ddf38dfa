"""The record in lines: one JSON object for each row, with its table, for tools that read line by line.

The first line is the article with its text. The tables and fields are those of the JSON record, so that the lines
put together again are the record.
"""

from collections.abc import Iterator
from typing import Any

from framing.codec import to_dict
from framing.exports import Export, Group
from framing.strict_json import dumps
from framing.types import Analysis


def write(analysis: Analysis) -> bytes:
    id_ = analysis.article.id
    lines = (
        dumps({"table": table, "article_id": id_, **row}, separators=(",", ":"))
        for table, row in _rows(to_dict(analysis))
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _rows(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "article", {"schema": record["schema"], **record["article"]}
    for table, value in record.items():
        if table == "tones":
            yield from ((f"tones.{part}", row) for part, rows in value.items() for row in rows)
        elif isinstance(value, list):
            yield from ((table, row) for row in value)
    yield "provenance", record["provenance"]


EXPORT = Export("record_jsonl", "Rows (JSON Lines)", ".jsonl", "application/x-ndjson", write, Group.RECORD)
