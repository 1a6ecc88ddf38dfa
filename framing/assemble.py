"""Drafts become the record: ids in reading order, references by id, every law checked."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from framing import __version__, hedging, lexicon
from framing.cast import Cast, Figure
from framing.contests import Link
from framing.document import Document
from framing.drafts import Doubt, Draft, trust
from framing.passages import Line
from framing.ports import Parser, Reader
from framing.quiet import Quiet
from framing.readings import Answers, renumber
from framing.settings import Settings
from framing.types import (
    Actor,
    Analysis,
    Article,
    Claim,
    Contest,
    FrameReading,
    Hedge,
    HedgeKind,
    Paragraph,
    Proof,
    Provenance,
    Sentence,
    Setting,
    Silence,
)

SURE = 0.6  # below it a mark is shown as "not sure"; half-way between a coin and the median of right links on dev
HEADS = (
    "tone", "vague", "frame", "target_tone", "factuality", "stance", "act", "hedge", "attribution", "roles", "pair",
    "contest"
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """All that the stages found."""

    lines: Sequence[Line]
    cast: Cast
    drafts: Sequence[Draft]
    doubts: Sequence[Doubt]
    links: Sequence[Link]
    silences: Sequence[Quiet]
    answers: Answers
    frames: tuple[FrameReading, ...]


def assemble(
    document: Document, parts: Parts, provenance: Provenance, source_id: str | float | bool | None
) -> Analysis:
    actors, new = actors_of(parts.cast)
    drafts = sorted(parts.drafts, key=lambda d: (d.line.id, d.content[0], d.content[-1].end, number_of(d.holder, new)))
    ids = {id(draft): number for number, draft in enumerate(drafts)}
    links = sorted(
        parts.links, key=lambda link: (link.dispute.line.id, link.dispute.evidence, ids.get(id(link.claim), -1))
    )
    contested = {id(link.claim) for link in links if link.claim is not None}
    answers = renumber(parts.answers, new)
    return Analysis(
        article=article(document, source_id),
        paragraphs=tuple(
            Paragraph(number, b.start, b.end, b.kind, b.included, b.reason) for number, b in enumerate(document.blocks)
        ),
        sentences=tuple(Sentence(line.id, line.passage.paragraph, line.start, line.end) for line in parts.lines),
        actors=actors,
        claims=tuple(claims(drafts, ids, contested, new)),
        hedges=tuple(hedges(parts.doubts, ids)),
        contests=tuple(contests(links, ids, new)),
        silences=tuple(silences(parts.silences, ids, new)),
        stances=answers.stances,
        acts=answers.acts,
        tones=answers.tones,
        frames=parts.frames,
        edits=(),
        provenance=provenance,
    )


def actors_of(cast: Cast) -> tuple[tuple[Actor, ...], dict[int, int]]:
    """The record's actors, numbered by first mention (unmentioned sides last), and the old → new numbers."""
    kept = [f for f in cast.figures if f.mentions]
    needed = {f.side for f in kept if f.side is not None} - {f.number for f in kept}
    order = sorted(kept, key=lambda f: (min(f.mentions), f.number)) + [cast.figures[n] for n in sorted(needed)]
    renumbered = {figure.number: new for new, figure in enumerate(order)}
    return tuple(
        Actor(
            id=renumbered[f.number],
            name=f.name,
            kind=f.kind,
            side=renumbered[f.side] if f.side is not None else None,
            mentions=tuple(f.mentions[span] for span in sorted(f.mentions)),
        )
        for f in order
    ), renumbered


def article(document: Document, source_id: str | float | bool | None) -> Article:
    return Article(
        id=hashlib.sha256(document.text.encode()).hexdigest(),
        text=document.text,
        source_id=source_id,
        title=document.title,
        source=document.source,
        author=document.author,
        url=document.url,
        published=document.published,
        language=document.language,
    )


def number_of(figure: Figure | None, new: Mapping[int, int]) -> int:
    return new[figure.number] if figure is not None else -1


def reference(figure: Figure | None, new: Mapping[int, int]) -> int | None:
    return new[figure.number] if figure is not None else None


