"""The bundle that is shipped, with the real encoder: the laws hold there too, and plain cases come out right."""

import random

import pytest

from framing.ports import Request
from framing.types import Span, Stance, Tone
from models.precision import has_bfloat16
from models.reader import load_reader

SENTENCES = (
    "Beijing rejected the claims by Washington.",
    "Officials in Kyiv said on Monday that the talks had been postponed because of the weather in the capital.",
    "The minister, who had resigned twice before, praised the union for its patience, and said that the bank, "
    "the port and the two railways would be handed over to the province before the end of the year.",
    "No one answered.",
    "Russia thanked China for its help, while the United States accused Iran of supplying weapons.",
    "According to the report, prices rose by 4.2 per cent in March, after 3.9 per cent in February.",
)


@pytest.fixture(scope="module", params=["float32", "bfloat16"] if has_bfloat16() else ["float32"])
def shipped(request):
    return load_reader(number_format=request.param)


def asking(text):
    """Asks about the first and the last word, both ways, and for tags."""
    words = text.rstrip(".").split()
    first, last = Span(0, len(words[0])), Span(len(text.rstrip(".")) - len(words[-1]), len(text.rstrip(".")))
    return Request(text, (first, last), ((first, last), (last, first)), (first, last), tags=True)


def test_figures_do_not_depend_on_neighbours_or_order(shipped):
    requests = [asking(text) for text in SENTENCES]
    alone = [shipped.read([one])[0] for one in requests]
    for seed in range(3):
        order = list(range(len(requests))) * 2
        random.Random(seed).shuffle(order)
        shipped.forget()
        assert shipped.read([requests[index] for index in order]) == [alone[index] for index in order]


def read_pair(reader, text, holder, target):
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in (holder, target)]
    return reader.read([Request(text, pairs=(tuple(spans),))])[0].stances[0].label


@pytest.mark.parametrize(
    ("holder", "target", "label"),
    [("Ortega", "Molina", Stance.OPPOSES), ("Molina", "Ortega", Stance.NEUTRAL)],
)
def test_stance_is_directed(shipped, holder, target, label):
    text = "Ortega blamed Molina for the crisis and called him a liar."
    assert read_pair(shipped, text, holder, target) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ortega was celebrated as a brave and honest leader.", Tone.POSITIVE),
        ("Ortega was condemned as a corrupt and brutal tyrant.", Tone.NEGATIVE),
        ("Ortega will speak at the conference on Tuesday.", Tone.NEUTRAL),
    ],
)
def test_tone_toward_a_target(shipped, text, label):
    assert shipped.read([Request(text, (Span(0, 6),))])[0].targets[0].label == label
