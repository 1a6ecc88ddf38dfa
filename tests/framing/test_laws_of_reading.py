"""What holds for every text that is read: a record that keeps its laws, or a refusal that says why."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from framing import laws
from framing.codec import from_json, to_json
from framing.errors import InputError
from framing.ports import Reader
from framing.quoting import quotations
from framing.types import Analysis, Span
from tests.framing.engine import read_anew
from tests.framing.noisy_reader import NoisyReader
from tests.framing.un_members import UN_MEMBERS

NEWS = [
    "Nairobi cautioned in May that Uganda was weighing “field equipment” for rebels.",
    "Kampala dismissed the allegation and told Kenya to stop “feeding rumours.”",
    "The presidency declined to comment, and its spokesman did not answer calls.",
    '"We gave them nothing," the minister, Moses Kirabo, said. "Not one crate."',
    "According to two officials who asked not to be named, about 200 men could leave by 3 May.",
    "Peru was accused by Bolivia of theft and by Chile of fraud; Lima denied both.",
    "If confirmed, his reported decision to visit Accra would be the first since 2019.",
    "There is no truth in the report, said she.",
    "Zeman: talks have failed",
    "ACCRA, May 3 (Newswire) - Ghana's offer met with scepticism.",
]
PIECES = [
    *("“", "”", '"', "‘", "’", "«", "»", "„", "\u2026", "—", ";", ":", "?!", "(", "n't", "'s", "’s"),
    *("\x00", "\r\n", "\r\n\r\n", "\n\n", "\u2028", "\u2029", "\u00a0", "\u200b", "\ufeff", "\t", "\u0085"),
    *("🧑‍🚀", "🇰🇪", "e\u0301", "\u202eשלום\u202c", "مرحبا", "北京", "ﬁ", "İ", "ß", "\U0001f9ff"),
    *("said", "denied", "it", "that", "by", "of", "Beijing", "the U.S.", "sources", "if", "may", "May", "claims"),
]
SHUFFLED = st.builds(
    lambda pieces, joint: joint.join(pieces),
    st.lists(st.sampled_from([*NEWS, *NEWS, *NEWS, *PIECES]), min_size=1, max_size=14),
    st.sampled_from([" ", " ", "\n\n", ""]),
)


@st.composite
def scrambled(draw: st.DrawFn) -> str:
    """The words of two news sentences in any order."""
    words = " ".join(draw(st.lists(st.sampled_from(NEWS), min_size=1, max_size=2))).split()
    return " ".join(draw(st.permutations(words)))


TEXTS = st.one_of(st.text(max_size=120), SHUFFLED, SHUFFLED, scrambled())
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
