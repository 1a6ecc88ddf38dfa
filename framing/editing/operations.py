"""The corrections that there are: a closed set of values, each with one JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from framing.codec import record_form
from framing.editing.addresses import ActorWords, ClaimWords, ContestWords
from framing.errors import RecordError
from framing.strict_json import dumps, loads, shown
from framing.types import ActorKind, ContestKind, Factuality, ParagraphKind, Span

NAME_KEY = "do"  # of the JSON form: which correction it is


@dataclass(frozen=True, slots=True)
class AcceptClaim:
    """A claim read rightly: it is sure."""

    claim: ClaimWords


@dataclass(frozen=True, slots=True)
class RejectClaim:
    """These words are nobody's claim."""

    claim: ClaimWords


@dataclass(frozen=True, slots=True)
class ChangeHolder:
    """Somebody else holds the claim (`None`: the article itself)."""

    claim: ClaimWords
    holder: ActorWords | None


@dataclass(frozen=True, slots=True)
class ChangeFactuality:
    claim: ClaimWords
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class ChangeHedged:
    """Whether anything lowers the claim's certainty; its factuality and hedges follow."""

    claim: ClaimWords
    hedged: bool


@dataclass(frozen=True, slots=True)
class AddContest:
    """`by` (`None`: the article) contests the claim, or a position of `against` that the text does not state."""

    evidence: Span
    kind: ContestKind
    by: ActorWords | None
    claim: ClaimWords | None
    against: ActorWords | None = None  # read only without a claim, whose holder it is otherwise
    about: Span | None = None


@dataclass(frozen=True, slots=True)
class RemoveContest:
    contest: ContestWords


@dataclass(frozen=True, slots=True)
class MergeActors:
    """Two records are one actor; name, kind and side are those of `kept`."""

    kept: ActorWords
    merged: ActorWords


@dataclass(frozen=True, slots=True)
class SplitActor:
    """Some mentions mean another actor; without a side it stands for itself."""

    actor: ActorWords
    mentions: tuple[Span, ...]
    name: str
    kind: ActorKind
    side: ActorWords | None = None


@dataclass(frozen=True, slots=True)
class RenameActor:
    actor: ActorWords
    name: str


@dataclass(frozen=True, slots=True)
class MoveActor:
    """The actor speaks for another side (`None`: for itself); whoever spoke for it moves along."""

    actor: ActorWords
    side: ActorWords | None


@dataclass(frozen=True, slots=True)
class ChangeParagraph:
    """A paragraph is of another kind; the kind decides whether it is read."""

    paragraph: Span
    kind: ParagraphKind


MarkOperation: TypeAlias = (
    AcceptClaim
    | RejectClaim
    | ChangeHolder
    | ChangeFactuality
    | ChangeHedged
    | AddContest
    | RemoveContest
    | MergeActors
    | SplitActor
    | RenameActor
    | MoveActor
)
Operation: TypeAlias = MarkOperation | ChangeParagraph

NAMES: Mapping[type, str] = {
    AcceptClaim: "accept claim",
    RejectClaim: "reject claim",
    ChangeHolder: "change holder",
    ChangeFactuality: "change factuality",
    ChangeHedged: "change hedged",
    AddContest: "add contest",
    RemoveContest: "remove contest",
    MergeActors: "merge actors",
    SplitActor: "split actor",
    RenameActor: "rename actor",
    MoveActor: "move actor",
    ChangeParagraph: "change paragraph",
}  # never renamed: records that were written keep them
_CLASSES = {name: cls for cls, name in NAMES.items()}


def operation_to_json(operation: Operation) -> str:
    """JSON text, as it stands in `edits[].op`.

    Raises:
        RecordError: a value that JSON cannot hold exactly, such as a name with a lone surrogate.
    """
    cls: type = type(operation)
    return dumps({NAME_KEY: NAMES[cls], **record_form(cls).encode(operation, "op")})


def operation_from_json(text: str) -> Operation:
    """The operation that `operation_to_json` wrote.

    Raises:
        RecordError: malformed JSON, no correction of this name, or a field that is unknown, missing or wrong.
    """
    value = loads(text)
    name = value.pop(NAME_KEY, None) if isinstance(value, dict) else None
    if not isinstance(name, str) or name not in _CLASSES:
        raise RecordError(f"op: {shown(name)} is no correction; known are {', '.join(_CLASSES)}")
    operation: Operation = record_form(_CLASSES[name]).decode(value, "op")
    return operation
