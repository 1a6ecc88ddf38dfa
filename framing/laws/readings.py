"""What the network read, and what an analyst corrected."""

from enum import StrEnum
from math import fsum
from typing import Any

from framing.laws.expect import broken, expect_in_sentence, records
from framing.strict_json import dumps, loads
from framing.types import Analysis

SUM_TOLERANCE = 1e-3  # probabilities are stored as the network's float32 gives them


def readings(analysis: Analysis) -> None:
    for at, stance in enumerate(analysis.stances):
        if stance.holder == stance.target:
            broken(f"stances[{at}].target", stance.target, "is the holder")
        if stance.evidence is not None:
            expect_in_sentence(analysis, f"stances[{at}].evidence", stance.sentence, (stance.evidence,))
    mentions = [{(m.start, m.end) for m in actor.mentions} for actor in analysis.actors]
    for at, tone in enumerate(analysis.tones.actors):
        path = f"tones.actors[{at}].mention"
        expect_in_sentence(analysis, path, tone.sentence, (tone.mention,))
        if (tone.mention.start, tone.mention.end) not in mentions[tone.actor]:
            broken(path, tone.mention, f"is no mention of actor {tone.actor}")
    _expect_included(analysis, "tones.paragraphs", [tone.paragraph for tone in analysis.tones.paragraphs])
    _expect_included(analysis, "frames", [frame.paragraph for frame in analysis.frames])


def _expect_included(analysis: Analysis, path: str, paragraphs: list[int]) -> None:
    for at, paragraph in enumerate(paragraphs):
        if not analysis.paragraphs[paragraph].included:
            broken(f"{path}[{at}].paragraph", paragraph, "is not included")


def figures(analysis: Analysis) -> None:
    for path, record, shape in records(analysis):
        score = getattr(record, "score", 1.0)
        if not 0.0 <= score <= 1.0:
            broken(f"{path}.score", score, "is not between 0 and 1")
        if shape.labels is not None:
            _probabilities(f"{path}.probabilities", record, shape.labels)


def _probabilities(path: str, record: Any, labels: type[StrEnum]) -> None:
    """A closed set of labels whose figures sum to one; the label is the most probable of them."""
    figures = {share.label: share.value for share in record.probabilities}
    if len(figures) < len(record.probabilities) or not figures.keys() <= set(labels):
        broken(path, list(figures), f"are not labels of {labels.__name__}, each once")
    if not all(0.0 <= figure <= 1.0 for figure in figures.values()):
        broken(path, figures, "are not all between 0 and 1")
    if not abs(fsum(figures.values()) - 1.0) <= SUM_TOLERANCE:
        broken(path, figures, "do not sum to 1")
    if figures.get(record.label) != max(figures.values()):
        broken(path, figures, f"do not make {record.label.value!r} the most probable label")


def edits(analysis: Analysis) -> None:
    for at, edit in enumerate(analysis.edits):
        for field in ("op", "machine", "analyst"):
            text = getattr(edit, field)
            if dumps(loads(text)) != text:
                broken(f"edits[{at}].{field}", text, "is not spelled as framing.strict_json.dumps does")


LAWS = (readings, figures, edits)
