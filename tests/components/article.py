"""A short invented article with a record made by hand: every kind of mark, an emoji, and a hostile twin."""

import hashlib
from dataclasses import replace

from framing.document.types import Block, Document
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
    ParagraphTone,
    Proof,
    Provenance,
    Reporting,
    Sentence,
    Setting,
    Share,
    Silence,
    Span,
    Stance,
    StanceReading,
    Tone,
    Tones,
    Voice,
)

SENTENCES = (
    ("Harbour talks stall 🌊 as Veria and Oskar trade blame",),
    ("Support us: this site runs on donations.",),
    ("Veria may reopen the harbour next week, the Daily Post reported, citing unnamed sources.",),
    (
        "Oskar's minister Lena Brandt 🙂 said Veria had “shelled the pier” in March.",
        "Veria denied the accusation.",
    ),
    (
        "Veria did not respond to a request for comment.",
        "The union praised Brandt for her patience.",
        "Brandt warned that winter would be hard and called the talks a trap.",
    ),
)
KINDS = (
    ParagraphKind.HEADLINE,
    ParagraphKind.BOILERPLATE,
    ParagraphKind.BODY,
    ParagraphKind.BODY,
    ParagraphKind.BODY,
)
SPOKEN = [sentence for paragraph in (SENTENCES[0], *SENTENCES[2:]) for sentence in paragraph]  # those that are read
TEXT = "\n\n".join(" ".join(paragraph) for paragraph in SENTENCES)
VERIA, OSKAR, POST, BRANDT, UNION = range(5)
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> ![x](http://192.0.2.1/p.png)'


def span(words: str, *, text: str = TEXT, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def shares(**values: float) -> tuple[Share, ...]:
    return tuple(Share(label, value) for label, value in values.items())


def analysis() -> Analysis:
    """The whole record of TEXT."""
    return Analysis(
        article=Article(id=hashlib.sha256(TEXT.encode()).hexdigest(), text=TEXT),
        paragraphs=paragraphs(TEXT),
        sentences=tuple(
            Sentence(id, paragraph, found.start, found.end)
            for id, (paragraph, found) in enumerate(
                (number, span(sentence))
                for number, paragraph in enumerate(SENTENCES)
                for sentence in paragraph
                if KINDS[number] is not ParagraphKind.BOILERPLATE
            )
        ),
        actors=_actors(),
        claims=_claims(),
        hedges=_hedges(),
        contests=_contests(),
        silences=(Silence(0, 4, VERIA, span("did not respond to a request for comment"), None, ()),),
        stances=_stances(),
        acts=(),
        tones=_tones(),
        frames=(),
        edits=(),
        provenance=provenance(),
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    found, cursor = [], 0
    for id, part in enumerate(text.split("\n\n")):
        kind = KINDS[id] if text == TEXT else ParagraphKind.BODY
        included = kind is not ParagraphKind.BOILERPLATE
        reason = "part of the news" if included else "asks for money"
        found.append(Paragraph(id, cursor, cursor + len(part), kind, included, reason))
        cursor += len(part) + 2
    return tuple(found)


def provenance() -> Provenance:
    return Provenance("0", None, None, None, "fake", "0", (), "float32", "0", (Setting("nearby", "12"),))


def bare(text: str) -> Analysis:
    """A record in which nothing was found."""
    return replace(
        analysis(),
        article=Article(id=hashlib.sha256(text.encode()).hexdigest(), text=text),
        paragraphs=paragraphs(text),
        sentences=(),
        actors=(),
        claims=(),
        hedges=(),
        contests=(),
        silences=(),
        stances=(),
        tones=Tones(),
    )


def document(text: str) -> Document:
    blocks = tuple(Block(p.start, p.end, p.kind, p.included, p.reason) for p in paragraphs(text))
    return Document(text, blocks)


def hostile() -> Analysis:
    """The same record with markup in the text of a claim and in an actor's name."""
    text = TEXT.replace("shelled the pier", HOSTILE)
    shift, edge = len(HOSTILE) - len("shelled the pier"), TEXT.index("shelled the pier")

    def moved(value):  # type: ignore[no-untyped-def]
        """Shift every offset after the place where the text grew."""
        if isinstance(value, tuple):
            return tuple(moved(part) for part in value)
        if not hasattr(value, "__dataclass_fields__"):
            return value
        changes = {name: moved(getattr(value, name)) for name in value.__dataclass_fields__}
        for name in ("start", "end"):
            if name in changes and changes[name] > edge:
                changes[name] += shift
        return replace(value, **changes)

    record = moved(analysis())
    actors = tuple(replace(actor, name=f"Veria {HOSTILE}") if actor.id == VERIA else actor for actor in record.actors)
    return replace(record, article=Article(id=hashlib.sha256(text.encode()).hexdigest(), text=text), actors=actors)


def _mention(words: str, after: int = 0, form: MentionForm = MentionForm.NAME) -> Mention:
    found = span(words, after=after)
    return Mention(found.start, found.end, form, "by hand")


def _actors() -> tuple[Actor, ...]:
    return (
        Actor(
            VERIA,
            "Veria",
            ActorKind.STATE,
            VERIA,
            tuple(_mention("Veria", TEXT.index(SPOKEN[sentence])) for sentence in range(5)),
        ),
        Actor(OSKAR, "Oskar", ActorKind.STATE, OSKAR, (_mention("Oskar"),)),
        Actor(POST, "Daily Post", ActorKind.MEDIA, POST, (_mention("the Daily Post"),)),
        Actor(
            BRANDT,
            "Lena Brandt",
            ActorKind.PERSON,
            OSKAR,
            (_mention("Lena Brandt"), *(_mention("Brandt", TEXT.index(SPOKEN[sentence])) for sentence in (5, 6))),
        ),
        Actor(UNION, "the union", ActorKind.ORGANISATION, UNION, (_mention("The union"),)),
    )


def claim(
    id: int,
    holder: int | None,
    content: str,
    *,
    sentence: int = 2,
    holder_words: str | None = None,
    cue: str | None = None,
    voice: Voice = Voice.INDIRECT,
    act: Act = Act.SAY,
    factuality: Factuality = Factuality.CERTAIN,
    hedged: bool = False,
    contested: bool = False,
    anonymous: bool = False,
    unsure: bool = False,
    targets: tuple[int, ...] = (),
) -> Claim:
    words = span(content)
    return Claim(
        id=id,
        sentence=sentence,
        holder=holder,
        holder_span=span(holder_words) if holder_words is not None else None,
        anonymous=anonymous,
        voice=voice,
        cue=(span(cue),) if cue is not None else (),
        act=act,
        reporting=Reporting.NEUTRAL,
        content=(words,),
        parent=None,
        group=None,
        targets=targets,
        factuality=factuality,
        hedged=hedged,
        contested=contested,
        score=0.91,
        unsure=unsure,
        proof=(Proof("attribution/verb", words.start, words.end, 1.0), Proof("source head", 0, 5, 0.91)),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        claim(
            0,
            POST,
            "Veria may reopen the harbour next week",
            sentence=1,
            holder_words="the Daily Post",
            cue="reported",
            act=Act.REPORT,
            factuality=Factuality.POSSIBLE,
            hedged=True,
            anonymous=True,
            targets=(VERIA,),
        ),
        claim(
            1,
            BRANDT,
            "Veria had “shelled the pier” in March",
            holder_words="Oskar's minister Lena Brandt",
            cue="said",
            voice=Voice.MIXED,
            act=Act.ACCUSE,
            contested=True,
            targets=(VERIA,),
        ),
        claim(2, UNION, "Brandt for her patience", sentence=5, cue="praised", act=Act.PRAISE, unsure=True),
        claim(3, BRANDT, "winter would be hard", sentence=6, cue="warned", factuality=Factuality.PROBABLE, hedged=True),
        claim(4, BRANDT, "the talks a trap", sentence=6, cue="called"),
    )


def _hedges() -> tuple[Hedge, ...]:
    may, sources = span("may"), span("citing unnamed sources")
    scope = span("reopen the harbour next week")
    return (
        Hedge(0, 1, may.start, may.end, HedgeKind.POSSIBLE, scope, HedgeOwner.HOLDER, 0, 0.97, ()),
        Hedge(1, 1, sources.start, sources.end, HedgeKind.REPORTED, None, HedgeOwner.AUTHOR, 0, 0.9, ()),
    )


def _contests() -> tuple[Contest, ...]:
    evidence, about = span("denied the accusation"), span("the accusation")
    return (
        Contest(0, 3, 1, None, about, VERIA, OSKAR, ContestKind.DENIES, evidence, 0.88, False, ()),
        Contest(1, 6, None, None, None, None, VERIA, ContestKind.DOUBTS, span("a trap"), 0.5, True, ()),
    )


def _stances() -> tuple[StanceReading, ...]:
    opposes = shares(supports=0.05, neutral=0.15, opposes=0.8)
    unsure = shares(supports=0.4, neutral=0.35, opposes=0.25)
    return (
        StanceReading(BRANDT, VERIA, 2, Stance.OPPOSES, None, opposes, False),
        StanceReading(UNION, BRANDT, 5, Stance.SUPPORTS, None, unsure, True),
    )


def _tones() -> Tones:
    def mostly(label: Tone) -> tuple[Share, ...]:
        return shares(**({tone.value: 0.2 for tone in Tone} | {label.value: 0.6}))

    def tone(paragraph: int, label: Tone, unsure: bool = False) -> ParagraphTone:
        return ParagraphTone(paragraph, label, mostly(label), unsure)

    def toward(
        actor: int, words: str, sentence: int, holder: int | None, label: Tone, unsure: bool = False
    ) -> ActorTone:
        mention = span(words, after=TEXT.index(SPOKEN[sentence]))
        return ActorTone(actor, mention, sentence, holder, label, mostly(label), unsure)

    return Tones(
        paragraphs=(tone(2, Tone.NEUTRAL), tone(3, Tone.NEGATIVE), tone(4, Tone.POSITIVE, unsure=True)),
        actors=(
            toward(VERIA, "Veria", 0, None, Tone.NEGATIVE),
            toward(VERIA, "Veria", 1, None, Tone.NEUTRAL),
            toward(VERIA, "Veria", 2, BRANDT, Tone.NEGATIVE),
            toward(VERIA, "Veria", 3, None, Tone.POSITIVE),
            toward(BRANDT, "Brandt", 5, UNION, Tone.POSITIVE, unsure=True),
        ),
    )
