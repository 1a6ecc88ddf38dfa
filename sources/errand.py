"""One fetch, from the look-up of a name to the last byte: its time is up, or nobody waits for it, or it goes on."""

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any

from framing.errors import FetchError

POLL = 0.25  # seconds after which a waiting fetch looks whether it is still wanted
Watch = Callable[[int], None]  # hears how many bytes have come; may raise Cancelled


def unwatched(received: int) -> None:
    """Let the fetch go on."""


class Errand:
    """Keeps one deadline over all that a fetch waits for: a server that drips a byte a second resets nothing.

    Args:
        seconds: from now until the fetch is given up.
        watch: called before every wait.
    """

    def __init__(
        self, seconds: float, watch: Watch = unwatched, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds, self._watch, self._clock = seconds, watch, clock
        self._end = clock() + seconds
        self.received = 0  # bytes, over all redirects

    def left(self) -> float:
        """Seconds until the deadline, always more than zero.

        Raises:
            FetchError: it has passed.
            Cancelled: whoever watches wants it no more.
        """
        self._watch(self.received)
        left = self._end - self._clock()
        if left <= 0:
            raise FetchError(
                f"the page was not there after {self._seconds:g} seconds; try again later, "
                "or open it in a browser and paste its text"
            )
        return left

    def pause(self) -> float:
        """Seconds that may pass until the next look at the deadline."""
        return min(POLL, self.left())

    def wait_for(self, answer: Future[Any]) -> None:
        while not answer.done():
            wait([answer], timeout=self.pause())
