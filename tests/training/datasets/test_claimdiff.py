"""ClaimDiff: two files of relations become one label per pair."""

import json

import pytest

from training.datasets import claimdiff
from training.errors import TrainingError


def item(number, relation):
    return {
        "topic": f"Topic {number // 2}",
        "date": "2021-03-04",
        "pair_id": f"id{number}",
        "claim_a": f"The mayor opened bridge {number}. ",
        "claim_b": f"Bridge {number} is still shut. ",
        "article_a": "A bridge opens",
        "article_b": "A bridge that waits",
        "relation": relation,
        "rationale": [f"opened bridge {number}."] if relation else [],
    }


def write(path, items):
    path.write_text(json.dumps({"data": items, "ver": "1"}), encoding="utf-8")


def read(folder, stronger, weaker):
    write(folder / claimdiff.STRENGTH, stronger)
    write(folder / claimdiff.WEAK, weaker)
    return claimdiff.read(folder)


def test_the_two_relations_give_the_label_and_both_at_once_are_left_out(tmp_path):
    stronger = [item(number, relation) for number, relation in enumerate((1, 0, 0, 1))]
    weaker = [item(number, relation) for number, relation in enumerate((0, 1, 0, 1))]
    pairs = read(tmp_path, stronger, weaker[::-1])
    assert [pair.label for pair in pairs] == ["strengthens", "weakens", "unrelated"]
    assert [pair.document for pair in pairs] == ["Topic 0", "Topic 0", "Topic 1"]


def test_claim_a_is_the_one_that_is_affected(tmp_path):
    (pair,) = read(tmp_path, [item(5, 0)], [item(5, 1)])
    assert (pair.first, pair.second) == ("The mayor opened bridge 5.", "Bridge 5 is still shut.")


@pytest.mark.parametrize(
    "fields", [{"relation": 2}, {"relation": None}, {"claim_a": " "}, {"topic": 3}], ids=lambda fields: str(fields)
)
def test_an_item_of_another_form_is_named(tmp_path, fields):
    with pytest.raises(TrainingError, match=r"weak-train\.json, item 2"):
        read(tmp_path, [item(0, 0), item(1, 0)], [item(0, 0), {**item(1, 0), **fields}])


def test_files_of_different_pairs_are_refused(tmp_path):
    with pytest.raises(TrainingError, match="id1 stands in one of two files"):
        read(tmp_path, [item(0, 0), item(1, 0)], [item(0, 0)])


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"data": 5}'])
def test_a_file_of_another_form_is_named(tmp_path, content):
    (tmp_path / claimdiff.STRENGTH).write_text(content, encoding="utf-8")
    with pytest.raises(TrainingError, match=claimdiff.STRENGTH):
        claimdiff.read(tmp_path)
