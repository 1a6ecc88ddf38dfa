"""The JSON form of corrections, and their lines in a list."""

import json
from typing import get_args

import pytest

from framing.editing.operations import NAMES
from framing.edits import (
    AcceptClaim,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ChangeParagraph,
    MergeActors,
    MoveActor,
    Operation,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    actor_words,
    claim_words,
    contest_words,
    describe,
    operation_from_json,
    operation_to_json,
)
from framing.errors import RecordError
from framing.types import ActorKind, ContestKind, Factuality, ParagraphKind, Span
from tests.builders import COULD_FAIL, LAKELAND, MOSS, TASMAR, analysis, span

RECORD = analysis()
CLAIM, LAKE, ADA, TAS = claim_words(RECORD, COULD_FAIL), *(actor_words(RECORD, n) for n in (LAKELAND, MOSS, TASMAR))
LINES = {
    AcceptClaim(CLAIM): "Accepted: “could fail … not soon”",
    RejectClaim(CLAIM): "No claim: “could fail … not soon”",
    ChangeHolder(CLAIM, ADA): "Holder of “could fail … not soon”: → Ada Moss",
    ChangeHolder(CLAIM, None): "Holder of “could fail … not soon”: → the article",
    ChangeFactuality(CLAIM, Factuality.UNDERSPECIFIED): "Certainty of “could fail … not soon”: → left open",
    ChangeHedged(CLAIM, False): "Hedged or not, “could fail … not soon”: → not hedged",
    AddContest(
        span("denied"), ContestKind.DENIES, TAS, CLAIM
    ): "Contest added: denial by Tasmar of “could fail … not soon” (“denied”)",
    AddContest(
        span("denied"), ContestKind.DOUBTS, None, None, LAKE
    ): "Contest added: doubt by the article of what the text does not state (“denied”)",
    RemoveContest(contest_words(RECORD, 0)): "No contest of “could fail … not soon”: “denied the claim”",
    MergeActors(LAKE, ADA): "Merged: Ada Moss → Lakeland",
    SplitActor(LAKE, (Span(0, 8),), "the council", ActorKind.GROUP): "Split: “Lakeland” of Lakeland → the council",
    RenameActor(LAKE, "the lake"): "Name: Lakeland → the lake",
    MoveActor(ADA, TAS): "Side of Ada Moss: → Tasmar",
    MoveActor(ADA, None): "Side of Ada Moss: → Ada Moss",
    ChangeParagraph(Span(48, 75), ParagraphKind.BODY): "Paragraph “Sign up for our newsletter.”: → body",
}


def test_every_correction_has_a_name_and_a_line():
    assert set(get_args(Operation)) == set(NAMES) == {type(operation) for operation in LINES}
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize(("operation", "line"), LINES.items(), ids=lambda value: type(value).__name__)
def test_a_correction_in_words(operation, line):
    assert describe(operation, RECORD) == line


@pytest.mark.parametrize("operation", LINES, ids=lambda value: type(value).__name__)
def test_a_correction_comes_back_from_json(operation):
    written = operation_to_json(operation)
    assert next(iter(json.loads(written))) == "do"
    assert operation_from_json(written) == operation


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "malformed JSON"),
        ("[]", "None is no correction; known are accept claim, reject claim"),
        ('{"do": "guess"}', "'guess' is no correction"),
        ('{"do": ["accept claim"]}', "is no correction"),
        ('{"do": "accept claim"}', "field 'claim' is missing"),
        ('{"do": "rename actor", "actor": {"name": "x", "mention": null}, "name": 3}', "op.name: 3, expected a string"),
        ('{"do": "merge actors", "kept": null, "merged": null}', "op.kept: None, expected an object"),
    ],
)
def test_what_is_no_correction_is_refused(text, message):
    with pytest.raises(RecordError, match=message):
        operation_from_json(text)
