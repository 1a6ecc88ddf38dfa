"""JSON and back: exact for every record, and a message with the place and the value for everything else."""

import json
import math
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from framing.codec import from_dict, from_json, to_dict, to_json
from framing.errors import RecordError
from framing.schema import schema, schema_text
from framing.strict_json import dumps
from framing.types import SCHEMA, Analysis, Article, Edit, Setting, Share
from tests.builders import analysis

ROOT = Path(__file__).resolve().parent.parent
VALIDATOR = Draft202012Validator(schema())

# Every record: a strategy read off the type hints, as the codec is

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False)
SCALARS = {str: words, int: st.integers(0, 10**18), float: numbers, bool: st.booleans()}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


# A whole record is a large example; it takes Hypothesis a while to draw one.
UNHURRIED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


def records(cls: type) -> st.SearchStrategy:
    hints = get_type_hints(cls)
    given_by_hand = {}
    if cls is Analysis:
        given_by_hand["schema"] = st.just(SCHEMA)
    if cls is Edit:
        given_by_hand |= dict.fromkeys(("op", "machine", "analyst"), json_values.map(dumps))
    if "probabilities" in hints:
        given_by_hand["probabilities"] = shares(hints["label"])
    inferred = {name: values(hint) for name, hint in hints.items() if name not in given_by_hand}
    return st.builds(cls, **inferred, **given_by_hand)


def shares(labels: type[StrEnum]) -> st.SearchStrategy:
    chosen = st.lists(st.sampled_from([label.value for label in labels]), unique=True)
    return st.tuples(chosen, numbers).map(lambda drawn: tuple(Share(name, drawn[1]) for name in drawn[0]))


def values(hint: object) -> st.SearchStrategy:
    if hint in SCALARS:
        return SCALARS[hint]
    if hint is NoneType:
        return st.none()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        distinct = {"unique_by": lambda setting: setting.name} if item is Setting else {}
        return st.lists(values(item), max_size=2, **distinct).map(tuple)
    return st.one_of([values(kind) for kind in get_args(hint)])


def kinds(value: object) -> object:
    """The value with every type beside it: 1, 1.0 and true are equal in Python but not in JSON."""
    if isinstance(value, tuple):
        return tuple(kinds(item) for item in value)
    if is_dataclass(value):
        return type(value), tuple(kinds(getattr(value, field.name)) for field in fields(value))
    return type(value), repr(value)


@settings(max_examples=25, **UNHURRIED)
@given(records(Analysis))
def test_any_record_comes_back_exactly(record):
    text = to_json(record)
    assert kinds(from_json(text)) == kinds(record)
    assert to_json(from_json(text)) == text
    assert "\n" not in text


@settings(max_examples=25, **UNHURRIED)
@given(records(Article))
def test_any_article_follows_the_schema(article):
    written = to_dict(replace(analysis(), article=article))
    assert list(VALIDATOR.iter_errors(written)) == []


# The form of section 4 of the design

FIELDS = {
    "article": "id source_id title text source author url published language",
    "paragraphs": "id start end kind included reason",
    "sentences": "id paragraph start end",
    "actors": "id name kind side mentions",
    "claims": "id sentence holder holder_span anonymous voice cue act reporting content parent group targets "
    "factuality hedged contested score unsure proof",
    "hedges": "id sentence start end kind scope owner claim score proof",
    "contests": "id sentence claim counter about by against kind evidence score unsure proof",
    "silences": "id sentence actor evidence claim proof",
    "stances": "holder target sentence label evidence probabilities unsure",
    "acts": "source target sentence label probabilities unsure",
    "frames": "paragraph label probabilities unsure",
    "edits": "op machine analyst",
    "provenance": "version bundle bundle_sha256 encoder_sha256 parser parser_sha256 missing_heads "
    "number_format lexicons settings",
}


def test_the_fields_are_those_of_the_design_in_its_order():
    written = to_dict(analysis())
    assert list(written) == [
        "schema", "article", "paragraphs", "sentences", "actors", "claims", "hedges", "contests", "silences",
        "stances", "acts", "tones", "frames", "edits", "provenance",
    ]  # fmt: skip
    for name, listed in FIELDS.items():
        row = written[name][0] if isinstance(written[name], list) else written[name]
        assert list(row) == listed.split(), name
    assert list(written["actors"][0]["mentions"][0]) == ["start", "end", "form", "proof"]
    assert list(written["claims"][0]["proof"][0]) == ["by", "start", "end", "value"]
    assert {name: list(rows[0]) for name, rows in written["tones"].items()} == {
        "paragraphs": ["paragraph", "label", "probabilities", "unsure"],
        "actors": ["actor", "mention", "sentence", "holder", "label", "probabilities", "unsure"],
    }


def test_spans_probabilities_settings_and_edits_have_their_forms():
    written = to_dict(analysis())
    assert written["claims"][0]["content"] == [{"start": 119, "end": 129}, {"start": 142, "end": 150}]
    assert written["tones"]["paragraphs"][0]["probabilities"] == {
        "negative": 0.8,
        "neutral": 0.15,
        "positive": 0.05,
    }
    assert written["provenance"]["settings"] == {"any_language": "false", "max_code_points": "1000000"}
    assert written["edits"][1] == {
        "op": {"do": "change paragraph", "paragraph": {"start": 48, "end": 75}, "kind": "boilerplate"},
        "machine": None,
        "analyst": {"paragraph": 1, "é": [1.5]},
    }


def test_the_text_is_readable_and_valid():
    text = to_json(analysis())
    assert text.startswith('{"schema":"hedgerow/1","article":{"id":')
    assert "🙂" in text
    assert list(VALIDATOR.iter_errors(json.loads(text))) == []


