"""Several articles read side by side, so that the network gets full batches.

The network reads rows of one length in batches of a fixed shape, and a single article leaves many of them half
empty. Each article is read in a thread of its own and waits wherever it asks the network. When all of them wait, or
have ended, their questions are put as one. A figure never depends on its neighbours, so each record stays as if its
article had been read alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, TypeVar

from framing.errors import HedgerowError
from framing.ports import Identity, Reader, Reading, Request, Verdict

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    article: int
    head: str | None  # of a comparison; None: requests to be read
    items: Sequence[Any]
    answer: Future[list[Any]] = field(default_factory=Future)


_Asked = SimpleQueue[_Question | None]  # None: one of the readings has ended


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """The reader that one article sees."""

    reader: Reader
    article: int
    asked: _Asked

    @property
    def identity(self) -> Identity:
        return self.reader.identity

    @property
    def encoder(self) -> Identity:
        return self.reader.encoder

    @property
    def heads(self) -> frozenset[str]:
        return self.reader.heads

    @property
    def number_format(self) -> str:
        return self.reader.number_format

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        return self._ask(_Question(self.article, None, requests))

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        return self._ask(_Question(self.article, head, pairs))

    def _ask(self, question: _Question) -> list[Any]:
        self.asked.put(question)
        return question.answer.result()


def read_together(works: Sequence[Callable[[Reader], _Read]], reader: Reader) -> list[_Read | HedgerowError]:
    """What each work returns, or the error that it ends with, in their order.

    Raises:
        whatever a work or the reader raises that is no error of Hedgerow.
    """
    asked: _Asked = SimpleQueue()
    with ThreadPoolExecutor(max(1, len(works)), thread_name_prefix="article") as articles:
        futures = [articles.submit(_ended, work, _Waiting(reader, number, asked)) for number, work in enumerate(works)]
        for future in futures:
            future.add_done_callback(lambda _: asked.put(None))
        running, waiting = len(works), list[_Question]()
        try:
            while running:
                question = asked.get()
                if question is None:
                    running -= 1
                else:
                    waiting.append(question)
                if waiting and len(waiting) == running:
                    _answer(sorted(waiting, key=lambda question: question.article), reader)
                    waiting = []
        finally:  # after an error nobody answers any more, and an article that waits would wait for ever
            for question in waiting:
                question.answer.cancel()
            while running:
                question = asked.get()
                if question is None:
                    running -= 1
                else:
                    question.answer.cancel()
    return [future.result() for future in futures]


def _ended(work: Callable[[Reader], _Read], reader: Reader) -> _Read | HedgerowError:
    try:
        return work(reader)
    except HedgerowError as error:
        return error


def _answer(questions: Sequence[_Question], reader: Reader) -> None:
    for head in dict.fromkeys(question.head for question in questions):
        alike = [question for question in questions if question.head == head]
        try:
            answers = iter(_put(head, [item for question in alike for item in question.items], reader))
        except HedgerowError:
            _answer_singly(alike, reader)
        else:
            for question in alike:
                question.answer.set_result([next(answers) for _ in question.items])


def _answer_singly(questions: Iterable[_Question], reader: Reader) -> None:
    """One of them cannot be answered; only its own article shall fail."""
    for question in questions:
        try:
            answers = _put(question.head, question.items, reader)
        except HedgerowError as error:
            question.answer.set_exception(error)
        else:
            question.answer.set_result(answers)


def _put(head: str | None, items: Sequence[Any], reader: Reader) -> list[Any]:
    return reader.read(items) if head is None else reader.compare(items, head=head)
