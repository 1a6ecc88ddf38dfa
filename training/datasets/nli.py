"""Natural language inference: SNLI's dev part (Bowman et al. 2015), JOCI (Zhang et al. 2017), 7,000 of MNLI.

CSV with quotes, or TSV in which a quote is a character like any other (read as CSV, MNLI loses 72 rows).
SICK (Marelli et al. 2014) lies beside them and is no constant here: its licence is non-commercial, and the
weights that this project ships must not have learned from it.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from training.datasets.form import published
from training.examples import ClaimPair

SNLI = Path("nli/snli/dev.csv")
MNLI = Path("nli/mnli/mnli_7000.tsv")
JOCI = (Path("nli/joci/train.csv"), Path("nli/joci/dev.csv"))
PATHS = (SNLI, MNLI, *JOCI)

LABELS = {"entailment": "strengthens", "contradiction": "weakens", "neutral": "unrelated"}


def read(path: Path) -> tuple[ClaimPair, ...]:
    """Read one file, as TSV if it is named so; the document is the premise, which several rows share.

    Raises:
        TrainingError: a row is not of a published form; the message names its last line.
    """
    pairs: list[ClaimPair] = []
    tabs = path.suffix == ".tsv"
    label = "gold_label" if tabs else "label"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = (
            csv.DictReader(stream, restval="", delimiter="\t", quoting=csv.QUOTE_NONE)
            if tabs
            else csv.DictReader(stream, restval="")
        )
        for row in rows:
            with published(f"{path}, line {rows.line_num}", "premise pairs"):
                pairs.append(_pair(row, label))
    return tuple(pairs)


def _pair(row: Mapping[str, str], label: str) -> ClaimPair:
    premise, hypothesis = row["premise"].strip(), row["hypothesis"].strip()
    if not premise or not hypothesis:
        raise ValueError("a premise or a hypothesis is empty")
    return ClaimPair(premise, hypothesis, premise, LABELS[row[label]])