@pytest.mark.parametrize("source_id", [None, "", "7", 7, 0, 7.0, -0.0, 1e300, 10**30, True, False, "é\u2028"])
def test_the_callers_own_id_keeps_its_type(source_id):
    record = analysis()
    record = replace(record, article=replace(record.article, source_id=source_id))
    assert kinds(from_json(to_json(record))) == kinds(record)


# What is refused


def damaged(path: str, value: object) -> str:
    """The record as JSON with one value replaced."""
    written = to_dict(analysis())
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    at = written
    for part in parents:
        at = at[part]
    at[last] = value
    return json.dumps(written)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("schema", "hedgerow/9", "analysis.schema: 'hedgerow/9', expected 'hedgerow/1'"),
        ("claims.1.holder", "1", "analysis.claims[1].holder: '1', expected a whole number"),
        ("claims.1.holder", 1.0, "analysis.claims[1].holder: 1.0, expected a whole number"),
        ("claims.1.holder", True, "analysis.claims[1].holder: True, expected a whole number"),
        ("claims.1.sentence", None, "analysis.claims[1].sentence: None, expected a whole number"),
        ("claims.1.hedged", 1, "analysis.claims[1].hedged: 1, expected true or false"),
        ("claims.1.act", "sing", "analysis.claims[1].act: 'sing', expected one of say, report"),
        ("claims.1.content", {}, "analysis.claims[1].content: {}, expected a list"),
        ("claims.1.content.0", [1, 2], "analysis.claims[1].content[0]: [1, 2], expected an object"),
        ("claims.1.score", "high", "analysis.claims[1].score: 'high', expected a number"),
        ("claims.1.score", False, "analysis.claims[1].score: False, expected a number"),
        ("claims.1.score", 10**400, "analysis.claims[1].score"),
        ("article.source_id", [1], "analysis.article.source_id: [1], expected a string or a whole number"),
        ("article.title", "\ud800", "analysis.article.title: '\\ud800', expected text without lone"),
        ("edits.0.machine", ["\udfff"], "analysis.edits[0].machine: ['\\udfff'], expected text without"),
        ("frames.0.probabilities", {"sport": 1}, "analysis.frames[0].probabilities: 'sport', expected one"),
        ("frames.0.probabilities", [], "analysis.frames[0].probabilities: [], expected an object"),
        ("tones", [], "analysis.tones: [], expected an object"),
        ("article.colour", "red", "analysis.article: unknown field 'colour' with value 'red'"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(path, value, message):
    with pytest.raises(RecordError) as refusal:
        from_json(damaged(path, value))
    assert message in str(refusal.value)


@pytest.mark.parametrize("name", list(to_dict(analysis())))
def test_every_field_is_required(name):
    written = to_dict(analysis())
    del written[name]
    with pytest.raises(RecordError, match=f"analysis: field '{name}' is missing"):
        from_dict(written)
    assert not VALIDATOR.is_valid(written)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "malformed JSON at character 0"),
        ('{"schema":"hedgerow/1"', "malformed JSON at character 22"),
        ("[]", "analysis: [], expected an object"),
        ('{"failure": {}}', "unknown field 'failure'"),
        ("NaN", "NaN is not a JSON value"),
        ("-Infinity", "-Infinity is not a JSON value"),
        ("1e999", "1e999 is beyond the largest number"),
        ('{"a": 1, "b": 2, "a": 3}', "the name 'a' stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5000, "malformed JSON"),
    ],
)
def test_malformed_json_is_refused(text, message):
    with pytest.raises(RecordError) as refusal:
        from_json(text)
    assert message in str(refusal.value)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf])
def test_a_figure_that_is_no_number_is_not_written(figure):
    record = analysis()
    broken = replace(record, claims=(replace(record.claims[0], score=figure), *record.claims[1:]))
    with pytest.raises(RecordError, match=r"analysis\.claims\[0\]\.score: .*, expected a finite number"):
        to_json(broken)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"edits": [Edit('"x"', "1", "2")]}, "analysis.edits: .* expected a tuple"),
        ({"edits": (Edit('"x"', "{'a': 1}", "2"),)}, "malformed JSON"),
        ({"edits": (Edit('"x"', '{"a":1}', "2"),)}, r"analysis.edits\[0\].machine: .* expected JSON text as"),
        ({"article": Article(id="", text="\ud800")}, "lone surrogates"),
        ({"tones": None}, "analysis.tones: None, expected a Tones"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(change, message):
    with pytest.raises(RecordError, match=message):
        to_json(replace(analysis(), **change))


def test_a_label_given_twice_is_not_written():
    record = analysis()
    twice = replace(record.frames[0], probabilities=(Share("conflict", 0.5), Share("conflict", 0.5)))
    with pytest.raises(RecordError, match="'conflict' stands twice"):
        to_json(replace(record, frames=(twice,)))


# The published schema


def test_the_schema_is_valid_and_closed():
    Draft202012Validator.check_schema(schema())
    objects = [schema(), *(part for part in schema()["$defs"].values() if part["type"] == "object")]
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


def test_the_published_schema_is_that_of_the_code():
    published = (ROOT / "docs" / "analysis.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "run: make schema"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("claims.0.act", "sing"),
        ("frames.0.probabilities", {"sport": 1}),
        ("claims.0.cue", [{"start": -1, "end": 2}]),
    ],
)
def test_the_schema_refuses_too(path, value):
    assert not VALIDATOR.is_valid(json.loads(damaged(path, value)))
