"""Sentences written for these tests, in the published forms of the corpora."""

import json

import pytest

from tests.models.tiny import write_encoder
from training.config import read_config
from training.evaluate import CONFIG

SIDES = ("Beijing", "Moscow", "Kyiv", "Paris", "Rome", "Oslo", "Delhi", "Cairo")
VERBS = ((2.0, "failed", "3", "ACCUSE"), (4.0, "met", "1", "CONSULT"), (6.0, "saved", "2", "AID"))


def news_line(number, *, topic):
    """One NewsMTSC line: the polarity is told by the verb."""
    side, (polarity, verb, _, _) = SIDES[number % 8], VERBS[number % 3]
    text = f"{side} {verb} the talks about {topic} {number}."
    target = {"from": 0, "to": len(side), "mention": side, "polarity": polarity, "further_mentions": []}
    return json.dumps({"primary_gid": f"src_{number}_1_7_x", "sentence_normalized": text, "targets": [target]})


def stance_line(number, *, topic):
    """One DSE line."""
    first, second = SIDES[number % 8], SIDES[(number + 3) % 8]
    verb, label = ("blamed", 3) if number % 2 else ("met", 0)
    return f"[{first}] {verb} [{second}] over {topic} {number}.\t{first}\t{second}\t{label}"


def act_line(number):
    """The columns of PLV that are read."""
    _, verb, penta, root = VERBS[number % 3]
    marked = f"<s>{SIDES[number % 8]}</s> {verb} <t>{SIDES[(number + 1) % 8]}</t> over plan {number}."
    return f"{number}\t{marked}\t{penta}\t{root}"


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A data folder with a few sentences per corpus."""
    folder = tmp_path_factory.mktemp("data")
    files = {
        "newsmtsc/train.jsonl": [news_line(number, topic="grain") for number in range(60)],
        "newsmtsc/devtest_rw.jsonl": [news_line(number, topic="gas") for number in range(9)],
        "newsmtsc/devtest_mt.jsonl": [news_line(number, topic="oil") for number in range(9)],
        "dse/train.txt": [stance_line(number, topic="steel") for number in range(40)],
        "dse/valid.txt": [stance_line(number, topic="fish") for number in range(8)],
        "plover/PLV_train.tsv": [
            "sentence_id\tmarked_sentence\tgold_penta\tgold_root",
            *(act_line(number) for number in range(40)),
        ],
    }
    for name, lines in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def encoder(tmp_path_factory):
    return write_encoder(tmp_path_factory.mktemp("encoder"))


@pytest.fixture(scope="session")
def config():
    return read_config(CONFIG)
