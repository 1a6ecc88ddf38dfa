"""The engine of a run: the same records as of articles read alone, and those that are refused among them."""

import pytest

from batch.engine import load_engine
from framing.codec import to_json
from framing.document.plain import from_text
from framing.errors import InputError
from framing.settings import DEFAULTS
from samples import all_samples


@pytest.mark.slow
def test_records_of_many_articles_are_those_of_each_alone():
    """Also of a long article beside short ones, of one twice, and beside texts that are refused."""
    texts = [sample.text for sample in all_samples()]
    texts = [*texts, "\n\n".join(texts), texts[1], "Ein Satz auf Deutsch. " * 20, texts[2][:300], "Yes."]
    tasks = [(from_text(text), number) for number, text in enumerate(texts)]
    many = load_engine(DEFAULTS, threads=1).read_all(tasks)
    alone = load_engine(DEFAULTS, threads=1)  # another engine: the first would not encode the same rows again
    refused = [number for number, outcome in enumerate(many) if isinstance(outcome, InputError)]
    assert refused == [6, 8]
    for number, task in enumerate(tasks):
        if number not in refused:
            assert to_json(many[number]) == to_json(alone.read(*task)), number
