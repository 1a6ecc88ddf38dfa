"""The claim ledger against the development gold: how many claims, contests, hedges and silences are right.

`python -m benchmarks.ledger` prints one table over the development gold; `--misses` lists what went wrong, `--bundle`
names a trained bundle to read with.
Matching is one to one: claims by content (token F1 of at least .5) within the text, the rest by overlapping words.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.gold import (
    DEVELOPMENT,
    ENOUGH,
    gold_mentions,
    locate,
    located,
    mention_places,
    occurrences,
    overlap,
    pair,
)
from framing.document import from_text
from framing.pipeline import analyse
from framing.types import Analysis, Claim, Contest, HedgeKind, Span


@dataclass(slots=True)
class Count:
    """True positives, false positives, false negatives; or right and wrong for a rate."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        total = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / total if total else 1.0

    @property
    def rate(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


MEASURES = ("claims F1", "holder's side", "hedged or not", "factuality", "contest links F1", "contest kind",
            "silences F1", "hedge cues F1", "hedge kind", "actor mentions' side",
            "actor mentions pairwise F1")  # fmt: skip


@dataclass(slots=True)
class Score:
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in MEASURES})
    misses: list[str] = field(default_factory=list)

    def rate(self, name: str, right: bool, what: str) -> None:
        self.counts[name].hit += right
        self.counts[name].missed += not right
        if not right:
            self.misses.append(f"{name}: {what}")

    def f1(self, name: str, hit: int, extra: Sequence[str], missed: Sequence[str]) -> None:
        count = self.counts[name]
        count.hit, count.extra, count.missed = count.hit + hit, count.extra + len(extra), count.missed + len(missed)
        self.misses.extend(f"{name}: extra {e}" for e in extra)
        self.misses.extend(f"{name}: missed {m}" for m in missed)

    def figure(self, name: str) -> float:
        return self.counts[name].f1 if name.endswith("F1") else self.counts[name].rate


def side_name(analysis: Analysis, actor: int | None) -> str:
    """The side as the gold writes it: empty for the article, for places and for unaffiliated unnamed groups."""
    if actor is None:
        return ""
    side = analysis.actors[actor].side
    return analysis.actors[side].name if side is not None else ""


def same_side(analysis: Analysis, actor: int | None, row: dict[str, Any], names: dict[str, str]) -> bool:
    ours, gold = side_name(analysis, actor), names.get(row["side"], row["side"])
    if gold == "":
        return actor is None or analysis.actors[actor].side in {actor, None}
    return bool(ours == gold)


def judge(analysis: Analysis, gold: dict[str, Any], score: Score, name: str) -> None:
    text = analysis.article.text
    names = aliases(analysis, gold, text)
    matched = judge_claims(analysis, gold, score, names, text, name)
    judge_contests(analysis, gold, score, names, matched, text, name)
    judge_marks(analysis, gold, score, text, name)
    judge_actors(analysis, gold, score, names, text, name)
    judge_pairs(analysis, gold, score, text, name)


def aliases(analysis: Analysis, gold: dict[str, Any], text: str) -> dict[str, str]:
    """Gold side name → ours: the actor of that name, else the one that most of its mentions are paired with."""
    votes: dict[int, list[str]] = {}
    for (_, actor), (_, number) in paired_mentions(analysis, gold_mentions(gold, text), text):
        votes.setdefault(number, []).append(analysis.actors[actor].name)
    known = {a.name for a in analysis.actors}
    return {
        row["name"]: row["name"] if row["name"] in known else max(found, key=found.count, default=row["name"])
        for number, row in enumerate(gold["actors"])
        if row["side"] == row["name"] and (found := votes.get(number, [])) is not None
    }


