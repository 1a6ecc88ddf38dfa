"""What the network makes of a denial beside a claim: one more feature of their pair.

It is asked where somebody denies in words of their own ("denied that any boats had been sent"), for these can be laid
beside the claim's; told only that somebody "denied the report", it knows no more than the other features.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing import syntax
from framing.fits import Fit, Trial
from framing.ports import Reader, Verdict
from framing.types import Span

FEATURE = "opposed"
MAX_PAIRS = 48  # pairs compared in one article
EACH = 6  # claims compared with one denial, the best fitting first


def weigh(trials: Sequence[Trial], text: str, reader: Reader | None) -> list[Trial]:
    """The trials with the network's word on the claims that a denial may mean; it is asked once for the article."""
    if reader is None or "pair" not in reader.heads:
        return list(trials)
    pairs = [pair for trial in trials for pair in compared(trial)][:MAX_PAIRS]
    verdicts = reader.compare([(claimed(fit, text), denial(trial, text)) for trial, fit in pairs]) if pairs else []
    heard = {id(fit): opposed(verdict) for (_, fit), verdict in zip(pairs, verdicts, strict=True)}
    return [replace(trial, fits=tuple(beside(fit, heard.get(id(fit))) for fit in trial.fits)) for trial in trials]


def compared(trial: Trial) -> Iterator[tuple[Trial, Fit]]:
    if trial.dispute.clausal:
        yield from ((trial, fit) for fit in sorted(trial.fits, key=lambda fit: -fit.total)[:EACH])


def opposed(verdict: Verdict) -> float:
    """1: the denial certainly weakens the claim; -1: the two certainly have nothing to do with each other."""
    return verdict.share("weakens") - verdict.share("unrelated")


def beside(fit: Fit, value: float | None) -> Fit:
    return fit if value is None else replace(fit, observed={**fit.observed, FEATURE: value})


def claimed(fit: Fit, text: str) -> str:
    return " ".join(span.of(text) for span in fit.claim.content)


def denial(trial: Trial, text: str) -> str:
    """Who contests, how and what: `China denied the allegation`, without what the sentence says beside it."""
    dispute = trial.dispute
    spans = [dispute.evidence, *([dispute.about] if dispute.about is not None else [])]
    if dispute.holder is not None and dispute.told is None:
        spans.append(dispute.line.passage.place(syntax.core(dispute.holder)))
    return Span(min(span.start for span in spans), max(span.end for span in spans)).of(text)
