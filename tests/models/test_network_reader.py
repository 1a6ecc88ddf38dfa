"""The laws of reading: neighbours, order, duplicates and masked words change no figure."""

import random
from threading import Thread

import pytest
import torch

from framing.errors import BundleError
from framing.ports import Request
from framing.types import Span
from models.asking import pool
from models.encoding import SpanError
from models.heads import HEADS
from models.precision import choose_format, has_bfloat16
from models.reader import load_reader
from models.rows import LENGTHS
from models.windows import MAX_PIECES

WORDS = "the kremlin beijing china russia rejected praised claims of said that officials war peace talks".split()


def sentence(count, seed):
    """A request with two targets and both directions between them."""
    words = random.Random(seed).choices(WORDS, k=count)
    text = " ".join(words)
    first, last = Span(0, len(words[0])), Span(len(text) - len(words[-1]), len(text))
    return Request(text, (first, last), ((first, last), (last, first)))


REQUESTS = [sentence(count, seed) for seed, count in enumerate((2, 5, 9, 17, 23, 24, 31, 40, 41, 90, 300, 520))]


def test_figures_do_not_depend_on_neighbours_order_or_duplicates(reader):
    alone = {request: reader.read([request])[0] for request in REQUESTS}
    for seed in range(4):
        shuffled = REQUESTS + REQUESTS[seed::2]
        random.Random(seed).shuffle(shuffled)
        assert reader.read(shuffled) == [alone[request] for request in shuffled]


def test_a_question_is_answered_alike_whatever_else_is_asked_of_its_sentence(reader):
    request = REQUESTS[5]
    whole = reader.read([request])[0]
    assert reader.read([Request(request.text, targets=request.targets[1:])])[0].targets == whole.targets[1:]
    assert reader.read([Request(request.text, pairs=request.pairs[:1])])[0].stances == whole.stances[:1]


def test_masked_words_change_nothing(reader):
    texts = ("china said war of talks", "china said qqqq")
    readings = [reader.read([Request(text, (Span(0, 5),), masked=(Span(11, len(text)),))])[0] for text in texts]
    assert readings[0] == readings[1]
    open_readings = [reader.read([Request(text, (Span(0, 5),))])[0] for text in texts]
    assert open_readings[0] != open_readings[1]


def test_direction_matters(reader):
    reading = reader.read([REQUESTS[4]])[0]
    assert reading.stances[0] != reading.stances[1]


def test_every_answer_is_a_distribution_over_its_labels(reader):
    labels = {head.name: head.labels for head in HEADS}
    for request, reading in zip(REQUESTS, reader.read(REQUESTS), strict=True):
        assert len(reading.targets) == len(request.targets)
        assert len(reading.stances) == len(reading.acts) == len(request.pairs)
        answers = [("tone", reading.tone), *(("target_tone", verdict) for verdict in reading.targets)]
        answers += [("stance", verdict) for verdict in reading.stances]
        answers += [("act", verdict) for verdict in reading.acts]
        for name, verdict in answers:
            shares = {share.label: share.value for share in verdict.probabilities}
            assert tuple(shares) == labels[name]
            assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
            assert shares[verdict.label] == max(shares.values())
            assert verdict.unsure == (shares[verdict.label] < 0.5)


def test_the_end_of_a_long_sentence_is_read(reader):
    words = ["war"] * (3 * MAX_PIECES)
    plain, changed = " ".join(words), " ".join([*words[:-1], "peace"])
    readings = reader.read([Request(plain), Request(changed)])
    assert readings[0].tone != readings[1].tone


def test_a_bundle_without_heads_answers_what_it_can(make_bundle, encoder_folder):
    reader = load_reader(make_bundle(("stance",)), encoder_folder=encoder_folder)
    reading = reader.read([REQUESTS[3]])[0]
    assert reader.heads == {"stance"}
    assert (reading.tone, reading.targets, reading.acts) == (None, (), ())
    assert len(reading.stances) == 2


def test_no_requests_and_empty_text(reader):
    assert reader.read([]) == []
    assert reader.read([Request("")])[0].tone is not None


@pytest.mark.parametrize("span", [Span(0, 1), Span(3, 99), Span(2, 2)])
def test_a_span_that_cannot_be_read_is_refused(reader, span):
    with pytest.raises(SpanError):
        reader.read([Request("  war", (span,))])


def test_threads_share_one_reader(reader):
    expected = reader.read(REQUESTS[:6])
    results = []
    threads = [Thread(target=lambda: results.append(reader.read(REQUESTS[:6]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_every_row_fits_a_batch_shape():
    assert LENGTHS[-1] == MAX_PIECES + 2
    assert list(LENGTHS) == sorted(set(LENGTHS))


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
