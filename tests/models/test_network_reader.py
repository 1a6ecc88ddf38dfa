"""The laws of reading: neighbours, order, duplicates and masked words change no figure."""

import random
from dataclasses import replace
from threading import Thread

import pytest
import torch

from framing.errors import BundleError
from framing.ports import Request
from framing.types import Span
from models.asking import pool
from models.encoding import SpanError
from models.heads import find_head
from models.precision import choose_format, has_bfloat16
from models.rows import RowCache
from models.windows import MAX_PIECES
from tests.models.requested import CLAIMS, REQUESTS


def test_figures_do_not_depend_on_neighbours_order_or_duplicates(reader):
    alone = {request: reader.read([request])[0] for request in REQUESTS}
    for seed in range(4):
        reader._encoded = RowCache(limit=0)  # else nothing would be encoded beside other neighbours
        shuffled = REQUESTS + REQUESTS[seed::2]
        random.Random(seed).shuffle(shuffled)
        assert reader.read(shuffled) == [alone[request] for request in shuffled]


def test_comparisons_do_not_depend_on_neighbours_order_or_duplicates(reader):
    alone = {pair: reader.compare([pair])[0] for pair in CLAIMS}
    for seed in range(3):
        shuffled = CLAIMS + CLAIMS[seed::2]
        random.Random(seed).shuffle(shuffled)
        reader._encoded = RowCache(limit=0)
        reader.read(REQUESTS[seed::3])
        assert reader.compare(shuffled) == [alone[pair] for pair in shuffled]


@pytest.mark.parametrize("request_", REQUESTS[:-1], ids=lambda request: f"{len(request.text.split())} words")
def test_a_question_is_answered_alike_whatever_else_is_asked_of_its_sentence(reader, request_):
    text, whole = request_.text, reader.read([replace(request_, tags=True)])[0]
    plain = reader.read([Request(text)])[0]
    assert (plain.tone, plain.vague, plain.frame) == (whole.tone, whole.vague, whole.frame)
    assert reader.read([Request(text, targets=request_.targets[1:])])[0].targets == whole.targets[1:]
    assert reader.read([Request(text, events=request_.events[1:])])[0].events == whole.events[1:]
    (paired,) = reader.read([Request(text, pairs=request_.pairs[:1])])
    assert (paired.stances, paired.acts) == (whole.stances[:1], whole.acts[:1])
    (tagged,) = reader.read([Request(text, tags=True)])
    assert (tagged.hedges, tagged.attribution_tags, tagged.attributed) == (
        whole.hedges,
        whole.attribution_tags,
        whole.attributed,
    )
    assert reader.read([replace(request_, tags=False)]) == [
        replace(whole, hedges=(), attribution_tags=(), attributed=())
    ]


def test_a_sentence_is_judged_as_a_whole_only_where_that_is_asked(reader):
    wanted = reader.read(REQUESTS)
    parts = reader.read([replace(request, whole=False) for request in REQUESTS])
    assert parts == [replace(reading, tone=None, vague=None, frame=None) for reading in wanted]


def test_masked_words_change_nothing(reader):
    texts = ("china said war of talks", "china said qqqq")
    readings = [reader.read([Request(text, (Span(0, 5),), masked=(Span(11, len(text)),))])[0] for text in texts]
    assert readings[0] == readings[1]
    open_readings = [reader.read([Request(text, (Span(0, 5),))])[0] for text in texts]
    assert open_readings[0] != open_readings[1]


def test_direction_matters(reader):
    reading = reader.read([REQUESTS[4]])[0]
    assert reading.stances[0] != reading.stances[1]


def verdicts_of(reading):
    """Every verdict of a reading with the name of its head."""
    yield from (("tone", reading.tone), ("vague", reading.vague), ("frame", reading.frame))
    for name, verdicts in (
        ("target_tone", reading.targets),
        ("factuality", reading.events),
        ("stance", reading.stances),
        ("act", reading.acts),
    ):
        yield from ((name, verdict) for verdict in verdicts)


