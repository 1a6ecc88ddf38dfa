"""Two articles side by side against the pairs written for it: which planted differences are reported, and what else.

`python -m benchmarks.pairs` reads the development pairs with the shipped bundle and prints precision and recall, for
each kind and over all; `--misses` lists what went wrong, `--folder` names other pairs, `--alone` compares without the
encoder's judgement of meaning.
A reported difference is right if it is of the planted kind and rests on the quoted words, in each article that has any.
A missed one is counted apart where a record lacks the very claim, contest or silence: that is the reading's fault.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, locate, pair
from benchmarks.ledger import Count
from framing.compare import compare
from framing.comparing.types import Comparison, Difference, Kind, Place, Presence
from framing.document import from_text
from framing.naming import words
from framing.pipeline import analyse
from framing.ports import Meaning
from framing.types import Analysis, Claim, Span

DEVELOPMENT, BLIND = GOLD / "pairs" / "development", GOLD / "pairs" / "blind"
MEASURES = ("precision", "recall")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles on one event, and what was planted: the kind, with the words of each article that has any."""

    name: str
    first: str
    second: str
    differences: tuple[Mapping[str, str], ...]


@dataclass(slots=True)
class Score:
    counts: dict[Kind, Count] = field(default_factory=lambda: {kind: Count() for kind in Kind})
    unread: Counter[Kind] = field(default_factory=Counter)  # missed because a record lacks what it rests on
    misses: list[str] = field(default_factory=list)

    @property
    def total(self) -> Count:
        counts = self.counts.values()
        return Count(sum(c.hit for c in counts), sum(c.extra for c in counts), sum(c.missed for c in counts))

    def figure(self, name: str) -> float:
        """One of `MEASURES`, over all kinds."""
        return precision(self.total) if name == "precision" else self.total.rate


def precision(count: Count) -> float:
    return count.hit / (count.hit + count.extra) if count.hit + count.extra else 1.0


def written(folder: Path) -> list[Pair]:
    """The pairs of a folder."""
    golds = [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]
    return [Pair(name, gold["first"], gold["second"], tuple(gold.get("differences", ()))) for name, gold in golds]


def judge(first: Analysis, second: Analysis, found: Comparison, gold: Pair, score: Score) -> None:
    """Count the differences of one pair; planted and reported ones are matched one to one."""
    name = gold.name
    planted = [
        (Kind(row["kind"]), quoted(row, first, "first"), quoted(row, second, "second"), row) for row in gold.differences
    ]

    def fit(one: Difference, row: Any) -> float:
        kind, here, there, _ = row
        return float(one.kind is kind and rests(first, one.first, here) and rests(second, one.second, there))

    matched = pair(found.differences, planted, fit)
    for one, _ in matched:
        score.counts[one.kind].hit += 1
    for one in found.differences:
        if not any(one is other for other, _ in matched):
            score.counts[one.kind].extra += 1
            score.misses.append(f"extra  {one.kind:9} {name}: {told(first, one.first)} | {told(second, one.second)}")
    for row in planted:
        if not any(row is other for _, other in matched):
            kind, here, there, line = row
            known = read(first, kind, here) and read(second, kind, there)
            score.counts[kind].missed += 1
            score.unread[kind] += not known
            fault = "missed" if known else "unread"
            score.misses.append(f"{fault} {kind:9} {name}: {line.get('first', '')} | {line.get('second', '')}")


def quoted(row: Mapping[str, str], analysis: Analysis, side: str) -> Span | None:
    """Where the planted words stand; None if the article has nothing."""
    return locate(analysis.article.text, row[side]) if side in row else None


def rests(analysis: Analysis, place: Place, wanted: Span | None) -> bool:
    """Whether the difference rests on these words: on its own, or on the cue and holder of its claims."""
    if wanted is None:
        return not place.words or place.value in {Presence.SILENT, Presence.NAMED}
    own = [claim for claim in analysis.claims if set(claim.content) & set(place.words) or claim.id == place.claim]
    names = mentions(analysis, place) if place.value == Presence.SPEAKS else []
    return any(span.overlaps(wanted) for span in [*place.words, *names, *(s for claim in own for s in reach(claim))])


def mentions(analysis: Analysis, place: Place) -> list[Span]:
    """Where the sentences of the difference name its actor."""
    named = analysis.actors[place.actor].mentions if place.actor is not None else ()
    open_ = [analysis.sentences[sentence] for sentence in place.sentences]
    return [Span(m.start, m.end) for m in named if any(s.start <= m.start < s.end for s in open_)]


def reach(claim: Claim) -> list[Span]:
    """All words of a claim."""
    return [*claim.content, *claim.cue, *([claim.holder_span] if claim.holder_span is not None else [])]


def read(analysis: Analysis, kind: Kind, wanted: Span | None) -> bool:
    """Whether the record holds what a difference of that kind would rest on."""
    if wanted is None:
        return True
    contests = any(contest.evidence.overlaps(wanted) for contest in analysis.contests)
    claims = any(span.overlaps(wanted) for claim in analysis.claims for span in reach(claim))
    silences = any(silence.evidence.overlaps(wanted) for silence in analysis.silences)
    return contests if kind is Kind.CONTEST else claims or (kind is Kind.VOICE and (contests or silences))


def told(analysis: Analysis, place: Place) -> str:
    return f"{place.value or '-'}: {words(analysis, place.words)[:90]}"


def measure(analysed: Callable[[str], Analysis], meaning: Meaning | None, *folders: Path) -> Score:
    """Compare every pair of the folders, as `analysed` reads its articles."""
    score = Score()
    for gold in (gold for folder in folders for gold in written(folder)):
        first, second = analysed(gold.first), analysed(gold.second)
        judge(first, second, compare(first, second, meaning=meaning), gold, score)
    return score


def rows(score: Score) -> Iterator[str]:
    for name, count in [*score.counts.items(), ("all", score.total)]:
        unread = score.unread.total() if name == "all" else score.unread[Kind(name)]
        parts = f"right {count.hit:3}  extra {count.extra:3}  missed {count.missed:3}, unread {unread:3}"
        yield f"{name:10} precision {precision(count):.3f}  recall {count.rate:.3f}   {parts}"


def main(arguments: Sequence[str] | None = None) -> int:
    from models.meaning import load_meaning
    from models.parser import load_parser
    from models.reader import load_reader

    options = argparse.ArgumentParser(
        prog="python -m benchmarks.pairs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--misses", action="store_true", help="list what went wrong")
    options.add_argument("--folder", type=Path, default=DEVELOPMENT)
    options.add_argument("--alone", action="store_true", help="compare by words alone")
    given = options.parse_args(arguments)
    parser, reader = load_parser(), load_reader(number_format="float32")
    meaning = None if given.alone else load_meaning()
    score = measure(lambda text: analyse(from_text(text), parser=parser, reader=reader), meaning, given.folder)
    if given.misses:
        sys.stdout.write("\n".join(sorted(score.misses)) + "\n\n")
    sys.stdout.write("\n".join(rows(score)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
