"""The planted corpus, written and indexed once."""

import pytest

from corpus.index import write_index
from corpus.links import Judge
from corpus.store import open_corpus
from models.meaning import load_meaning
from samples.planned import plan
from samples.planted import record
from samples.records import write_records
from tests.framing.engine import network

INPUT = "planted"


@pytest.fixture(scope="session")
def planned():
    return plan()


@pytest.fixture(scope="session")
def results(planned, tmp_path_factory):
    folder = tmp_path_factory.mktemp("planted") / "results [1]*"  # a name that is a pattern elsewhere
    write_records(((row, record(one)) for row, one in enumerate(planned)), folder, input_=INPUT)
    write_index(folder, Judge(load_meaning(), network()))
    return folder


@pytest.fixture(scope="session")
def corpus(results):
    opened = open_corpus(results)
    yield opened
    opened.close()
