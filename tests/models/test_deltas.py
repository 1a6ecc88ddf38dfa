"""A change is kept in eight bits a number, and comes back as near as that allows."""

import pytest
import torch

from models.deltas import LEVELS, pack, unpack


@pytest.fixture
def published():
    torch.manual_seed(1)
    return {"encoder.dense.weight": torch.randn(5, 8), "encoder.dense.bias": torch.randn(5)}


def test_a_change_comes_back_within_half_a_step_of_its_row(published):
    torch.manual_seed(2)
    change = torch.randn(5, 8) * torch.tensor([[1e-4], [1e-2], [0.0], [1.0], [3.0]])
    trained = {"encoder.dense.weight": published["encoder.dense.weight"] + change}
    packed = pack(trained, published)
    assert packed["encoder.dense.weight"].dtype == torch.int8
    step = (trained["encoder.dense.weight"] - published["encoder.dense.weight"]).abs().amax(dim=1) / LEVELS
    error = (unpack(packed, published)["encoder.dense.weight"] - trained["encoder.dense.weight"]).abs().amax(dim=1)
    assert bool((error <= 0.5 * step + 1e-6).all())
    assert float(error[4]) > 1e-4  # it is rounded


def test_what_was_not_changed_comes_back_alike(published):
    packed = pack(published, published)
    assert unpack(packed, published)["encoder.dense.weight"].equal(published["encoder.dense.weight"])


def test_vectors_and_what_was_never_published_are_kept_as_they_are(published):
    trained = published | {"heads.tone.weight": torch.randn(3, 4)}
    again = unpack(pack(trained, published), published)
    for name in ("encoder.dense.bias", "heads.tone.weight"):
        assert again[name].dtype == torch.float32
        assert again[name].equal(trained[name].half().float())


def test_a_change_without_its_scale_is_an_error(published):
    packed = pack(published, published)
    del packed["encoder.dense.weight.scale"]
    with pytest.raises(KeyError, match="scale"):
        unpack(packed, published)
