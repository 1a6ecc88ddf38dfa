"""BERT's encoder (Devlin et al. 2019), as published weights name its parts.

The same figures as `transformers.BertModel`, which a test holds it to. It is written out because that library takes
longer to import than an article takes to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from framing.errors import BundleError


@dataclass(frozen=True, slots=True)
class BertConfig:
    """The sizes that config.json gives; all but `layer_norm_eps` and `dropout` are counts."""

    vocab_size: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    max_position_embeddings: int
    type_vocab_size: int = 2
    layer_norm_eps: float = 1e-12
    dropout: float = 0.1

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> BertConfig:
        """Read the fields of a config.json.

        Raises:
            BundleError: one is missing, or the activation is not GELU.
        """
        if settings.get("hidden_act", "gelu") != "gelu":
            raise BundleError(f"activation {settings['hidden_act']!r}; only 'gelu' encoders can be read")
        sizes = {name: settings[name] for name in cls.__slots__ if name in settings}
        try:
            return cls(**sizes, dropout=settings.get("hidden_dropout_prob", 0.1))
        except TypeError as error:
            raise BundleError(f"the encoder's config.json is incomplete ({error})") from error


class Bert(nn.Module):
    """Wordpiece ids to vectors."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.config, self.width = config, config.hidden_size
        self.embeddings = Embeddings(config)
        self.encoder = Stack(config)

    def forward(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Args: ids [rows, pieces]; seen, false on padding, [rows, pieces]. Returns: [rows, pieces, width]."""
        hidden: Tensor = self.encoder(self.embeddings(ids), seen[:, None, None, :])
        return hidden


class Embeddings(nn.Module):
    """Pieces and places; all pieces are of the first segment."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.word_embeddings = nn.Embedding(config.vocab_size, width)
        self.position_embeddings = nn.Embedding(config.max_position_embeddings, width)
        self.token_type_embeddings = nn.Embedding(config.type_vocab_size, width)
        self.LayerNorm = nn.LayerNorm(width, config.layer_norm_eps)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, ids: Tensor) -> Tensor:
        places = self.position_embeddings.weight[: ids.shape[1]]
        states = self.word_embeddings(ids) + self.token_type_embeddings.weight[0] + places
        mixed: Tensor = self.dropout(self.LayerNorm(states))
        return mixed


class Stack(nn.Module):
    """The layers, one after the other."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.layer = nn.ModuleList(Layer(config) for _ in range(config.num_hidden_layers))

    def forward(self, hidden: Tensor, shown: Tensor) -> Tensor:
        for layer in self.layer:
            hidden = layer(hidden, shown)
        return hidden


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each added to what came in."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.attention = nn.ModuleDict({"self": Attention(config), "output": Added(config.hidden_size, config)})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(config.hidden_size, config.intermediate_size)})
        self.output = Added(config.intermediate_size, config)

    def forward(self, hidden: Tensor, shown: Tensor) -> Tensor:
        hidden = self.attention["output"](self.attention["self"](hidden, shown), hidden)
        added: Tensor = self.output(gelu(self.intermediate["dense"](hidden)), hidden)
        return added


class Attention(nn.Module):
    """Every piece looks at all pieces that are shown."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.heads, self.rate = config.num_attention_heads, config.dropout
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))

    def forward(self, hidden: Tensor, shown: Tensor) -> Tensor:
        rows, pieces, width = hidden.shape
        query, key, value = (
            part(hidden).view(rows, pieces, self.heads, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        rate = self.rate if self.training else 0.0
        mixed = scaled_dot_product_attention(query, key, value, attn_mask=shown, dropout_p=rate)
        return mixed.transpose(1, 2).reshape(rows, pieces, width)


class Added(nn.Module):
    """A linear step whose result is added to the residual and normalised."""

    def __init__(self, inputs: int, config: BertConfig) -> None:
        super().__init__()
        self.dense = nn.Linear(inputs, config.hidden_size)
        self.LayerNorm = nn.LayerNorm(config.hidden_size, config.layer_norm_eps)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, states: Tensor, residual: Tensor) -> Tensor:
        added: Tensor = self.LayerNorm(self.dropout(self.dense(states)) + residual)
        return added
