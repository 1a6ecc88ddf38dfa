"""Reports are read as the product reads them, and each head is scored by figures that can be checked by hand."""

from dataclasses import dataclass, field

import pytest

from framing.ports import Attributed, Identity, Reading, Tag, Verdict
from framing.types import Share, Span, Stance, Tone
from models.heads import FACTUALITY, find_head
from models.manifest import HeadCard
from training.evaluate import ALL_SPLITS, CHUNK, Measured, line_of, measure, overall
from training.examples import (
    ActAnswer,
    AttributionAnswer,
    ClaimPair,
    CueAnswer,
    EventAnswer,
    Example,
    StanceAnswer,
    TargetAnswer,
)
from training.judges import DIRECTED, directed_class

TEXT = "Oslo said it may rain."
OSLO, SAID, IT, MAY, RAIN = Span(0, 4), Span(5, 9), Span(10, 12), Span(13, 16), Span(17, 21)
NAMED = Identity("fake", "0" * 64)


@dataclass
class FakeReader:
    """Answers from a table of readings by text, and of verdicts by pair; keeps what it was asked."""

    readings: dict = field(default_factory=dict)
    verdicts: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    identity: Identity = NAMED
    encoder: Identity = NAMED
    number_format: str = "float32"
    heads: frozenset = frozenset()

    def read(self, requests):
        self.asked.extend(requests)
        self.calls.append(len(requests))
        return [self.readings[request.text] for request in requests]

    def compare(self, pairs, *, head):
        self.calls.append(len(pairs))
        return [self.verdicts[pair] for pair in pairs if head == "pair"]


def cards(*names):
    return {name: HeadCard(find_head(name)) for name in names}


def verdict(head, *values, unsure=False):
    labels = find_head(head).labels
    best = max(range(len(labels)), key=lambda place: values[place])
    return Verdict(labels[best], tuple(map(Share, labels, values)), unsure)


def figures(head, examples, readings):
    """The figures of one head on one split."""
    texts = [example.text for example in examples]
    reader = FakeReader(dict(zip(texts, readings, strict=True)))
    (measured,) = measure(reader, cards(head), [("split", examples)])
    assert (measured.head, measured.split) == (head, "split")
    return measured.count, measured.figures


def texts(count):
    return [f"{TEXT} {number}" for number in range(count)]


# What is asked


def test_a_request_asks_for_everything_that_has_an_answer():
    example = Example(
        TEXT,
        "d",
        targets=(TargetAnswer((OSLO, IT), Tone.NEUTRAL),),
        stances=(StanceAnswer(OSLO, IT, Stance.NEUTRAL),),
        acts=(ActAnswer(IT, OSLO, None),),
        events=(EventAnswer(RAIN, 1.0),),
        hedges=(),
    )
    reader = FakeReader({TEXT: Reading()})
    measure(reader, {}, [("split", [example])])
    (request,) = reader.asked
    assert request.targets == (OSLO,)
    assert request.pairs == ((OSLO, IT), (IT, OSLO))
    assert request.events == (RAIN,)
    assert request.tags


@pytest.mark.parametrize(
    ("example", "wanted"),
    [
        (Example(TEXT, "d"), False),
        (Example(TEXT, "d", hedges=()), True),
        (Example(TEXT, "d", attributions=()), True),
    ],
)
def test_tags_are_asked_where_the_corpus_speaks_of_them(example, wanted):
    reader = FakeReader({TEXT: Reading()})
    measure(reader, {}, [("split", [example])])
    assert reader.asked[0].tags is wanted


def test_long_splits_are_read_in_chunks_and_in_order():
    examples = [Example(text, "d", vague=number % 2 == 0) for number, text in enumerate(texts(2 * CHUNK + 1))]
    readings = [Reading(vague=verdict("vague", 0.1 + 0.8 * (number % 2), 0.9 - 0.8 * (number % 2)))
                for number in range(len(examples))]  # fmt: skip
    reader = FakeReader(dict(zip(texts(len(examples)), readings, strict=True)))
    (measured,) = measure(reader, cards("vague"), [("split", examples)])
    assert reader.calls == [CHUNK, CHUNK, 1]
    assert measured.figures["accuracy"] == 1


