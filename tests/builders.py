"""A small valid Analysis made by hand, with at least one row of every kind. Other tests may build on it."""

import hashlib

from framing.types import (
    Act,
    Actor,
    ActorKind,
    ActorTone,
    ActReading,
    Analysis,
    Article,
    Claim,
    Contest,
    ContestKind,
    Edit,
    Factuality,
    Frame,
    FrameReading,
    Hedge,
    HedgeKind,
    HedgeOwner,
    Mention,
    MentionForm,
    Paragraph,
    ParagraphKind,
    ParagraphTone,
    PoliticalAct,
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

PARAGRAPHS = (
    ("Lakeland and Norvia warn of trouble at the dam",),
    ("Sign up for our newsletter.",),
    (
        "Lakeland and Norvia claimed that the dam “could fail”, although “not soon”.",
        "Engineer Ada Moss said in Port Lake that Lakeland believed the dam was old.",
        "Tasmar denied the claim and said 🙂 the dam was safe.",
        "Norvia declined to comment.",
        "The work may take about two years.",
    ),
)
TEXT = "\n\n".join(" ".join(paragraph) for paragraph in PARAGRAPHS) + "\n"
LAKELAND, NORVIA, MOSS, PORT_LAKE, TASMAR = range(5)
HEADLINE, JOINT, NESTED, DENIAL, SILENT, OWN_VOICE = range(6)  # sentences
COULD_FAIL, NORVIA_COULD_FAIL, DAM_IS_OLD, LAKELAND_BELIEVES, DAM_IS_SAFE, WORK_TAKES = range(6)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def span(words: str, within: str = "") -> Span:
    """The words at their first place in TEXT, or at their first place inside `within`."""
    start = TEXT.index(words, TEXT.index(within))
    return Span(start, start + len(words))


def actor_at(name: str) -> str:
    """An actor's address in a correction, as JSON text."""
    place = span(name)
    return f'{{"name": "{name}", "mention": {{"start": {place.start}, "end": {place.end}}}}}'


def shares(**values: float) -> tuple[Share, ...]:
    return tuple(Share(label.replace("_", " "), value) for label, value in values.items())


def analysis() -> Analysis:
    return Analysis(
        article=Article(id=sha256(TEXT), text=TEXT, source_id=7, title="At the dam", url="https://example.org/1"),
        paragraphs=paragraphs(),
        sentences=sentences(),
        actors=actors(),
        claims=claims(),
        hedges=hedges(),
        contests=(contest(),),
        silences=(
            Silence(
                0,
                SILENT,
                NORVIA,
                span("declined to comment"),
                COULD_FAIL,
                proof("silence", "declined to comment"),
            ),
        ),
        stances=(
            StanceReading(
                TASMAR,
                LAKELAND,
                DENIAL,
                Stance.OPPOSES,
                span("denied"),
                shares(supports=0.1, neutral=0.2, opposes=0.7),
                False,
            ),
        ),
        acts=(
            ActReading(
                TASMAR,
                LAKELAND,
                DENIAL,
                PoliticalAct.VERBAL_CONFLICT,
                shares(
                    verbal_cooperation=0.25,
                    material_cooperation=0.0,
                    verbal_conflict=0.5,
                    material_conflict=0.25,
                ),
                False,
            ),
        ),
        tones=tones(),
        frames=(
            FrameReading(
                2,
                Frame.CONFLICT,
                shares(conflict=0.5, human_interest=0.125, economic=0.125, morality=0.125, responsibility=0.125),
                True,
            ),
        ),
        edits=(
            Edit(f'{{"do": "rename actor", "actor": {actor_at("Tasmar")}, "name": "Tasmar"}}', '"Tasm"', '"Tasmar"'),
            Edit(
                '{"do": "change paragraph", "paragraph": {"start": 48, "end": 75}, "kind": "boilerplate"}',
                "null",
                '{"paragraph": 1, "é": [1.5]}',
            ),
        ),
        provenance=provenance(),
    )


def paragraphs() -> tuple[Paragraph, ...]:
    kinds = (ParagraphKind.HEADLINE, ParagraphKind.BOILERPLATE, ParagraphKind.BODY)
    rows = []
    for at, (kind, parts) in enumerate(zip(kinds, PARAGRAPHS, strict=True)):
        place = span(" ".join(parts))
        included = kind is not ParagraphKind.BOILERPLATE
        rows.append(Paragraph(at, place.start, place.end, kind, included, f"rule {kind}"))
    return tuple(rows)


def sentences() -> tuple[Sentence, ...]:
    places = [(at, span(words)) for at in (0, 2) for words in PARAGRAPHS[at]]
    return tuple(Sentence(id_, at, place.start, place.end) for id_, (at, place) in enumerate(places))


def proof(by: str, words: str, value: float = 1.0) -> tuple[Proof, ...]:
    place = span(words)
    return (Proof(by, place.start, place.end, value),)


def mention(words: str, within: str = "", form: MentionForm = MentionForm.NAME) -> Mention:
    place = span(words, within)
    return Mention(place.start, place.end, form, "same name")


def actors() -> tuple[Actor, ...]:
    return (
        Actor(
            LAKELAND,
            "Lakeland",
            ActorKind.STATE,
            LAKELAND,
            (
                mention("Lakeland"),
                mention("Lakeland", "Lakeland and Norvia claimed"),
                mention("Lakeland", "Lakeland believed"),
            ),
        ),
        Actor(
            NORVIA,
            "Norvia",
            ActorKind.STATE,
            NORVIA,
            (mention("Norvia"), mention("Norvia", "Norvia claimed"), mention("Norvia", "Norvia declined")),
        ),
        Actor(
            MOSS,
            "Ada Moss",
            ActorKind.PERSON,
            LAKELAND,
            (mention("Engineer Ada Moss", form=MentionForm.TITLE),),
        ),
        Actor(PORT_LAKE, "Port Lake", ActorKind.PLACE, None, (mention("Port Lake"),)),
        Actor(TASMAR, "Tasmar", ActorKind.STATE, TASMAR, (mention("Tasmar"),)),
    )


def claim(
    id_: int,
    sentence: int,
    holder: int | None,
    content: tuple[Span, ...],
    *,
    holder_span: Span | None = None,
    voice: Voice = Voice.INDIRECT,
    cue: tuple[Span, ...] = (),
    act: Act = Act.SAY,
    parent: int | None = None,
    group: int | None = None,
    targets: tuple[int, ...] = (),
    factuality: Factuality = Factuality.CERTAIN,
    hedged: bool = False,
    contested: bool = False,
) -> Claim:
    return Claim(
        id=id_,
        sentence=sentence,
        holder=holder,
        holder_span=holder_span,
        anonymous=False,
        voice=voice,
        cue=cue,
        act=act,
        reporting=Reporting.DISTANCING if act is Act.CLAIM else Reporting.NEUTRAL,
        content=content,
        parent=parent,
        group=group,
        targets=targets,
        factuality=factuality,
        hedged=hedged,
        contested=contested,
        score=0.1 + 0.2,  # no short decimal: the round trip must be exact
        unsure=False,
        proof=proof("attribution", content[0].of(TEXT), 0.75),
    )


def joint_claim(id_: int, holder: int, holder_span: Span, *, contested: bool) -> Claim:
    return claim(
        id_,
        JOINT,
        holder,
        (span("could fail"), span("not soon")),
        holder_span=holder_span,
        voice=Voice.MIXED,
        cue=(span("claimed"),),
        act=Act.CLAIM,
        group=0,
        targets=(TASMAR,),
        factuality=Factuality.POSSIBLE,
        hedged=True,
        contested=contested,
    )


def claims() -> tuple[Claim, ...]:
    old = "Lakeland believed the dam was old"
    return (
        joint_claim(COULD_FAIL, LAKELAND, span("Lakeland", "Lakeland and Norvia claimed"), contested=True),
        joint_claim(NORVIA_COULD_FAIL, NORVIA, span("Norvia", "Norvia claimed"), contested=False),
        claim(
            DAM_IS_OLD,
            NESTED,
            MOSS,
            (span(old),),
            holder_span=span("Engineer Ada Moss"),
            cue=(span("said", "Moss said"),),
        ),
        claim(
            LAKELAND_BELIEVES,
            NESTED,
            LAKELAND,
            (span("the dam was old"),),
            holder_span=span("Lakeland", old),
            cue=(span("believed"),),
            act=Act.BELIEVE,
            parent=DAM_IS_OLD,
            factuality=Factuality.PROBABLE,
            hedged=True,
        ),
        claim(
            DAM_IS_SAFE,
            DENIAL,
            TASMAR,
            (span("the dam was safe"),),
            holder_span=span("Tasmar"),
            cue=(span("said", "claim and said"),),
        ),
        claim(
            WORK_TAKES,
            OWN_VOICE,
            None,
            (span("The work may take about two years"),),
            voice=Voice.AUTHOR,
            act=Act.ASSERT,
            hedged=True,
        ),
    )


def hedges() -> tuple[Hedge, ...]:
    return (
        hedge(0, JOINT, "could", HedgeKind.POSSIBLE, COULD_FAIL, scope=span("could fail")),
        hedge(1, OWN_VOICE, "may", HedgeKind.POSSIBLE, WORK_TAKES, owner=HedgeOwner.AUTHOR),
        hedge(2, OWN_VOICE, "about", HedgeKind.APPROXIMATE, WORK_TAKES, owner=HedgeOwner.AUTHOR),
    )


def hedge(
    id_: int,
    sentence: int,
    words: str,
    kind: HedgeKind,
    claim_id: int | None,
    *,
    scope: Span | None = None,
    owner: HedgeOwner = HedgeOwner.HOLDER,
) -> Hedge:
    place = span(words)
    return Hedge(id_, sentence, place.start, place.end, kind, scope, owner, claim_id, 0.875, proof("hedges", words))


def contest() -> Contest:
    return Contest(
        id=0,
        sentence=DENIAL,
        claim=COULD_FAIL,
        counter=DAM_IS_SAFE,
        about=span("the claim", "denied the claim"),
        by=TASMAR,
        against=LAKELAND,
        kind=ContestKind.DENIES,
        evidence=span("denied the claim"),
        score=0.5,
        unsure=False,
        proof=proof("contests", "denied"),
    )


def tones() -> Tones:
    place = actors()[TASMAR].mentions[0]
    return Tones(
        paragraphs=(
            ParagraphTone(0, Tone.NEGATIVE, shares(negative=0.8, neutral=0.15, positive=0.05), False),
            ParagraphTone(2, Tone.NEUTRAL, shares(negative=0.3, neutral=0.4, positive=0.3), True),
        ),
        actors=(
            ActorTone(
                TASMAR,
                Span(place.start, place.end),
                DENIAL,
                None,
                Tone.NEUTRAL,
                shares(negative=0.25, neutral=0.5, positive=0.25),
                False,
            ),
        ),
    )


def provenance() -> Provenance:
    return Provenance(
        version="0.1.0",
        bundle="tiny",
        bundle_sha256=sha256("bundle"),
        encoder_sha256=sha256("encoder"),
        parser="by hand",
        parser_sha256=sha256("parser"),
        missing_heads=("stance", "act"),
        number_format="float32",
        lexicons=sha256("lexicons"),
        settings=(Setting("any_language", "false"), Setting("max_code_points", "1000000")),
    )
