"""A tiny encoder and bundles of it, made here: no test of the network needs a download."""

import pytest
import torch

from models.bundle import save_weights, seal
from models.encoder import load_encoder
from models.heads import HEADS
from models.manifest import HeadCard, Manifest
from models.network import Network
from models.precision import FORMATS
from models.reader import load_reader
from tests.models.tiny import write_encoder


@pytest.fixture(scope="session")
def encoder_files(tmp_path_factory):
    return write_encoder(tmp_path_factory.mktemp("encoder"))


@pytest.fixture(scope="session")
def encoder_folder(encoder_files):
    return encoder_files.folder


@pytest.fixture
def make_bundle(tmp_path, encoder_files, monkeypatch):
    """Write a bundle with random heads; `heads` are their names."""
    monkeypatch.setattr("models.tagged.LINKED", 0.5)  # random heads are sure of nothing

    def make(heads=tuple(head.name for head in HEADS)):
        torch.manual_seed(11)
        specs = [head for head in HEADS if head.name in heads]
        network = Network(load_encoder(encoder_files), specs)
        with torch.no_grad():
            for value in network.encoder.parameters():
                value += torch.randn(value.shape) * 0.01  # as if it had learned something
        cards = tuple(HeadCard(spec, 1.5, (0.5,) * len(spec.labels), (("acc", 0.5),)) for spec in specs)
        manifest = Manifest("tiny", encoder_files.name, encoder_files.sha256, cards, "0" * 64)
        save_weights(tmp_path, network, load_encoder(encoder_files))
        seal(tmp_path, manifest=manifest, card="# Tiny\n", license_note="None.\n")
        return tmp_path

    return make


@pytest.fixture(params=sorted(FORMATS))
def reader(request, make_bundle, encoder_folder):
    return load_reader(make_bundle(), encoder_folder=encoder_folder, number_format=request.param)


@pytest.fixture
def one_core():
    """As the reader's workers are: with several, attention may add in an order that depends on who does it."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
