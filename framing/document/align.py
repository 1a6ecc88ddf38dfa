"""How much of one text stands in another, whatever the white space, case and punctuation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")  # one sign of an unspaced script
RUN = 4  # words: the shortest run that is not shared by chance


def words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _runs(sequence: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [sequence[i : i + RUN] for i in range(len(sequence) - RUN + 1)]


@dataclass(frozen=True, slots=True)
class Passages:
    """An index over the paragraphs of a text."""

    whole: frozenset[tuple[str, ...]]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> "Passages":
        sequences = [sequence for paragraph in paragraphs if (sequence := words(paragraph))]
        return cls(frozenset(sequences), frozenset(run for sequence in sequences for run in _runs(sequence)))

    def share(self, text: str) -> float:
        """The share of the text's runs that stand here, 0 to 1; short texts must be whole paragraphs."""
        sequence = words(text)
        if not sequence:
            return 0.0
        if sequence in self.whole:
            return 1.0
        runs = _runs(sequence)
        return sum(run in self.runs for run in runs) / len(runs) if runs else 0.0
