"""The planted corpus through the reader: how much of what its articles tell the tables of the corpus still hold.

`python -m benchmarks.planted` reads the generated text (`samples.planned`) with the shipped bundle, writes the records,
links them, and asks the corpus; the tables of planted records are exact, so what is missing here was lost in reading.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import framing, stances, stories
from corpus.dropped import Fate, denials, fate_places
from corpus.filters import EVERYTHING
from corpus.index import write_index
from corpus.links import Judge
from corpus.store import Corpus, open_corpus
from corpus.types import Page, Place
from framing.document import from_text
from framing.pipeline import analyse
from framing.tallies import AUTHOR
from framing.types import Analysis
from models.meaning import load_meaning
from models.parser import load_parser
from models.reader import load_reader
from samples.planned import SUPPORTED, SUPPORTER, TARGET, Planned, plan
from samples.records import write_records
from samples.telling import tell

ALL = Page(limit=100_000)
MEASURES = ("stories recall", "stories precision", "denials", "fates", "tones", "stances")


@dataclass(frozen=True, slots=True)
class Found:
    """What the corpus holds, by the rows of the articles."""

    stories: Mapping[int, frozenset[int]]  # planted story -> articles of the group that has most of its tellings
    contested: Mapping[int, frozenset[int]]  # of these, those in which a contest answers it
    fates: Mapping[int, frozenset[tuple[int, Fate]]]
    tones: frozenset[tuple[int, str]]
    stances: frozenset[tuple[int, str]]


def corpus_of(read: Callable[[str], Analysis], planned: Sequence[Planned], folder: Path, judge: Judge) -> Corpus:
    """Read, write, link and open; day and outlet are those planned, as a text does not say them."""

    def records() -> Iterator[tuple[int, Analysis]]:
        for row, one in enumerate(planned):
            found = read(tell(one).text)
            published = one.day.isoformat() if one.day is not None else None
            yield row, replace(found, article=replace(found.article, source=one.outlet, published=published))

    write_records(records(), folder, input_="planted")
    write_index(folder, judge)
    return open_corpus(folder)


def found_in(corpus: Corpus, planned: Sequence[Planned]) -> Found:
    told: dict[int, list[stories.Telling]] = {
        story.id: list(stories.tellings(corpus, EVERYTHING, story.id, page=ALL))
        for story in stories.stories(corpus, EVERYTHING, page=ALL)
    }
    best = _best(told, planned)
    fates: dict[int, set[tuple[int, Fate]]] = defaultdict(set)
    for denial in denials(corpus, EVERYTHING, page=ALL):
        for fate in Fate:
            opened = fate_places(corpus, EVERYTHING, denial, fate, page=ALL)
            fates[denial.story].update((place.article.key.row, fate) for place in opened)
    return Found(
        stories={story: frozenset(_rows(told[group])) for story, group in best.items()},
        contested={
            story: frozenset(_rows(one for one in told[group] if one.answer is not None))
            for story, group in best.items()
        },
        fates={story: frozenset(fates[group]) for story, group in best.items()},
        tones=frozenset(_tones(corpus, planned)),
        stances=frozenset(_stances(corpus, planned)),
    )


def figures(planned: Sequence[Planned], found: Found) -> dict[str, float]:
    """Shares, 0..1.

    `stories`: of the articles that tell a story, how many its group holds, and of those it holds how many tell it;
    `denials`: of the denials, how many answer the claim; `fates`: of the tellings, of how many it is known whether they
    keep the denial; `tones` and `stances`: of the sentences planted, how many have their label.
    """
    told = [(row, one) for row, one in enumerate(planned)]
    held = {(row, story) for story, rows in found.stories.items() for row in rows}
    own = {(row, one.story) for row, one in told}
    answered = {(row, story) for story, rows in found.contested.items() for row in rows}
    denied = {(row, one.story) for row, one in told if one.denied}
    since = {story: min(one.day for one in planned if one.story == story and one.denied and one.day)
             for story in {one.story for one in planned}}  # fmt: skip
    fates = {(row, one.story, _fate(one, since[one.story].toordinal())) for row, one in told}
    decided = {(row, story, fate) for story, rows in found.fates.items() for row, fate in rows}
    return {
        "stories recall": len(own & held) / len(own),
        "stories precision": len(own & held) / len(held) if held else 1.0,
        "denials": len(denied & answered) / len(denied),
        "fates": len(fates & decided) / len(fates),
        "tones": sum((row, one.tone) in found.tones for row, one in told) / len(told),
        "stances": sum((row, one.stance) in found.stances for row, one in told) / len(told),
    }


def measure(read: Callable[[str], Analysis], judge: Judge, planned: Sequence[Planned] = ()) -> dict[str, float]:
    articles = planned or plan()
    with TemporaryDirectory() as folder:
        corpus = corpus_of(read, articles, Path(folder), judge)
        try:
            return figures(articles, found_in(corpus, articles))
        finally:
            corpus.close()


def _fate(one: Planned, since: int) -> Fate:
    if one.denied:
        return Fate.KEPT
    if one.day is None:
        return Fate.UNDATED
    return Fate.DROPPED if one.day.toordinal() > since else Fate.EARLIER


def _best(told: Mapping[int, Iterable[stories.Telling]], planned: Sequence[Planned]) -> dict[int, int]:
    """Planted story → the group with most of its articles; a group stands for one story at most."""
    shared: Counter[tuple[int, int]] = Counter()
    for group, tellings in told.items():
        shared.update((planned[row].story, group) for row in set(_rows(tellings)))
    best: dict[int, int] = {}
    for (story, group), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if story not in best and group not in best.values():
            best[story] = group
    return best


def _rows(tellings: Iterable[stories.Telling]) -> Iterator[int]:
    return (one.place.article.key.row for one in tellings)


def _tones(corpus: Corpus, planned: Sequence[Planned]) -> Iterator[tuple[int, str]]:
    counting = framing.Counting(actors=(TARGET,), unsure=True)
    for mark in framing.tones(corpus, EVERYTHING, counting):
        if mark.part == AUTHOR:
            places = framing.tone_places(corpus, EVERYTHING, counting, mark, page=ALL)
            yield from ((row, mark.label) for row in _at(places, planned, "tone"))


def _stances(corpus: Corpus, planned: Sequence[Planned]) -> Iterator[tuple[int, str]]:
    counting = framing.Counting(actors=(SUPPORTER, SUPPORTED), unsure=True)
    for mark in stances.network(corpus, EVERYTHING, counting):
        if (mark.holder, mark.target) == (SUPPORTER, SUPPORTED):
            places = stances.arrow_places(corpus, EVERYTHING, counting, mark, page=ALL)
            yield from ((row, mark.label) for row in _at(places, planned, "stance"))


def _at(places: Iterable[Place], planned: Sequence[Planned], name: str) -> Iterator[int]:
    """The articles whose sentence of this name is among the places."""
    for place in places:
        row = place.article.key.row
        told = next(one for one in tell(planned[row]).sentences if one.mark == name)
        if (place.start, place.end) == (told.start, told.end):
            yield row


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.planted", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(arguments)
    parser_, reader = load_parser(), load_reader(number_format="float32")

    def read(text: str) -> Analysis:
        return analyse(from_text(text), parser=parser_, reader=reader)

    for name, value in measure(read, Judge(load_meaning(), reader), plan(given.seed)).items():
        sys.stdout.write(f"{name:20}{value:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
