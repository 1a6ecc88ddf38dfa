"""An Analysis as the reader component receives it: pieces of text, marks and strips, all plain JSON."""

import hashlib
import json
from dataclasses import asdict
from typing import Any, TypeAlias

from components.reader.places import places
from components.reader.strip import strip
from framing.labels import CONTESTED_BY, DISPUTE, FACTUALITY, HEDGE, HEDGE_LINE, LEGEND, NOT_SURE, TAG
from framing.marks import (
    Mark,
    MarkId,
    MarkKind,
    Role,
    Segment,
    flatten,
    layers_of,
    marks_of,
    names_of,
    within,
)
from framing.naming import actor_name, contester_name, contests_of, holder_name, side_name, sides_of, words
from framing.paragraphs import Contents, contents, numbers
from framing.totals import totals
from framing.types import Actor, Analysis, Contest, Paragraph, Span

Json: TypeAlias = dict[str, Any]  # any: JSON for the browser

SUPPORT = frozenset({Role.HOLDER, Role.CUE})


def document(analysis: Analysis) -> Json:
    """The whole article; it changes only with the Analysis, so the browser builds it once."""
    marks = marks_of(analysis)
    segments = flatten([*layers_of(marks), *names_of(analysis)])
    held, numbered = contents(analysis), numbers(analysis)
    blocks: list[Json] = []
    for paragraph in analysis.paragraphs:
        if paragraph.included:
            inside = within(segments, Span(paragraph.start, paragraph.end))
            blocks.append(
                _block(analysis, paragraph, inside, marks, held[paragraph.id]) | {"number": numbered[paragraph.id]}
            )
        elif blocks and "folded" in blocks[-1]:
            blocks[-1]["folded"].append(_left_out(analysis, paragraph))
        else:
            blocks.append({"folded": [_left_out(analysis, paragraph)]})
    page: Json = {
        "blocks": blocks,
        "marks": [_mark(analysis, mark) for mark in marks],
        "names": [_name(analysis, actor) for actor in analysis.actors],
        "sentences": [places(analysis, [Span(item.start, item.end)]) for item in analysis.sentences],
        "links": [
            [str(MarkId("claim", contest.claim)), str(MarkId("contest", contest.id))]
            for contest in analysis.contests
            if contest.claim is not None
        ],
        "legend": _legend(analysis),
    }
    page["id"] = hashlib.sha256(json.dumps(page).encode()).hexdigest()
    return page


def _legend(analysis: Analysis) -> list[Json]:
    return [
        {"kind": kind, "tag": TAG[kind], "label": LEGEND[kind], "sure": count.sure, "unsure": count.unsure}
        for kind, count in zip(LEGEND, totals(analysis), strict=True)
    ]


def _name(analysis: Analysis, actor: Actor) -> str:
    side = side_name(analysis, actor.id)
    return f"{actor.name}, {actor.kind}" + (f", speaking for {side}" if side != actor.name else "")


def _left_out(analysis: Analysis, paragraph: Paragraph) -> Json:
    text = analysis.article.text[paragraph.start : paragraph.end]
    return {"paragraph": paragraph.id, "text": text, "reason": paragraph.reason}


def _block(
    analysis: Analysis, paragraph: Paragraph, inside: list[Segment], marks: tuple[Mark, ...], held: Contents
) -> Json:
    glyphs = strip(analysis, held)
    return {
        "id": str(MarkId("paragraph", paragraph.id)),
        "paragraph": paragraph.id,
        "kind": paragraph.kind,
        "pieces": [_piece(analysis, segment, marks) for segment in inside],
        "strip": [asdict(glyph) for glyph in glyphs] if paragraph.kind != "headline" else [],
        "notes": _notes(analysis, held),
    }


def _piece(analysis: Analysis, segment: Segment, marks: tuple[Mark, ...]) -> Json:
    """Marks shortest first, so that a click opens the most particular one."""
    body = [layer.mark for layer in segment.layers if layer.role is Role.BODY]
    return {
        "text": segment.span.of(analysis.article.text),
        "marks": sorted(set(body), key=lambda number: (marks[number].length, number)),
        "begins": [number for number in dict.fromkeys(body) if marks[number].start == segment.span.start],
        "support": [[layer.mark, layer.role] for layer in segment.layers if layer.role in SUPPORT],
        "name": next((layer.mark for layer in segment.layers if layer.role is Role.NAME), None),
    }