def judge_claims(
    analysis: Analysis, gold: dict[str, Any], score: Score, names: dict[str, str], text: str, file: str
) -> dict[str, Claim]:
    rows = [(row, located(text, row, "content")) for row in gold.get("claims", ())]

    def fit(claim: Claim, entry: tuple[dict[str, Any], list[Span]]) -> float:
        value = overlap(claim.content, entry[1], text)
        if value < ENOUGH or (claim.voice == "author") != (entry[0]["voice"] == "author"):
            return 0.0
        return value + 0.1 * same_side(analysis, claim.holder, entry[0], names)

    pairs = pair(analysis.claims, rows, fit)
    ours = {id(c) for c, _ in pairs}
    theirs = {r[0]["id"] for _, r in pairs}
    extra = [
        f"{file} {quoted(c.content, text)} (by {side_name(analysis, c.holder) or 'article'})"
        for c in analysis.claims
        if id(c) not in ours
    ]
    missed = [f"{file} {r[0]['id']} {r[0]['holder']}: {r[0]['content']}" for r in rows if r[0]["id"] not in theirs]
    score.f1("claims F1", len(pairs), extra, missed)
    for claim, (row, _) in pairs:
        what = f"{file} {row['id']} {row['content'][0][:60]}"
        score.rate(
            "holder's side",
            same_side(analysis, claim.holder, row, names),
            f"{what}: {side_name(analysis, claim.holder)} for {row['side']}",
        )
        score.rate("hedged or not", claim.hedged == row["hedged"], f"{what}: {claim.hedged}")
        score.rate(
            "factuality", claim.factuality == row["factuality"], f"{what}: {claim.factuality} for {row['factuality']}"
        )
    return {row["id"]: claim for claim, (row, _) in pairs}


def judge_contests(
    analysis: Analysis,
    gold: dict[str, Any],
    score: Score,
    names: dict[str, str],
    matched: dict[str, Claim],
    text: str,
    file: str,
) -> None:
    rows = [(row, located(text, row, "evidence")[0]) for row in gold.get("contests", ())]

    def fit(contest: Any, entry: tuple[dict[str, Any], Span]) -> float:
        row, evidence = entry
        wanted = matched[row["claim"]].id if row["claim"] in matched else (None if not row["claim"] else -1)
        if not contest.evidence.overlaps(evidence) or contest.claim != wanted:
            return 0.0
        return 1.0 if same_side(analysis, contest.by, row, names) else 0.0

    pairs = pair(analysis.contests, rows, fit)
    ours = {c.id for c, _ in pairs}
    theirs = [r for _, r in pairs]
    extra = [
        f"{file} {side_name(analysis, c.by)} {c.evidence.of(text)} → {contested(analysis, c)}"
        for c in analysis.contests
        if c.id not in ours
    ]
    missed = [f"{file} {r[0]['id']} {r[0]['by']} {r[0]['evidence']} → {r[0]['claim']}" for r in rows if r not in theirs]
    score.f1("contest links F1", len(pairs), extra, missed)
    for contest, (row, _) in pairs:
        score.rate("contest kind", contest.kind == row["kind"], f"{file} {row['id']} {row['evidence']}: {contest.kind}")


def contested(analysis: Analysis, contest: Contest) -> str:
    if contest.claim is None:
        return "nothing"
    return quoted(analysis.claims[contest.claim].content, analysis.article.text)


def judge_marks(analysis: Analysis, gold: dict[str, Any], score: Score, text: str, file: str) -> None:
    silent = [(row, located(text, row, "evidence")[0]) for row in gold.get("silences", ())]
    pairs = pair(analysis.silences, silent, lambda s, g: float(s.evidence.overlaps(g[1])))
    extra = [f"{file} {s.evidence.of(text)}" for s in analysis.silences if s not in [p for p, _ in pairs]]
    score.f1(
        "silences F1",
        len(pairs),
        extra,
        [f"{file} {r[0]['evidence']}" for r in silent if r not in [g for _, g in pairs]],
    )
    cues = [(row, locate(text, row["cue"], row["in"])) for row in gold.get("hedges", ())]
    marks = list({(h.start, h.end): h for h in analysis.hedges}.values())
    pairs = pair(marks, cues, lambda h, g: float(Span(h.start, h.end).overlaps(g[1])))
    extra = [f"{file} {text[h.start : h.end]} ({h.kind})" for h in marks if h not in [p for p, _ in pairs]]
    score.f1(
        "hedge cues F1", len(pairs), extra, [f"{file} {r[0]['in']}" for r in cues if r not in [g for _, g in pairs]]
    )
    for hedge, (row, _) in pairs:
        score.rate("hedge kind", hedge.kind == HedgeKind(row["kind"]), f"{file} {row['in']}: {hedge.kind}")


