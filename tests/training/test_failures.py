"""The card lists the hard sentences that a bundle reads wrongly, and those alone."""

from collections import Counter

from framing.ports import Reading, Tag, Verdict
from framing.types import Share, Span
from models.heads import HEADS, find_head
from tests.training.test_evaluate import FakeReader
from training.failures import HEADING, SENTENCES, failures, read_hard

FILE = """
[[failures]]
head = "stance"
text = "Peru did not join Chile."
spans = ["Peru", "Chile"]
right = "neutral"
why = "the denial is overlooked"

[[failures]]
head = "hedge"
text = "There is no doubt."
right = "nothing"
why = "certainty"

[[failures]]
head = "contest"
text = "It rained."
second = "It did not."
right = "contests"
why = "short"
"""
NO_DOUBT = Span(9, 17)


def said(label, value, *others, unsure=False):
    return Verdict(label, tuple(Share(name, share) for name, share in ((label, value), *others)), unsure)


def reader(stance, hedges):
    readings = {
        "Peru did not join Chile.": Reading(stances=(said(stance, 0.61, unsure=True),)),
        "There is no doubt.": Reading(hedges=hedges),
    }
    return FakeReader(readings, heads=frozenset({"stance", "hedge"}))


def test_what_is_read_wrongly_is_listed_with_what_it_says(tmp_path):
    path = tmp_path / "failures.toml"
    path.write_text(FILE, encoding="utf-8")
    fake = reader("opposes", (Tag("possible", NO_DOUBT, 0.8),))
    assert failures(fake, path) == HEADING + (
        "| stance | Peru did not join Chile. (*Peru* → *Chile*) | opposes 0.61 (not sure) | the denial is overlooked |\n"
        "| hedge | There is no doubt. | possible *no doubt* | certainty |\n"
    )
    assert fake.asked[0].pairs == ((Span(0, 4), Span(18, 23)),)
    assert failures(reader("neutral", ()), path) == HEADING


def test_every_sentence_of_the_list_asks_its_head_and_names_a_label_of_it():
    listed = read_hard(SENTENCES)
    assert {one.head for one in listed} <= {head.name for head in HEADS}
    assert not [text for text, count in Counter(one.shown for one in listed).items() if count > 1]
    for one in listed:
        request, labels = one.request, find_head(one.head).labels
        wordwise = find_head(one.head).kind.wordwise
        assert wordwise or one.right in labels, one
        assert len(one.spans) == find_head(one.head).kind.spans or one.second or wordwise, one
        assert [span.of(one.text) for span in (*request.targets, *request.events)] or not one.spans or request.pairs
