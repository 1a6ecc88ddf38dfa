"""The record of a planned article as a reader without a fault would write it: exactly what is planted, no more."""

import hashlib
from collections.abc import Iterable

from framing.types import (
    Act,
    Actor,
    ActorKind,
    ActorTone,
    Analysis,
    Article,
    Claim,
    Contest,
    ContestKind,
    Factuality,
    Hedge,
    HedgeKind,
    HedgeOwner,
    Mention,
    MentionForm,
    Paragraph,
    ParagraphKind,
    Probabilities,
    Proof,
    Provenance,
    Reporting,
    Sentence,
    Share,
    Span,
    Stance,
    StanceReading,
    Tone,
    Tones,
    Voice,
)
from samples.planned import STORIES, SUPPORTED, SUPPORTER, TARGET, Planned
from samples.telling import Marked, Told, tell

BY = "planted"
SURE = 0.9  # the probability of a planted label; the others share the rest
STATES = frozenset({SUPPORTER, SUPPORTED, *(story.holder for story in STORIES)})
PROVENANCE = Provenance(BY, None, None, None, BY, "", (), "float64", "", ())


def record(article: Planned) -> Analysis:
    """A lawful record whose marks are those of `tell`."""
    told = tell(article)
    cast = _cast(told)
    ids = {actor.name: actor.id for actor in cast}
    contests = _contests(article, told, ids)
    return Analysis(
        article=_article(article, told),
        paragraphs=tuple(
            Paragraph(place, one.start, one.end, _kind(one), True, BY) for place, one in enumerate(told.sentences)
        ),
        sentences=tuple(Sentence(place, place, one.start, one.end) for place, one in enumerate(told.sentences)),
        actors=cast,
        claims=_claims(article, told, ids),
        hedges=_hedges(told),
        contests=contests,
        silences=(),
        stances=(_stance(article, told, ids),),
        acts=(),
        tones=Tones(actors=(_tone(article, told, ids),)),
        frames=(),
        edits=(),
        provenance=PROVENANCE,
    )


def _article(article: Planned, told: Told) -> Article:
    return Article(
        id=hashlib.sha256(told.text.encode()).hexdigest(),
        text=told.text,
        source_id=article.id,
        title=told.title,
        source=article.outlet,
        published=article.day.isoformat() if article.day else None,
    )


def _cast(told: Told) -> tuple[Actor, ...]:
    """Every planted name, in the order of its first mention."""
    found: dict[str, list[Marked]] = {}
    names = dict.fromkeys((*STATES, TARGET, *(story.denier for story in STORIES)))
    for name in names:
        start = told.text.find(name)
        while start >= 0:
            found.setdefault(name, []).append(Marked(name, start, start + len(name)))
            start = told.text.find(name, start + 1)
    ordered = sorted(found.items(), key=lambda one: one[1][0].start)
    return tuple(
        Actor(
            place,
            name,
            ActorKind.STATE if name in STATES else ActorKind.ORGANISATION,
            place,
            tuple(Mention(one.start, one.end, MentionForm.NAME, BY) for one in mentions),
        )
        for place, (name, mentions) in enumerate(ordered)
    )


def _claims(article: Planned, told: Told, ids: dict[str, int]) -> tuple[Claim, ...]:
    """The claim that is denied or not, then the one beside it."""
    names = ("", " beside") if article.beside else ("",)
    holder = ids[STORIES[article.story].holder]
    return tuple(_claim(article, told, holder, name, place) for place, name in enumerate(names))


def _claim(article: Planned, told: Told, holder: int, name: str, place: int) -> Claim:
    words = _mark(told, f"content{name}")
    hedged = article.hedged and not name
    return Claim(
        id=place,
        sentence=_sentence(told, name.strip() or "claim"),
        holder=holder,
        holder_span=_mark(told, f"holder{name}"),
        anonymous=False,
        voice=Voice.INDIRECT,
        cue=(_mark(told, f"cue{name}"),),
        act=Act.SAY,
        reporting=Reporting.NEUTRAL,
        content=(words,),
        parent=None,
        group=None,
        targets=(),
        factuality=Factuality.PROBABLE if hedged else Factuality.CERTAIN,
        hedged=hedged,
        contested=article.denied and not name,
        score=1.0,
        unsure=False,
        proof=_proof(words),
    )


def _hedges(told: Told) -> tuple[Hedge, ...]:
    scope = _mark(told, "content")
    return tuple(
        Hedge(
            place, _sentence(told, "claim"), span.start, span.end, HedgeKind.REPORTED, scope, HedgeOwner.HOLDER, 0, 1.0,
            _proof(span),
        )
        for place, span in enumerate(_marks(told, "hedge"))
    )  # fmt: skip


def _contests(article: Planned, told: Told, ids: dict[str, int]) -> tuple[Contest, ...]:
    story = STORIES[article.story]
    return tuple(
        Contest(
            id=place,
            sentence=_sentence(told, "denial"),
            claim=0,
            counter=None,
            about=Span(evidence.start + len("denied "), evidence.end),
            by=ids[story.denier],
            against=ids[story.holder],
            kind=ContestKind.DENIES,
            evidence=evidence,
            score=1.0,
            unsure=False,
            proof=_proof(evidence),
        )
        for place, evidence in enumerate(_marks(told, "evidence"))
    )


def _stance(article: Planned, told: Told, ids: dict[str, int]) -> StanceReading:
    label = Stance(article.stance)
    place = _sentence(told, "stance")
    shares = _shares(label, Stance)
    return StanceReading(ids[SUPPORTER], ids[SUPPORTED], place, label, _mark(told, "stance"), shares, False)


def _tone(article: Planned, told: Told, ids: dict[str, int]) -> ActorTone:
    label = Tone(article.tone)
    place = _sentence(told, "tone")
    return ActorTone(ids[TARGET], _mark(told, "target"), place, None, label, _shares(label, Tone), False)


def _shares(label: str, labels: Iterable[str]) -> Probabilities:
    every = list(labels)
    rest = (1 - SURE) / (len(every) - 1)
    return tuple(Share(str(one), SURE if one == label else rest) for one in every)


def _kind(sentence: Marked) -> ParagraphKind:
    return ParagraphKind.HEADLINE if sentence.mark == "headline" else ParagraphKind.BODY


def _sentence(told: Told, name: str) -> int:
    return next(place for place, one in enumerate(told.sentences) if one.mark == name)


def _marks(told: Told, name: str) -> tuple[Span, ...]:
    return tuple(Span(one.start, one.end) for one in told.marks if one.mark == name)


def _mark(told: Told, name: str) -> Span:
    (found,) = _marks(told, name)
    return found


def _proof(span: Span) -> tuple[Proof, ...]:
    return (Proof(BY, span.start, span.end),)
