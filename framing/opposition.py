"""What the network makes of a contest beside a claim: two more features of their pair.

The head `contest` reads the sentence that contests, with the one before it, beside what somebody else has said, and
says whether the one answers the other. The head `pair` knows no news and no speakers: it is asked where somebody
denies in words of their own ("denied that any boats had been sent"), for these can be laid beside the claim's.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from framing import syntax
from framing.fits import Fit, Trial
from framing.ports import Reader, Verdict
from framing.types import Span
from framing.weights import NEEDED, WEIGHTS

UNANSWERED, ANSWERED = -2.0, 1.0  # all that the head says of the development gold lies between them

Texts = tuple[str, str]  # the claim, and what may contest it


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question to the network, and the feature that comes of its answer."""

    feature: str
    head: str
    each: int  # claims compared with one contest, the best fitting first
    texts: Callable[[Trial, Fit, str], Texts]
    value: Callable[[Verdict], float]
    low: float  # no value is below it
    high: float  # and none above
    most: int | None = None  # pairs compared in one article; None: as many as there are
    clausal: bool = False  # asked only of denials in words of their own


def weigh(trials: Sequence[Trial], text: str, reader: Reader | None, *, everything: bool = False) -> list[Trial]:
    """The trials with the network's word on the claims that may be meant; it is asked once a head for the article.

    Args:
        everything: ask also of claims that no answer could make the one that is meant; for learning the weights.
    """
    weighed = list(trials)
    ahead = [comparison for comparison in COMPARISONS if reader is not None and comparison.head in reader.heads]
    while reader is not None and ahead:
        chosen = weighed if everything else [replace(trial, fits=fits) for trial, fits in undecided(weighed, ahead)]
        weighed = heard(ahead.pop(0), weighed, chosen, text, reader)
    return weighed


def undecided(trials: Iterable[Trial], ahead: Sequence[Comparison]) -> Iterator[tuple[Trial, tuple[Fit, ...]]]:
    """Of each trial the claims that it may still come down to, whatever the comparisons ahead will say.

    That is the best one, and all that could reach it and the bar. Where one act contests several times, its first
    claim is taken, and the next best counts.
    """
    most = sum(WEIGHTS[comparison.feature] * comparison.high for comparison in ahead)
    least = sum(WEIGHTS[comparison.feature] * comparison.low for comparison in ahead)
    acts: Counter[tuple[int, Span]] = Counter()
    for trial in trials:
        act = (trial.dispute.line.id, trial.dispute.evidence)
        totals = sorted((fit.total for fit in trial.fits), reverse=True)[: acts[act] + 1]
        bar = max([NEEDED, *(total + least for total in totals[-1:])])
        acts[act] += 1
        yield trial, tuple(fit for fit in trial.fits if fit.total + most >= bar)


def heard(
    comparison: Comparison, trials: Sequence[Trial], chosen: Iterable[Trial], text: str, reader: Reader
) -> list[Trial]:
    asked = list(islice(compared(comparison, chosen), comparison.most))
    pairs = [comparison.texts(trial, fit, text) for trial, fit in asked]
    verdicts = reader.compare(pairs, head=comparison.head) if pairs else []
    values = {id(fit): comparison.value(verdict) for (_, fit), verdict in zip(asked, verdicts, strict=True)}

    def beside(fit: Fit) -> Fit:
        value = values.get(id(fit))
        return fit if value is None else replace(fit, observed={**fit.observed, comparison.feature: value})

    return [replace(trial, fits=tuple(map(beside, trial.fits))) for trial in trials]


def compared(comparison: Comparison, trials: Iterable[Trial]) -> Iterator[tuple[Trial, Fit]]:
    for trial in trials:
        if trial.dispute.clausal or not comparison.clausal:
            yield from ((trial, fit) for fit in sorted(trial.fits, key=lambda fit: -fit.total)[: comparison.each])


def attributed(holder: str, words: str) -> str:
    """Words as somebody's, the form in which the head `contest` has learned to read them."""
    return f"{holder}: {words}" if holder else words


def answer(trial: Trial, fit: Fit, text: str) -> Texts:
    """A claim beside the sentence that contests and the one before it, each with its speaker."""
    line, holder = trial.dispute.line, fit.claim.holder
    doc, start = line.passage.doc, line.tokens.start
    before = f"{doc[start - 1].sent.text.strip()} " if start else ""
    by = trial.by.name if trial.by is not None else ""
    return attributed(holder.name if holder is not None else "", claimed(fit, text)), attributed(by, before + line.text)


def odds(verdict: Verdict) -> float:
    """The log-odds that it contests the claim, in units of four, so that its weight is like the others'."""
    share = min(max(verdict.share("contests"), 1e-6), 1 - 1e-6)
    return min(max(math.log(share / (1 - share)) / 4, UNANSWERED), ANSWERED)


def denial(trial: Trial, fit: Fit, text: str) -> Texts:
    """Who contests, how and what: `China denied the allegation`, without what the sentence says beside it."""
    dispute = trial.dispute
    spans = [dispute.evidence, *([dispute.about] if dispute.about is not None else [])]
    if dispute.holder is not None and dispute.told is None:
        spans.append(dispute.line.passage.place(syntax.core(dispute.holder)))
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return claimed(fit, text), whole.of(text)


def opposed(verdict: Verdict) -> float:
    """1: the denial certainly weakens the claim; -1: the two certainly have nothing to do with each other."""
    return verdict.share("weakens") - verdict.share("unrelated")


def claimed(fit: Fit, text: str) -> str:
    return " ".join(span.of(text) for span in fit.claim.content)


COMPARISONS = (
    Comparison("opposed", "pair", 4, denial, opposed, -1, 1, most=48, clausal=True),
    Comparison("answered", "contest", 2, answer, odds, UNANSWERED, ANSWERED),
)
