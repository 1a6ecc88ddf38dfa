"""One request's tags: hedge cues, and cues of attribution with the sources and contents that belong to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from framing.ports import Attributed, Tag
from models.encoding import WordPieces
from models.heads import HeadKind
from models.manifest import HeadCard
from models.plan import Plan, Question
from models.tagging import Run, over_text, runs, span_of, words_of
from models.windows import holding, locate

# A cue below it is a tag, and not asked for its parts. On the calibration slice of PolNeAR it raises the F1 of whole
# attributions from .67 to .71.
LINKED = 0.55

Key = tuple[str, Question]
Answers = dict[Key, Tensor]


class Tagged:
    """What the word heads said of one text; nothing where it was not asked or a head is missing."""

    def __init__(
        self, plan: Plan, answers: Mapping[Key, Tensor], cards: Mapping[str, HeadCard], wordpieces: WordPieces
    ) -> None:
        self._plan, self._cards = plan, cards
        self._words = words_of(plan.text, plan.pieces) if plan.tags else ()
        self.hedges = self._tags(self._found("hedge", answers))
        found = self._found("attribution", answers)
        self.attribution_tags = self._tags(found)
        cues = [run for run in found["cue"] if run[2] >= LINKED] if found and "roles" in cards else ()
        self._cues = tuple((run, *self._ask(run, wordpieces)) for run in cues)

    @property
    def cue_questions(self) -> tuple[Question, ...]:
        """One question per cue: which words are its source, which its content."""
        return tuple(question for _, question, _ in self._cues)

    def _ask(self, run: Run, wordpieces: WordPieces) -> tuple[Question, tuple[int, ...]]:
        """The question about a cue, and the window that it is read in."""
        places = range(run[0], run[1])
        window = holding([places], self._plan.windows)
        row = wordpieces.row(self._plan.pieces, window)
        return Question(HeadKind.ROLES, ("roles",), row, (locate(places, window),)), window

    def attributed(self, answers: Mapping[Key, Tensor]) -> tuple[Attributed, ...]:
        """The cues in order, each with its parts."""
        return tuple(self._attributed(run, answers["roles", question], window) for run, question, window in self._cues)

    def _attributed(self, run: Run, values: Tensor, window: Sequence[int]) -> Attributed:
        whole = values.new_zeros(len(self._plan.pieces), values.shape[1])
        whole[torch.tensor(window)] = values
        found = self._runs("roles", whole)
        sources, contents = (tuple(self._tag(label, part) for part in found[label]) for label in ("source", "content"))
        return Attributed(self._tag("cue", run), sources, contents)

    def _tags(self, found: Mapping[str, Sequence[Run]]) -> tuple[Tag, ...]:
        tags = (self._tag(label, run) for label, runs_there in found.items() for run in runs_there)
        return tuple(sorted(tags, key=lambda tag: (tag.span, tag.label)))

    def _found(self, head: str, answers: Mapping[Key, Tensor]) -> Mapping[str, Sequence[Run]]:
        """The runs of each label over all of the text."""
        if head not in self._cards or not self._plan.tags:
            return {}
        parts = [answers[head, question] for question in self._plan.tags]
        return self._runs(head, over_text(parts, self._plan.windows, len(self._plan.pieces)))

    def _runs(self, head: str, values: Tensor) -> Mapping[str, Sequence[Run]]:
        card = self._cards[head]
        found = runs(values, self._words, card.thresholds)
        return dict(zip(card.spec.labels, found, strict=True))

    def _tag(self, label: str, run: Run) -> Tag:
        return Tag(label, span_of(run, self._plan.pieces), round(run[2], 6))
