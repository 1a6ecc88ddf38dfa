"""Rows laid end to end are read as padded ones are, and none is moved by its neighbours."""

import random

import pytest
import torch

from models import dense
from models.dense import GELU, Dense
from models.encoder import find_encoder, load_encoder
from models.lowrank import turned
from models.packed import OneByOne, Packed, ready
from models.precision import FORMATS, has_bfloat16

PUBLISHED = ["float32", "bfloat16"] if has_bfloat16() else ["float32"]
AWAY = {"float32": 1e-5, "bfloat16": 0.1}  # of vectors whose parts are about 1; bfloat16 has 8 bits


def rows_of(lengths, vocabulary, seed=0):
    draw = random.Random(seed)
    return [tuple(draw.randrange(vocabulary) for _ in range(length)) for length in lengths]


def padded(encoder, rows):
    """What the encoder that is trained makes of them, each by itself."""
    with torch.inference_mode():
        ids = [torch.tensor([row]) for row in rows]
        return [encoder(row, torch.ones_like(row, dtype=torch.bool))[0] for row in ids]


def largest(found, wanted):
    return max((one.float() - other).abs().max() for one, other in zip(found, wanted, strict=True))


@pytest.fixture(scope="module")
def published():
    return load_encoder(find_encoder())


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_it_reads_what_the_trained_encoder_reads(published, name):
    rows = rows_of((2, 3, 17, 40, 64, 256), 30_000)
    with torch.inference_mode():
        assert largest(ready(published, FORMATS[name])(rows), padded(published, rows)) < AWAY[name]


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.usefixtures("one_core")
def test_no_row_is_moved_by_a_bit_whatever_it_is_packed_with(published, name):
    encode, rows = ready(published, FORMATS[name]), rows_of(range(2, 257, 3), 30_000)
    with torch.inference_mode():
        alone = [encode([row])[0].clone() for row in rows]
        for seed, count in enumerate((2, 3, 7, 20, len(rows))):
            chosen = random.Random(seed).sample(range(len(rows)), count)
            found = encode([rows[place] for place in chosen])
            assert all(torch.equal(one, alone[place]) for one, place in zip(found, chosen, strict=True))


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize(("inputs", "outputs", "then"), [(384, 1536, GELU), (1536, 384, "none"), (1925, 256, GELU)])
@pytest.mark.usefixtures("one_core")
def test_a_linear_step_treats_each_piece_by_itself(name, inputs, outputs, then):
    torch.manual_seed(5)
    step = Dense(
        torch.randn(outputs, inputs) / inputs**0.5, torch.randn(outputs), number_format=FORMATS[name], then=then
    )
    given = torch.randn(300, inputs).to(FORMATS[name])
    whole = step(given)
    for count in (1, 2, 3, 5, 8, 15, 16, 17, 31, 33, 64, 100, 255):
        assert torch.equal(step(given[300 - count :]), whole[300 - count :])


def test_without_onednn_a_linear_step_gives_the_same(monkeypatch):
    torch.manual_seed(5)
    parts = torch.randn(6, 4), torch.randn(6)
    given = torch.randn(5, 4)
    laid_out = Dense(*parts, number_format=torch.float32, then=GELU)(given)
    monkeypatch.setattr(dense, "can_lay_out", lambda _: False)
    plain = Dense(*parts, number_format=torch.float32, then=GELU)
    assert not plain._laid_out
    assert torch.allclose(plain(given), laid_out, atol=1e-6)


def test_a_turn_is_read_with_its_change(encoder_files):
    encoder = load_encoder(encoder_files)
    twin = turned(encoder, 2)
    torch.manual_seed(5)
    for name, weight in twin.named_parameters():
        if name.endswith(".up"):
            torch.nn.init.normal_(weight, std=0.1)
    rows = rows_of((5, 9), 30)
    with torch.inference_mode():
        found = Packed(twin, torch.float32)(rows)
        assert largest(found, padded(twin, rows)) < 1e-5
        assert largest(found, padded(encoder, rows)) > 0.01


def test_an_encoder_of_another_family_reads_row_by_row(encoder_files):
    class Other(torch.nn.Module):
        def forward(self, ids, seen):
            return torch.stack((ids, seen.long()), dim=2).float()

    encode = ready(Other(), torch.float32)
    assert isinstance(encode, OneByOne)
    assert [states.tolist() for states in encode([(7,), (8, 9)])] == [[[7, 1]], [[8, 1], [9, 1]]]
