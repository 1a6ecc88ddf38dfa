"""A data folder, a tiny encoder and a short configuration for whole runs."""

import re

import pytest

from tests.models.tiny import write_encoder
from tests.training import corpus_files
from training.config import read_config
from training.datasets import contests
from training.evaluate import CONFIG


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A data folder with a few samples per corpus; of Hedgerow's own articles it holds a few, too."""
    folder = tmp_path_factory.mktemp("data")
    corpus_files.write(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contests, "FOLDER", folder / "contests")
        yield folder


@pytest.fixture(scope="session")
def encoder(tmp_path_factory):
    return write_encoder(tmp_path_factory.mktemp("encoder"))


@pytest.fixture(scope="session")
def config():
    return read_config(CONFIG)


@pytest.fixture(scope="session")
def short(tmp_path_factory):
    """The shipped configuration with few samples, wide slices and no elder, as a file."""
    text = CONFIG.read_text(encoding="utf-8")
    for name, value in (("epochs", 2), ("frozen_layers", 1), ("selection_share", 0.2), ("calibration_share", 0.3)):
        text = re.sub(rf"^{name} = [\d.]+", f"{name} = {value}", text, flags=re.MULTILINE)
    settings, amounts = text.split("[amounts]")
    amounts, elder, teachers = re.split(r"(?=\[elder\])|(?=\[teachers\.sides\])", amounts)
    path = tmp_path_factory.mktemp("config") / "short.toml"
    teachers = re.sub("epochs = .*", "epochs = 1", re.sub("networks = .*", "networks = 2", teachers))
    teachers = teachers.replace("elder = true", "elder = false")
    few = re.sub(r"= \d+", "= 12", amounts) + elder + teachers
    path.write_text(settings + "[amounts]" + few, encoding="utf-8")
    return path
