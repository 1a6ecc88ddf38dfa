"""Texts laid out by meaning: the laws on a tiny encoder, the sense on the published one."""

import numpy as np
import pytest

from framing.errors import BundleError
from models.encoder import load_encoder
from models.encoding import load_wordpieces
from models.meaning import EncoderMeaning, load_meaning


@pytest.fixture
def tiny(encoder_files):
    return EncoderMeaning(load_encoder(encoder_files), load_wordpieces(encoder_files.tokenizer))


def test_vectors_have_length_one_and_do_not_move_with_their_neighbours(tiny):
    texts = ["the minister denied it", "weapons", "the minister denied it", "peace " * 300]
    vectors = tiny.vectors(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors[0], vectors[2])
    assert np.array_equal(vectors[1], tiny.vectors(["weapons"])[0])
    assert tiny.vectors([]).shape[0] == 0


def test_nothing_of_a_long_text_is_cut(tiny):
    plain, ended = tiny.vectors(["peace " * 600, "peace " * 599 + "weapons"])
    assert not np.array_equal(plain, ended)


def test_another_encoder_is_refused(encoder_folder):
    with pytest.raises(BundleError, match="SHA-256"):
        load_meaning(encoder_folder)


def test_other_words_for_one_thing_are_nearer_than_other_things():
    failed, broke, ticket = load_meaning().vectors(
        ["the engine failed after departure", "after leaving the motor broke down", "every passenger had a ticket"]
    )
    assert failed @ broke > 0.5 > failed @ ticket
