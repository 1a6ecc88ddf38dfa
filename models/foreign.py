"""Encoders of other families (ELECTRA, DistilBERT, DeBERTa ...), run by the transformers library.

Slow to import and only needed where the settings name such an encoder.
"""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn
from transformers import AutoModel

from framing.errors import BundleError


class Foreign(nn.Module):
    """Any encoder that maps ids and a mask to one vector per piece."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        try:
            self.model = AutoModel.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, RuntimeError) as error:
            raise BundleError(f"{folder}: transformers cannot read this encoder ({error})") from error
        self.width = int(self.model.config.hidden_size)

    def forward(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Args: ids [rows, pieces]; seen, false on padding, [rows, pieces]. Returns: [rows, pieces, width]."""
        states: Tensor = self.model(input_ids=ids, attention_mask=seen.long()).last_hidden_state
        return states
