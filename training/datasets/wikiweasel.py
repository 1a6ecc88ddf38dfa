"""WikiWeasel (CoNLL-2010 shared task, Farkas et al. 2010): is a sentence vaguely sourced ("some experts say")?

The sentences are those of Szeged's Wikipedia part, with another idea of uncertainty: a hedge may be well sourced, and
a vague source may be sure of itself. The two labels are kept apart; a sentence that has both is one example.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.datasets.form import published
from training.examples import Example

PATH = Path("wikiweasel/train.jsonl")
VAGUE = {"uncertain": True, "certain": False}


def read(path: Path) -> tuple[Example, ...]:
    """Read the file; sentences whose label the source leaves open are left out.

    Raises:
        TrainingError: a line is not of the published form; the message names it.
    """
    examples: list[Example] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            with published(f"{path}, line {number}", "WikiWeasel's form"):
                row = json.loads(line)
                label = row["conll2010_label"]
                if label is not None and row["text"].strip():
                    examples.append(Example(text=row["text"], document=f"wiki:{row['doc']}", vague=VAGUE[label]))
    return tuple(examples)


def merge(examples: Sequence[Example], sourced: Sequence[Example]) -> tuple[Example, ...]:
    """Put the answers of `sourced` onto the same sentences in `examples`, so that each is encoded once.

    Sentences without a partner stay as they are, behind the others.
    """
    answers = {(example.document, example.text): example for example in sourced}
    merged = []
    for example in examples:
        partner = answers.pop((example.document, example.text), None)
        merged.append(example if partner is None else replace(example, vague=partner.vague))
    return (*merged, *answers.values())
