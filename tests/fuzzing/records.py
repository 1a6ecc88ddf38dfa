"""What is read back as JSON, or comes in rows: records, corrections, lines and tables."""

import csv
import io
from contextlib import suppress
from dataclasses import replace

from batch import columns, lines
from framing import laws
from framing.codec import from_json, to_json
from framing.editing.operations import ChangeParagraph
from framing.edits import apply, describe, operation_from_json, operation_to_json
from framing.errors import EditError, HedgerowError
from framing.exports import exports
from framing.strict_json import dumps, loads
from tests import builders
from tests.fuzzing.documents import SMALL, check
from tests.fuzzing.outcome import attempt

LIGHT = {  # the others load a library that needs seconds for it
    "record_jsonl",
    "claims_csv",
    "brief_md",
    "report_html",
    "annotations_jsonld",
    "gold_toml",
}
RECORD = replace(builders.analysis(), edits=())


def read_record(data: bytes) -> None:
    """A record that is read is written again as it was; one that keeps its laws goes into the files to take away."""
    text = data.decode("utf-8", "surrogatepass") if _is_text(data) else data.decode("latin-1")
    record = attempt(lambda: from_json(text))
    if record is None:
        return
    written = to_json(record)
    assert to_json(from_json(written)) == written
    lawful = attempt(lambda: laws.check(record) or record)
    for export in exports() if lawful is not None else ():
        if export.name in LIGHT:
            attempt(lambda export=export: export.write(record))


def _is_text(data: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        data.decode("utf-8", "surrogatepass")
        return True
    return False


def read_correction(data: bytes) -> None:
    """Corrections, one a line, on one record: each is made and leaves it lawful, or is refused as a correction."""
    record = RECORD
    for line in data.decode("utf-8", "replace").split("\n"):
        operation = attempt(lambda line=line: operation_from_json(line))
        if operation is None:
            continue
        assert operation_from_json(operation_to_json(operation)) == operation
        if isinstance(operation, ChangeParagraph):  # of the document; see `framing.editing.paragraphs`
            continue
        with suppress(EditError):  # whatever else is raised would be a fault of ours: `apply` checks the laws itself
            record = apply(record, operation)
            assert describe(operation, record)


def read_line(data: bytes) -> None:
    """A line of a corpus in JSON: an article, or a failure that fits into a line."""
    read = lines.read_line(1, data)
    if isinstance(read, lines.Failure):
        assert loads(lines.failure_line(read))["failure"]["stage"] == lines.STAGE
    else:
        assert loads(dumps({"id": read.source_id, "text": read.text, "title": read.title}))
    with suppress(HedgerowError):
        _read_cells(lines.read_object(1, data))


def read_table(data: bytes) -> None:
    """The rows of a CSV, read as `batch.tabular` reads them; the first line maps fields to columns."""
    options, _, rest = data.decode("utf-8", "surrogateescape").partition("\n")
    mapped = attempt(lambda: columns.mapping(options.split()))
    with suppress(csv.Error):
        for row in csv.DictReader(io.StringIO(rest, newline="")):
            _read_cells(row, mapped)


def _read_cells(cells: dict[str, object], mapped: dict[str, str] | None = None) -> None:
    row = attempt(lambda: columns.named(cells, mapped or {}))
    if row is not None:
        document = attempt(lambda: columns.document(row, SMALL))
        if document is not None:
            assert document.text == row.text
            check(document)
