"""What teachers said of training sentences: kept by question, stored, averaged, and laid beside the labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from framing.writing import write_whole
from models.heads import find_head
from models.plan import Places, Row
from training.batches import Prepared
from training.questions import Question

Asked = tuple[Row, str, Places]  # a row, a head, and where in the row it was asked


class Taught:
    """Probabilities by question, [labels] or word by word [pieces, labels], float16."""

    def __init__(self, answers: Mapping[Asked, Tensor]) -> None:
        self.answers = dict(answers)
        self._of_row: dict[Row, list[Asked]] = {}
        for asked in answers:
            self._of_row.setdefault(asked[0], []).append(asked)

    def beside(self, item: Prepared) -> Prepared:
        """A row with the answers to its questions, and with the questions that only a teacher has answered.

        Of questions to one head about the same pieces the last one stays: they have one answer.
        """
        labelled = {(item.row, one.head, one.places): one for one in item.questions}
        own = [replace(one, taught=self.answers.get(asked)) for asked, one in labelled.items()]
        others = [asked for asked in self._of_row.get(item.row, ()) if asked not in labelled]
        return Prepared(item.row, (*own, *map(self._question, others)))

    def _question(self, asked: Asked) -> Question:
        row, head, places = asked
        return Question(head, places, length=len(row) - 2, taught=self.answers[asked], labelled=False)

    def save(self, path: Path, *, lesson: str) -> None:
        """Write all answers as one run of numbers.

        Args:
            lesson: a digest over what was learned and asked.
        """
        nothing = torch.zeros(0, dtype=torch.float16)
        values = torch.cat([nothing, *(answer.flatten() for answer in self.answers.values())])
        path.parent.mkdir(parents=True, exist_ok=True)
        state = {"lesson": lesson, "asked": list(self.answers), "values": values}
        write_whole(path, lambda file: torch.save(state, file))

    @classmethod
    def load(cls, path: Path, *, lesson: str) -> Taught | None:
        """None where there is no file, or one of another lesson."""
        if not path.is_file():
            return None
        state = torch.load(path, weights_only=True)
        if state["lesson"] != lesson:
            return None
        shapes = [_shape(asked) for asked in state["asked"]]
        parts = torch.split(state["values"], [torch.Size(shape).numel() for shape in shapes])
        return cls({asked: part.view(shape) for asked, part, shape in zip(state["asked"], parts, shapes, strict=True)})


def mean(teachers: Sequence[Taught]) -> Taught:
    """What teachers of the same heads say together: of each question, those that were asked it."""
    found: dict[Asked, list[Tensor]] = {}
    for teacher in teachers:
        for asked, answer in teacher.answers.items():
            found.setdefault(asked, []).append(answer)
    return Taught({asked: torch.stack(answers).float().mean(0).half() for asked, answers in found.items()})


def joined(teachers: Sequence[Taught]) -> Taught:
    """What teachers of different heads say."""
    return Taught({asked: answer for one in teachers for asked, answer in one.answers.items()})


def _shape(asked: Asked) -> tuple[int, ...]:
    row, head, _ = asked
    spec = find_head(head)
    return (len(row) - 2, len(spec.labels)) if spec.kind.wordwise else (len(spec.labels),)
