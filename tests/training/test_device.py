"""Training computes on the GPU where there is one, and says the same twice."""

import torch

from models.encoding import load_wordpieces
from training.batches import collate, prepare
from training.config import read_config
from training.corpora import read_corpora
from training.device import find_device, make_repeatable
from training.fresh import make_network
from training.loss import batch_loss


def test_the_gpu_is_taken_where_there_is_one(monkeypatch):
    for there, name in ((True, "cuda"), (False, "cpu")):
        monkeypatch.setattr(torch.cuda, "is_available", lambda there=there: there)
        assert find_device().type == name


def test_operations_without_a_fixed_order_are_refused():
    make_repeatable()
    assert torch.are_deterministic_algorithms_enabled()


def test_a_batch_follows_the_network_to_its_device(data, encoder, short, monkeypatch):
    # The device "meta" has shapes and no numbers: whatever stayed behind on the processor cannot be mixed with it.
    config = read_config(short)
    corpora = read_corpora(data, config, limit=64)
    samples = [sample for part in corpora.train.values() for sample in part]
    wordpieces = load_wordpieces(encoder.tokenizer)
    monkeypatch.setattr("training.fresh.find_device", lambda: torch.device("meta"))
    network = make_network(config, encoder)
    monkeypatch.setattr("models.asking.pool", lambda hidden, _: hidden.mean(dim=1))  # it looks at numbers
    items = prepare(samples, wordpieces, max_pieces=config.max_pieces, heads=config.heads)
    batch = collate(items, pad=wordpieces.pad).to(network.device)
    assert set(batch.queries) == set(config.heads)
    assert batch_loss(network, batch, config).device.type == "meta"
