"""An analyst's corrections: small typed operations on a frozen record, applied in order.

    history = History().push(ChangeHolder(claim_words(analysis, 3), actor_words(analysis, 0)))
    corrected = reread(document, history.done, read)

An operation names its thing by words (`claim_words`, `actor_words`, `contest_words`). Nothing is undone in place: the
operations that stand are applied anew to the machine's reading.
"""

from framing.editing.addresses import (
    ActorWords,
    ClaimWords,
    ContestWords,
    actor_words,
    claim_words,
    contest_words,
    find_actor,
    find_claim,
    find_contest,
)
from framing.editing.applying import Corrected, Dropped, apply, operations_of, reapply, reread
from framing.editing.describing import describe
from framing.editing.history import History
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
from framing.editing.paragraphs import document_of, edit_document

__all__ = [
    "AcceptClaim",
    "ActorWords",
    "AddContest",
    "ChangeFactuality",
    "ChangeHedged",
    "ChangeHolder",
    "ChangeParagraph",
    "ClaimWords",
    "ContestWords",
    "Corrected",
    "Dropped",
    "History",
    "MarkOperation",
    "MergeActors",
    "MoveActor",
    "Operation",
    "RejectClaim",
    "RemoveContest",
    "RenameActor",
    "SplitActor",
    "actor_words",
    "apply",
    "claim_words",
    "contest_words",
    "describe",
    "document_of",
    "edit_document",
    "find_actor",
    "find_claim",
    "find_contest",
    "operation_from_json",
    "operation_to_json",
    "operations_of",
    "reapply",
    "reread",
]