def test_heads_without_a_card_or_without_answers_are_not_measured():
    example = Example(TEXT, "d", tone=Tone.NEUTRAL)
    reader = FakeReader({TEXT: Reading(tone=verdict("tone", 0, 1, 0))})
    assert measure(reader, cards("vague", "frame", "hedge", "roles", "pair"), [("split", [example])]) == []


def test_a_line_names_head_split_count_and_figures():
    reader = FakeReader({TEXT: Reading(tone=verdict("tone", 0, 1, 0))})
    (measured,) = measure(reader, cards("tone"), [("split", [Example(TEXT, "d", tone=Tone.NEUTRAL)])])
    assert line_of(measured).split()[:5] == ["tone", "split", "n=", "1", "macro-F1"]


# Verdicts


def test_vague_sentences_have_their_own_f1():
    gold = [True, True, False, False]
    said = [0.9, 0.2, 0.6, 0.1]  # one hit, one miss, one false alarm
    examples = [Example(text, "d", vague=one) for text, one in zip(texts(4), gold, strict=True)]
    count, found = figures("vague", examples, [Reading(vague=verdict("vague", 1 - share, share)) for share in said])
    assert count == 4
    assert found["vague F1"] == found["sourced F1"] == found["macro-F1"] == pytest.approx(0.5)


def test_pairs_of_claims_are_compared_and_scored_over_the_labels_they_have():
    labels = ["strengthens", "strengthens", "weakens", "weakens"]
    said = [(0.8, 0.1, 0.1), (0.1, 0.1, 0.8), (0.1, 0.8, 0.1), (0.1, 0.8, 0.1)]
    pairs = [ClaimPair("A.", text, "d", label) for text, label in zip(texts(4), labels, strict=True)]
    reader = FakeReader(verdicts={("A.", p.second): verdict("pair", *s) for p, s in zip(pairs, said, strict=True)})
    (measured,) = measure(reader, cards("pair"), [], [("claims", pairs)])
    assert (measured.head, measured.split, measured.count) == ("pair", "claims", 4)
    assert measured.figures["accuracy"] == pytest.approx(0.75)
    assert measured.figures["strengthens F1"] == pytest.approx(2 / 3)
    assert measured.figures["macro-F1"] == pytest.approx((2 / 3 + 1) / 2)  # nothing is unrelated in this gold
    assert measured.figures["ECE"] == pytest.approx(0.05)  # .8 sure, .75 right


def test_without_a_pair_head_no_claims_are_compared():
    reader = FakeReader()
    assert measure(reader, cards("tone"), [], [("claims", [ClaimPair("A.", "B.", "d", "weakens")])]) == []
    assert reader.calls == []


def test_acts_stand_behind_stances_and_no_act_counts_nowhere():
    example = Example(
        TEXT,
        "d",
        stances=(StanceAnswer(OSLO, IT, Stance.NEUTRAL),),
        acts=(ActAnswer(OSLO, IT, find_head("act").labels[2]), ActAnswer(IT, OSLO, None)),
    )
    wrong, right = verdict("act", 0.7, 0.1, 0.1, 0.1), verdict("act", 0.1, 0.1, 0.7, 0.1)
    count, found = figures("act", [example], [Reading(acts=(wrong, right, wrong))])
    assert (count, found["accuracy"]) == (1, 1)


# Both directions of a pair


def stance(supports, neutral, opposes):
    values = dict(zip((Stance.SUPPORTS, Stance.NEUTRAL, Stance.OPPOSES), (supports, neutral, opposes), strict=True))
    return verdict("stance", *(values[label] for label in find_head("stance").labels))


