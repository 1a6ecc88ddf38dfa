"""Which corpus stands in place of the article: one of those that are offered, or a typed one where that may be."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from components import focus, session
from components.corpora import asking
from components.corpora.asking import Opened
from components.focus import Focus
from components.wording import escape, shorten
from framing.errors import HedgerowError
from framing.types import Analysis

VARIABLE = "HEDGEROW_CORPUS"
POPOVER, TYPED = "corpus-popover", "corpus-folder"
PROBLEM = "corpus-problem"  # session key: why the last folder was not opened
LAST = "corpus-last"  # session key: the folder that was shown last
LONGEST = 1_000  # characters of a path
SHOWN = 60  # characters of a name in the popover


def offered(environment: Mapping[str, str]) -> dict[str, str]:
    """Folders that everybody may open, by their names; no more of a path is told than parts it from the others."""
    paths = [Path(part).expanduser() for part in environment.get(VARIABLE, "").split(os.pathsep) if part.strip()]
    return {_shortest(path, [other for other in paths if other != path]): str(path) for path in paths}


def _shortest(path: Path, others: Sequence[Path]) -> str:
    """The last parts of a path that no other one ends with."""
    for count in range(1, len(path.parts)):
        tail = path.parts[-count:]
        if all(other.parts[-count:] != tail for other in others):
            return Path(*tail).as_posix()
    return str(path)


def current() -> Opened | None:
    """What is shown; asking for an article closes it."""
    if session.REQUEST in st.session_state:
        close()
    opened: Opened | None = st.session_state.get(session.CORPUS)
    return opened if opened is not None and _allowed(opened.folder) else None


def _allowed(folder: str) -> bool:
    return folder in offered(os.environ).values() or session.may_open_folders()


def name(folder: str) -> str:
    """A folder as it is named to whoever looks at it."""
    return next((name for name, path in offered(os.environ).items() if path == folder), folder)


def popover() -> None:
    """Offer folders, where there are any or one may be typed."""
    folders, typing = offered(os.environ), session.may_open_folders()
    if not folders and not typing:
        return
    with st.popover("Corpus", icon=":material/dataset:", key=POPOVER, on_change="rerun", width="content") as shown:
        if not shown.open:
            return
        st.text("Open the results of many articles.")
        last: Opened | None = st.session_state.get(LAST)
        if last is not None and session.CORPUS not in st.session_state:
            known = {path: label for label, path in folders.items()}
            label = f"Back to {shorten(known.get(last.folder, Path(last.folder).name), limit=SHOWN)}"
            st.button(escape(label), key="corpus-back", width="stretch", on_click=_open, args=(last.folder,))
        for number, (label, folder) in enumerate(folders.items()):
            st.button(
                escape(shorten(label, limit=SHOWN)),
                key=f"corpus-{number}",
                width="stretch",
                on_click=_open,
                args=(folder,),
            )
        if typing:
            _typed()
        if st.session_state.get(PROBLEM):
            st.error(f"Not opened: {escape(st.session_state[PROBLEM])}")


def _typed() -> None:
    with st.form("corpus-form", border=False):
        st.text_input(
            "Folder on this machine", key=TYPED, max_chars=LONGEST, persist_state="session", placeholder="results"
        )
        st.form_submit_button("Open", on_click=_open_typed)
    st.text("A folder of Parquet that a run of the command line has written.")


def _open_typed() -> None:
    folder = (st.session_state.get(TYPED) or "").strip()
    if folder and session.may_open_folders():
        _open(str(Path(folder).expanduser()))


def _open(folder: str) -> None:
    state = st.session_state
    try:
        opened = asking.open_results(folder)
    except HedgerowError as error:
        state[PROBLEM] = str(error).replace(folder, name(folder))
        return
    if state.get(LAST) != opened:
        _forget()
    state.update({session.CORPUS: opened, LAST: opened, PROBLEM: None, POPOVER: False, session.BESIDE: None})


def _forget() -> None:
    """Filters and marks of another corpus mean nothing in this one."""
    for key in [key for key in st.session_state if str(key).startswith(("corpus-filter", session.CORPUS_MARK))]:
        del st.session_state[key]


def close() -> None:
    """Come back to the article."""
    st.session_state.pop(session.CORPUS, None)


def lead(analysis: Analysis, page: str) -> None:
    """Bring the reader to the sentence that was opened in this article, once, if its words stand where they stood."""
    asked: tuple[str, int, str] | None = st.session_state.get(session.CORPUS_PLACE)
    if asked is None or asked[0] != page:
        return
    del st.session_state[session.CORPUS_PLACE]
    _, start, words = asked
    for sentence in analysis.sentences:
        if sentence.start == start and analysis.article.text[sentence.start : sentence.end] == words:
            opened = Focus(page, "", -1, "", (sentence.id,), "", at=sentence.id)
            focus.put(opened, offered=False)