def _notes(analysis: Analysis, held: Contents) -> list[Json]:
    """The other end of each dispute of this paragraph: who contests a claim, or whose claim is contested elsewhere."""
    down = [
        _note(f"✗ {CONTESTED_BY[contest.kind]} {contester_name(analysis, contest)}", contest, analysis)
        for claim in held.claims
        for contest in contests_of(analysis, claim.id)
    ]
    here = {claim.id for claim in held.claims}
    up = [
        _answered(analysis, contest, contest.claim)
        for contest in held.contests
        if contest.claim is not None and contest.claim not in here
    ]
    return [*down, *up]


def _note(lead: str, contest: Contest, analysis: Analysis) -> Json:
    return {
        "id": str(MarkId("contest", contest.id)),
        "lead": lead,
        "quote": words(analysis, (contest.evidence,)),
        "unsure": contest.unsure,
    }


def _answered(analysis: Analysis, contest: Contest, number: int) -> Json:
    claim = analysis.claims[number]
    lead = (
        f"→ {DISPUTE[contest.kind]} by {contester_name(analysis, contest)} of a claim by {holder_name(analysis, claim)}"
    )
    quote = words(analysis, claim.content)
    return {"id": str(MarkId("claim", number)), "lead": lead, "quote": quote, "unsure": contest.unsure}


def _mark(analysis: Analysis, mark: Mark) -> Json:
    tip, sides = _DESCRIBE[mark.id.record](analysis, mark.id.number)
    unsure = _unsure(analysis, mark.id)
    tag = TAG[mark.kind] + ("?" if unsure else "")
    found: Json = {"id": str(mark.id), "kind": mark.kind, "tag": tag, "tip": tip, "sides": sides, "unsure": unsure}
    if mark.kind is MarkKind.HEDGE:
        found["line"] = HEDGE_LINE[analysis.hedges[mark.id.number].kind]
    return found


def _unsure(analysis: Analysis, mark: MarkId) -> bool:
    if mark.record == "claim":
        return analysis.claims[mark.number].unsure
    return mark.record == "contest" and analysis.contests[mark.number].unsure


def _claim(analysis: Analysis, number: int) -> tuple[str, list[int]]:
    claim = analysis.claims[number]
    against = contests_of(analysis, number)
    certainty = NOT_SURE if claim.unsure else FACTUALITY[claim.factuality]
    parts = [f"Claim by {holder_name(analysis, claim)}", f"{claim.act}, {certainty}"]
    parts += [
        f"{CONTESTED_BY[contest.kind].lower()} {contester_name(analysis, contest)}: "
        f"“{words(analysis, (contest.evidence,))}”"
        for contest in against
    ]
    actors = (claim.holder, *claim.targets, *(contest.by for contest in against))
    return " · ".join(parts), sorted(sides_of(analysis, actors))


def _contest(analysis: Analysis, number: int) -> tuple[str, list[int]]:
    contest = analysis.contests[number]
    by, against = contester_name(analysis, contest), actor_name(analysis, contest.against)
    what = "a claim of" if contest.claim is not None else "a position of"
    tip = f"{DISPUTE[contest.kind]} by {by} of {what} {against}"
    return tip, sorted(sides_of(analysis, (contest.by, contest.against)))


def _silence(analysis: Analysis, number: int) -> tuple[str, list[int]]:
    silence = analysis.silences[number]
    return f"Silence of {actor_name(analysis, silence.actor)}", sorted(sides_of(analysis, (silence.actor,)))


def _hedge(analysis: Analysis, number: int) -> tuple[str, list[int]]:
    hedge = analysis.hedges[number]
    holder = analysis.claims[hedge.claim].holder if hedge.claim is not None else None
    return f"Hedge: {HEDGE[hedge.kind]}", sorted(sides_of(analysis, (holder,)))


_DESCRIBE = {"claim": _claim, "contest": _contest, "silence": _silence, "hedge": _hedge}
