"""A bundle is what its hashes say, or it is refused by name."""

import json

import pytest

from framing import assemble
from framing.errors import BundleError
from framing.types import Factuality, Frame, HedgeKind, PoliticalAct, Stance, Tone
from models.bundle import DEFAULT_BUNDLE, Layout, open_bundle, seal
from models.digest import file_sha256
from models.encoder import DEFAULT_SHA256, find_encoder, load_encoder
from models.heads import HEADS, find_head
from models.manifest import read_manifest
from models.reader import load_reader

LABELS = {
    "tone": Tone,
    "target_tone": Tone,
    "stance": Stance,
    "act": PoliticalAct,
    "factuality": Factuality,
    "frame": Frame,
}


@pytest.mark.parametrize(("name", "labels"), LABELS.items())
def test_head_labels_are_those_of_the_record(name, labels):
    assert sorted(find_head(name).labels) == sorted(labels)


def test_hedges_are_labelled_by_kinds_of_the_record():
    assert {HedgeKind(label) for label in find_head("hedge").labels} < set(HedgeKind)


def test_every_head_is_one_that_provenance_may_miss():
    assert {head.name for head in HEADS} == set(assemble.HEADS)


def test_an_unknown_head_is_refused_with_the_known_ones():
    with pytest.raises(BundleError, match="target_tone"):
        find_head("sarcasm")


@pytest.mark.parametrize("name", ["LICENSE", "MODEL_CARD.md", "bundle.json", "weights.safetensors"])
def test_an_altered_file_is_refused_by_name(make_bundle, name):
    folder = make_bundle()
    with (folder / name).open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(BundleError, match=name):
        open_bundle(folder)


@pytest.mark.parametrize("name", ["SHA256SUMS", "MODEL_CARD.md", "weights.safetensors"])
def test_a_missing_file_is_refused_by_name(make_bundle, name):
    folder = make_bundle()
    (folder / name).unlink()
    with pytest.raises(BundleError, match=name):
        open_bundle(folder)


def test_a_file_that_the_sums_do_not_list_is_refused(make_bundle):
    folder = make_bundle()
    sums = Layout(folder).sums
    kept = [line for line in sums.read_text().splitlines(keepends=True) if "weights" not in line]
    sums.write_text("".join(kept))
    with pytest.raises(BundleError, match=r"does not list weights\.safetensors"):
        open_bundle(folder)


def test_other_labels_are_refused(make_bundle):
    layout = Layout(make_bundle())
    body = json.loads(layout.manifest.read_text())
    body["heads"][0]["labels"] = ["bad", "good"]
    layout.manifest.write_text(json.dumps(body))
    with pytest.raises(BundleError, match=r"expected \('negative', 'neutral', 'positive'\)"):
        read_manifest(layout.manifest)


def test_the_manifest_comes_back_as_it_was_written(make_bundle):
    bundle = open_bundle(make_bundle())
    again = bundle.layout.folder
    seal(again, manifest=bundle.manifest, card="# Tiny\n", license_note="None.\n")
    assert open_bundle(again) == bundle


def test_an_encoder_with_another_hash_is_refused_with_value_and_remedy(encoder_folder):
    actual = file_sha256(encoder_folder / "model.safetensors")
    with pytest.raises(BundleError, match=rf"{actual}, expected {DEFAULT_SHA256}; install"):
        find_encoder(encoder_folder)


def test_a_folder_without_weights_is_refused(tmp_path):
    with pytest.raises(BundleError, match=r"model\.safetensors is missing"):
        find_encoder(tmp_path)


def test_a_bundle_is_refused_with_another_encoder(make_bundle, tmp_path_factory):
    folder = make_bundle()
    with pytest.raises(BundleError, match="missing"):
        load_reader(folder, encoder_folder=tmp_path_factory.mktemp("empty"))


def test_an_encoder_of_no_known_family_is_refused(encoder_files, tmp_path):
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_bytes((encoder_files.folder / name).read_bytes())
    (tmp_path / "config.json").write_text('{"model_type": "abacus"}')
    files = find_encoder(tmp_path, name="tiny", sha256=encoder_files.sha256)
    with pytest.raises(BundleError, match="cannot read this encoder"):
        load_encoder(files)


def test_the_wheel_carries_the_published_encoder():
    files = find_encoder()
    assert files.sha256 == DEFAULT_SHA256
    assert files.folder.name == "model"


def test_the_shipped_bundle_is_whole_small_and_measured():
    bundle = open_bundle(DEFAULT_BUNDLE)
    assert bundle.manifest.encoder_sha256 == DEFAULT_SHA256
    assert {card.spec.name for card in bundle.manifest.heads} == {head.name for head in HEADS}
    assert sum(path.stat().st_size for path in DEFAULT_BUNDLE.iterdir()) < 25_000_000
    for card in bundle.manifest.heads:
        assert card.scores, f"{card.spec.name} has no measured figures"
        assert all(0.3 < threshold <= 1 for threshold in card.thresholds)
