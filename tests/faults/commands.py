"""The commands that write files, each with what it reads and what it leaves when nothing disturbs it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.writing import PART
from tests.faults.children import BATCH, Done, contents, run

TEXTS = ("Lakeland spoke of the dam.", "Guten Tag.", "Tasmar denied it. 🙂", "The work\r\nmay take years.")
CORPUS = "from corpus.__main__ import main; main()"
SAMPLES = "from samples.make_corpus import main; main()"
LEFT = (PART, ".state", "lock", "manifest.json")  # what may be there besides, and what nobody takes for a result


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, as a script with arguments, and where its results lie."""

    script: str
    arguments: Callable[[Path], tuple[object, ...]]
    prepare: Callable[[Path], object]
    results: str

    def run(self, folder: Path, *, first: str = "", **how: object) -> Done:
        """
        Args:
            first: a script that runs before the command.
        """
        return run("-c", first + self.script, *self.arguments(folder), **how)

    def written(self, folder: Path) -> Mapping[str, bytes]:
        """The files that stand under their final names."""
        place = folder / self.results
        if place.is_file():
            return {place.name: place.read_bytes()}
        return contents(place, but=LEFT) if place.is_dir() else {}


def write_lines(folder: Path) -> None:
    rows = ({"id": number, "text": TEXTS[number % len(TEXTS)]} for number in range(24))
    (folder / "in.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def write_results(folder: Path) -> None:
    from samples.planned import plan
    from samples.planted import record
    from samples.records import write_records

    articles = [article for article in plan(7) if article.id][:30]
    write_records(((number, record(one)) for number, one in enumerate(articles)), folder / "results", input_="x")


COMMANDS = {
    "lines": Command(BATCH, lambda at: ("run", at / "in.jsonl", "--out", at / "out.jsonl"), write_lines, "out.jsonl"),
    "folder": Command(
        BATCH, lambda at: ("run", at / "in.jsonl", "--out", at / "out", "--workers", 1), write_lines, "out"
    ),
    "index": Command(CORPUS, lambda at: (at / "results", "--words"), write_results, "results/.corpus"),
    "samples": Command(SAMPLES, lambda at: (at / "made",), lambda _: None, "made"),
}
