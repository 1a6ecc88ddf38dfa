"""Where an article was written: the dateline's town is a place, its state the one meant where none is named."""

import re

from framing import gazetteer
from framing.cast import Cast
from framing.gazetteer import Hit
from framing.types import ActorKind, Mention, MentionForm, Span

TOWN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ ]*[A-ZÀ-ÖØ-Þ]\b")


def town(dateline: str) -> str:
    """The town as names are written elsewhere; nothing where there is no dateline."""
    match = TOWN.match(dateline)
    return match.group().title() if match is not None else ""


def states(dateline: str) -> list[Hit]:
    """The states of a dateline, by their own name or their capital ("YEREVAN, June 8 - ")."""
    words = re.sub(r"\w+", lambda m: m.group().title() if m.group().isupper() else m.group(), dateline)
    hits = (hit for hit in gazetteer.search(words) if hit.entry.kind is not ActorKind.PERSON)  # not Modi in "MODI'IN"
    return [hit for hit in hits if gazetteer.sides().get(hit.entry.side) is ActorKind.STATE]


def written_from(dateline: str) -> str | None:
    return next((hit.entry.side for hit in states(dateline)), None)


def note(cast: Cast, dateline: str, start: int) -> None:
    """Enter the town as a place and a state's own name as that state; `start`: where the dateline begins."""
    where = town(dateline)
    if not where:
        return
    figure = cast.add(where, ActorKind.PLACE)
    enter = [(figure, 0, len(where), MentionForm.NAME)]
    for hit in states(dateline):
        if hit.entry.field == "names" and hit.start >= len(where):
            state = cast.add(hit.entry.name, ActorKind.STATE)
            enter.append((state, hit.start, hit.end, MentionForm.NAME))
    for who, first, last, form in enter:
        span = Span(start + first, start + last)
        who.mentions.setdefault(span, Mention(span.start, span.end, form, "dateline"))
