"""The encoder written out here is the library's, figure for figure."""

import json

import pytest
import torch
from safetensors.torch import load_file
from transformers import AutoModel, BertModel, ElectraConfig, ElectraModel

from framing.errors import BundleError
from models.bert import BertConfig
from models.digest import file_sha256
from models.encoder import find_encoder, load_encoder

IDS = torch.tensor([[2, 6, 9, 12, 7, 3], [2, 8, 3, 0, 0, 0]])
SEEN = torch.tensor([[True] * 6, [True] * 3 + [False] * 3])


def vectors(encoder):
    with torch.inference_mode():
        return encoder(IDS, SEEN)[SEEN]


def test_it_reads_what_the_library_reads(encoder_files):
    theirs = BertModel.from_pretrained(encoder_files.folder, add_pooling_layer=False).eval()
    with torch.inference_mode():
        wanted = theirs(input_ids=IDS, attention_mask=SEEN.long()).last_hidden_state[SEEN]
    assert torch.allclose(vectors(load_encoder(encoder_files)), wanted, atol=1e-6)


def test_what_stands_in_padding_does_not_matter(encoder_files):
    encoder = load_encoder(encoder_files)
    other = IDS.clone()
    other[1, 3:] = 11
    with torch.inference_mode():
        assert torch.equal(encoder(other, SEEN)[SEEN], encoder(IDS, SEEN)[SEEN])


def test_another_activation_is_refused(encoder_files):
    settings = json.loads((encoder_files.folder / "config.json").read_text(encoding="utf-8"))
    with pytest.raises(BundleError, match="'relu'"):
        BertConfig.of({**settings, "hidden_act": "relu"})
    del settings["hidden_size"]
    with pytest.raises(BundleError, match="hidden_size"):
        BertConfig.of(settings)


def test_an_encoder_of_another_family_is_run_by_the_library(encoder_files, tmp_path):
    torch.manual_seed(3)
    vocabulary = load_file(encoder_files.folder / "model.safetensors")["embeddings.word_embeddings.weight"].shape[0]
    sizes = {"embedding_size": 16, "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    model = ElectraModel(ElectraConfig(vocab_size=vocabulary, intermediate_size=32, **sizes)).eval()
    model.save_pretrained(tmp_path)
    (tmp_path / "tokenizer.json").write_bytes((encoder_files.folder / "tokenizer.json").read_bytes())
    files = find_encoder(tmp_path, name="other", sha256=file_sha256(tmp_path / "model.safetensors"))
    encoder = load_encoder(files)
    with torch.inference_mode():
        wanted = AutoModel.from_pretrained(tmp_path)(input_ids=IDS, attention_mask=SEEN.long()).last_hidden_state
    assert encoder.width == 16
    assert torch.equal(vectors(encoder), wanted[SEEN])
