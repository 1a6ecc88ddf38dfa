"""What users assemble today: a sentiment pipeline and a zero-shot pipeline, paragraph by paragraph.

Both networks have the published shapes (RoBERTa-base, DeBERTa-v3-base) and random weights, and read random wordpieces:
how long a network takes depends on shapes and not on values. A paragraph has as many pieces as the engine's own
tokenizer finds, which stands in for theirs; the time that theirs would take is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from models.encoder import find_encoder
from models.encoding import WordPieces, load_wordpieces
from models.precision import FORMATS

LABELS = 5  # of the zero-shot question; each is one pass over paragraph and hypothesis
HYPOTHESIS = 12  # pieces of "This example is ..." with its label
LIMIT = 512  # pieces that the networks read; longer paragraphs are cut
ROWS = 16  # in a batch, where there are batches
PARAGRAPHS = 16  # at most measured, chosen evenly by length; what all would take is reckoned by pieces
SPECIAL = {"sentiment": 2, "zero-shot": 3}  # pieces around one text, and around two
WORDS = 50_000  # of both vocabularies, from which the pieces are drawn
ROBERTA: dict[str, Any] = {"vocab_size": 50_265, "max_position_embeddings": 514, "type_vocab_size": 1, "num_labels": 3}
DEBERTA: dict[str, Any] = {
    "vocab_size": 128_100,
    "hidden_size": 768,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 3072,
    "relative_attention": True,
    "position_buckets": 256,
    "norm_rel_ebd": "layer_norm",
    "share_att_key": True,
    "pos_att_type": ["p2c", "c2p"],
    "position_biased_input": False,
    "type_vocab_size": 0,
    "num_labels": 3,
}


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """One call of a network."""

    network: nn.Module
    ids: Tensor  # [rows, pieces]
    seen: Tensor  # false on padding, [rows, pieces]


@dataclass(frozen=True, slots=True)
class Planned:
    """Passes, and by what their time is to be multiplied where they stand for more."""

    passes: list[Pass]
    factor: float

    def run(self) -> None:
        with torch.inference_mode():
            for one in self.passes:
                one.network(input_ids=one.ids, attention_mask=one.seen)


class Assembled:
    """The two networks in one number format."""

    def __init__(self, number_format: str) -> None:
        self._networks = {name: network.eval().to(dtype=FORMATS[number_format]) for name, network in networks().items()}

    def plan(self, lengths: Sequence[int], *, rows: int = 1, most: int = PARAGRAPHS) -> Planned:
        """The passes for paragraphs of so many pieces.

        Args:
            rows: of a batch; 1 is how the pipelines run where nobody sets it.
            most: paragraphs that are measured.
        """
        chosen = thinned(lengths, most)
        passes = [
            self._pass(name, batch)
            for name, times, extra in (("sentiment", 1, 0), ("zero-shot", LABELS, HYPOTHESIS))
            for batch in batches([length + extra + SPECIAL[name] for length in chosen for _ in range(times)], rows)
        ]
        return Planned(passes, sum(lengths) / sum(chosen))

    def _pass(self, name: str, lengths: Sequence[int]) -> Pass:
        ids = torch.randint(5, WORDS, (len(lengths), max(lengths)))
        return Pass(self._networks[name], ids, (torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]).long())


def networks() -> dict[str, nn.Module]:
    """Both networks, in float32."""
    from transformers import (  # takes seconds, and only this needs it
        DebertaV2Config,
        DebertaV2ForSequenceClassification,
        RobertaConfig,
        RobertaForSequenceClassification,
    )

    with torch.no_grad():
        return {
            "sentiment": RobertaForSequenceClassification(RobertaConfig(**ROBERTA)),
            "zero-shot": DebertaV2ForSequenceClassification(DebertaV2Config(**DEBERTA)),
        }


def batches(lengths: Sequence[int], rows: int) -> list[list[int]]:
    """Lengths of the rows of each batch; sorted, so that little is padded."""
    cut = sorted(min(length, LIMIT) for length in lengths)
    return [cut[start : start + rows] for start in range(0, len(cut), rows)]


def thinned(lengths: Sequence[int], most: int) -> list[int]:
    """At most so many of the lengths, chosen evenly from short to long."""
    ordered = sorted(lengths)
    count = min(most, len(ordered))
    return [ordered[(2 * place + 1) * len(ordered) // (2 * count)] for place in range(count)]


def lengths_of(paragraphs: Sequence[str]) -> list[int]:
    """Wordpieces of each paragraph, without special ones."""
    wordpieces: WordPieces = load_wordpieces(find_encoder().tokenizer)
    return [len(wordpieces.split(paragraph)) for paragraph in paragraphs]
