"""Contested claims in news: articles written for Hedgerow, and PolNeAR's, with who contests what.

`training/contests/*/*.toml` are whole articles of invented events. `training/contests/polnear.jsonl` says the same of
texts of PolNeAR's train part by positions alone, so that the texts stay where they are. A contest is a pair with each
claim of its article that somebody else makes: one that it contests, or one that it passes by.
"""

import hashlib
import json
import random
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.opposition import attributed
from framing.types import Span
from training.datasets.form import published
from training.errors import TrainingError
from training.examples import ClaimPair
from training.sentences import cutter

FOLDER = Path(__file__).parent.parent / "contests"
STANDOFF = "polnear.jsonl"
TEXTS = Path("polnear/train/text")
FORM = "the form that training/contests/README.md gives"
Place = Callable[[str, Mapping[str, Any], str], tuple[Span, ...]]  # text, row and key of the row → where it stands
PASSED, PLAIN = 5, 1  # claims that it does not contest, and sentences, that a contest is laid beside at most
QUIET, BEFORE = 4, 2  # sentences of an article that contest nothing, and claims before each, at most


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition; without a holder it is the article's own."""

    holder: str
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """One act of contesting, by its words; `claims` are all that it contests, none if the text states none."""

    by: str
    evidence: Span
    claims: frozenset[str]


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    claims: Mapping[str, Claim]
    contests: tuple[Contest, ...]


def read(data: Path) -> tuple[ClaimPair, ...]:
    """The pairs of all articles.

    Args:
        data: the data folder, for the texts of PolNeAR.

    Raises:
        TrainingError: an article is not of the form, or a text is not the one that was annotated.
    """
    articles = (*written(FOLDER), *standing_off(FOLDER / STANDOFF, data / TEXTS))
    return tuple(pair for article in articles for pair in pairs(article))


def written(folder: Path) -> Iterator[Article]:
    """The articles of a folder's folders, by name."""
    for path in sorted(folder.glob("*/*.toml")):
        with published(path, FORM):
            body = tomllib.loads(path.read_text(encoding="utf-8"))
            yield _article(path.stem, body["text"], body, _quoted)


def standing_off(path: Path, texts: Path) -> Iterator[Article]:
    """The articles whose texts lie elsewhere, one a line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        with published(f"{path}, line {number}", FORM):
            body = json.loads(line)
            text = (texts / f"{body['document']}.txt").read_text(encoding="utf-8")
            digest = hashlib.sha256(text.encode()).hexdigest()
        if digest != body["sha256"]:
            raise TrainingError(f"{texts / body['document']}.txt: SHA-256 is {digest}, expected {body['sha256']}")
        yield _article(body["document"], text, body, _placed)


def pairs(article: Article) -> Iterator[ClaimPair]:
    """What contests and what does not, beside claims of others."""
    lines = sentences(article.text)
    yield from _contesting(article, lines)
    yield from _quiet(article, lines)


def _contesting(article: Article, lines: Sequence[Span]) -> Iterator[ClaimPair]:
    """Every contest beside the claims that it contests, and beside some that it passes by."""
    for contest in article.contests:
        place = max(n for n, line in enumerate(lines) if line.start <= contest.evidence.start)
        answer = attributed(contest.by, _with_context(article.text, lines, place))
        others = {key: claim for key, claim in article.claims.items() if claim.holder != contest.by}
        meant = [claim for key, claim in others.items() if key in contest.claims]
        passed = [claim for key, claim in others.items() if key not in contest.claims]
        plain = [line for line in lines if line != lines[place] and not any(map(line.overlaps, _places(meant)))]
        draw = random.Random(answer)
        for claim in meant:
            yield _pair(article, _told(article, claim), answer, contests=True)
        for claim in draw.sample(passed, min(PASSED, len(passed))):
            yield _pair(article, _told(article, claim), answer, contests=False)
        for line in draw.sample(plain, min(PLAIN, len(plain))):
            yield _pair(article, line.of(article.text), answer, contests=False)


def _quiet(article: Article, lines: Sequence[Span]) -> Iterator[ClaimPair]:
    """Sentences that contest nothing beside claims that stand before them."""
    draw = random.Random(article.name)
    acts = [contest.evidence for contest in article.contests]
    quiet = [place for place, line in enumerate(lines) if not any(map(line.overlaps, acts))]
    for place in draw.sample(quiet, min(QUIET, len(quiet))):
        line = lines[place]
        by = next((claim.holder for claim in article.claims.values() if claim.content[0].overlaps(line)), "")
        words = attributed(by, _with_context(article.text, lines, place))
        before = [c for c in article.claims.values() if c.content[0].start < line.start and c.holder != by]
        for claim in draw.sample(before, min(BEFORE, len(before))):
            yield _pair(article, _told(article, claim), words, contests=False)


def sentences(text: str) -> list[Span]:
    """Where the sentences stand; none runs on over the end of a line."""
    found: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        for sentence in cutter()(line.rstrip()).sents:
            found.append(Span(start + sentence.start_char, start + sentence.end_char))
        start += len(line)
    return [span for span in found if span.of(text).strip()]


def _with_context(text: str, lines: Sequence[Span], place: int) -> str:
    """A sentence behind the one before it in its paragraph, as `framing.opposition` shows it."""
    line, before = lines[place], lines[place - 1] if place else None
    if before is None or "\n" in text[before.end : line.start]:
        return line.of(text)
    return f"{before.of(text)} {line.of(text)}"


def _told(article: Article, claim: Claim) -> str:
    return attributed(claim.holder, " ".join(span.of(article.text) for span in claim.content))


def _places(claims: Sequence[Claim]) -> list[Span]:
    return [span for claim in claims for span in claim.content]


def _pair(article: Article, claim: str, answer: str, *, contests: bool) -> ClaimPair:
    return ClaimPair(claim, answer, article.name, "contests" if contests else "passes", head="contest")


def _article(name: str, text: str, body: Mapping[str, Any], place: Place) -> Article:
    claims = {row["id"]: Claim(_speaker(row["holder"]), place(text, row, "content")) for row in body["claims"]}
    meant: dict[tuple[str, Span], set[str]] = {}
    for row in body.get("contests", ()):
        act = meant.setdefault((_speaker(row["by"]), place(text, row, "evidence")[0]), set())
        if row["claim"]:
            act.add(row["claim"])
    unknown = sorted(set().union(*meant.values()) - claims.keys())
    if unknown:
        raise ValueError(f"claim {unknown[0]!r} is contested and not listed")
    contests = tuple(Contest(by, evidence, frozenset(keys)) for (by, evidence), keys in meant.items())
    return Article(name, text, claims, contests)


def _speaker(name: str) -> str:
    return "" if name == "author" else name


def _quoted(text: str, row: Mapping[str, Any], key: str) -> tuple[Span, ...]:
    """Where quoted words stand: by themselves, or inside the longer words that stand in the text once."""
    words, inside = row[key], row.get(f"{key}_in", "")
    listed = words if isinstance(words, list) else [words]
    holding = inside if isinstance(inside, list) else [inside] * len(listed)
    return tuple(_found(text, one, longer or one) for one, longer in zip(listed, holding, strict=True))


def _found(text: str, words: str, longer: str) -> Span:
    if text.count(longer) != 1:
        raise ValueError(f"{longer!r} stands in the text {text.count(longer)} times, expected once")
    start = text.index(longer) + longer.index(words)
    return Span(start, start + len(words))


def _placed(_: str, row: Mapping[str, Any], key: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in row[key])
