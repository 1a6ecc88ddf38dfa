"""The annotated article: the project's own readers find in it what the analyst decided."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.gold import located
from benchmarks.ledger import MEASURES, Score, judge
from framing.edits import (
    AddContest,
    ChangeFactuality,
    ChangeHolder,
    RejectClaim,
    RemoveContest,
    actor_words,
    apply,
    claim_words,
    contest_words,
)
from framing.errors import EditError, RecordError
from framing.exports.gold_toml import actor_names, longer, write
from framing.types import Analysis, ContestKind, Factuality, Span
from tests.builders import (
    COULD_FAIL,
    DAM_IS_OLD,
    LAKELAND,
    LAKELAND_BELIEVES,
    NORVIA,
    TASMAR,
    WORK_TAKES,
    analysis,
    span,
)
from tests.editing.drawn import operations, readings
from training.datasets import contests


def score(record: Analysis, gold: Analysis) -> Score:
    found = Score()
    judge(record, tomllib.loads(write(gold).decode()), found, "article")
    return found


def corrected() -> Analysis:
    """Lakeland's claim is Norvia's, one is rejected, one is less certain, and the contest is another one."""
    record = replace(analysis(), edits=())
    for operation in (
        RejectClaim(claim_words(record, COULD_FAIL)),
        ChangeHolder(claim_words(record, DAM_IS_OLD), actor_words(record, NORVIA)),
        ChangeFactuality(claim_words(record, LAKELAND_BELIEVES), Factuality.UNDERSPECIFIED),
        AddContest(
            span("said 🙂"), ContestKind.DOUBTS, actor_words(record, TASMAR), claim_words(record, LAKELAND_BELIEVES)
        ),
    ):
        record = apply(record, operation)
    return apply(record, RemoveContest(contest_words(record, 0)))


def test_the_quality_gate_reads_the_analyst_s_values_and_not_the_machine_s():
    gold, machine = corrected(), analysis()
    agreed = score(gold, gold)
    assert {name: agreed.figure(name) for name in MEASURES} == dict.fromkeys(MEASURES, 1.0)
    apart = score(machine, gold)
    wrong = {name for name in MEASURES if apart.figure(name) < 1.0}
    assert {"claims F1", "holder's side", "factuality", "contest links F1"} <= wrong


@pytest.mark.parametrize("at", range(5))
def test_every_measure_agrees_with_a_reading_that_is_its_own_gold(at):
    record = readings()[at]
    agreed = score(record, record)
    assert agreed.misses == []
    assert agreed.counts["claims F1"].hit == len(record.claims)
    assert agreed.counts["contest links F1"].hit == len(record.contests)


def test_training_reads_the_analyst_s_contest(tmp_path):
    folder = tmp_path / "corrected"
    folder.mkdir()
    (folder / "dam.toml").write_bytes(write(corrected()))
    [article] = contests.written(tmp_path)
    assert article.text == analysis().article.text
    [contest] = article.contests
    assert (contest.by, contest.evidence) == ("Tasmar", span("said 🙂"))
    [contested] = [article.claims[name] for name in contest.claims]
    assert (contested.holder, contested.content) == ("Lakeland", (span("the dam was old"),))
    assert {claim.holder for claim in article.claims.values()} == {"", "Norvia", "Lakeland", "Tasmar"}
    assert any(pair.label == "contests" for pair in contests.pairs(article))


def test_the_article_s_own_words_are_its_author_s():
    rows = tomllib.loads(write(analysis()).decode())["claims"]
    own = rows[WORK_TAKES]
    assert (own["holder"], own["side"], own["voice"], own["cue"]) == ("author", "", "author", [])


def test_actors_of_one_name_are_told_apart():
    record = analysis()
    renamed = replace(record, actors=tuple(replace(actor, name="Lakeland") for actor in record.actors))
    assert len(set(actor_names(renamed).values())) == len(record.actors)
    assert actor_names(renamed)[LAKELAND] == "Lakeland"
    author = replace(record, actors=tuple(replace(actor, name="author") for actor in record.actors))
    assert "author" not in actor_names(author).values()


@pytest.mark.parametrize("text", ["\r\n", "\ufeff", "\x00", '"""', "\\u0041", "'''", "\u2028"])
def test_the_text_comes_back_code_point_for_code_point(text):
    record = analysis()
    odd = replace(record, article=replace(record.article, text=f"{record.article.text}{text}"))
    assert tomllib.loads(write(odd).decode())["text"] == odd.article.text


# Quotations


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("Oslo said so.", Span(5, 9), "said"),
        ("He said no. She said yes.", Span(3, 7), "said no."),
        ("He said no. She said no.", Span(16, 20), "She said"),
        ("It said it said so", Span(11, 15), "said so"),
        ("Iran and the Iranian", Span(0, 4), "Iran and"),
    ],
)
def test_words_are_quoted_with_as_much_as_tells_them_apart(text, place, quoted):
    assert longer(text, place) == quoted


@pytest.mark.parametrize(("text", "place"), [("ha ha ha", Span(3, 8)), ("said said", Span(5, 9))])
def test_words_that_nothing_tells_apart_are_refused_and_named_in_the_file(text, place):
    with pytest.raises(RecordError, match="cannot be told from the same words elsewhere"):
        longer(text, place)


def test_what_cannot_be_quoted_is_left_out_by_name():
    """The last word of an article that was pasted twice."""
    record = analysis()
    twice = f"{record.article.text}{record.article.text}".rstrip()
    start = len(twice) - len("years.")
    hedges = (*record.hedges, replace(record.hedges[0], start=start, end=start + len("years")))
    written = tomllib.loads(write(replace(record, article=replace(record.article, text=twice), hedges=hedges)).decode())
    assert len(written["hedges"]) == len(record.hedges)
    assert written["left_out"] == [f"'years' at {start} cannot be told from the same words elsewhere; the JSON has it"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_every_quotation_of_a_corrected_record_is_found_where_it_stands(data):
    record = readings()[data.draw(st.integers(0, 4))]
    for _ in range(3):
        try:
            record = apply(record, data.draw(operations(record)))
        except EditError:
            continue
    gold = tomllib.loads(write(record).decode())
    text = record.article.text
    assert [located(text, row, "content") for row in gold["claims"]] == [list(c.content) for c in record.claims]
    assert [located(text, row, "cue") for row in gold["claims"]] == [list(c.cue) for c in record.claims]
    assert [located(text, row, "evidence") for row in gold["contests"]] == [[c.evidence] for c in record.contests]
    assert gold["left_out"] == []
