"""An engine without models: the hand-made record for its own text, an empty one for any other."""

import time

from components import session
from framing.document.types import Document
from framing.errors import InputError, LanguageError
from framing.settings import Settings
from framing.steps import Stage, Step, Watch
from framing.types import Analysis
from samples import Sample
from tests.components import article, probes

SAMPLES = (
    Sample("harbour", "Veria: a harbour in dispute", article.TEXT),
    Sample("empty", "Calm sea", "Calm."),
)
SLOW = {"slow": 0.2, "endless": 5.0}  # seconds for each of its paragraphs, by the word that a text begins with
PARAGRAPHS = 40  # of such a text
HOSTILE_TEXT = article.hostile().article.text


class FakeEngine:
    def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
        seconds = SLOW.get(document.text.partition(" ")[0])
        if seconds is not None:
            for done in range(PARAGRAPHS):
                watch(Step(Stage.ATTRIBUTION, done, PARAGRAPHS))
                time.sleep(seconds)
        if document.text.startswith("Bonjour") and not settings.any_language:
            raise LanguageError(f"French, not English: {article.HOSTILE}")
        if document.text.startswith("refuse"):
            raise InputError(f"refused: {document.text}")
        if document.text in probes.RECORDS:
            return probes.record(probes.RECORDS[document.text])
        known = {article.TEXT: article.analysis, HOSTILE_TEXT: article.hostile}
        return known[document.text]() if document.text in known else article.bare(document.text)


def document(source: session.Source) -> Document:
    return article.document(source.data if isinstance(source.data, str) else source.data.decode())


SCORES = {"attribution": (("polnear_dev macro-F1", 0.81), ("polnear_dev ECE", 0.03))}
REPLACED = {
    "load_engine": FakeEngine,
    "samples": lambda: SAMPLES,
    "_document": document,
    "measured": lambda: SCORES,
}


def install() -> None:
    """Put the fake in the place of the models, and its article in the place of the samples."""
    for name, replacement in REPLACED.items():
        setattr(session, name, replacement)
