"""The planted corpus as a folder of results, indexed by words alone, which needs no models."""

from dataclasses import replace
from pathlib import Path

from corpus.index import write_index
from corpus.links import WORDS_ALONE
from samples.planned import plan
from samples.planted import record
from samples.records import write_records
from tests.components import probes


def write(folder: Path) -> Path:
    """Every planted article."""
    write_records(((row, record(one)) for row, one in enumerate(plan())), folder, input_="planted")
    write_index(folder, WORDS_ALONE)
    return folder


def write_hostile(folder: Path) -> Path:
    """A few articles in which outlets, titles, actors and sentences would do something if they were more than text."""
    records = [replace_outlet(probes.record(round), round) for round in probes.ROUNDS]
    write_records(((row, one) for row, one in enumerate(records)), folder, input_="<b>input</b>")
    write_index(folder, WORDS_ALONE)
    return folder


def replace_outlet(record, round: int):
    mine = probes.PROBES[round * probes.ACTORS :]
    return replace(record, article=replace(record.article, source=mine[0], title=mine[1], published="2024-01-05"))
