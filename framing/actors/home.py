"""The state at which an article is at home: the one meant where none is named."""

from collections import Counter
from collections.abc import Mapping

from framing import gazetteer
from framing.actors import datelines
from framing.gazetteer import Hit
from framing.types import ActorKind, MentionForm

NATION, REGION = 2, 1  # a state's own words say more of where a story is at home than a town's


def home_of(found: Mapping[int, Mapping[int, Hit]], dateline: str, text: str) -> str | None:
    """The state that the article is about: its dateline's if the text names it again, else the one named most.

    The town of the dateline is where the reporter sat and counts for nobody; talks are held abroad.
    A lone adjective proves nothing: a Danish engineer does not move a wreck to Denmark. Nor do the surnames of
    leaders, which news repeats: words about Putin do not move a story to Russia.
    """
    venue = datelines.town(dateline)
    located = {(start, h.start): h for start, covered in found.items() for h in covered.values()}
    hits = [
        h
        for (start, _), h in located.items()
        if text[start + h.start : start + h.end] != venue and not text.startswith("-based", start + h.end)
    ]
    known = gazetteer.sides()
    hits = [h for h in hits if known.get(h.entry.side) is ActorKind.STATE and h.entry.field != "by_surname"]
    counts: Counter[str] = Counter()
    for hit in hits:
        counts[hit.entry.side] += REGION if hit.entry.field == "regions" else NATION
    written = datelines.written_from(dateline)
    if written is not None and counts[written] > NATION and counts[written] * 2 > max(counts.values()):
        return written
    for hit in hits[:1]:
        counts[hit.entry.side] += REGION  # the state that a story names first
    proven = {hit.entry.side for hit in hits if hit.entry.form is not MentionForm.DEMONYM}
    named = [side for side, n in counts.items() if side in proven or n > 2 * NATION]
    return max(named, key=lambda side: counts[side]) if named else written or gazetteer.signed(text)
