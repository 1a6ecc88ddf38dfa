"""What is fuzzed: for each reader of foreign bytes, what it is given and what must hold of what it makes of them.

A target raises where the program does something that it does not promise. To be refused is no fault: a child of
`HedgerowError` with words for whoever reads it ends a run well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.fuzzing import asked, documents, records, words


@dataclass(frozen=True, slots=True)
class Target:
    """
    Args:
        run: takes one input.
        longest: bytes of an input that the fuzzer makes; seconds, not length, decide what is slow.
        dictionary: the file of `dictionaries/` that has the words of the format.
        followed: packages whose branches guide the fuzzer, besides our own.
    """

    run: Callable[[bytes], None]
    longest: int = 4_096
    dictionary: str | None = None
    followed: tuple[str, ...] = ()


TARGETS: Mapping[str, Target] = {
    "text": Target(documents.read_text),
    "markdown": Target(documents.read_markdown),
    "html": Target(documents.read_html, dictionary="html"),
    "mail": Target(documents.read_mail, dictionary="mail"),
    "mhtml": Target(documents.read_mhtml, dictionary="mail"),
    "pdf": Target(documents.read_pdf, dictionary="pdf", followed=("pypdf",)),
    "page": Target(documents.read_drawing, dictionary="pdf", followed=("pypdf",)),
    "word": Target(documents.read_word, dictionary="word", followed=("docx",)),
    "archive": Target(documents.read_archive),
    "encoding": Target(documents.read_encoding, dictionary="encoding"),
    "dispatch": Target(documents.read_named),
    "lexicon": Target(words.read_lexicon, dictionary="toml"),
    "record": Target(records.read_record, longest=16_384, dictionary="record"),
    "correction": Target(records.read_correction, dictionary="correction"),
    "line": Target(records.read_line, dictionary="record"),
    "table": Target(records.read_table),
    "body": Target(asked.read_body),
    "media": Target(asked.read_media, dictionary="encoding"),
    "address": Target(asked.read_address, dictionary="address"),
    "parameters": Target(asked.read_parameters, dictionary="address"),
}
