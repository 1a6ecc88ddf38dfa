"""What holds for every text that is read: a record that keeps its laws, or a refusal that says why."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from batch.engine import Engine, load_engine
from framing import laws
from framing.codec import from_json, to_json
from framing.document import from_text
from framing.errors import InputError
from framing.ports import Reader
from framing.quoting import quotations
from framing.settings import Settings
from framing.types import Analysis, Span
from tests.framing.engine import read_anew
from tests.framing.noisy_reader import NoisyReader
from tests.framing.un_members import UN_MEMBERS
from tests.strange import ARTICLES, NEWS, SIGNS, TEXTS

ROOT = Path(__file__).resolve().parents[2]
HARD = [
    "Beijing",
    "said",
    "“",
    '"Never," said',
    '" “ ” ‘ ’ said the minister “ denied',
    "The minister said “we never left. The army denied it. Nobody answered",
    "The “ minister ” said ‘ that “ it ’ denied ” the ” claims.",
    "🧑‍🚀 denied the claims 🇰🇪, 👩‍👩‍👧 said 🎉🎉.",
    "\u202eשר החוץ אמר\u202c that Israel denied it. قال الوزير إن مصر denied the claims.",
    "Lima\x00denied\x00the claims, Quito said.\x00",
    "Lima denied the claims.\r\n\r\nQuito said so.\r\nLima\rdenied it.",
    "\ufeffLima denied the claims, Quito said.",
    "ab" * 30_000,
    "said" * 1_000 + " that Lima denied it.",
    "Lima denied it; " * 60,
    "It denied that it denied that " * 10 + "it rained.",
    "he said " * 60,
    f"{', '.join((UN_MEMBERS * 2)[:300])} and Lima denied the claims, officials said.",
    "(" * 200 + "Lima said so" + ")" * 200 + ".",
    "e\u0301" * 500 + " said Lima denied it.",
]


def attempt(text: str, reader: Reader | None = None) -> Analysis | None:
    try:
        return read_anew(text, any_language=True, reader=reader)
    except InputError:
        return None


def quoted(analysis: Analysis) -> Iterator[Span]:
    """Every span of the record, of whatever kind."""
    for claim in analysis.claims:
        yield from (*claim.cue, *claim.content, *([claim.holder_span] if claim.holder_span is not None else []))
    for row in (*analysis.sentences, *analysis.hedges, *(m for actor in analysis.actors for m in actor.mentions)):
        yield Span(row.start, row.end)
    yield from (c.evidence for c in analysis.contests)
    yield from (c.about for c in analysis.contests if c.about is not None)
    yield from (s.evidence for s in analysis.silences)


def check(text: str, reader: Reader | None = None) -> None:
    record = attempt(text, reader)
    if record is None:
        return
    assert record.article.text == text
    laws.check(record)
    assert all(span.of(text).strip() == span.of(text) != "" for span in quoted(record))
    written = to_json(record)
    assert from_json(written) == record
    again = attempt(text, reader)
    assert again is not None
    assert to_json(again) == written


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(TEXTS)
@example("")
@example("\ud800 said")
def test_a_record_that_keeps_its_laws_or_a_refusal(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", HARD, ids=lambda text: ascii(text[:40]))
def test_hard_texts(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(TEXTS, st.integers(0, 1000))
def test_whatever_the_network_marks_the_record_keeps_its_laws(text: str, seed: int) -> None:
    check(text, NoisyReader(seed))


@pytest.mark.parametrize("text", HARD, ids=lambda text: ascii(text[:40]))
def test_hard_texts_with_a_noisy_network(text: str) -> None:
    check(text, NoisyReader(7))


@settings(max_examples=8, deadline=None, derandomize=True)
@given(st.permutations(NEWS))
def test_what_a_paragraph_says_of_itself_does_not_hang_on_its_place(order: list[str]) -> None:
    """Hedge cues and silences are read sentence by sentence: the order of paragraphs moves none."""

    def marks(text: str) -> list[str]:
        record = attempt(text)
        assert record is not None
        spans = [*(Span(h.start, h.end) for h in record.hedges), *(s.evidence for s in record.silences)]
        return sorted(span.of(text) for span in spans)

    body = [line for line in NEWS if line.endswith(".")]
    random_body = [line for line in order if line.endswith(".")]
    assert marks("\n\n".join(random_body)) == marks("\n\n".join(body))


@given(st.text(alphabet="“”«»„\"‘’' ab.\n", max_size=60))
def test_quotations_lie_apart_inside_the_text_and_hold_something(text: str) -> None:
    found = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(end < start for (_, end), (start, _) in pairwise(found))


@given(
    st.lists(st.text(alphabet="ab .,", min_size=1, max_size=12), min_size=1, max_size=5),
    st.sampled_from(["“”", '""', "«»"]),
)
def test_a_closed_quotation_is_found_whole(parts: list[str], marks: str) -> None:
    text = "Lima said ".join(f"{marks[0]}{part}{marks[1]} " for part in parts)
    assert [text[start:end] for start, end in quotations(text)] == parts


@given(st.text(alphabet="abc ’'s", max_size=40))
def test_an_apostrophe_opens_no_quotation_that_is_never_closed(text: str) -> None:
    assert quotations("dogs’ " + text.replace("'", "’").replace(" ’", " ")) == []


def test_random_state_is_left_alone() -> None:
    """No stage draws a random number: the generator stands where it stood."""
    before = random.getstate()
    attempt("\n\n".join(NEWS))
    assert random.getstate() == before


# Half a surrogate pair is no character: it is refused with its place, wherever it stands


@given(st.integers(0, 40), st.integers(0xD800, 0xDFFF))
def test_a_lone_surrogate_is_refused_with_its_place(at: int, code: int) -> None:
    text = f"{NEWS[0][:at]}{chr(code)}{NEWS[0][at:]}"
    with pytest.raises(InputError, match=rf"code point {at} is U\+{code:04X}"):
        from_text(text)


# The same bytes elsewhere and beside others


DIGESTS = """
import hashlib, json, sys
from framing.codec import to_json
from framing.errors import InputError
from framing.exports import exports
from tests.framing.engine import read_anew
from tests.framing.noisy_reader import NoisyReader
digest = hashlib.sha256()
for seed, text in enumerate(json.load(sys.stdin)):
    try:
        record = read_anew(text, any_language=True, reader=NoisyReader(seed))
    except InputError as error:
        digest.update(str(error).encode())
        continue
    digest.update(to_json(record).encode())
    for export in exports():
        digest.update(hashlib.sha256(export.write(record)).digest())
