"""Attribution by rules against PolNeAR's dev part: how often each family of rules is right.

`python -m benchmarks.attribution` needs the data folder. A claim counts as right when four fifths of its content lie
inside one of PolNeAR's contents (which run over several sentences of one quotation, where ours are cut), and its
holder when it shares a letter with that attribution's source. One annotator per text; sources without content are
left out.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from framing.document import from_text
from framing.pipeline import analyse
from framing.ports import Parser, Reader
from framing.spans import letters
from framing.types import Analysis, Voice
from training.data import asked_folder
from training.datasets import polnear
from training.examples import AttributionAnswer

INSIDE = 0.8  # share of our content that must lie in theirs


@dataclass(slots=True)
class Tally:
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    holders: Counter[bool] = field(default_factory=Counter)
    found: int = 0
    missed: int = 0

    @property
    def claims(self) -> int:
        return sum(self.right.values()) + sum(self.wrong.values())

    @property
    def precision(self) -> float:
        return share(sum(self.right.values()), self.claims)

    @property
    def recall(self) -> float:
        return share(self.found, self.found + self.missed)

    @property
    def holder(self) -> float:
        return share(self.holders[True], sum(self.holders.values()))

    def precision_of(self, family: str) -> float:
        return share(self.right[family], self.right[family] + self.wrong[family])


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def judge(analysis: Analysis, gold: Sequence[AttributionAnswer], tally: Tally) -> None:
    text = analysis.article.text
    contents = [letters(text, g.content) for g in gold]
    met: set[int] = set()
    for claim in analysis.claims:
        if claim.voice is Voice.AUTHOR:
            continue
        own = letters(text, claim.content)
        best = max(range(len(gold)), key=lambda j: len(own & contents[j]), default=None)
        family = claim.proof[0].by
        if best is None or len(own & contents[best]) < INSIDE * len(own):
            tally.wrong[family] += 1
            continue
        tally.right[family] += 1
        met.add(best)
        if claim.holder_span is not None and gold[best].source:
            tally.holders[bool(letters(text, (claim.holder_span,)) & letters(text, gold[best].source))] += 1
    tally.found += len(met)
    tally.missed += len(gold) - len(met)


def measure(data: Path, parser: Parser, reader: Reader | None = None) -> Tally:
    tally = Tally()
    for one in polnear.read_texts(data / polnear.DEV):
        analysis = analyse(from_text(one.text), parser=parser, reader=reader)
        judge(analysis, [answer for answer in one.attributions if answer.content], tally)
    return tally


def main(arguments: Sequence[str] | None = None) -> None:
    from models.parser import load_parser

    tally = measure(asked_folder("benchmarks.attribution", __doc__, arguments), load_parser())
    families = Counter[str]()
    for name, count in (tally.right + tally.wrong).items():
        families[name] += count
    lines = [
        f"precision {tally.precision:.3f} of {tally.claims} claims",
        f"recall    {tally.recall:.3f} of {tally.found + tally.missed} attributions",
        f"holder    {tally.holder:.3f} of {sum(tally.holders.values())}",
        *(f"{name:32} {tally.precision_of(name):.2f} of {count}" for name, count in families.most_common(30)),
    ]
    groups = Counter(name.split(":")[0] for name in families.elements())
    for group, count in groups.most_common():
        right = sum(n for name, n in tally.right.items() if name.split(":")[0] == group)
        lines.append(f"{group:32} {right / count:.2f} of {count}  (family)")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
