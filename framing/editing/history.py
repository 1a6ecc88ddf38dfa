"""Which corrections stand, and which were undone and can be made again."""

from dataclasses import dataclass

from framing.editing.operations import Operation
from framing.errors import EditError


@dataclass(frozen=True, slots=True)
class History:
    """Corrections in the order in which they were made; to undo is to apply the shorter list to the reading."""

    done: tuple[Operation, ...] = ()
    undone: tuple[Operation, ...] = ()  # the next to be made again comes last

    def push(self, operation: Operation) -> "History":
        """One correction more; what was undone before it is forgotten."""
        return History((*self.done, operation))

    def undo(self) -> "History":
        """Without the last correction.

        Raises:
            EditError: there is none.
        """
        if not self.done:
            raise EditError("there is no correction to undo")
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def redo(self) -> "History":
        """With the last undone correction made again.

        Raises:
            EditError: none was undone.
        """
        if not self.undone:
            raise EditError("no correction was undone")
        return History((*self.done, self.undone[-1]), self.undone[:-1])
