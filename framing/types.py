"""The record: frozen to the bottom, hashable, without behaviour.

Every `Span` counts half-open code points into `Article.text`; ids are positions in their own tuple.
The field meanings are those of docs/architecture.md; names follow FactBank, PLOVER and PolNeAR.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

SCHEMA = "hedgerow/1"


class ParagraphKind(StrEnum):
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class ActorKind(StrEnum):
    STATE = "state"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    MEDIA = "media"
    PLACE = "place"


class MentionForm(StrEnum):
    NAME = "name"
    METONYM = "metonym"
    DEMONYM = "demonym"
    TITLE = "title"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


class Voice(StrEnum):
    AUTHOR = "author"
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Reporting(StrEnum):
    """What the reporting words imply about the claim (neutral `said`, distancing `alleged`)."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"


class Act(StrEnum):
    """What a holder does with words; PLOVER names where one fits."""

    SAY = "say"
    REPORT = "report"
    CLAIM = "claim"
    BELIEVE = "believe"
    EXPECT = "expect"
    WARN = "warn"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    PROMISE = "promise"
    THREATEN = "threaten"
    DEMAND = "demand"
    REQUEST = "request"
    PROPOSE = "propose"
    ADMIT = "admit"
    CONFIRM = "confirm"
    AGREE = "agree"
    DENY = "deny"
    DOUBT = "doubt"
    REJECT = "reject"
    ASK = "ask"
    ASSERT = "assert"


class Factuality(StrEnum):
    """FactBank values: certain, probable, possible; positive, negative; underspecified."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNDERSPECIFIED = "UU"


class HedgeKind(StrEnum):
    POSSIBLE = "possible"
    BELIEVED = "believed"
    REPORTED = "reported"
    CONDITIONAL = "conditional"
    PLANNED = "planned"
    APPROXIMATE = "approximate"
    UNCONFIRMED = "unconfirmed"


class HedgeOwner(StrEnum):
    AUTHOR = "author"
    HOLDER = "holder"


class ContestKind(StrEnum):
    DENIES = "denies"
    DOUBTS = "doubts"
    REJECTS = "rejects"


class Stance(StrEnum):
    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    OPPOSES = "opposes"


class Tone(StrEnum):
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class PoliticalAct(StrEnum):
    """PLOVER's root classes, grouped as its pentaclass does."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Frame(StrEnum):
    CONFLICT = "conflict"
    HUMAN_INTEREST = "human interest"
    ECONOMIC = "economic"
    MORALITY = "morality"
    RESPONSIBILITY = "responsibility"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points, 0 <= start < end."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a mark stands: the rule or head, the words it read, and its figure (1.0 for a rule)."""

    by: str
    start: int
    end: int
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """One label with its calibrated probability."""

    label: str
    value: float


Probabilities: TypeAlias = tuple[Share, ...]  # in the order of the head's labels


@dataclass(frozen=True, slots=True)
class Article:
    id: str  # sha-256 of the text, hexadecimal
    text: str
    source_id: str | int | float | bool | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Paragraph:
    id: int
    start: int
    end: int
    kind: ParagraphKind
    included: bool
    reason: str  # the rule that classified it, in words


@dataclass(frozen=True, slots=True)
class Sentence:
    id: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    form: MentionForm
    proof: str  # the rule that merged this mention into its actor


@dataclass(frozen=True, slots=True)
class Actor:
    id: int
    name: str
    kind: ActorKind
    side: int | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition put forward by a holder (`None`: the article's own voice)."""

    id: int
    sentence: int
    holder: int | None
    holder_span: Span | None
    anonymous: bool
    voice: Voice
    cue: tuple[Span, ...]
    act: Act
    reporting: Reporting
    content: tuple[Span, ...]
    parent: int | None
    group: int | None
    targets: tuple[int, ...]
    factuality: Factuality
    hedged: bool
    contested: bool
    score: float
    unsure: bool
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    id: int
    sentence: int
    start: int
    end: int
    kind: HedgeKind
    scope: Span | None
    owner: HedgeOwner
    claim: int | None
    score: float
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """`by` denies, doubts or rejects `claim`, or a position of `against` that the text does not state."""

    id: int
    sentence: int
    claim: int | None
    counter: int | None
    about: Span | None
    by: int | None
    against: int | None
    kind: ContestKind
    evidence: Span
    score: float
    unsure: bool
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Declined to comment, answer or confirm; never a contest."""

    id: int
    sentence: int
    actor: int | None
    evidence: Span
    claim: int | None
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class StanceReading:
    holder: int | None
    target: int
    sentence: int
    label: Stance
    evidence: Span | None
    probabilities: Probabilities
    unsure: bool


@dataclass(frozen=True, slots=True)
class ActReading:
    source: int
    target: int
    sentence: int
    label: PoliticalAct
    probabilities: Probabilities
    unsure: bool


@dataclass(frozen=True, slots=True)
class ParagraphTone:
    """Tone in the author's voice: quoted and attributed words are masked before reading."""

    paragraph: int
    label: Tone
    probabilities: Probabilities
    unsure: bool


@dataclass(frozen=True, slots=True)
class ActorTone:
    """Tone toward one mention of an actor (`holder` None: in the author's voice)."""

    actor: int
    mention: Span
    sentence: int
    holder: int | None
    label: Tone
    probabilities: Probabilities
    unsure: bool


@dataclass(frozen=True, slots=True)
class Tones:
    paragraphs: tuple[ParagraphTone, ...] = ()
    actors: tuple[ActorTone, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameReading:
    paragraph: int
    label: Frame
    probabilities: Probabilities
    unsure: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction, with the machine's value and the analyst's, each as JSON text.

    `op` is an operation of `framing.edits`; `null` as a value is a thing that is not there.
    """

    op: str
    machine: str
    analyst: str


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Provenance:
    version: str
    bundle: str | None
    bundle_sha256: str | None
    encoder_sha256: str | None
    parser: str
    parser_sha256: str
    missing_heads: tuple[str, ...]
    number_format: str
    lexicons: str  # sha-256 over all word lists
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    contests: tuple[Contest, ...]
    silences: tuple[Silence, ...]
    stances: tuple[StanceReading, ...]
    acts: tuple[ActReading, ...]
    tones: Tones
    frames: tuple[FrameReading, ...]
    edits: tuple[Edit, ...]
    provenance: Provenance
    schema: str = SCHEMA
