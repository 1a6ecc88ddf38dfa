"""Folders of results that are open, and what they have answered; shared by all sessions."""

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

import streamlit as st

from components.session import questions
from framing.errors import CorpusError

MAX_CORPORA = 4  # folders kept open; each holds names and views, and no rows
MAX_ANSWERS = 512  # each is some thousand small rows at most

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Opened(NamedTuple):
    """A folder of results, and which results lay there when it was opened."""

    folder: str
    version: str


def open_results(folder: str) -> Opened:
    """
    Raises:
        CorpusError: there is no such folder, or it holds no results that can be opened.
    """
    try:
        opened = Opened(folder, questions.version(Path(folder)))
        _corpus(opened)
    except (OSError, ValueError) as error:  # a path that no system takes, a folder that is closed to us, a torn index
        raise CorpusError(f"{folder}: {error}; name a folder that 'python -m batch run' has written") from error
    return opened


@st.cache_resource(max_entries=MAX_CORPORA, show_spinner=False)
def _corpus(opened: Opened) -> questions.Corpus:
    return questions.open_corpus(Path(opened.folder))


def answer_of(
    opened: Opened,
    question: Callable[Concatenate[questions.Corpus, Asked], Answer],
    *args: Asked.args,
    **options: Asked.kwargs,
) -> Answer:
    """Ask a corpus, or remember what it answered to the same question."""
    asked = f"{question.__module__}.{question.__name__} {args!r} {options!r}"
    return _answered(opened, asked, lambda: question(_corpus(opened), *args, **options))


@st.cache_resource(max_entries=MAX_ANSWERS, show_spinner=False)
def _answered(opened: Opened, asked: str, _ask: Callable[[], Answer]) -> Answer:  # noqa: ARG001 - cache key
    return _ask()
