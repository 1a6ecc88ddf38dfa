"""What the measures of speed reckon; how long anything takes is nobody's test."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
import torch

from benchmarks.floors import MARGINS, Row, State, falling, raised, state_of
from benchmarks.speed import assembled, clock, gated, growth
from benchmarks.speed.assembled import Planned, batches, thinned
from benchmarks.speed.clock import Times, in_turn
from benchmarks.speed.floor import needed
from benchmarks.speed.growth import Reading, exponent, exponents
from benchmarks.speed.stages import DOCUMENT, LAWS, PARSER, RECORD, by_stage
from benchmarks.speed.start import imported
from benchmarks.speed.texts import long
from framing.steps import Stage
from tests.builders import PARAGRAPHS, analysis
from tests.framing.engine import parser
from tests.framing.fake_reader import FakeReader

NEWS = "Lima warned on Monday that Quito might close the border.\n\nQuito denied the allegations, officials said."


@dataclass
class Clock:
    """Stands still but for what is said to take time."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_works_run_in_turn_and_warm_rounds_do_not_count(monkeypatch):
    ran, at = [], Clock()
    monkeypatch.setattr(clock, "time", SimpleNamespace(perf_counter=at, process_time=lambda: at.now / 2))

    def work(name, *costs):
        left = iter(costs)

        def run():
            ran.append(name)
            at.now += next(left)

        return run

    works = [work("one", 9, 1, 2, 3, 4, 5), work("other", 9, 7, 7, 7, 7, 7)]
    times = in_turn(works, 5, rare=[work("rare", 30, 50)], every=4)
    assert times == [Times(3, 1.5), Times(7, 3.5), Times(40, 20)]
    both = ["one", "other"]
    assert ran == [*both, *both, "rare", *both, *both, *both, *both, "rare"]


def test_the_floor_gets_what_is_read_and_nothing_else():
    need = needed([analysis(), analysis()])
    headline, left_out, body = PARAGRAPHS
    assert need.sentences == 2 * [*headline, *body]
    assert need.paragraphs == 2 * [" ".join(headline), " ".join(body)]
    assert not set(left_out) & set(need.paragraphs)


@dataclass
class SlowReader(FakeReader):
    clock: Clock = field(default_factory=Clock)
    heads: frozenset[str] = frozenset({"hedge", "attribution", "tone", "target_tone", "stance", "act"})

    def read(self, requests):
        self.clock.now += 10
        return super().read(requests)

    def forget(self):
        self.asked.clear()


@dataclass
class SlowParser:
    clock: Clock

    @property
    def identity(self):
        return parser().identity

    def parse(self, texts):
        self.clock.now += 100
        return parser().parse(texts)


def test_each_second_is_counted_for_the_stage_that_it_went_into(monkeypatch):
    at = Clock()

    def check(record):
        at.now += 1

    monkeypatch.setattr("framing.laws.check", check)
    spent = by_stage(SimpleNamespace(parser=SlowParser(at), reader=SlowReader(clock=at)), NEWS, at)
    assert list(spent)[:3] == [DOCUMENT, Stage.GRAMMAR, PARSER]
    assert spent[PARSER] == 100
    assert {name: taken for name, taken in spent.items() if name.startswith("network: ")} == {
        f"network: {Stage.ATTRIBUTION}": 10,
        f"network: {Stage.TONE}": 10,
    }
    assert (spent[RECORD], spent[LAWS]) == (0, 1)
    assert {spent[stage] for stage in (DOCUMENT, *map(str, Stage))} == {0}


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_is_the_power_to_which_time_grows(power):
    words = [1_000, 3_000, 9_000]
    assert exponent(words, [0.01 * count**power for count in words]) == pytest.approx(power)


def test_a_stage_that_grows_faster_than_words_is_named():
    readings = [Reading(n, {"even": n * 1e-3, "square": n * n * 1e-6, "nothing": 1e-9}) for n in (1_000, 10_000)]
    assert exponents(readings) == {"even": pytest.approx(1), "square": pytest.approx(2)}


