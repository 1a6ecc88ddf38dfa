"""Emergent (Ferreira & Vlachos 2016): what an article's headline does to a rumoured claim.

One CSV row per headline. "observing" headlines are left out: they repeat the claim with a hedge ("reportedly",
"may"), which is as near to it as "for" is; called unrelated they would teach that a hedged repeat is another topic.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from training.datasets.form import published
from training.examples import ClaimPair

PATH = Path("emergent/url-versions-2015-06-14-clean.csv")

LABELS = {"for": "strengthens", "against": "weakens", "observing": None}


def read(path: Path) -> tuple[ClaimPair, ...]:
    """Read the file without its repeated headlines.

    Raises:
        TrainingError: a row is not of the published form; the message names its last line.
    """
    pairs: dict[ClaimPair, None] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, restval="")
        for row in rows:
            with published(f"{path}, line {rows.line_num}", "Emergent's form"):
                pair = _pair(row)
            if pair is not None:
                pairs.setdefault(pair)
    return tuple(pairs)


def _pair(row: Mapping[str, str]) -> ClaimPair | None:
    claim, headline = row["claimHeadline"].strip(), row["articleHeadline"].strip()
    document, label = row["claimId"], LABELS[row["articleHeadlineStance"]]
    if not claim or not headline or not document:
        raise ValueError("a claim, a headline or a claim id is empty")
    return None if label is None else ClaimPair(claim, headline, document, label)
