"""A whole run on a tiny encoder: from corpora to a bundle that reads, twice the same, and resumable."""

import re
from dataclasses import replace

import pytest

from framing.ports import Request
from framing.types import Span
from models.bundle import open_bundle
from models.encoding import load_wordpieces
from models.reader import load_reader
from training.config import read_config
from training.corpora import read_corpora
from training.errors import TrainingError
from training.evaluate import main as evaluate
from training.fit import _Trainer, fit
from training.fresh import make_network
from training.train import main


@pytest.fixture(scope="module")
def bundle(data, encoder, short, tmp_path_factory):
    return run(data, encoder, short, tmp_path_factory.mktemp("run"))


def run(data, encoder, short, folder):
    arguments = [str(short), "--data", str(data), "--out", str(folder / "out"), "--limit", "64"]
    arguments += ["--checkpoint", str(folder / "run.pt"), "--encoder", str(encoder.folder)]
    arguments += ["--encoder-name", encoder.name, "--encoder-sha256", encoder.sha256]
    assert main(arguments) == 0
    assert not (folder / "run.pt").exists()
    return folder / "out"


def test_a_run_writes_a_whole_bundle_that_reads(bundle, encoder, config):
    manifest = open_bundle(bundle).manifest
    assert {card.spec.name for card in manifest.heads} == {*config.heads, "frame", "contest"}
    assert all(card.scores for card in manifest.heads)
    reader = load_reader(bundle, encoder_folder=encoder.folder)
    spans = Span(0, 5), Span(10, 15)
    reading = reader.read([Request("China and Paris met.", spans, (spans,))])[0]
    assert (len(reading.targets), len(reading.stances), len(reading.acts)) == (2, 1, 1)


def test_the_card_states_what_the_manifest_measured(bundle):
    manifest = open_bundle(bundle).manifest
    card = (bundle / "MODEL_CARD.md").read_text(encoding="utf-8")
    figures = [(head.spec.name, *score) for head in manifest.heads for score in head.scores]
    assert len(figures) > len(manifest.heads)
    for head, _, value in figures:
        rows = re.findall(rf"^\| {head} \| .*", card, re.MULTILINE)
        told = [float(number) for row in rows for number in re.findall(r"-?\d\.\d{3}", row)]
        assert any(abs(one - value) < 0.0006 for one in told), (head, value)
    assert "{" not in card


def test_two_runs_write_the_same_bytes(bundle, data, encoder, short, tmp_path):
    again = run(data, encoder, short, tmp_path)
    for path in bundle.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()


def test_a_stopped_run_ends_like_one_that_was_not(data, encoder, short, tmp_path, monkeypatch):
    config = read_config(short)
    corpora = read_corpora(data, config, limit=64)
    wordpieces = load_wordpieces(encoder.tokenizer)

    def train(checkpoint):
        network = make_network(config, encoder)
        fit(network, wordpieces, corpora.train, corpora.selection, config, checkpoint=checkpoint)
        return network

    whole = train(tmp_path / "whole.pt")
    learn = _Trainer._learn

    def stop_at_step_2(self, items):
        if self.progress.total == 2:
            self.save()
            raise KeyboardInterrupt
        return learn(self, items)

    monkeypatch.setattr(_Trainer, "_learn", stop_at_step_2)
    with pytest.raises(KeyboardInterrupt):
        train(tmp_path / "stopped.pt")
    monkeypatch.undo()
    resumed = train(tmp_path / "stopped.pt")
    for name, value in whole.state_dict().items():
        assert value.equal(resumed.state_dict()[name]), name


def test_a_checkpoint_of_another_configuration_is_refused(data, encoder, short, tmp_path):
    config = replace(read_config(short), epochs=1)
    corpora = read_corpora(data, config, limit=8)
    wordpieces = load_wordpieces(encoder.tokenizer)

    def train(config):
        fit(make_network(config, encoder), wordpieces, corpora.train, (), config, checkpoint=tmp_path / "a.pt")

    train(config)
    with pytest.raises(TrainingError, match="another configuration"):
        train(replace(config, seed=99))


def test_frozen_layers_are_not_in_the_bundle(bundle, encoder):
    from safetensors import safe_open

    with safe_open(bundle / "weights.safetensors", "pt") as weights:
        names = list(weights.keys())
    assert not any("embeddings" in name or name.startswith("encoder.encoder.layer.0.") for name in names)
    assert any(".layer.1." in name for name in names)


def test_evaluate_prints_the_figures_of_the_card(bundle, data, encoder, short, capsys):
    arguments = [str(bundle), "--data", str(data), "--encoder", str(encoder.folder), "--config", str(short)]
    assert evaluate(arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("stance") and "dse_valid" in line for line in lines)


def test_unusable_input_ends_with_2(tmp_path, short):
    assert main([str(short), "--data", str(tmp_path / "none"), "--out", str(tmp_path)]) == 2
    assert evaluate([str(tmp_path), "--data", str(tmp_path)]) == 2
