"""The record as stand-off annotations: everything that has a place in the text, for tools that annotate.

A claim whose words are split gives one annotation per stretch, and so do its cues; `part` numbers them. Features
have the same names and types within a layer; `None` is an absent one.
"""

from collections.abc import Iterator
from itertools import chain

from framing.exports import _readings
from framing.exports._layers import Annotation, Feature, Layer, Link
from framing.naming import actor_name, contester_name, holder_name, side_name
from framing.types import Analysis, Claim, Span


def annotations(analysis: Analysis) -> tuple[Annotation, ...]:
    """Layer by layer, each in reading order."""
    return tuple(chain.from_iterable(make(analysis) for make in _MAKERS))


def _paragraphs(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.paragraphs:
        features: dict[str, Feature] = {"included": row.included, "reason": row.reason}
        yield Annotation(Layer.PARAGRAPH, row.id, 0, Span(row.start, row.end), row.kind, features)


def _actors(analysis: Analysis) -> Iterator[Annotation]:
    """One annotation per mention; `part` numbers the mentions of an actor."""
    for row in analysis.actors:
        side = actor_name(analysis, row.side, absent="")
        for part, mention in enumerate(row.mentions):
            features = {"name": row.name, "side": side, "form": mention.form}
            yield Annotation(Layer.ACTOR, row.id, part, Span(mention.start, mention.end), row.kind, features)


def _claims(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.claims:
        features = _of_claim(analysis, row)
        for part, span in enumerate(row.content):
            links = _of(row) if part == 0 else ()
            yield Annotation(Layer.CLAIM, row.id, part, span, row.factuality, features, links)


def _of_claim(analysis: Analysis, row: Claim) -> dict[str, Feature]:
    return {
        "holder": holder_name(analysis, row),
        "side": side_name(analysis, row.holder, absent=""),
        "act": row.act,
        "voice": row.voice,
        "reporting": row.reporting,
        "targets": "; ".join(actor_name(analysis, target) for target in row.targets),
        "anonymous": row.anonymous,
        "hedged": row.hedged,
        "contested": row.contested,
        "score": row.score,
        "unsure": row.unsure,
    }


def _of(row: Claim) -> tuple[Link, ...]:
    """The words around a claim, and the claim that it is reported within."""
    links = [Link("cue", Layer.CUE, row.id)] if row.cue else []
    links += [Link("holder_words", Layer.HOLDER, row.id)] if row.holder_span is not None else []
    return (*links, *_to_claim("parent", row.parent))


def _to_claim(role: str, claim: int | None) -> tuple[Link, ...]:
    return (Link(role, Layer.CLAIM, claim),) if claim is not None else ()


def _cues(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.claims:
        for part, span in enumerate(row.cue):
            yield Annotation(Layer.CUE, row.id, part, span, row.act, {})


def _holders(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.claims:
        if row.holder_span is not None:
            label = analysis.actors[row.holder].kind if row.holder is not None else ""
            features = {"name": holder_name(analysis, row)}
            yield Annotation(Layer.HOLDER, row.id, 0, row.holder_span, label, features)


def _hedges(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.hedges:
        links = _to_claim("claim", row.claim)
        links += (Link("scope", Layer.SCOPE, row.id),) if row.scope is not None else ()
        features: dict[str, Feature] = {"owner": row.owner, "score": row.score}
        yield Annotation(Layer.HEDGE, row.id, 0, Span(row.start, row.end), row.kind, features, links)


def _scopes(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.hedges:
        if row.scope is not None:
            yield Annotation(Layer.SCOPE, row.id, 0, row.scope, row.kind, {})


def _contests(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.contests:
        features: dict[str, Feature] = {
            "by": contester_name(analysis, row),
            "against": actor_name(analysis, row.against),
            "score": row.score,
            "unsure": row.unsure,
        }
        links = (*_to_claim("claim", row.claim), *_to_claim("counter", row.counter))
        links += (Link("about", Layer.ABOUT, row.id),) if row.about is not None else ()
        yield Annotation(Layer.CONTEST, row.id, 0, row.evidence, row.kind, features, links)


def _abouts(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.contests:
        if row.about is not None:
            yield Annotation(Layer.ABOUT, row.id, 0, row.about, row.kind, {})


def _silences(analysis: Analysis) -> Iterator[Annotation]:
    for row in analysis.silences:
        features = {"actor": actor_name(analysis, row.actor)}
        yield Annotation(Layer.SILENCE, row.id, 0, row.evidence, "silence", features, _to_claim("claim", row.claim))


_MAKERS = (
    _paragraphs,
    _actors,
    _claims,
    _cues,
    _holders,
    _hedges,
    _scopes,
    _contests,
    _abouts,
    _silences,
    _readings.stances,
    _readings.acts,
    _readings.tones,
    _readings.frames,
)
