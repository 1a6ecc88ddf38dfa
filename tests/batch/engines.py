"""An engine that needs no model: its record holds the text, one paragraph per block, and nothing else."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

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
        raise LanguageError("this text looks German")
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

    return Parts(load, load, open_bytes)


def open_bytes(content: bytes, name: str, settings: Settings) -> Document:
    return from_text(content.decode(), title=None, settings=settings)


# For runs over a corpus, whose workers are processes: what is loaded there must be found by its name.


def full_record(document: Document, source_id: SourceId) -> Analysis:
    """A record with rows of every kind; its title is the text that was read."""
    if document.text == "lost worker":
        os._exit(9)
    if document.text == "out of memory":
        raise MemoryError
    if document.text == "a wrong line":
        raise KeyError("noun")
    record(document, source_id)  # refuses what is to be refused
    full = analysis()
    article = replace(full.article, source_id=source_id, title=document.text, source=document.source)
    return replace(full, article=article)


def load_full(settings: Settings, *, pause: float = 0.0, bundle: str = "tiny", pids: Path | None = None) -> Engine:
    """
    Args:
        pause: seconds that an article takes.
        pids: a folder in which each process leaves its number.
    """
    if pids is not None:
        (pids / str(os.getpid())).touch()

    def read(document: Document, source_id: SourceId) -> Analysis:
        time.sleep(pause)
        return full_record(document, source_id)

    identity = (Setting("bundle", bundle), Setting("settings.any_language", str(settings.any_language)))
    return Engine(read, identity, partial(one_by_one, read))


CORPUS = Parts(load_full, load_full, open_bytes)
