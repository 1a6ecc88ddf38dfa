"""Perspectrum: perspectives for and against claims, and drawn pairs of other topics."""

import json

import pytest

from training.datasets import perspectrum
from training.errors import TrainingError

POOL = {
    1: "Trams move more people. ",
    2: "A tram carries many riders.",
    3: "Trams cost too much.",
    4: "Pupils need their sleep.",
    5: "Parents start work early.",
    6: "Quiet streets sell homes.",
}


def claim(identifier, text, topics, *clusters):
    perspectives = [{"pids": pids, "stance_label_3": label, "evidence": []} for label, pids in clusters]
    return {"cId": identifier, "text": text, "source": "idebate", "perspectives": perspectives, "topics": topics}


CLAIMS = [
    claim(10, "Cities should build trams", ["economy"], ("SUPPORT", [1, 2]), ("UNDERMINE", [3])),
    claim(11, "School should start at ten", ["education"], ("SUPPORT", [4]), ("UNDERMINE", [5])),
    claim(12, "Streets should be quiet", [], ("SUPPORT", [6])),
    claim(13, "Trams should be free", ["economy"], ("UNDERMINE", [3])),
]
SPLITS = {"10": "train", "11": "train", "12": "train", "13": "dev"}


def write(folder, claims=CLAIMS, pool=POOL, splits=SPLITS):
    rows = [{"pId": identifier, "text": text, "source": "idebate"} for identifier, text in pool.items()]
    contents = {perspectrum.CLAIMS: claims, perspectrum.POOL: rows, perspectrum.SPLITS: splits}
    for name, content in contents.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_every_perspective_of_the_split_is_read_with_its_clusters_label(tmp_path):
    pairs = perspectrum.read(write(tmp_path), "train", unrelated=0, seed=1)
    assert [(pair.document, pair.second, pair.label) for pair in pairs] == [
        ("10", "Trams move more people.", "strengthens"),
        ("10", "A tram carries many riders.", "strengthens"),
        ("10", "Trams cost too much.", "weakens"),
        ("11", "Pupils need their sleep.", "strengthens"),
        ("11", "Parents start work early.", "weakens"),
        ("12", "Quiet streets sell homes.", "strengthens"),
    ]
    assert pairs[0].first == "Cities should build trams"


def test_unrelated_pairs_are_all_those_of_other_topics(tmp_path):
    drawn = perspectrum.read(write(tmp_path), "train", unrelated=5, seed=1)[6:]
    assert {pair.label for pair in drawn} == {"unrelated"}
    assert {(pair.document, pair.second[:7]) for pair in drawn} == {
        ("10", "Pupils "),
        ("10", "Parents"),
        ("11", "Trams m"),
        ("11", "A tram "),
        ("11", "Trams c"),
    }


def test_the_draw_hangs_on_the_seed_alone(tmp_path):
    draws = [perspectrum.read(write(tmp_path), "train", unrelated=2, seed=seed) for seed in (1, 1, *range(2, 8))]
    assert draws[0] == draws[1]
    assert len(set(draws)) > 1


def test_more_unrelated_pairs_than_there_are_is_an_error(tmp_path):
    with pytest.raises(TrainingError, match=r"6 unrelated pairs .* 5 are possible"):
        perspectrum.read(write(tmp_path), "train", unrelated=6, seed=1)


def test_without_drops_texts_of_another_split(tmp_path):
    train, dev = (perspectrum.read(write(tmp_path), split, unrelated=0, seed=1) for split in ("train", "dev"))
    assert [pair for pair in train if pair not in perspectrum.without(train, dev)] == [train[2]]


@pytest.mark.parametrize(
    "broken",
    [
        claim(11, "Buses", ["economy"], ("SUPPORT", [99])),
        claim(11, "Buses", ["economy"], ("MAYBE", [1])),
        claim(77, "Buses", ["economy"], ("SUPPORT", [1])),
        {"cId": 11, "text": "Buses", "topics": []},
        7,
    ],
    ids=["pid without text", "unknown label", "claim without split", "no perspectives", "no object"],
)
def test_a_claim_of_another_form_is_named(tmp_path, broken):
    with pytest.raises(TrainingError, match=r"perspectrum_with_answers_v1\.0\.json, item 2"):
        perspectrum.read(write(tmp_path, claims=[CLAIMS[0], broken]), "train", unrelated=0, seed=1)


@pytest.mark.parametrize("name", [perspectrum.CLAIMS, perspectrum.POOL, perspectrum.SPLITS])
@pytest.mark.parametrize("content", ["{", "5", "[[]]"])
def test_a_file_of_another_form_is_named(tmp_path, name, content):
    (write(tmp_path) / name).write_text(content, encoding="utf-8")
    with pytest.raises(TrainingError, match=name):
        perspectrum.read(tmp_path, "train", unrelated=0, seed=1)


def test_an_unknown_split_is_named(tmp_path):
    with pytest.raises(TrainingError, match="'valid'"):
        perspectrum.read(write(tmp_path), "valid", unrelated=0, seed=1)
