"""What the record of the reference article must hold; the page itself is not part of this repository."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from framing import laws
from framing.codec import from_json, to_dict, to_json
from framing.schema import schema
from framing.types import (
    ActorKind,
    Analysis,
    ContestKind,
    Factuality,
    HedgeKind,
    HedgeOwner,
    ParagraphKind,
    Voice,
)
from tests.framing.engine import read_anew
from tests.framing.views import called, claims, contests, hedges, mentioned, side, words

pytestmark = pytest.mark.reference

OPENINGS = [
    "Chinese President Xi Jinping plans",
    "Putin invited Xi to visit Moscow",
    "Xi, who secured",
    "The Kremlin declined to comment",
    "China’s Foreign Ministry did not",
    "Xi’s reported decision",
    "Beijing’s diplomatic efforts",
    "Putin and Xi have touted",
    "Washington warned last month",
]


@pytest.fixture(scope="module")
def record(read: Callable[..., Analysis]) -> Analysis:
    folder = os.environ.get("HEDGEROW_SEED")
    if folder is None:
        pytest.skip("HEDGEROW_SEED does not name the folder of the reference article")
    return read(next(Path(folder).glob("*.txt")).read_bytes().decode("utf-8"))


# --- 1. what is read ---------------------------------------------------------------------------------------------


def test_the_headline_and_nine_paragraphs_are_read(record: Analysis) -> None:
    read = [(p.kind, record.article.text[p.start : p.end]) for p in record.paragraphs if p.included]
    assert [kind for kind, _ in read] == [ParagraphKind.HEADLINE] + [ParagraphKind.BODY] * 9
    assert all(text.startswith(opening) for (_, text), opening in zip(read[1:], OPENINGS, strict=True))


def test_everything_else_is_left_out_with_a_reason(record: Analysis) -> None:
    out = [p for p in record.paragraphs if not p.included]
    assert all(p.reason for p in out)
    assert {p.kind for p in out} == {ParagraphKind.BOILERPLATE, ParagraphKind.CAPTION}
    first, last = (next(p for p in record.paragraphs if record.article.text[p.start :].startswith(o)) for o in
                   (OPENINGS[0], OPENINGS[-1]))  # fmt: skip
    assert all(p.end <= first.start or p.start >= last.end for p in out)


def test_no_mark_stands_in_what_is_left_out(record: Analysis) -> None:
    kept = [(p.start, p.end) for p in record.paragraphs if p.included]
    marks = [
        *((m.start, m.end) for a in record.actors for m in a.mentions),
        *((s.start, s.end) for c in record.claims for s in (*c.cue, *c.content)),
        *((h.start, h.end) for h in record.hedges),
        *((c.evidence.start, c.evidence.end) for c in record.contests),
    ]
    assert all(any(a <= start and end <= b for a, b in kept) for start, end in marks)


# --- 2. contests and silences ------------------------------------------------------------------------------------


def test_china_denies_the_claim_of_the_united_states(record: Analysis) -> None:
    (contest,) = contests(record, by="China", kind=ContestKind.DENIES, against="United States")
    assert words(record, contest.evidence) == "has rejected"
    assert contest.claim is not None
    claim = record.claims[contest.claim]
    assert "lethal support" in words(record, claim.content)
    assert called(record, claim.holder, "United States")
    assert claim.contested


def test_western_officials_doubt_the_efforts_of_beijing(record: Analysis) -> None:
    (contest,) = contests(record, by="Western officials", kind=ContestKind.DOUBTS, against="China")
    assert words(record, contest.about) == "Beijing’s diplomatic efforts"
    assert side(record, contest.by) == "West"


def test_nothing_else_is_contested(record: Analysis) -> None:
    assert len(record.contests) == 2


def test_the_kremlin_and_the_foreign_ministry_are_silent_and_nobody_else(record: Analysis) -> None:
    found = [(side(record, s.actor), words(record, s.evidence)) for s in record.silences]
    assert found == [("Russia", "declined to comment"), ("China", "did not immediately respond")]
    assert called(record, record.silences[1].actor, "China’s Foreign Ministry")


def test_no_silence_is_a_contest(record: Analysis) -> None:
    silent = {s.sentence for s in record.silences}
    assert not any(contest.sentence in silent for contest in record.contests)


# --- 3. the first claim, hedges, factuality ------------------------------------------------------------------------


def test_the_first_news_paragraph_is_held_by_reuters_on_unnamed_sources(record: Analysis) -> None:
    body = next(p for p in record.paragraphs if p.kind is ParagraphKind.BODY)
    claim = next(c for c in record.claims if record.sentences[c.sentence].paragraph == body.id)
    assert called(record, claim.holder, "Reuters")
    assert claim.anonymous
    assert claim.hedged
    assert claim.voice is Voice.INDIRECT
    assert words(record, claim.content).startswith("Chinese President Xi Jinping plans to visit")
    assert "citing" not in words(record, claim.content)


@pytest.mark.parametrize(
    ("cue", "kind", "owner"),
    [
        ("unnamed sources", HedgeKind.REPORTED, HedgeOwner.HOLDER),
        ("If confirmed", HedgeKind.UNCONFIRMED, HedgeOwner.AUTHOR),
        ("had been expected", HedgeKind.PLANNED, HedgeOwner.AUTHOR),
        ("reported", HedgeKind.REPORTED, HedgeOwner.AUTHOR),
        ("was considering", HedgeKind.PLANNED, HedgeOwner.HOLDER),
    ],
)
def test_hedge(record: Analysis, cue: str, kind: HedgeKind, owner: HedgeOwner) -> None:
    assert owner in [hedge.owner for hedge in hedges(record, cue, kind)]


@pytest.mark.parametrize(
    ("by", "content", "factuality"),
    [
        ("Reuters", "plans to visit President Vladimir Putin", Factuality.PROBABLE),
        ("Russia", "to visit Moscow this spring", Factuality.UNDERSPECIFIED),
        (None, "visit will take place much earlier", Factuality.UNDERSPECIFIED),
        (None, "had been expected to travel to Moscow", Factuality.PROBABLE),
        ("Dmitry Peskov", "an announcement would be made", Factuality.CERTAIN),
        ("China", "to broker a Russian-Ukrainian peace deal", Factuality.UNDERSPECIFIED),
        ("Xi Jinping", "acted as a counterweight", Factuality.CERTAIN),
        ("Vladimir Putin", "acted as a counterweight", Factuality.CERTAIN),
        ("United States", "was considering sending “lethal support”", Factuality.POSSIBLE),
        ("China", "to stop “spreading false information", Factuality.UNDERSPECIFIED),
    ],
)
def test_factuality(record: Analysis, by: str | None, content: str, factuality: Factuality) -> None:
    (claim,) = claims(record, by=by, content=content)
    assert (claim.holder is None) == (by is None)
    assert claim.factuality is factuality


def test_joint_holders_share_a_group(record: Analysis) -> None:
    joint = list(claims(record, content="acted as a counterweight"))
    assert len(joint) == 2
    assert len({claim.group for claim in joint} - {None}) == 1


# --- 4. sides --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("surface", "within", "name"),
    [
        ("Beijing", "Beijing’s diplomatic", "China"),
        ("Beijing", "Beijing has rejected", "China"),
        ("Beijing", "with Beijing in due course", "China"),
        ("China", "China was considering", "China"),
        ("Chinese", "Chinese President", "China"),
        ("China’s Foreign Ministry", "China’s Foreign Ministry", "China"),
        ("Xi Jinping", "President Xi Jinping plans", "China"),
        ("Putin", "Putin invited", "Russia"),
        ("Vladimir Putin", "President Vladimir Putin", "Russia"),
        ("Dmitry Peskov", "spokesperson Dmitry Peskov", "Russia"),
        ("Kremlin", "The Kremlin declined", "Russia"),
        ("Moscow", "political ties with Moscow", "Russia"),
        ("Washington", "Washington warned", "United States"),
        ("U.S.", "told the U.S.", "United States"),
        ("United States", "dominance of the United States", "United States"),
        ("Reuters", "Reuters reported", "Reuters"),
        ("news agency", "the\u00a0news agency", "Reuters"),
        ("Western officials", "by Western officials", "West"),
    ],
)
def test_side(record: Analysis, surface: str, within: str, name: str) -> None:
    found = [side(record, a.id) for a in mentioned(record, within if "agency" in surface else surface, within)]
    assert name in found


@pytest.mark.parametrize("within", ["visit Moscow", "travel to Moscow"])
def test_moscow_is_a_place_where_one_goes(record: Analysis, within: str) -> None:
    assert [(a.kind, a.side) for a in mentioned(record, "Moscow", within)] == [(ActorKind.PLACE, None)]


# --- 6. the record ---------------------------------------------------------------------------------------------------


def test_laws_round_trip_schema_and_same_bytes(record: Analysis) -> None:
    laws.check(record)
    written = to_json(record)
    assert from_json(written) == record
    assert to_json(read_anew(record.article.text)) == written
    Draft202012Validator(schema()).validate(to_dict(record))
