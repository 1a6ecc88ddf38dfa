"""Many people at one page: ten articles told apart by one name each, and an engine that says what it reads."""

import gc
import hashlib
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from components import session, shared
from components.desk import Desk
from framing.document.types import Document
from framing.errors import Cancelled
from framing.settings import Settings
from framing.steps import Stage, Step, Watch
from framing.types import Analysis, Article
from tests.components import article, fake

NAMES = ("Akari", "Belom", "Cenuk", "Dorat", "Elbis", "Fanor", "Gewil", "Hutan", "Ilmar", "Jokan")
PATIENCE = 1.0  # seconds for which the desk keeps the work of a session that has closed
PIECES, PIECE = 5, 0.05  # of an article, and seconds for each
GATHERED = 60.0  # seconds in which all must have come
DESKS: list[Desk[Any, Any, Any]] = []  # any: of readings, which comes first, and of comparisons


def text_of(name: str) -> str:
    """The invented article, told of another state; as long a name, so every position stays."""
    return article.TEXT.replace("Veria", name)


def record(name: str) -> Analysis:
    text = text_of(name)
    actors = tuple(replace(actor, name=actor.name.replace("Veria", name)) for actor in article.analysis().actors)
    found = Article(id=hashlib.sha256(text.encode()).hexdigest(), text=text)
    return replace(article.analysis(), article=found, actors=actors)


BY_TEXT = {text_of(name): name for name in NAMES}


class CrowdEngine(fake.FakeEngine):
    """Reads the articles of the crowd once all have asked, in turns, and tells what it begins and what it ends."""

    def __init__(self) -> None:
        self._gathered = False

    def analyse(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
        name = BY_TEXT.get(document.text, document.text)
        tell(f"begun {name}")
        try:
            found = self._read(document, settings, watch)
        except Cancelled:
            tell(f"given up {name}")
            raise
        tell(f"read {name}")
        return found

    def _read(self, document: Document, settings: Settings, watch: Watch) -> Analysis:
        name = BY_TEXT.get(document.text)
        if name is None:
            return super().analyse(document, settings, watch)
        self._gather()
        for done in range(PIECES):
            watch(Step(Stage.ATTRIBUTION, done, PIECES))
            time.sleep(PIECE)
        return record(name)

    def _gather(self) -> None:
        end = time.monotonic() + GATHERED
        while not self._gathered and time.monotonic() < end:
            self._gathered = len(DESKS[0]._jobs) == len(NAMES)
            time.sleep(PIECE)


def tell(line: str) -> None:
    """To the log of the server."""
    sys.stdout.write(f"{line}; {len(DESKS[0]._jobs)} at the desk, {alive()} records\n")
    sys.stdout.flush()


def alive() -> int:
    """Records that something still holds."""
    return sum(type(one) is Analysis for one in gc.get_objects())


def desk(work: Callable[..., Any]) -> Desk[Any, Any, Any]:
    made: Desk[Any, Any, Any] = Desk(work, turn=0.0, patience=PATIENCE)
    DESKS.append(made)
    return made


def install() -> None:
    fake.install()
    session.load_engine = CrowdEngine
    shared.Desk = desk  # type: ignore[assignment,misc]
