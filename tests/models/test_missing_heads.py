"""A bundle answers with the heads that it has and leaves the rest open."""

from dataclasses import fields

import pytest

from framing.ports import Reading
from models.heads import HEADS
from models.reader import load_reader
from tests.models.requested import CLAIMS, REQUESTS

# What each head answers, by the fields of a reading; what belongs to a cue needs two heads.
FIELDS = {
    "tone": {"tone"},
    "vague": {"vague"},
    "frame": {"frame"},
    "target_tone": {"targets"},
    "factuality": {"events"},
    "stance": {"stances"},
    "act": {"acts"},
    "hedge": {"hedges"},
    "attribution": {"attribution_tags", "attributed"},
    "roles": {"attributed"},
    "pair": set(),
    "contest": set(),
}
NAMES = tuple(head.name for head in HEADS)


def answered(reader):
    """The fields that are filled for some request."""
    readings = reader.read(REQUESTS[5:10])
    return {field.name for field in fields(Reading) for one in readings if getattr(one, field.name) not in (None, ())}


@pytest.mark.parametrize("name", NAMES)
def test_a_bundle_that_lacks_a_head_answers_the_rest(make_bundle, encoder_folder, name):
    reader = load_reader(make_bundle([other for other in NAMES if other != name]), encoder_folder=encoder_folder)
    assert reader.heads == set(NAMES) - {name}
    assert answered(reader) == set().union(*FIELDS.values()) - FIELDS[name]
    for head in ("pair", "contest"):
        assert bool(reader.compare(CLAIMS[:2], head=head)) == (name != head)


@pytest.mark.parametrize("name", NAMES)
def test_a_bundle_of_one_head_answers_nothing_else(make_bundle, encoder_folder, name):
    reader = load_reader(make_bundle([name]), encoder_folder=encoder_folder)
    assert reader.heads == {name}
    assert answered(reader) == FIELDS[name] - {"attributed"}
    for head in ("pair", "contest"):
        assert len(reader.compare(CLAIMS[:2], head=head)) == (2 if name == head else 0)
