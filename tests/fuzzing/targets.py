"""What is fuzzed: for each reader of foreign bytes, what it is given and what must hold of what it makes of them.

A target raises where the program does something that it does not promise. To be refused is no fault: a child of
`HedgerowError` with words for whoever reads it ends a run well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

DOCUMENT = ("framing.document",)
WORDS = ("framing.lexicon", "framing.lexicon_forms", "framing.gazetteer", "framing.document.rules", "tomllib")
RECORD = ("framing.codec", "framing.forms", "framing.strict_json", "framing.laws", "framing.exports")
EDITS = ("framing.codec", "framing.forms", "framing.strict_json", "framing.edits", "framing.editing", "framing.laws")
ROWS = ("batch.columns", "batch.lines", "framing.strict_json", "framing.document.plain")
ASKED = ("sources", "components.reader.layers")


@dataclass(frozen=True, slots=True)
class Target:
    """
    Args:
        place: module of `tests.fuzzing` and function that takes one input.
        followed: packages whose branches guide the fuzzer; nothing else may be imported before it looks at them.
        longest: bytes of an input that the fuzzer makes; seconds, not length, decide what is slow.
        dictionary: the file of `dictionaries/` that has the words of the format.
    """

    place: str
    followed: tuple[str, ...]
    dictionary: str | None = None
    longest: int = 4_096

    @property
    def run(self) -> Callable[[bytes], None]:
        module, _, function = self.place.rpartition(".")
        taken: Callable[[bytes], None] = getattr(import_module(f"tests.fuzzing.{module}"), function)
        return taken


TARGETS: Mapping[str, Target] = {
    "text": Target("documents.read_text", DOCUMENT),
    "markdown": Target("documents.read_markdown", DOCUMENT),
    "html": Target("documents.read_html", DOCUMENT, "html"),
    "mail": Target("documents.read_mail", (*DOCUMENT, "email"), "mail"),
    "mhtml": Target("documents.read_mhtml", (*DOCUMENT, "email"), "mail"),
    "pdf": Target("documents.read_pdf", (*DOCUMENT, "pypdf"), "pdf"),
    "page": Target("documents.read_drawing", (*DOCUMENT, "pypdf"), "pdf"),
    "word": Target("documents.read_word", (*DOCUMENT, "docx"), "word"),
    "archive": Target("documents.read_archive", (*DOCUMENT, "zipfile")),
    "encoding": Target("documents.read_encoding", DOCUMENT, "encoding"),
    "dispatch": Target("documents.read_named", DOCUMENT),
    "lexicon": Target("words.read_lexicon", WORDS, "toml"),
    "record": Target("records.read_record", RECORD, "record", longest=16_384),
    "correction": Target("records.read_correction", EDITS, "correction"),
    "line": Target("records.read_line", ROWS, "record"),
    "table": Target("records.read_table", ROWS),
    "body": Target("asked.read_body", ASKED),
    "media": Target("asked.read_media", ASKED, "encoding"),
    "address": Target("asked.read_address", ASKED, "address"),
    "parameters": Target("asked.read_parameters", ASKED, "address"),
}