print(digest.hexdigest())
"""
ELSEWHERE = ["\n\n".join(NEWS), *HARD[3:7], *(f"{sign}Lima denied it, {sign} said{sign}." for sign in SIGNS)]


@pytest.mark.slow
def test_another_process_with_another_order_of_hashes_writes_the_same_bytes() -> None:
    """The record and every file to take away."""
    digests = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS], input=json.dumps(ELSEWHERE), capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert digests[0] == digests[1]
    assert len(digests[0].strip()) == 64


@cache
def engine() -> Engine:
    return load_engine(Settings(any_language=True), threads=1)


@pytest.mark.slow
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(ARTICLES, st.lists(ARTICLES, min_size=2, max_size=2))
@example("\n\n".join(NEWS), ["🧑‍🚀 denied it, Lima said.", "\u202eשר\u202c said Lima denied it. " * 40])
def test_the_network_says_the_same_of_a_text_alone_and_between_others(text: str, others: list[str]) -> None:
    try:
        tasks = [(from_text(each), number) for number, each in enumerate([others[0], text, others[1]])]
    except InputError:
        return
    alone, beside = engine().read_all([tasks[1]])[0], engine().read_all(tasks)[1]
    if isinstance(alone, InputError):
        assert str(alone) == str(beside)
    else:
        laws.check(alone)
        assert to_json(alone) == to_json(beside)
