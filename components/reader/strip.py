"""The strip beside a paragraph: tone in the author's voice, certainty, stance; each glyph has its word."""

from collections import defaultdict
from dataclasses import dataclass

from components.wording import CERTAINTY_GLYPH, FACTUALITY, NOT_SURE, STANCE_GLYPH, TONE_GLYPH, counted
from framing.naming import side_name
from framing.types import Analysis, Claim, Factuality, Hedge, ParagraphTone, Stance, StanceReading

SHOWN_STANCES = 2  # more do not fit beside a short paragraph; the inspector lists them all
COMMITMENT = (
    Factuality.UNDERSPECIFIED,
    Factuality.POSSIBLE,
    Factuality.POSSIBLY_NOT,
    Factuality.PROBABLE,
    Factuality.PROBABLY_NOT,
    Factuality.CERTAIN,
    Factuality.CERTAINLY_NOT,
)  # weakest first


@dataclass(frozen=True, slots=True)
class Glyph:
    channel: str  # tone, certainty or stance
    glyph: str
    label: str
    value: str  # what the style sheet colours by


@dataclass(frozen=True, slots=True)
class Contents:
    """What the record holds about one paragraph."""

    tone: ParagraphTone | None
    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    stances: tuple[StanceReading, ...]


def contents(analysis: Analysis) -> dict[int, Contents]:
    """What each paragraph holds, by paragraph id."""
    paragraph = {sentence.id: sentence.paragraph for sentence in analysis.sentences}
    claims, hedges, stances = defaultdict(list), defaultdict(list), defaultdict(list)
    for claim in analysis.claims:
        claims[paragraph[claim.sentence]].append(claim)
    for hedge in analysis.hedges:
        hedges[paragraph[hedge.sentence]].append(hedge)
    for stance in analysis.stances:
        stances[paragraph[stance.sentence]].append(stance)
    tones = {tone.paragraph: tone for tone in analysis.tones.paragraphs}
    return {
        item.id: Contents(tones.get(item.id), tuple(claims[item.id]), tuple(hedges[item.id]), tuple(stances[item.id]))
        for item in analysis.paragraphs
    }


def strip(analysis: Analysis, held: Contents) -> list[Glyph]:
    return [*_tone(held.tone), _certainty(held), *_stances(analysis, held)]


def _tone(tone: ParagraphTone | None) -> list[Glyph]:
    if tone is None:
        return []
    if tone.unsure:
        return [Glyph("tone", "?", f"tone: {NOT_SURE}", "unsure")]
    return [Glyph("tone", TONE_GLYPH[tone.label], f"{tone.label} tone", tone.label)]


def _certainty(held: Contents) -> Glyph:
    hedges = counted(len(held.hedges), "hedge")
    sure = [claim.factuality for claim in held.claims if not claim.unsure]
    if not sure:
        return Glyph("certainty", "≈" if held.hedges else "–", hedges if held.hedges else "no claim", "plain")
    weakest = min(sure, key=COMMITMENT.index)
    label = f"{FACTUALITY[weakest]}, {hedges}" if held.hedges else FACTUALITY[weakest]
    return Glyph("certainty", CERTAINTY_GLYPH[weakest], label, weakest)


def _stances(analysis: Analysis, held: Contents) -> list[Glyph]:
    taken = dict.fromkeys(
        (side_name(analysis, item.holder, absent="article"), item.label, side_name(analysis, item.target))
        for item in held.stances
        if not item.unsure and item.label is not Stance.NEUTRAL
    )
    glyphs = [
        Glyph("stance", STANCE_GLYPH[label], f"{holder} {label} {target}", label) for holder, label, target in taken
    ]
    hidden = len(glyphs) - SHOWN_STANCES
    if hidden > 0:
        glyphs[SHOWN_STANCES:] = [Glyph("stance", "…", f"{hidden} more", "more")]
    return glyphs
