"""What is read from each corpus, and that no slice leaks into another."""

from collections import Counter

import pytest

from framing.types import PoliticalAct, Span, Stance, Tone
from training.config import read_config
from training.corpora import read_corpora
from training.datasets import dse, newsmtsc, plover
from training.errors import TrainingError
from training.examples import ClaimPair, Example, Shares, cut, fold_of

HEADER = "sentence_id\tmarked_sentence\tgold_penta\tgold_root\n"


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_newsmtsc_gives_every_target_and_a_tone_where_they_agree(tmp_path):
    text = "Ann praised Bo; she left."
    others = '"further_mentions": [{"from": 16, "to": 19}]'
    first = f'{{"from": 0, "to": 3, "mention": "Ann", "polarity": 6.0, {others}}}'
    second = '{"from": 12, "to": 14, "mention": "Bo", "polarity": 2.0}'
    lines = [
        f'{{"primary_gid": "a_1_2_3_x", "sentence_normalized": "{text}", "targets": [{targets}]}}'
        for targets in (f"{first}, {second}", first)
    ]
    both, one = newsmtsc.read(write(tmp_path / "x.jsonl", "\n".join(lines)))
    assert [target.label for target in both.targets] == [Tone.POSITIVE, Tone.NEGATIVE]
    assert [span.of(text) for span in both.targets[0].mentions] == ["Ann", "she"]
    assert (both.tone, one.tone) == (None, Tone.POSITIVE)
    assert both.document == "a_1_2"


def test_newsmtsc_refuses_offsets_that_miss_their_mention(tmp_path):
    line = (
        '{"primary_gid": "a_1_2", "sentence_normalized": "Ann left.", '
        '"targets": [{"from": 1, "to": 4, "mention": "Ann", "polarity": 2.0}]}'
    )
    with pytest.raises(TrainingError, match="line 1"):
        newsmtsc.read(write(tmp_path / "x.jsonl", line))


@pytest.mark.parametrize(
    ("label", "forward", "backward"),
    [
        ("0", Stance.NEUTRAL, Stance.NEUTRAL),
        ("1", Stance.SUPPORTS, Stance.NEUTRAL),
        ("2", Stance.NEUTRAL, Stance.SUPPORTS),
        ("3", Stance.OPPOSES, Stance.NEUTRAL),
        ("4", Stance.NEUTRAL, Stance.OPPOSES),
    ],
)
def test_dse_gives_both_directions(tmp_path, label, forward, backward):
    (example,) = dse.read(write(tmp_path / "x.txt", f"[Ann] met [Bo].\tAnn\tBo\t{label}\n"))
    first, second = example.stances
    assert (first.label, second.label) == (forward, backward)
    assert (first.source, first.target) == (second.target, second.source) == (Span(0, 3), Span(8, 10))


def test_dse_mends_cut_words_and_drops_repeats_and_bare_marks(tmp_path):
    rows = [
        "In [Congre]ss, [Bo’]s aides\tCongre\tBo’\t0",
        "In [Congre]ss, [Bo’]s aides\tCongre\tBo’\t0",
        "The [’]s of [Bo]\t’\tBo\t0",
        "The [Dane]s met [Bo]One\tDane\tBo\t0",
    ]
    examples = dse.read(write(tmp_path / "x.txt", "\n".join(rows)))
    found = [[span.of(example.text) for span in example.spans[:2]] for example in examples]
    assert found == [["Congress", "Bo"], ["Danes", "Bo"]]
    assert examples[0].text == "In Congress, Bo’s aides"


def test_dse_train_loses_sentences_of_its_valid_split(tmp_path):
    train = dse.read(write(tmp_path / "a", "[Ann] met  [Bo].\tAnn\tBo\t0\n[Ann] hit [Bo].\tAnn\tBo\t3\n"))
    valid = dse.read(write(tmp_path / "b", "[Ann] met [Bo].\tAnn\tBo\t1\n"))
    assert [example.text for example in dse.without(train, valid)] == ["Ann hit Bo."]


