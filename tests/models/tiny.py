"""A tiny encoder with its tokenizer: random weights over whole words and letters, written in a second."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel

from models.digest import file_sha256
from models.encoder import EncoderFiles, find_encoder

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LETTERS = [letter for plain in "abcdefghijklmnopqrstuvwxyz" for letter in (plain, f"##{plain}")]
WORDS = "the kremlin beijing china russia rejected praised claims of said that officials war peace talks".split()


def write_encoder(folder: Path) -> EncoderFiles:
    """Write a two-layer BERT and find it again."""
    vocabulary = {piece: index for index, piece in enumerate([*SPECIAL, *WORDS, *LETTERS, ".", ",", "“", "”"])}
    tokenizer = Tokenizer(models.WordPiece(vocab=vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=256,
    )
    torch.manual_seed(7)
    encoder = BertModel(settings, add_pooling_layer=False)
    (folder / "config.json").write_text(json.dumps(settings.to_dict()), encoding="utf-8")
    save_file(encoder.state_dict(), folder / "model.safetensors")
    return find_encoder(folder, name="tiny", sha256=file_sha256(folder / "model.safetensors"))
