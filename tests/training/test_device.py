"""Training computes on the GPU where there is one, and says the same twice."""

import os
from dataclasses import fields

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


def test_operations_without_a_fixed_order_are_refused(monkeypatch):
    before = torch.are_deterministic_algorithms_enabled()
    monkeypatch.delenv("CUBLAS_WORKSPACE_CONFIG", raising=False)
    torch.use_deterministic_algorithms(False)
    attending = torch.backends.cuda
    for enable in (attending.enable_flash_sdp, attending.enable_mem_efficient_sdp, attending.enable_cudnn_sdp):
        enable(True)
    try:
        make_repeatable()
        assert torch.are_deterministic_algorithms_enabled()
        assert os.environ["CUBLAS_WORKSPACE_CONFIG"] == ":4096:8"
        assert not attending.flash_sdp_enabled()
        assert not attending.mem_efficient_sdp_enabled()
        assert not attending.cudnn_sdp_enabled()
    finally:
        torch.use_deterministic_algorithms(before)


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
    parts = [*batch.queries.values(), *batch.goals.values()]
    tensors = [batch.ids, batch.seen, *(getattr(part, one.name) for part in parts for one in fields(part))]
    assert {tensor.device.type for tensor in tensors} == {"meta"}
    assert batch_loss(network, batch, config).device.type == "meta"