def expect_shares_of_labels(name, verdict):
    head = find_head(name)
    shares = {share.label: share.value for share in verdict.probabilities}
    assert tuple(shares) == head.labels
    assert all(0 <= value <= 1 for value in shares.values())
    if head.exclusive:
        assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
    assert shares[verdict.label] == max(shares.values())
    assert verdict.unsure == (shares[verdict.label] < 0.5)


def test_every_answer_gives_each_label_its_share(reader):
    for request, reading in zip(REQUESTS, reader.read(REQUESTS), strict=True):
        assert len(reading.targets) == len(request.targets)
        assert len(reading.events) == len(request.events)
        assert len(reading.stances) == len(reading.acts) == len(request.pairs)
        for name, verdict in verdicts_of(reading):
            expect_shares_of_labels(name, verdict)
    for verdict in reader.compare(CLAIMS):
        expect_shares_of_labels("pair", verdict)


def test_the_order_of_two_claims_matters(reader):
    there, back = reader.compare([CLAIMS[3], CLAIMS[3][::-1]])
    assert there != back


def test_of_claims_too_long_the_beginnings_are_compared(reader):
    beginning = "war " * 125
    long = [(beginning + end, beginning + other) for end in ("", "peace") for other in ("", "china")]
    assert len(set(reader.compare(long))) == 1
    assert reader.compare([("war", beginning)]) != reader.compare([("peace", beginning)])
    assert reader.compare([(beginning, "war")]) != reader.compare([(beginning, "peace")])


@pytest.mark.parametrize("pair", [("", "war"), ("war", " \n")])
def test_a_claim_without_words_is_refused(reader, pair):
    with pytest.raises(SpanError, match="no wordpieces"):
        reader.compare([("war", "peace"), pair])


def test_the_end_of_a_long_sentence_is_read(reader):
    words = ["war"] * (3 * MAX_PIECES)
    plain, changed = " ".join(words), " ".join([*words[:-1], "peace"])
    readings = reader.read([Request(plain), Request(changed)])
    assert readings[0].tone != readings[1].tone


def test_an_event_is_read_in_its_own_window(reader):
    words = ["war"] * (3 * MAX_PIECES)
    events = tuple(Span(4 * place, 4 * place + 3) for place in (0, 300, 755))
    plain, changed = (Request(" ".join(text), events=events) for text in (words, [*words[:-1], "of"]))
    before, after = (reading.events for reading in reader.read([plain, changed]))
    assert before[0] == after[0]
    assert before[2] != after[2]


def test_no_requests_and_empty_text(reader):
    assert reader.read([]) == []
    assert reader.compare([]) == []
    assert reader.read([Request("")])[0].tone is not None


@pytest.mark.parametrize("span", [Span(0, 1), Span(3, 99), Span(2, 2)])
@pytest.mark.parametrize("asked", ["targets", "events", "pairs"])
def test_a_span_that_cannot_be_read_is_refused(reader, span, asked):
    wanted = ((span, Span(2, 5)),) if asked == "pairs" else (span,)
    with pytest.raises(SpanError):
        reader.read([Request("  war", **{asked: wanted})])


def test_threads_share_one_reader(reader):
    expected = reader.read(REQUESTS[:6])
    results = []
    threads = [Thread(target=lambda: results.append(reader.read(REQUESTS[:6]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_a_span_without_pieces_is_not_averaged():
    with pytest.raises(ValueError, match="no pieces"):
        pool(torch.zeros(1, 3, 2), torch.zeros(1, 3, dtype=torch.bool))


def test_number_formats(monkeypatch):
    assert choose_format("bfloat16") == "bfloat16"
    assert choose_format() == ("bfloat16" if has_bfloat16() else "float32")
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True, raising=False)
    assert choose_format() == "bfloat16"
    with pytest.raises(BundleError, match="float32, bfloat16"):
        choose_format("int8")
