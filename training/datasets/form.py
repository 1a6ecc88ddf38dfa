"""What is not of a corpus' published form is refused by name."""

from collections.abc import Iterator
from contextlib import contextmanager

from training.errors import TrainingError


@contextmanager
def published(where: object, form: str) -> Iterator[None]:
    """Whatever a malformed record raises becomes one message that says where it stands and what was expected.

    Args:
        where: the file, with the line or item.
        form: whose form it should have.

    Raises:
        TrainingError: the record is not of the form.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TrainingError(f"{where}: {error!r}; expected {form}") from error