def test_plover_maps_acts_and_clear_stances(tmp_path):
    rows = [
        "1\t<s>Ann</s> sued <t>Bo</t>.\t3\tACCUSE",
        "2\t<t>Bo</t> got aid from <s>Ann</s>.\t2\tAID",
        "3\t<s>Ann</s> gave way to <t>Bo</t>.\t2\tYIELD",
        "4\t<s>Ann</s> marched.\t4\tPROTEST",
    ]
    examples = plover.read(write(tmp_path / "x.tsv", HEADER + "\n".join(rows) + "\n"))
    assert [example.acts[0].label for example in examples] == [
        PoliticalAct.VERBAL_CONFLICT,
        PoliticalAct.MATERIAL_COOPERATION,
        PoliticalAct.MATERIAL_COOPERATION,
    ]
    assert [[stance.label for stance in example.stances] for example in examples] == [
        [Stance.OPPOSES],
        [Stance.SUPPORTS],
        [],
    ]
    assert [example.acts[0].source.of(example.text) for example in examples] == ["Ann"] * 3


def test_slices_keep_documents_together_and_do_not_depend_on_order(data):
    examples = newsmtsc.read(data / newsmtsc.TRAIN)
    shares = Shares(selection=0.2, calibration=0.2, report=0.2)
    one, other = cut(examples, shares, seed=3), cut(examples[::-1], shares, seed=3)
    for name in ("train", "selection", "calibration", "report"):
        assert set(getattr(one, name)) == set(getattr(other, name))
        assert getattr(one, name)
    documents = Counter(
        document
        for part in (one.train, one.selection, one.calibration, one.report)
        for document in {example.document for example in part}
    )
    assert set(documents.values()) == {1}


def test_what_is_reported_was_never_learned(data, short):
    corpora = read_corpora(data, read_config(short))
    reported = {example.text for _, examples in corpora.reports for example in examples}
    learned = [*(one for part in corpora.train.values() for one in part), *corpora.selection, *corpora.calibration]
    assert reported
    assert not reported & {one.text for one in learned if isinstance(one, Example)}
    pairs = {(one.first, one.second) for _, part in corpora.pair_reports for one in part}
    assert pairs
    assert not pairs & {(one.first, one.second) for one in learned if isinstance(one, ClaimPair)}
    assert [name for name, _ in (*corpora.reports, *corpora.pair_reports)] == [
        "newsmtsc_rw",
        "newsmtsc_mt",
        "dse_valid",
        "plover_report",
        "szeged_report",
        "polnear_dev",
        "factuality_uw_dev",
        "factuality_uds_test",
        "perspectrum_test",
        "claimdiff_report",
        "emergent_report",
        "nli_report",
        "contests_report",
    ]


def test_every_corpus_has_something_to_learn_and_every_head_something_to_calibrate_on(data, short):
    config = read_config(short)
    corpora = read_corpora(data, config)
    assert set(corpora.train) == set(config.amounts)
    assert all(corpora.train.values())
    assert any(example.acts for example in corpora.calibration if isinstance(example, Example))
    assert set(corpora.near) < set(corpora.calibration)
    assert {pair.label for pair in corpora.calibration if isinstance(pair, ClaimPair)} == {
        "strengthens",
        "weakens",
        "unrelated",
        "contests",
        "passes",
    }


def test_reversed_acts_are_taught_as_no_act(data, config):
    acts = [example.acts for example in read_corpora(data, config).train["plover"]]
    assert acts
    assert all(first.label is not None and second.label is None for first, second in acts)


def test_a_missing_corpus_is_refused_by_name(tmp_path, config):
    with pytest.raises(TrainingError, match=r"devtest_rw\.jsonl: missing; .*HEDGEROW_DATA"):
        read_corpora(tmp_path, config)


def test_folds_are_even_and_stay():
    folds = [fold_of(f"wiki:{number}", 5) for number in range(2000)]
    assert folds == [fold_of(f"wiki:{number}", 5) for number in range(2000)]
    assert all(340 <= folds.count(fold) <= 460 for fold in range(5))
