"""A parser and a reader that answer the same question once, for benchmarks that read the same texts many times."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from framing.ports import Identity, Parser, Reader, Reading, Request, Verdict
from framing.relayed import Relayed

# What a reading loses without a head; the other heads give the ledger no mark.
BLANK: Mapping[str, Mapping[str, Any]] = {
    "hedge": {"hedges": ()},
    "attribution": {"attribution_tags": (), "attributed": ()},
    "vague": {"vague": None},
    "factuality": {"events": ()},
    "pair": {},
    "contest": {},
}


class RememberedParser:
    """Implements `framing.ports.Parser`; the stages read a Doc and never change it."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._docs: dict[str, Doc] = {}

    @property
    def identity(self) -> Identity:
        return self._parser.identity

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        new = [text for text in dict.fromkeys(texts) if text not in self._docs]
        self._docs.update(zip(new, self._parser.parse(new), strict=True))
        return [self._docs[text] for text in texts]


class RememberedReader(Relayed):
    """Implements `framing.ports.Reader`; `missing` is a head that it is to do without, for now."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._readings: dict[Request, Reading] = {}
        self._verdicts: dict[tuple[str, tuple[str, str]], Verdict] = {}
        self.missing: str | None = None

    @property
    def heads(self) -> frozenset[str]:
        return self.inner.heads - {self.missing}

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        new = [request for request in dict.fromkeys(requests) if request not in self._readings]
        self._readings.update(zip(new, self.inner.read(new), strict=True))
        blank = BLANK[self.missing] if self.missing is not None else {}
        return [replace(self._readings[request], **blank) for request in requests]

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        if head not in self.heads:
            return []
        new = [pair for pair in dict.fromkeys(pairs) if (head, pair) not in self._verdicts]
        said = self.inner.compare(new, head=head)
        self._verdicts.update({(head, pair): verdict for pair, verdict in zip(new, said, strict=True)})
        return [self._verdicts[head, pair] for pair in pairs]
