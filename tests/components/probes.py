"""Text that would do something if any part of the page took it for more than text, put into every field of a record."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from framing.types import Analysis
from tests.components import article

# Short, because the page cuts long names. What loads would load from an address that is reserved for examples.
PROBES = (
    "<script>hacked=1</script>",
    "<img src onerror=hacked=1>",
    "<svg onload=hacked=1>",
    "<style>*{display:none}</style>",
    "![x](http://192.0.2.1/p.png)",
    "[a](javascript:hacked=1)",
    "http://192.0.2.1/x",
    '=HYPERLINK("//192.0.2.1","x")',
    r"$\href{javascript:hacked=1}{x}$",
    ":material/delete: :streamlit:",
    ":red[x] **y**",
    "{{7*7}} ${hacked=1}",
    "\u202eabc",  # turns the direction of what follows
    "<a href=//192.0.2.1>x</a>",
    "<form action=//192.0.2.1>",
)
ACTORS = 5  # of the article; each is called by one probe
ROUNDS = range(len(PROBES) // ACTORS)


def record(round: int) -> Analysis:
    """The hand-made record with five of the probes: an actor is called by each, and one stands in every quotation."""
    mine = PROBES[round * ACTORS : (round + 1) * ACTORS]
    before = article.analysis()
    places = sorted({(start + end) // 2 for start, end in _spans(before)})
    added = {place: f" {mine[number % ACTORS]} " for number, place in enumerate(places)}
    found = _moved(before, added)
    text = _grown(article.TEXT, added)
    return replace(
        found,
        article=replace(
            found.article,
            id=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            title=" ".join(mine),
            source=mine[0],
            author=mine[1],
            url=mine[2],
            published=mine[3],
            source_id=mine[4],
        ),
        paragraphs=tuple(replace(item, reason=mine[item.id % ACTORS]) for item in found.paragraphs),
        actors=tuple(replace(actor, name=mine[actor.id]) for actor in found.actors),
        claims=tuple(
            replace(claim, proof=tuple(replace(proof, by=mine[claim.id % ACTORS]) for proof in claim.proof))
            for claim in found.claims
        ),
    )


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every range in the record."""
    if isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif is_dataclass(value):
        if hasattr(value, "start") and value.end > value.start:
            yield value.start, value.end
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _moved(value: Any, added: dict[int, str]) -> Any:
    """Shift every offset by what was put in before it; what is put in at a border stays outside."""
    if isinstance(value, tuple):
        return tuple(_moved(part, added) for part in value)
    if not is_dataclass(value):
        return value
    changes = {field.name: _moved(getattr(value, field.name), added) for field in fields(value)}
    if "start" in changes:
        changes["start"] += sum(len(text) for place, text in added.items() if place <= changes["start"])
        changes["end"] += sum(len(text) for place, text in added.items() if place < changes["end"])
    return replace(value, **changes)


def _grown(text: str, added: dict[int, str]) -> str:
    for place in sorted(added, reverse=True):
        text = text[:place] + added[place] + text[place:]
    return text


RECORDS = {record(round).article.text: round for round in ROUNDS}  # by text, for an engine that needs no models
