"""An engine without models: the hand-made record for its own text, an empty one for any other."""

import time

from components import session
from framing.document.types import Document
from framing.errors import InputError, LanguageError
from framing.settings import Settings
from framing.steps import Stage, Step, Watch
from framing.types import Analysis
from samples import Sample
from tests.components import article, probes, twin

SAMPLES = (
    Sample("harbour", "Veria: a harbour in dispute", article.TEXT),
    Sample("empty", "Calm sea", "Calm."),
    Sample("twin", "Veria: the harbour once more", twin.TEXT),
)
PIECE = 0.2  # seconds for a paragraph of a slow text; whoever comes next waits for the end of one at most
SLOW = {"slow": 40, "endless": 10_000}  # paragraphs, by the word that a text begins with
HOSTILE_TEXT = article.hostile().article.text


class FakeEngine:
    def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
        paragraphs = SLOW.get(document.text.partition(" ")[0], 0)
        for done in range(paragraphs):
            watch(Step(Stage.ATTRIBUTION, done, paragraphs))
            time.sleep(PIECE)
        if document.text.startswith("Bonjour") and not settings.any_language:
            raise LanguageError(f"French, not English: {article.HOSTILE}")
        if document.text.startswith("refuse"):
            raise InputError(f"refused: {document.text}")
        if document.text in probes.RECORDS:
            return probes.record(probes.RECORDS[document.text])
        known = {article.TEXT: article.analysis, HOSTILE_TEXT: article.hostile, twin.TEXT: twin.analysis}
        return known[document.text]() if document.text in known else article.bare(document.text)

    def forget(self) -> None:
        """It keeps nothing."""


def document(source: session.Source) -> Document:
    text = source.data if isinstance(source.data, str) else source.data.decode()
    return twin.document() if text == twin.TEXT else article.document(text)


SCORES = {"attribution": (("polnear_dev macro-F1", 0.81), ("polnear_dev ECE", 0.03))}
REPLACED = {
    "load_engine": FakeEngine,
    "load_meaning": lambda: None,
    "samples": lambda: SAMPLES,
    "_supplied": document,
    "measured": lambda: SCORES,
}


def install() -> None:
    """Put the fake in the place of the models, and its article in the place of the samples."""
    for name, replacement in REPLACED.items():
        setattr(session, name, replacement)
