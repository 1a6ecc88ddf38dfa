"""Whether a denial weakens a claim, as the network sees it: one more feature of their pair.

It is asked where a denial speaks in words of its own and these do not meet the claim's ("denied that any boats had
been sent" after a claim about survey vessels). Among claims that the words allow it was no help on the gold, with
any weight: told only that somebody "denied the report", it knows no more than the other features.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing import syntax
from framing.fits import Fit, Trial, after
from framing.ports import Reader
from framing.types import Proof, Span

FEATURE = "head:pair"
WEIGHT = 2.0  # of a certain opposition, beside the features of `fits`
BAR = 4.2  # sum of all features that links words apart; on the gold five right pairs lie above and five wrong below
AHEAD = 3.6  # the same for a claim that comes later, which nearness hardly helps
LEAST = 0.2  # probability of opposition below which no other feature helps; the lowest of a right pair was 0.24
MAX_PAIRS = 48  # pairs compared in one article
EACH = 6  # claims compared with one denial, the best fitting first


def weigh(trials: Sequence[Trial], text: str, reader: Reader | None) -> list[Trial]:
    """The trials with the network's word on pairs whose words do not meet; without it, such pairs are left out.

    The network is asked once for the whole article.
    """
    heard: dict[int, float] = {}
    if reader is not None and "pair" in reader.heads:
        pairs = list(open_pairs(trials))[:MAX_PAIRS]
        verdicts = reader.compare([(claimed(fit, text), denial(trial, text)) for trial, fit in pairs]) if pairs else []
        heard = {id(fit): verdict.share("weakens") for (_, fit), verdict in zip(pairs, verdicts, strict=True)}
    return [replace(trial, fits=tuple(allowed(trial, heard))) for trial in trials]


def open_pairs(trials: Sequence[Trial]) -> Iterator[tuple[Trial, Fit]]:
    """Denials in words of their own, each with the claims that they do not repeat and that could reach the bar."""
    for trial in trials:
        if trial.dispute.clausal:
            fits = [fit for fit in trial.fits if fit.apart and not after(trial.dispute, fit.claim)]
            near = [fit for fit in fits if fit.total + WEIGHT >= bar(trial, fit)]
            yield from ((trial, fit) for fit in sorted(near, key=lambda fit: -fit.total)[:EACH])


def bar(trial: Trial, fit: Fit) -> float:
    return AHEAD if fit.claim.line.id > trial.dispute.line.id else BAR


def claimed(fit: Fit, text: str) -> str:
    return " ".join(span.of(text) for span in fit.claim.content)


def denial(trial: Trial, text: str) -> str:
    """Who contests, how and what: `China denied the allegation`, without what the sentence says beside it."""
    dispute = trial.dispute
    spans = [dispute.evidence, *([dispute.about] if dispute.about is not None else [])]
    if dispute.holder is not None and dispute.told is None:
        spans.append(dispute.line.passage.place(syntax.core(dispute.holder)))
    return Span(min(span.start for span in spans), max(span.end for span in spans)).of(text)


def allowed(trial: Trial, heard: Mapping[int, float]) -> Iterator[Fit]:
    for fit in trial.fits:
        if not fit.apart:
            yield fit
        elif heard.get(id(fit), 0.0) >= LEAST:
            place = Span(fit.claim.content[0].start, fit.claim.content[-1].end)
            proof = Proof(FEATURE, place.start, place.end, WEIGHT * heard[id(fit)])
            joined = replace(fit, features=(*fit.features, proof))
            if joined.total >= bar(trial, fit):
                yield joined