@pytest.mark.parametrize(
    ("forward", "backward", "wanted"),
    [
        ((0.1, 0.8, 0.1), (0.1, 0.8, 0.1), 0),
        ((0.6, 0.3, 0.1), (0.1, 0.8, 0.1), 1),
        ((0.1, 0.8, 0.1), (0.6, 0.3, 0.1), 2),
        ((0.1, 0.3, 0.6), (0.1, 0.8, 0.1), 3),
        ((0.1, 0.8, 0.1), (0.1, 0.3, 0.6), 4),
        ((0.1, 0.1, 0.8), (0.6, 0.3, 0.1), 3),  # both speak: the one whose odds against neutral are higher
        ((0.6, 0.3, 0.1), (0.1, 0.1, 0.8), 4),
        ((0.4, 0.35, 0.25), (0.3, 0.4, 0.3), 1),  # the most probable label of each direction decides
    ],
)
def test_the_class_of_a_pair_in_both_directions(forward, backward, wanted):
    assert directed_class(stance(*forward), stance(*backward)) == wanted


def test_five_classes_are_scored_beside_three_labels():
    golds = [DIRECTED[0], DIRECTED[3], DIRECTED[4]]
    examples = [
        Example(text, "d", stances=(StanceAnswer(OSLO, IT, first), StanceAnswer(IT, OSLO, second)))
        for text, (first, second) in zip(texts(3), golds, strict=True)
    ]
    calm, against = stance(0.1, 0.8, 0.1), stance(0.1, 0.1, 0.8)
    readings = [Reading(stances=pair) for pair in ((calm, calm), (against, calm), (against, calm))]
    count, found = figures("stance", examples, readings)
    assert count == 6
    assert found["macro-F1 of 5"] == pytest.approx((1 + 2 / 3 + 0) / 3)
    assert found["macro-F1"] == pytest.approx((6 / 8 + 2 / 4) / 2)  # neutral 3 of 4 and 4, opposes 1 of 2 and 2


def test_one_direction_alone_has_no_five_classes():
    example = Example(TEXT, "d", stances=(StanceAnswer(OSLO, IT, Stance.OPPOSES),))
    _, found = figures("stance", [example], [Reading(stances=(stance(0.1, 0.1, 0.8),))])
    assert "macro-F1 of 5" not in found


# Events


def certain(place):
    return verdict("factuality", *(float(index == place) for index in range(len(FACTUALITY))))


def test_factuality_is_an_expected_value_on_the_scale():
    values = [3.0, -3.0, 0.6]
    halves = verdict("factuality", 0, 0, 0, 0.5, 0.5, 0, 0)  # between 0 and 1
    readings = [Reading(events=(one,)) for one in (certain(6), certain(0), halves)]
    examples = [Example(text, "d", events=(EventAnswer(RAIN, v),)) for text, v in zip(texts(3), values, strict=True)]
    count, found = figures("factuality", examples, readings)
    assert count == 3
    assert found["MAE"] == pytest.approx(0.1 / 3)
    assert found["r"] == pytest.approx(1, abs=0.001)
    # Of the halves 0 is the first most probable label, and the gold rounds to 1: .5 sure, never right.
    assert found["ECE"] == pytest.approx(0.5 / 3)


def test_the_order_in_which_a_verdict_names_its_labels_does_not_matter():
    turned = Verdict(certain(6).label, tuple(reversed(certain(6).probabilities)), unsure=False)
    example = Example(TEXT, "d", events=(EventAnswer(RAIN, 3.0),))
    assert figures("factuality", [example], [Reading(events=(turned,))])[1]["MAE"] == pytest.approx(0)


def test_a_scale_without_variation_has_no_correlation():
    examples = [Example(text, "d", events=(EventAnswer(RAIN, 3.0),)) for text in texts(2)]
    _, found = figures("factuality", examples, [Reading(events=(certain(6),)), Reading(events=(certain(5),))])
    assert found["r"] == 0
    assert found["MAE"] == pytest.approx(0.5)


# Tags


def tag(label, span, probability=1.0):
    return Tag(label, span, probability)


def test_hedges_are_scored_word_by_word():
    example = Example(TEXT, "d", hedges=(CueAnswer(MAY, "possible"), CueAnswer(SAID, "believed")))
    reading = Reading(hedges=(tag("possible", Span(13, 21), 0.8),))  # "may rain"
    count, found = figures("hedge", [example], [reading])
    assert count == 6  # five words and the full stop
    assert found["possible F1"] == pytest.approx(2 / 3)
    assert found["believed F1"] == 0
    assert found["none F1"] == pytest.approx(2 * 3 / (4 + 4))  # Oslo, it and the full stop on both sides
    assert found["macro-F1"] == pytest.approx((2 / 3 + 0 + 6 / 8) / 3)  # kinds that the gold lacks do not count
    assert found["ECE"] == pytest.approx(0.3)  # .8 sure of two words, one of which is right


