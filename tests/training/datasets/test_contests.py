"""Contested claims: what becomes a pair, and what is refused."""

import json

import pytest

from framing.types import Span
from training.datasets import contests
from training.datasets.contests import FOLDER, Article, Claim, Contest, pairs, sentences, standing_off, written
from training.errors import TrainingError

TEXT = "Ferry was safe, says Oslo\n\nThe ferry leaked, Rome said. Oslo denied it. It sailed on.\n"


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


CLAIMS = {
    "c1": Claim("Rome", (span("The ferry leaked"),)),
    "c2": Claim("Oslo", (span("Ferry was safe"),)),
    "c3": Claim("", (span("It sailed on"),)),
}
ARTICLE = Article("a", TEXT, CLAIMS, (Contest("Oslo", span("denied"), frozenset({"c1"})),))


def test_a_contest_is_laid_beside_what_it_contests_and_what_it_passes_by():
    found = {(pair.first, pair.label) for pair in pairs(ARTICLE) if pair.second == ANSWER}
    assert found >= {("Rome: The ferry leaked", "contests"), ("It sailed on", "passes")}
    assert ("Oslo: Ferry was safe", "passes") not in found  # its own


ANSWER = "Oslo: The ferry leaked, Rome said. Oslo denied it."


def test_the_sentence_before_comes_with_it_within_the_paragraph():
    assert ANSWER in {pair.second for pair in pairs(ARTICLE)}
    assert not any("says Oslo The ferry" in pair.second for pair in pairs(ARTICLE))


def test_sentences_that_contest_nothing_pass_by_all_before_them():
    quiet = [pair for pair in pairs(ARTICLE) if pair.second.endswith("It sailed on.")]
    assert {pair.first for pair in quiet} == {"Rome: The ferry leaked", "Oslo: Ferry was safe"}
    assert {pair.label for pair in quiet} == {"passes"}


def test_sentences_do_not_run_over_lines():
    found = [one.of(TEXT) for one in sentences(TEXT)]
    assert found == ["Ferry was safe, says Oslo", "The ferry leaked, Rome said.", "Oslo denied it.", "It sailed on."]


def test_all_articles_of_the_project_can_be_read():
    articles = list(written(FOLDER))
    assert len(articles) == len(list(FOLDER.glob("*/*.toml"))) == 445
    assert sum(len(article.contests) for article in articles) > 2500
    assert len({article.text for article in articles}) == len(articles)


def body(**changed):
    row = {"claim": "c1", "by": "Oslo", "kind": "denies", "about": "", "evidence": "denied"} | changed
    keys = ", ".join(f"{key} = {json.dumps(value)}" for key, value in row.items())
    claims = 'claims = [{id = "c1", holder = "Rome", voice = "other", content = ["It leaked"]}]'
    return f'text = "It leaked, Rome said. Oslo denied it, then denied it again."\n{claims}\ncontests = [{{{keys}}}]\n'


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"evidence_in": "denied it,", "claim": "c9"}, "'c9' is contested and not listed"),
        ({}, "'denied' stands in the text 2 times"),
        ({"evidence": "refused"}, "'refused' stands in the text 0 times"),
    ],
)
def test_what_is_not_of_the_form_is_refused(tmp_path, changed, told):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.toml").write_text(body(**changed), encoding="utf-8")
    with pytest.raises(TrainingError, match=told):
        list(written(tmp_path))


def test_longer_words_say_which_of_two_places_is_meant(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.toml").write_text(body(evidence_in="denied it again"), encoding="utf-8")
    (article,) = written(tmp_path)
    (contest,) = article.contests
    assert contest.evidence.start == article.text.index("denied it again")


def test_a_text_that_is_not_the_annotated_one_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Rome left.", encoding="utf-8")
    line = {"document": "a", "sha256": "0" * 64, "claims": [], "contests": []}
    (tmp_path / contests.STANDOFF).write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"a\.txt: SHA-256 is [0-9a-f]{64}, expected 0000"):
        list(standing_off(tmp_path / contests.STANDOFF, tmp_path))
