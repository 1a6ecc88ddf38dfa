"""Narrative framing (Frermann et al. 2023): the generic frames of 428 articles on climate change.

TSV with a header; the text is quoted, a quote inside it doubled; frames are "True" or "False".

How good RE -> responsibility is: an article has RE if and only if the annotators' majority said yes to re2 and
re6, the questions for a solution and for somebody who resolves the problem (its hero); the authors' own code
calls the frame AR, attribution of responsibility. That is the half "who could solve it" of Semetko &
Valkenburg's frame. The half "who caused it" (re7, the villain) is no part of it: responsibility is missed in
articles that only blame, so report the frame as "responsibility to resolve".
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from framing.types import Frame
from training.datasets.form import published
from training.examples import Example

PATH = Path("narrative_framing/articles_metadata.tsv")

FRAMES = {
    "CO": Frame.CONFLICT,
    "HI": Frame.HUMAN_INTEREST,
    "EC": Frame.ECONOMIC,
    "MO": Frame.MORALITY,
    "RE": Frame.RESPONSIBILITY,
}
FLAGS = {"True": True, "False": False, "False)": False}  # article 716 has a bracket too many


def read(path: Path) -> tuple[Example, ...]:
    """Read the articles; one whose frame columns all lack (405) is left out.

    Texts are whole articles, 147 to 1,002 words. The document is the article's id; an article that was
    labelled twice (330, 424) keeps both answers under the first id, so that no slice leaks into another.

    Raises:
        TrainingError: a row is not of the published form; the message names its last line.
    """
    examples: list[Example] = []
    documents: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, restval="", delimiter="\t")
        for row in rows:
            with published(f"{path}, line {rows.line_num}", "the form of narrative framing"):
                text, frames = row["text"].strip(), _frames(row)
                document = documents.setdefault(text, row["ID"])
                if not text or not document:
                    raise ValueError("a text or an ID is empty")
            if frames is not None:
                examples.append(Example(text=text, document=document, frames=frames))
    return tuple(examples)


def _frames(row: Mapping[str, str]) -> tuple[Frame, ...] | None:
    """The frames that are true, in the order of the head; None where no column is filled."""
    if not any(row[column] for column in FRAMES):
        return None
    return tuple(frame for column, frame in FRAMES.items() if FLAGS[row[column]])