def attribution(source, cue, content):
    return AttributionAnswer(cue=cue, source=source, content=content)


def attributed(source, cue, content):
    return Attributed(
        tag("cue", cue), tuple(tag("source", s) for s in source), tuple(tag("content", s) for s in content)
    )


GOLD = attribution((OSLO,), (SAID,), (Span(10, 21),))


def test_words_of_attributions_are_scored_whether_linked_or_not():
    example = Example(TEXT, "d", attributions=(GOLD,))
    reading = Reading(attribution_tags=(tag("cue", OSLO), tag("cue", SAID), tag("content", Span(13, 21))))
    _, found = figures("attribution", [example], [reading])
    assert found["cue F1"] == pytest.approx(2 / 3)
    assert found["source F1"] == 0
    assert found["content F1"] == pytest.approx(2 * 2 / (2 + 3))
    assert found["macro-F1"] == pytest.approx((2 / 3 + 0 + 4 / 5) / 3)


@pytest.mark.parametrize(
    ("gold", "ours", "linked"),
    [
        (GOLD, attributed((OSLO,), SAID, (Span(10, 21),)), 1),
        (GOLD, attributed((OSLO,), SAID, (MAY, RAIN)), 1),  # two of three words
        (GOLD, attributed((OSLO,), SAID, (RAIN,)), 0),  # one of three
        (GOLD, attributed((), SAID, (Span(10, 21),)), 0),  # the source is missed
        (GOLD, attributed((OSLO,), MAY, (Span(10, 21),)), 0),  # another cue
        (attribution((), (SAID,), (RAIN,)), attributed((), SAID, (RAIN,)), 1),  # sourceless on both sides
        (attribution((), (SAID,), (RAIN,)), attributed((OSLO,), SAID, (RAIN,)), 0),
    ],
)
def test_an_attribution_is_right_when_all_its_parts_are(gold, ours, linked):
    example = Example(TEXT, "d", attributions=(gold,))
    count, found = figures("roles", [example], [Reading(attributed=(ours,))])
    assert count == 1
    assert found == {"linked F1": linked, "linked precision": linked, "linked recall": linked}


def test_links_are_one_to_one():
    example = Example(TEXT, "d", attributions=(GOLD,))
    twice = (attributed((OSLO,), SAID, (Span(10, 21),)), attributed((OSLO,), SAID, (MAY, RAIN)))
    _, found = figures("roles", [example], [Reading(attributed=twice)])
    assert found["linked precision"] == pytest.approx(1 / 2)
    assert found["linked F1"] == pytest.approx(2 / 3)


def test_what_is_not_whole_in_its_sentence_is_left_out():
    part = attribution((OSLO,), (SAID,), ())  # its content is the sentence before
    examples = [Example(texts(1)[0], "d", attributions=(part,)), Example(TEXT, "d", attributions=(GOLD,))]
    readings = [Reading(attributed=(attributed((OSLO,), SAID, ()),)), Reading()]
    count, found = figures("roles", examples, readings)
    assert (count, found["linked recall"], found["linked precision"]) == (1, 0, 0)
    reader = FakeReader({examples[0].text: readings[0]})
    assert measure(reader, cards("roles"), [("split", examples[:1])]) == []


def test_a_heads_error_over_all_splits_counts_each_as_often_as_it_has_answers():
    measured = [
        Measured("tone", "one", 300, {"ECE": 0.02, "accuracy": 0.9}),
        Measured("tone", "two", 100, {"ECE": 0.10}),
        Measured("stance", "one", 50, {"ECE": 0.3}),
        Measured("roles", "one", 50, {"linked F1": 0.3}),
        Measured("roles", "two", 50, {"linked F1": 0.3}),
    ]
    (found,) = overall(measured)
    assert (found.head, found.split, found.count, found.figures) == (
        "tone",
        ALL_SPLITS,
        400,
        {"ECE": pytest.approx(0.04)},
    )
