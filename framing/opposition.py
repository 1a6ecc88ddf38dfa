"""Whether a denial weakens a claim, as the network sees it: one more feature of their pair."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing import syntax
from framing.fits import Fit, Trial
from framing.ports import Reader, Verdict
from framing.types import Proof, Span

FEATURE = "head:pair"
WEIGHT = 2.0  # of a certain opposition, beside the features of `fits`
LEAST = 0.5  # probability from which the network may link a claim whose words do not meet the denial's
MAX_PAIRS = 48  # pairs compared in one article
EACH = 8  # claims compared with one denial, the best fitting first


def weigh(trials: Sequence[Trial], text: str, reader: Reader | None) -> list[Trial]:
    """The trials with the network's word on their pairs, asked once; without it, only what the words allow."""
    heard: dict[int, float] = {}
    if reader is not None and "pair" in reader.heads:
        pairs = list(open_pairs(trials))[:MAX_PAIRS]
        verdicts = reader.compare([(claimed(fit, text), denial(trial, text)) for trial, fit in pairs]) if pairs else []
        heard = {id(fit): weakens(verdict) for (_, fit), verdict in zip(pairs, verdicts, strict=True)}
    return [replace(trial, fits=tuple(allowed(trial, heard))) for trial in trials]


def open_pairs(trials: Sequence[Trial]) -> Iterator[tuple[Trial, Fit]]:
    """The pairs of denials that say something of their own, or that could mean one of several claims."""
    for trial in trials:
        fits = [fit for fit in trial.fits if trial.dispute.clausal or not fit.apart]
        if trial.dispute.clausal or len(fits) > 1:
            for fit in sorted(fits, key=lambda fit: -fit.total)[:EACH]:
                yield trial, fit


def claimed(fit: Fit, text: str) -> str:
    return " ".join(span.of(text) for span in fit.claim.content)


def denial(trial: Trial, text: str) -> str:
    """Who contests, how and what: `China denied the allegation`, without what the sentence says beside it."""
    dispute = trial.dispute
    holder = dispute.holder if dispute.told is None else None
    spans = [dispute.evidence, *([dispute.about] if dispute.about is not None else [])]
    if holder is not None:
        spans.append(dispute.line.passage.place(syntax.core(holder)))
    return Span(min(span.start for span in spans), max(span.end for span in spans)).of(text)


def weakens(verdict: Verdict) -> float:
    return next(share.value for share in verdict.probabilities if share.label == "weakens")


def allowed(trial: Trial, heard: Mapping[int, float]) -> Iterator[Fit]:
    for fit in trial.fits:
        probability = heard.get(id(fit))
        if probability is not None and (not fit.apart or probability >= LEAST):
            place = Span(fit.claim.content[0].start, fit.claim.content[-1].end)
            proof = Proof(FEATURE, place.start, place.end, WEIGHT * probability)
            yield replace(fit, features=(*fit.features, proof))
        elif probability is None and not fit.apart:
            yield fit
