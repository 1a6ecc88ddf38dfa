"""What corresponds in two articles: actors by name, claims by content and holder."""

import numpy as np
from numpy.typing import NDArray

from framing.comparing.assignment import assigned
from framing.comparing.names import same_actors
from framing.comparing.pairing import Pairing, Worded
from framing.comparing.wording import meant, stemming, weigh
from framing.ports import Meaning
from framing.types import Analysis, Claim, ParagraphKind, Voice

LEAST = 0.5  # from which two claims are one proposition; the development pairs are told alike from 0.45 to 0.6
ALIKE = 0.3  # what their words alone must reach
HELD = 0.25  # how much the holder counts beside the words


def paired(first: Analysis, second: Analysis, meaning: Meaning | None) -> Pairing:
    """Find the same actors, then the same claims."""
    stems = stemming()

    def worded(analysis: Analysis) -> Worded:
        text = analysis.article.text
        contents = tuple(" ".join(span.of(text) for span in claim.content) for claim in analysis.claims)
        sentences = tuple(stems(text[sentence.start : sentence.end]) for sentence in analysis.sentences)
        titles = {p.id for p in analysis.paragraphs if p.kind is ParagraphKind.HEADLINE}
        return Worded(
            analysis=analysis,
            sentences=sentences,
            claims=tuple(map(stems, contents)),
            contents=contents,
            names=tuple(stems(actor.name) for actor in analysis.actors),
            headlines=frozenset(sentence.id for sentence in analysis.sentences if sentence.paragraph in titles),
        )

    one, other = worded(first), worded(second)
    ground = Pairing(one, other, weigh([*one.sentences, *other.sentences]), same_actors(first, second), {})
    near = meant(meaning, one.contents, other.contents)
    return Pairing(one, other, ground.wording, ground.actors, same_claims(ground, near))


def same_claims(ground: Pairing, near: NDArray[np.float64]) -> dict[int, tuple[int, float]]:
    """First claim → the second that it is; headlines, which say again what is told below, come last.

    Args:
        near: how near they are in meaning, [first, second], 0..1.
    """
    first, second = ground.first, ground.second

    def fits(one: Claim, other: Claim) -> float:
        return fit(ground, one, other, float(near[one.id, other.id]))

    def match(ones: list[Claim], others: list[Claim]) -> dict[int, tuple[int, float]]:
        found = assigned([[fits(one, other) for other in others] for one in ones], least=LEAST)
        return {ones[row].id: (others[column].id, score) for row, (column, score) in found.items()}

    told = match(first.told(), second.told())
    taken = {other for other, _ in told.values()}
    ones = [claim for claim in first.analysis.claims if claim.id not in told]
    return told | match(ones, [claim for claim in second.analysis.claims if claim.id not in taken])


def fit(ground: Pairing, one: Claim, other: Claim, near: float) -> float:
    """How well content and holder fit, 0..1; without likeness of content the holder counts for nothing."""
    if ground.first.contents[one.id] == ground.second.contents[other.id]:
        words = 1.0
    else:
        words = min(max(alike(ground, one, other), near), 0.999)
    return (1 - HELD) * words + HELD * held(ground, one, other) if words >= ALIKE else 0.0


def alike(ground: Pairing, one: Claim, other: Claim) -> float:
    """Likeness of the words; the holders' names count or not, whichever is better: "it would" is "the bank would"."""
    here, there = ground.first.claims[one.id], ground.second.claims[other.id]
    names = ground.first.name(one.holder) | ground.second.name(other.holder)
    return max(ground.wording.alike(here, there), ground.wording.alike(here - names, there - names))


def held(ground: Pairing, one: Claim, other: Claim) -> float:
    """How well the holders fit: one actor, one side, both unnamed; the article's own voice may report anybody's."""
    if ground.one_voice(one.holder, other.holder):
        return 1.0 if ground.actor(one.holder) == other.holder else 0.8
    if ground.named_there(one.holder, other.sentence) or ground.named_here(other.holder, one.sentence):
        return 0.8
    if Voice.AUTHOR in {one.voice, other.voice}:
        return 0.4
    return 0.6 if one.anonymous or other.anonymous else 0.0
