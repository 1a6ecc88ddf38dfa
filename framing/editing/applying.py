"""Corrections in order: one on a record, or all of them on a reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

from framing import laws
from framing.document import Document
from framing.editing import actors, claims, contests, paragraphs, splitting
from framing.editing.change import Change
from framing.editing.operations import (
    AcceptClaim,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ChangeParagraph,
    MarkOperation,
    MergeActors,
    MoveActor,
    Operation,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    operation_from_json,
    operation_to_json,
)
from framing.editing.settle import settle
from framing.errors import EditError
from framing.strict_json import dumps, loads
from framing.types import Analysis, Edit


@dataclass(frozen=True, slots=True)
class Dropped:
    """A correction that could not be made on a reading, and why, in words for the analyst."""

    operation: Operation
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with every correction that still stands; `analysis.edits` lists those."""

    analysis: Analysis
    dropped: tuple[Dropped, ...]


def apply(analysis: Analysis, operation: MarkOperation) -> Analysis:
    """The record after one correction, whole and with the correction listed.

    Raises:
        EditError: the words no longer stand, or the correction contradicts the rest of the record.
    """
    change = _change(analysis, operation)
    machine = as_first_read(analysis, operation, change.machine)
    edits = (*analysis.edits, _edit(operation, machine, change.analyst))
    corrected = replace(settle(change.analysis), edits=edits)
    laws.check(corrected)
    return corrected


def reapply(reading: Analysis, operations: Iterable[MarkOperation]) -> Corrected:
    """All corrections on the machine's reading, in order; those that cannot be made are named and left out."""
    return _applied(reading, operations, None)


def reread(document: Document, operations: Sequence[Operation], read: Callable[[Document], Analysis]) -> Corrected:
    """The article read with its paragraphs corrected, and every other correction made on that reading.

    Args:
        document: as it was before any correction.
        operations: all that stand, in order; without the last one the result is what it was before it.
        read: reads a document; asked once, for the same document where no paragraph was corrected.

    Raises:
        InputError: no paragraph is left to be read.
    """
    return _applied(read(paragraphs.edit_document(document, operations)), operations, document)


def operations_of(analysis: Analysis) -> tuple[Operation, ...]:
    """The corrections that a record lists, to go on from a record that was kept.

    Raises:
        RecordError: an edit is none of the known corrections.
    """
    return tuple(operation_from_json(edit.op) for edit in analysis.edits)


def _applied(reading: Analysis, operations: Iterable[Operation], document: Document | None) -> Corrected:
    analysis, dropped = reading, []
    for operation in operations:
        try:
            if not isinstance(operation, ChangeParagraph):
                analysis = apply(analysis, operation)
            elif document is not None:
                edit = _edit(operation, *paragraphs.values(document, operation))
                analysis = replace(analysis, edits=(*analysis.edits, edit))
        except EditError as error:
            dropped.append(Dropped(operation, str(error)))
    return Corrected(analysis, tuple(dropped))


def as_first_read(
    analysis: Analysis, operation: MarkOperation, before: Mapping[str, Any] | None
) -> Mapping[str, Any] | None:
    """The values before a correction, and for fields that were corrected earlier, the machine's."""
    if before is None:
        return None
    machine: dict[str, Any] = {}
    for edit in analysis.edits:
        if same_thing(operation, operation_from_json(edit.op)):
            machine = (loads(edit.machine) or {}) | machine
    return {field: machine.get(field, value) for field, value in before.items()}


def same_thing(operation: Operation, earlier: Operation) -> bool:
    """Whether both correct fields of one claim, or of one actor."""
    match operation, earlier:
        case (
            AcceptClaim(claim)
            | RejectClaim(claim)
            | ChangeHolder(claim)
            | ChangeFactuality(claim)
            | ChangeHedged(claim),
            AcceptClaim(other) | ChangeHolder(other) | ChangeFactuality(other) | ChangeHedged(other),
        ):  # a claim that was given to the article has lost the words for its holder
            return claim.content == other.content and claim.holder_span in (other.holder_span, None)
        case RenameActor(actor) | MoveActor(actor), RenameActor(another) | MoveActor(another):
            return actor.mention == another.mention is not None
    return False


def _change(analysis: Analysis, operation: MarkOperation) -> Change:
    match operation:
        case AcceptClaim():
            return claims.accept(analysis, operation)
        case RejectClaim():
            return claims.reject(analysis, operation)
        case ChangeHolder():
            return claims.change_holder(analysis, operation)
        case ChangeFactuality():
            return claims.change_factuality(analysis, operation)
        case ChangeHedged():
            return claims.change_hedged(analysis, operation)
        case AddContest():
            return contests.add(analysis, operation)
        case RemoveContest():
            return contests.remove(analysis, operation)
        case MergeActors():
            return actors.merge(analysis, operation)
        case SplitActor():
            return splitting.split(analysis, operation)
        case RenameActor():
            return actors.rename(analysis, operation)
        case MoveActor():
            return actors.move(analysis, operation)
        case _:
            assert_never(operation)


def _edit(operation: Operation, machine: Mapping[str, Any] | None, analyst: Mapping[str, Any] | None) -> Edit:
    return Edit(operation_to_json(operation), dumps(machine), dumps(analyst))
