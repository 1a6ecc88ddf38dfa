"""What a block looks like, before any word of it is looked up."""

import re
from dataclasses import dataclass
from enum import StrEnum

from framing.types import Span

MARKS = re.compile(r"^(?:[#>*_~`\s•·▪◦‣–—-]|\d{1,2}[.)]\s)+|(?<![*_~`\s])[*_~`\s]++$")
ITEM = re.compile(r"[-*•·–—▪◦‣]\s+\S|\d{1,2}[.)]\s|[QA][:.]\s|(?-i:[A-Z][A-Z .'-]{2,25}):\s\S|\d{1,2}[:.h]\d\d\b\s?\S")
MARKDOWN_HEADING = re.compile(r"#{1,6} \s*\S")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|(?<!\w)[‘'](?!\s)[^‘’'\n]{2,300}[’'](?!\w)")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts written without spaces
FULL_STOP = re.compile(r"[.…。！!?？।؟۔][\"'”’»)\]」』]*$")
OTHER_STOP = re.compile(r"[:;,\"”»)\]」-]$")
INNER_STOP = re.compile(r"[.!?…][\"'”’»)]* (?=[\"'“‘«(]?[A-ZÀ-ÞА-Я])|[。！？؟۔।]")
ADDRESS = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
UNITED_STATES = re.compile(r"\bUS\b|\bU\.S\.")  # not the pronoun
SPEECH = re.compile(
    r"\b(?:said|says|told|tells|announced|reported|according to|added|warned|denied|rejected|wrote|stated|"
    r"claimed|accused|confirmed|declined|killed|arrested|elected|attacked|invited|signed|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u200b": None, "\ufeff": None, "\x00": None})

PROSE_WORDS = 8  # the shortest sentence that is prose by itself
OPEN_PROSE_WORDS = 15  # the same, where the last sign is not a full stop
LONG_WORDS = 30  # nothing so long is a label, whatever it ends with


class Form(StrEnum):
    PROSE = "prose"
    SHORT = "short"  # a sentence, but one that a label could be too
    FRAGMENT = "fragment"
    SIGNS = "signs"  # no letter or digit


@dataclass(frozen=True, slots=True)
class Shape:
    span: Span
    form: Form
    core: str  # straight quotation marks, single spaces, no list or heading marks
    own: str  # the same without quotations; empty for fragments
    words: int
    heading: bool  # marked as one by the format
    item: bool  # bullet, number, speaker's name or time in front
    address: bool  # speaks as "we" or to "you", outside quotations
    news: bool  # someone said or did something, in the third person


def shape_of(text: str, span: Span, *, heading: bool = False) -> Shape:
    raw = span.of(text)
    plain = " ".join(raw.split())
    core = MARKS.sub("", plain.translate(STRAIGHT))
    words = core.count(" ") + 1 + len(UNSPACED.findall(core)) // 2
    form = _form(core, words)
    own = " ".join(QUOTED.sub(" ", plain).translate(STRAIGHT).split()) if form is not Form.FRAGMENT else core
    address = ADDRESS.search(UNITED_STATES.sub("", own)) is not None
    return Shape(
        span=span,
        form=form,
        core=core,
        own=own,
        words=words,
        heading=heading or ("\n" not in raw and MARKDOWN_HEADING.match(raw) is not None),
        item=ITEM.match(raw) is not None,
        address=address,
        news=not address and SPEECH.search(own) is not None,
    )


def _form(core: str, words: int) -> Form:
    if not any(sign.isalnum() for sign in core):
        return Form.SIGNS
    if words >= LONG_WORDS:
        return Form.PROSE
    if FULL_STOP.search(core[-6:]):
        if words >= PROSE_WORDS:
            return Form.PROSE
        return Form.FRAGMENT if core.rstrip("\"')")[-1:] in "?!" else Form.SHORT
    if words >= OPEN_PROSE_WORDS and OTHER_STOP.search(core):
        return Form.PROSE
    return Form.PROSE if words >= 1.5 * PROSE_WORDS and INNER_STOP.search(core) else Form.FRAGMENT


def is_title_like(shape: Shape) -> bool:
    """Reads as a headline: a few words, no full stop, and no small letter in front."""
    if shape.form is not Form.FRAGMENT or shape.item or not 2 <= shape.words < LONG_WORDS:
        return False
    first = next(sign for sign in shape.core if sign.isalnum())
    return not first.islower()