def test_a_long_text_begins_like_a_shorter_one_and_repeats_next_to_nothing():
    short, more = long(500), long(2_000)
    assert more.text.startswith(short.text)
    assert 2_000 <= more.words < 2_200
    sentences = more.text.replace("\n\n", " ").split(". ")
    assert len(set(sentences)) > 0.97 * len(sentences)


def test_all_rows_of_all_paragraphs_are_passed_on_sorted_and_cut():
    assert batches([30, 600, 10, 20, 40], 2) == [[10, 20], [30, 40], [512]]
    assert batches([30, 10], 1) == [[10], [30]]


@pytest.mark.parametrize("count", [1, 3, 16, 17, 200])
def test_few_paragraphs_stand_for_all_from_short_to_long(count):
    lengths = list(range(100, 100 + count))[::-1]
    chosen = thinned(lengths, 16)
    assert len(chosen) == len(set(chosen)) == min(count, 16)
    assert sum(chosen) / len(chosen) == pytest.approx(sum(lengths) / count, rel=0.01)


def test_what_users_assemble_reads_each_paragraph_once_and_with_each_label_once():
    made = SimpleNamespace(_networks={"sentiment": "s", "zero-shot": "z"})
    made._pass = lambda name, lengths: (name, list(lengths))
    plan = assembled.Assembled.plan(made, [40, 100])
    asked = [("z", [55])] * 5 + [("z", [115])] * 5
    assert [(name[0], lengths) for name, lengths in plan.passes] == [("s", [42]), ("s", [102]), *asked]
    assert plan.factor == 1
    assert assembled.Assembled.plan(made, [40] * 32).factor == 2


def test_the_networks_have_the_published_sizes():
    with torch.device("meta"):
        made = assembled.networks()
    sizes = {name: sum(weights.numel() for weights in network.parameters()) for name, network in made.items()}
    assert sizes["sentiment"] == pytest.approx(125e6, rel=0.01)  # Liu et al. 2019
    assert sizes["zero-shot"] == pytest.approx(
        184e6, rel=0.01
    )  # the card of DeBERTa-v3-base: 86 million and 98 of words
    assert {layer.config.num_hidden_layers for layer in made.values()} == {12}


def test_a_pass_hides_what_is_padded():
    seen = []

    def network(*, input_ids, attention_mask):
        seen.append((input_ids.shape, attention_mask))

    made = SimpleNamespace(_networks={"sentiment": network})
    one = assembled.Assembled._pass(made, "sentiment", [2, 3])
    Planned([one], 1.0).run()
    [(shape, attention)] = seen
    assert shape == (2, 3)
    assert torch.equal(attention, torch.tensor([[1, 1, 0], [1, 1, 1]]))


def test_the_time_of_imports_is_added_up_by_package():
    report = (
        "import time: self [us] | cumulative | imported package\n"
        "import time:      1500 |       1500 |     torch._C\n"
        "import time:       500 |       2000 |   torch\n"
        "import time:       250 |       2250 | framing.pipeline\n"
        "a line of something else\n"
    )
    assert imported(report) == {"torch": 2000, "framing": 250}


def test_figures_of_time_get_floors_with_room():
    assert set(MARGINS) == {gated.OVER_FLOOR, gated.ASSEMBLED, gated.POWER}
    for metric, margin in MARGINS.items():
        row = Row("speed", "a sample", metric, 2.0, "a" * 64)
        floor = raised({}, [row])[row.name]
        worse = margin if falling(row.name) else 1 / margin
        assert floor.figure == pytest.approx(2.0 * worse, abs=1e-3)
        for factor, state in ((worse**0.9, State.HOLDS), (worse**1.1, State.FAILS)):
            assert state_of(Row("speed", "a sample", metric, 2.0 * factor, "a" * 64), floor) is state


def test_the_gate_grows_over_lengths_that_the_benchmark_measures_too():
    assert growth.WORDS[0] <= gated.WORDS[0] < gated.WORDS[-1] <= growth.WORDS[-1]
