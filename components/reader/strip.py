"""The strip beside a paragraph: tone in the author's voice, certainty, stance, contests; each glyph has its word."""

from dataclasses import dataclass

from components.wording import CERTAINTY_GLYPH, STANCE_GLYPH, TONE_GLYPH, counted, shorten
from framing.labels import FACTUALITY, NOT_SURE, TOWARD
from framing.naming import side_name
from framing.paragraphs import Contents, weakest
from framing.types import Analysis, ParagraphTone, Stance

SHOWN_STANCES = 2  # more do not fit beside a short paragraph; the inspector lists them all


@dataclass(frozen=True, slots=True)
class Glyph:
    channel: str  # tone, certainty, stance or contest
    glyph: str
    label: str
    value: str  # what the style sheet colours by


def strip(analysis: Analysis, held: Contents) -> list[Glyph]:
    return [*_tone(held.tone), _certainty(held), *_stances(analysis, held), *_contests(held)]


def _tone(tone: ParagraphTone | None) -> list[Glyph]:
    if tone is None:
        return []
    if tone.unsure:
        return [Glyph("tone", "?", f"tone: {NOT_SURE}", "unsure")]
    return [Glyph("tone", TONE_GLYPH[tone.label], f"{tone.label} tone", tone.label)]


def _certainty(held: Contents) -> Glyph:
    hedges = counted(len(held.hedges), "hedge")
    least = weakest(held.claims)
    if least is None:
        return Glyph("certainty", "≈" if held.hedges else "∅", hedges if held.hedges else "no claim", "plain")
    label = f"{FACTUALITY[least]}, {hedges}" if held.hedges else FACTUALITY[least]
    return Glyph("certainty", CERTAINTY_GLYPH[least], label, least)


def _stances(analysis: Analysis, held: Contents) -> list[Glyph]:
    taken = dict.fromkeys(
        (side_name(analysis, item.holder, absent="article"), item.label, side_name(analysis, item.target))
        for item in held.stances
        if not item.unsure and item.label is not Stance.NEUTRAL
    )
    glyphs = [
        Glyph("stance", STANCE_GLYPH[label], f"{shorten(holder)} {TOWARD[label]} {shorten(target)}", label)
        for holder, label, target in taken
    ]
    hidden = len(glyphs) - SHOWN_STANCES
    if hidden > 0:
        glyphs[SHOWN_STANCES:] = [Glyph("stance", "…", f"{hidden} more", "more")]
    return glyphs


def _contests(held: Contents) -> list[Glyph]:
    """Both ends of a dispute: claims of this paragraph that are contested, and words of it that contest."""
    sure = sum(not contest.unsure for contest in held.contests)
    labels = [f"{counted(held.contested, 'claim')} contested"] if held.contested else []
    labels += [counted(sure, "denial or doubt", "denials or doubts")] if sure else []
    return [Glyph("contest", "✗", ", ".join(labels), "contest")] if labels else []
