"""An engine that needs no model: its record holds the text, one paragraph per block, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from batch.engine import Engine, Parts, SourceId, one_by_one
from framing.document.plain import from_text
from framing.document.types import Document
from framing.errors import BundleError, LanguageError
from framing.settings import Settings
from framing.types import Analysis, Paragraph, Setting, Tones
from tests.builders import analysis, sha256

NOTHING = dict.fromkeys(
    ("sentences", "actors", "claims", "hedges", "contests", "silences", "stances", "acts", "frames", "edits"),
    (),
)


def record(document: Document, source_id: SourceId) -> Analysis:
    """The record of a document; some texts are refused as the real engine would."""
    if "Guten Tag" in document.text:
        raise LanguageError("this text looks German; pass --any-language to read it")
    if "broken weights" in document.text:
        raise BundleError("heads.npz: altered")
    blank = analysis()
    article = replace(
        blank.article, id=sha256(document.text), text=document.text, source_id=source_id, title=document.title
    )
    paragraphs = tuple(
        Paragraph(id_, block.start, block.end, block.kind, block.included, block.reason)
        for id_, block in enumerate(document.blocks)
    )
    return replace(blank, article=article, paragraphs=paragraphs, tones=Tones(), **NOTHING)


def parts(
    *,
    read: Callable[[Document, SourceId], Analysis] = record,
    bundle: str = "tiny",
    on_load: Callable[[], object] = lambda: None,
) -> Parts:
    def load(settings: Settings) -> Engine:
        on_load()
        identity = (Setting("bundle", bundle), Setting("settings.any_language", str(settings.any_language)))
        return Engine(read, identity, partial(one_by_one, read))

    def open_file(content: bytes, name: str, settings: Settings) -> Document:
        return from_text(content.decode(), title=None, settings=settings)

    return Parts(load, load, open_file)
