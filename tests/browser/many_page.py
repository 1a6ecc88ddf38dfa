"""The page with its engine and, beside its samples, two articles of many marks: the samples again and again."""

import runpy
from dataclasses import dataclass
from pathlib import Path

from benchmarks.repeated import GAP, repeated
from components import session
from components.shared import Engine
from framing.document.plain import from_text
from framing.document.types import Document
from framing.settings import Settings
from framing.steps import Watch
from framing.types import Analysis
from samples import Sample, all_samples

ONCE = GAP.join(sample.text for sample in all_samples())
COPIES = {3: "some_marks", 44: "many_marks"}  # about 300 and 5,000; `?sample=` in the address opens them
LONG = {GAP.join([ONCE] * times): times for times in COPIES}
SAMPLES = tuple(Sample(name, name, GAP.join([ONCE] * times)) for times, name in COPIES.items())


@dataclass(frozen=True, slots=True)
class Repeating:
    """Reads what every engine reads, and of the two long articles one copy."""

    engine: Engine

    def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
        times = LONG.get(document.text)
        if times is None:
            return self.engine.analyse(document, settings, watch)
        return repeated(self.engine.analyse(from_text(ONCE), settings, watch), times)


def install() -> None:
    load = session.load_engine
    session.load_engine = lambda: Repeating(load())
    session.samples = lambda: (*all_samples(), *SAMPLES)


if __name__ == "__main__":
    install()
    runpy.run_path(str(Path(__file__).parents[2] / "app.py"), run_name="__main__")
