"""Entities of headlines are found and labelled."""

import csv
import json

import pytest

from framing.types import Tone
from training.datasets import sentfin
from training.errors import TrainingError


def read(tmp_path, *rows):
    path = tmp_path / "headlines.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["S No.", "Title", "Decisions", "Words"])
        writer.writerows((1, title, decisions, 5) for title, decisions in rows)
    return sentfin.read(path)


def test_each_entity_of_a_headline_is_a_target(tmp_path):
    title = "Acme gains as Bolt slips; Crux flat"
    labels = {"Acme": "positive", "Bolt": "negative", " Crux": "neutral"}
    (example,) = read(tmp_path, (title, json.dumps(labels)))
    assert [(answer.mentions[0].of(title), answer.label) for answer in example.targets] == [
        ("Acme", Tone.POSITIVE),
        ("Bolt", Tone.NEGATIVE),
        ("Crux", Tone.NEUTRAL),
    ]
    assert (example.text, example.document) == (title, title)


@pytest.mark.parametrize(
    ("title", "entity", "start"),
    [
        ("Oilfields wait while Oil slips", "Oil", 21),
        ("Oilfields wait while oil slips", "Oil", 21),
        ("Acmes profit doubles", "Acme", 0),
        ("ACMEs profit doubles", "Acme", 0),
        ("A&B (new) rises; A&B (new) falls", "A&B (new)", 0),
    ],
)
def test_a_word_is_found_before_a_part_of_one(title, entity, start):
    assert sentfin.find(title, entity).start == start


@pytest.mark.parametrize("entity", ["Bolt", ""])
def test_what_the_headline_does_not_hold_is_not_found(entity):
    assert sentfin.find("Acme gains", entity) is None


def test_absent_entities_and_repeated_headlines_are_left_out(tmp_path):
    rows = [
        ("Acme gains", '{"Acme": "positive", "Bolt": "neutral"}'),
        ("Acme gains", '{"Acme": "neutral"}'),
        ("Crux gains", '{"Bolt": "neutral"}'),
    ]
    (example,) = read(tmp_path, *rows)
    assert [answer.label for answer in example.targets] == [Tone.POSITIVE]


@pytest.mark.parametrize("decisions", ['{"Acme": "rosy"}', "{'Acme'", '["Acme"]', '{"Acme": 1}'])
def test_another_form_is_refused_by_its_row(tmp_path, decisions):
    with pytest.raises(TrainingError, match=r"headlines\.csv, row 3"):
        read(tmp_path, ("Acme gains", '{"Acme": "positive"}'), ("Acme fell", decisions))
