"""Links between claims on data of others: what is one claim in other words, and what is another on the same event.

`recall`: of Emergent's headlines for a claim, how many are linked to it. `kept apart`: of ClaimDiff's pairs on one
event that neither strengthen nor weaken each other, how many are not linked. Names are left in, as the pairs have no
articles; so are both judges of likeness, words and meaning.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from corpus.claims import Saying
from corpus.links import LEAST, fit
from framing.comparing.wording import stemming, weigh
from framing.ports import Meaning

EMERGENT = "emergent/*.csv"
CLAIMDIFF = ("claimdiff/ClaimDiff-strength-train.json", "claimdiff/ClaimDiff-weak-train.json")
Pair = tuple[str, str]


def headlines_for(data: Path) -> list[Pair]:
    """Claims with headlines that are for them, each pair once."""
    rows = [row for path in sorted(data.glob(EMERGENT)) for row in csv.DictReader(path.open(encoding="utf-8"))]
    pairs = ((row["claimHeadline"], row["articleHeadline"]) for row in rows if row["articleHeadlineStance"] == "for")
    return list(dict.fromkeys(pairs))


def unrelated(data: Path) -> list[Pair]:
    """Pairs on one event of which no judge found that one bears on the other."""
    strong, weak = (json.loads((data / name).read_text(encoding="utf-8"))["data"] for name in CLAIMDIFF)
    neither = {row["pair_id"] for row in strong if row["relation"] == 0}
    neither &= {row["pair_id"] for row in weak if row["relation"] == 0}
    return [(row["claim_a"], row["claim_b"]) for row in strong if row["pair_id"] in neither]


def linked(pairs: Sequence[Pair], meaning: Meaning) -> float:
    """The share of pairs that would be linked if one holder said both."""
    stems = stemming()

    def saying(text: str) -> Saying:
        return Saying(text, text, stems(text), frozenset(), frozenset(), "", False, ())

    said = [(saying(one), saying(other)) for one, other in pairs]
    wording = weigh([saying.stems for pair in said for saying in pair])
    vectors = meaning.vectors([text for pair in pairs for text in pair])
    cosines = (vectors[::2] * vectors[1::2]).sum(axis=1).tolist()
    scores = [fit(one, other, wording, cosine) for (one, other), cosine in zip(said, cosines, strict=True)]
    return sum(score >= LEAST for score in scores) / len(scores)
