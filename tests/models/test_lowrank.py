"""A turn of the encoder reads for its head alone and shares all that it does not change."""

import pytest
import torch

from models.encoder import load_encoder
from models.heads import HeadKind, HeadSpec
from models.lowrank import turned
from models.network import Network, Query
from tests.models.tiny import write_encoder

IDS = torch.tensor([[2, 5, 6, 7, 8, 3]])
SEEN = torch.ones_like(IDS, dtype=torch.bool)
PLAIN, OWN = (HeadSpec(name, HeadKind.CLAIMS, ("yes", "no"), rank=rank) for name, rank in (("pair", 0), ("contest", 2)))
QUERY = Query(torch.tensor([0]), torch.tensor([[[1, 3], [3, 5]]]))


@pytest.fixture
def encoder(tmp_path):
    return load_encoder(write_encoder(tmp_path))


def change(module):
    for name, weight in module.named_parameters():
        if name.endswith(".up"):
            torch.nn.init.normal_(weight)


def test_a_fresh_turn_reads_as_the_encoder_does(encoder):
    assert torch.equal(turned(encoder, 2)(IDS, SEEN), encoder(IDS, SEEN))


def test_a_turn_adds_two_thin_matrices_a_layer_and_shares_the_rest(encoder):
    own = set(turned(encoder, 2).parameters()) - set(encoder.parameters())
    layers = [module for module in encoder.modules() if isinstance(module, torch.nn.Linear)]
    assert sum(weight.numel() for weight in own) == sum(2 * (one.in_features + one.out_features) for one in layers)


def test_what_the_turn_learns_changes_its_head_and_no_other(encoder):
    network = Network(encoder, [PLAIN, OWN]).eval()
    with torch.inference_mode():
        before = network(IDS, SEEN, {"pair": QUERY, "contest": QUERY})
        change(network.turns)
        after = network(IDS, SEEN, {"pair": QUERY, "contest": QUERY})
    assert torch.equal(before["pair"], after["pair"])
    assert not torch.equal(before["contest"], after["contest"])


def test_the_encoder_is_stored_once(encoder):
    names = [name for name, _ in Network(encoder, [PLAIN, OWN]).named_parameters() if name.startswith("turns.")]
    assert names
    assert all(name.endswith((".down", ".up")) for name in names)
