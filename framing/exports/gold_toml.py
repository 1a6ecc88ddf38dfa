"""The record as an annotated article: readings are measured against such, and the network learns from them.

The form is that of `tests/gold`, which holds that of `training/contests`: a string is quoted as it stands in the text,
and where it stands there more than once, `_in` gives a longer one that holds it and stands there once.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

import tomli_w

from framing.errors import RecordError
from framing.exports import Export
from framing.strict_json import shown
from framing.types import Actor, Analysis, Claim, Contest, Hedge, Mention, Silence, Span

WHITE = re.compile(r"\s+")
Table: TypeAlias = dict[str, Any]
Row = TypeVar("Row")
WIDEST = 400  # code points that a quotation grows to either side; nobody finds a place by a longer one
AUTHOR = "author"  # who holds what the article says in its own voice


def write(analysis: Analysis) -> bytes:
    return tomli_w.dumps(annotated(analysis)).encode()


def annotated(analysis: Analysis) -> Table:
    """The tables of the file; `left_out` names what no quotation tells from the same words elsewhere."""
    text, names, left_out = analysis.article.text, actor_names(analysis), list[str]()
    sides = {actor.id: names[actor.side] if actor.side is not None else "" for actor in analysis.actors}
    claims = _kept(analysis.claims, lambda row: _claim(text, row, names, sides), left_out)
    told = {row["id"] for row in claims} | {""}
    contests = _kept(analysis.contests, lambda row: _contest(text, row, names, sides), left_out)
    left_out.extend(
        f"contest {row['id']} is about a claim that is left out" for row in contests if row["claim"] not in told
    )
    return {
        "annotator": f"Hedgerow {analysis.provenance.version}, {len(analysis.edits)} corrections by an analyst",
        "left_out": left_out,
        "text": text,
        "actors": [_actor(text, actor, names, sides, left_out) for actor in analysis.actors],
        "claims": claims,
        "contests": [row for row in contests if row["claim"] in told],
        "silences": _kept(analysis.silences, lambda row: _silence(text, row, names, sides), left_out),
        "hedges": _kept(analysis.hedges, lambda row: _hedge(text, row), left_out),
    }


def _kept(rows: Iterable[Row], build: Callable[[Row], Table], left_out: list[str]) -> list[Table]:
    """The rows that can be quoted; why another cannot is added to `left_out`."""
    kept = []
    for row in rows:
        try:
            kept.append(build(row))
        except RecordError as error:
            left_out.append(str(error))
    return kept


def actor_names(analysis: Analysis) -> dict[int, str]:
    """A name for each actor that no other has: annotations refer by name."""
    found: dict[int, str] = {}
    taken = {"", AUTHOR}
    for actor in analysis.actors:
        tried = [actor.name, f"{actor.name} ({actor.kind})", f"{actor.name} ({actor.kind} {actor.id})"]
        found[actor.id] = next((name for name in tried if name not in taken), f"{tried[-1]} of {len(taken)}")
        taken.add(found[actor.id])
    return found


def _actor(text: str, actor: Actor, names: Mapping[int, str], sides: Mapping[int, str], left_out: list[str]) -> Table:
    mentions = _kept(actor.mentions, lambda mention: _mention(text, mention), left_out)
    return {
        "name": names[actor.id],
        "kind": actor.kind.value,
        "side": sides[actor.id],
        "mentions": [mention["words"] for mention in mentions],
        "mentions_in": [mention["in"] for mention in mentions],
    }


def _mention(text: str, mention: Mention) -> Table:
    place = Span(mention.start, mention.end)
    return {"words": place.of(text), "in": longer(text, place)}


def _claim(text: str, claim: Claim, names: Mapping[int, str], sides: Mapping[int, str]) -> Table:
    return {
        "id": f"c{claim.id}",
        "holder": names[claim.holder] if claim.holder is not None else AUTHOR,
        **_quoted(text, "holder_text", claim.holder_span),
        "side": sides[claim.holder] if claim.holder is not None else "",
        "anonymous": claim.anonymous,
        "voice": claim.voice.value,
        **_all_quoted(text, "cue", claim.cue),
        **_all_quoted(text, "content", claim.content),
        "factuality": claim.factuality.value,
        "hedged": claim.hedged,
    }


def _contest(text: str, contest: Contest, names: Mapping[int, str], sides: Mapping[int, str]) -> Table:
    return {
        "id": f"k{contest.id}",
        "claim": f"c{contest.claim}" if contest.claim is not None else "",
        **_quoted(text, "about", contest.about),
        "by": names[contest.by] if contest.by is not None else AUTHOR,
        "side": sides[contest.by] if contest.by is not None else "",
        "kind": contest.kind.value,
        **_quoted(text, "evidence", contest.evidence),
    }


def _silence(text: str, silence: Silence, names: Mapping[int, str], sides: Mapping[int, str]) -> Table:
    return {
        "actor": names[silence.actor] if silence.actor is not None else "",
        "side": sides[silence.actor] if silence.actor is not None else "",
        **_quoted(text, "evidence", silence.evidence),
    }


def _hedge(text: str, hedge: Hedge) -> Table:
    place = Span(hedge.start, hedge.end)
    return {"cue": place.of(text), "in": longer(text, place), "kind": hedge.kind.value}


def _quoted(text: str, key: str, span: Span | None) -> dict[str, str]:
    if span is None:
        return {key: ""}
    words, holding = span.of(text), longer(text, span)
    return {key: words} if words == holding else {key: words, f"{key}_in": holding}


def _all_quoted(text: str, key: str, spans: Sequence[Span]) -> dict[str, list[str]]:
    words, holding = [span.of(text) for span in spans], [longer(text, span) for span in spans]
    return {key: words} if words == holding else {key: words, f"{key}_in": holding}


def longer(text: str, span: Span) -> str:
    """Words that stand in the text once and hold the span's, first of their kind: there a reader looks for them.

    They grow to the right, word by word, and to the left as well where the text ends before that is enough.

    Raises:
        RecordError: there are none.
    """
    words = span.of(text)
    first, last = max(0, span.start - WIDEST), min(len(text), span.end + WIDEST)
    for start in (span.start, *reversed([edge.end() for edge in WHITE.finditer(text, first, span.start)]), first):
        if text.find(words, start) != span.start:
            break
        if _once(text, start, last):
            return text[start : _shortest(text, start, span.end)]
    raise RecordError(f"{shown(words)} at {span.start} cannot be told from the same words elsewhere; the JSON has it")


def _shortest(text: str, start: int, end: int) -> int:
    """The first end of a word from which on the text from `start` is told from all the rest of it."""
    last = min(len(text), end + WIDEST)
    ends = [end, *(edge.start() for edge in WHITE.finditer(text, end, last)), last]
    return ends[bisect_left(ends, True, key=lambda at: _once(text, start, at))]


def _once(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) < 0


EXPORT = Export("gold_toml", "Annotated article (TOML)", ".gold.toml", "application/toml", write)