def judge_actors(
    analysis: Analysis, gold: dict[str, Any], score: Score, names: dict[str, str], text: str, file: str
) -> None:
    """Share of the gold's mention surfaces that our record ties to the right side."""
    for row in gold["actors"]:
        for words, spans in mention_places(row, text, occurrences):
            ours = [
                a for a in analysis.actors if any(Span(m.start, m.end).overlaps(s) for m in a.mentions for s in spans)
            ]
            right = any(same_side(analysis, a.id, row, names) for a in ours)
            score.rate("actor mentions' side", right, f"{file} {words} ({row['side']}): {[a.name for a in ours]}")


def paired_mentions(
    analysis: Analysis, mentions: Sequence[tuple[Span, int]], text: str
) -> list[tuple[tuple[Span, int], tuple[Span, int]]]:
    """Our mentions, each with its actor, and the gold's that they answer to."""
    ours = [(Span(m.start, m.end), actor.id) for actor in analysis.actors for m in actor.mentions]
    return pair(ours, mentions, lambda o, g: overlap([o[0]], [g[0]], text))


def judge_pairs(analysis: Analysis, gold: dict[str, Any], score: Score, text: str, file: str) -> None:
    """Pairs of the gold's mentions that are one actor, there and in our record; a mention not found makes no pair."""
    mentions = gold_mentions(gold, text)
    tied = {mention: actor for (_, actor), (mention, _) in paired_mentions(analysis, mentions, text)}
    hit, extra, missed = 0, [], []
    for (one, first), (other, second) in combinations(mentions, 2):
        joined = one in tied and other in tied and tied[one] == tied[other]
        what = f"{file} {one.of(text)} ~ {other.of(text)}"
        hit += joined and first == second
        extra += [what] if joined and first != second else []
        missed += [what] if first == second and not joined else []
    score.f1("actor mentions pairwise F1", hit, extra, missed)


def quoted(spans: Sequence[Span], text: str) -> str:
    return " … ".join(s.of(text) for s in spans)


def measure(read: Callable[[str], Analysis], *folders: Path) -> Score:
    """Score `read` over every gold article of the folders."""
    score = Score()
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        judge(read(gold["text"]), gold, score, path.stem)
    return score


def rows(score: Score) -> Iterator[str]:
    for name in MEASURES:
        count = score.counts[name]
        parts = f"right {count.hit:4}  extra {count.extra:4}  missed {count.missed:4}"
        yield f"{name:26} {score.figure(name):.3f}   {parts}"


def main() -> None:
    from models.parser import load_parser
    from models.reader import load_reader

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="list what went wrong")
    options.add_argument("--folder", type=Path, default=DEVELOPMENT)
    options.add_argument("--bundle", type=Path, help="read with this trained bundle; without it, by rules alone")
    chosen = options.parse_args()
    parser = load_parser()
    reader = load_reader(chosen.bundle, number_format="float32") if chosen.bundle is not None else None
    score = measure(lambda text: analyse(from_text(text), parser=parser, reader=reader), chosen.folder)
    if chosen.misses:
        sys.stdout.write("\n".join(sorted(score.misses)) + "\n\n")
    sys.stdout.write("\n".join(rows(score)) + "\n")


if __name__ == "__main__":
    main()