def claims(
    drafts: Sequence[Draft], ids: Mapping[int, int], contested: set[int], new: Mapping[int, int]
) -> Iterable[Claim]:
    groups = joint_groups(drafts)
    for draft in drafts:
        score = trust(draft)
        yield Claim(
            id=ids[id(draft)],
            sentence=draft.line.id,
            holder=reference(draft.holder, new),
            holder_span=draft.holder_span,
            anonymous=draft.anonymous,
            voice=draft.voice,
            cue=draft.cue,
            act=draft.act,
            reporting=draft.reporting,
            content=draft.content,
            parent=ids[id(draft.parent)] if draft.parent is not None else None,
            group=groups.get(id(draft)),
            targets=tuple(new[n] for n in draft.targets if n in new),
            factuality=draft.factuality,
            hedged=draft.hedged,
            contested=id(draft) in contested,
            score=score,
            unsure=score < SURE,
            proof=draft.proof,
        )


def joint_groups(drafts: Sequence[Draft]) -> dict[int, int]:
    """Claims of joint holders share a number, counted in reading order."""
    members: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.joint is not None:
            members.setdefault(draft.joint, []).append(draft)
    shared = [
        m for m in members.values() if len({id(d.holder) for d in m}) == len(m) > 1 and len({d.content for d in m}) == 1
    ]
    return {id(draft): number for number, drafts_ in enumerate(shared) for draft in drafts_}


def hedges(doubts: Sequence[Doubt], ids: Mapping[int, int]) -> Iterable[Hedge]:
    for number, doubt in enumerate(doubts):
        mark = doubt.mark
        yield Hedge(
            id=number,
            sentence=mark.line.id,
            start=mark.span.start,
            end=mark.span.end,
            kind=HedgeKind(mark.label),
            scope=mark.scope,
            owner=doubt.owner,
            claim=ids[id(doubt.draft)] if doubt.draft is not None else None,
            score=hedging.score(mark),
            proof=hedging.proofs(mark),
        )


def contests(links: Sequence[Link], ids: Mapping[int, int], new: Mapping[int, int]) -> Iterable[Contest]:
    for number, link in enumerate(links):
        counter = link.counter if link.counter is not None and same_side(link.counter.holder, link.by) else None
        yield Contest(
            id=number,
            sentence=link.dispute.line.id,
            claim=ids[id(link.claim)] if link.claim is not None else None,
            counter=ids[id(counter)] if counter is not None else None,
            about=link.dispute.about,
            by=reference(link.by, new),
            against=reference(link.against, new),
            kind=link.kind,
            evidence=link.dispute.evidence,
            score=link.score,
            unsure=link.claim is not None and link.score < SURE,
            proof=link.features,
        )


def same_side(one: Figure | None, other: Figure | None) -> bool:
    return one is not None and other is not None and one.side == other.side


def silences(found: Sequence[Quiet], ids: Mapping[int, int], new: Mapping[int, int]) -> Iterable[Silence]:
    for number, quiet in enumerate(found):
        mark = quiet.mark
        claim = ids[id(quiet.claim)] if quiet.claim is not None else None
        proof = (Proof(f"lexicon:{mark.rule}", mark.span.start, mark.span.end),)
        yield Silence(number, mark.line.id, reference(quiet.actor, new), mark.span, claim, proof)


def provenance(parser: Parser, reader: Reader | None, settings: Settings) -> Provenance:
    return Provenance(
        version=__version__,
        bundle=reader.identity.name if reader is not None else None,
        bundle_sha256=reader.identity.sha256 if reader is not None else None,
        encoder_sha256=reader.encoder.sha256 if reader is not None else None,
        parser=parser.identity.name,
        parser_sha256=parser.identity.sha256,
        missing_heads=tuple(head for head in HEADS if reader is None or head not in reader.heads),
        number_format=reader.number_format if reader is not None else "none",
        lexicons=lexicon.digest(),
        settings=tuple(Setting(f.name, str(getattr(settings, f.name))) for f in fields(settings)),
    )
