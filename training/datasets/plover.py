"""PLV (Hu et al. 2024), labelled with PLOVER: the political act of a marked source toward a marked target.

Tab-separated with a header; `gold_penta` 1..4, `gold_root` the act's class. Rows without exactly one
source and one target mark are left out.
"""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from framing.types import PoliticalAct, Span, Stance
from training.datasets.form import published
from training.examples import ActAnswer, Example, StanceAnswer

TRAIN = Path("plover/PLV_train.tsv")

ACTS = {
    "1": PoliticalAct.VERBAL_COOPERATION,
    "2": PoliticalAct.MATERIAL_COOPERATION,
    "3": PoliticalAct.VERBAL_CONFLICT,
    "4": PoliticalAct.MATERIAL_CONFLICT,
}
# Yielding, asking and mobilising say nothing certain about sympathy: they teach no stance.
STANCES = {
    "AGREE": Stance.SUPPORTS,
    "SUPPORT": Stance.SUPPORTS,
    "AID": Stance.SUPPORTS,
    "COOPERATE": Stance.SUPPORTS,
    "CONSULT": Stance.NEUTRAL,
    "ACCUSE": Stance.OPPOSES,
    "REJECT": Stance.OPPOSES,
    "THREATEN": Stance.OPPOSES,
    "SANCTION": Stance.OPPOSES,
    "COERCE": Stance.OPPOSES,
    "ASSAULT": Stance.OPPOSES,
    "PROTEST": Stance.OPPOSES,
}
_MARK = re.compile(r"</?[st]>")
_ONE_OF_EACH = ["</s>", "</t>", "<s>", "<t>"]


def read(path: Path) -> tuple[Example, ...]:
    """Read the file.

    Raises:
        TrainingError: a column or a label is not of the published form.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    examples: dict[str, Example] = {}
    for number, row in enumerate(rows, start=2):
        with published(f"{path}, row {number}", "PLOVER's form"):
            example = _example(row)
        if example is not None:
            examples.setdefault(row["marked_sentence"], example)
    return tuple(examples.values())


def _example(row: Mapping[str, str]) -> Example | None:
    found = _unmark(row["marked_sentence"])
    if found is None:
        return None
    text, source, target = found
    stance = STANCES.get(row["gold_root"])
    acts = (ActAnswer(source, target, ACTS[row["gold_penta"]]),)
    stances = () if stance is None else (StanceAnswer(source, target, stance),)
    return Example(text=text, document=" ".join(text.lower().split()), stances=stances, acts=acts)


def _unmark(marked: str) -> tuple[str, Span, Span] | None:
    """Text without marks, source span, target span; None unless there is one mark of each kind."""
    marks = list(_MARK.finditer(marked))
    if sorted(mark.group() for mark in marks) != _ONE_OF_EACH:
        return None
    removed = 0
    place: dict[str, int] = {}
    for mark in marks:
        place[mark.group()] = mark.start() - removed
        removed += len(mark.group())
    source, target = Span(place["<s>"], place["</s>"]), Span(place["<t>"], place["</t>"])
    if source.start >= source.end or target.start >= target.end:
        return None
    return _MARK.sub("", marked), source, target
