"""Take an article in: paste, upload or sample; and say what was left out of the reading."""

import pandas as pd
import streamlit as st

from components import session
from components.source import Source
from components.wording import escape, shorten
from framing.types import Analysis

WAYS = ("Paste", "Upload", "Sample", "Recent")
SUFFIXES = ["txt", "html", "htm", "md"]
PASTED, UPLOADED, WAY = "pasted", "uploaded", "way"
TALL = 320  # pixels from which the list of what was left out scrolls
EMPTY = "empty"  # session key: reading was asked for with nothing supplied


def popover() -> None:
    """The intake, closed after every successful reading; what was typed stays in it."""
    with st.popover(
        "New article",
        icon=":material/post_add:",
        key=session.INTAKE,
        on_change="rerun",
        width="content",
    ):
        way = st.segmented_control("Where it comes from", WAYS, default=WAYS[0], required=True, key=WAY)
        if way == "Sample":
            _samples()
        elif way == "Recent":
            _recent()
        else:
            _own(way)
        if st.session_state.get(session.INTAKE):
            _refusal()


def _own(way: str | None) -> None:
    with st.form("own", border=False):
        if way == "Upload":
            st.file_uploader("Text, HTML or Markdown, up to 5 MB", type=SUFFIXES, key=UPLOADED)
        else:
            st.text_area(
                "Text of the article, headline first",
                key=PASTED,
                height=220,
                persist_state="session",
                placeholder="Paste the whole page: appeals, menus and captions are set aside and listed.",
            )
        st.form_submit_button("Read", on_click=_submit, args=(way,))
    if st.session_state.pop(EMPTY, False):
        st.warning("There is nothing to read yet.")


def _submit(way: str) -> None:
    state = st.session_state
    if way == "Upload" and state.get(UPLOADED) is not None:
        session.ask(Source(state[UPLOADED].name, state[UPLOADED].getvalue()))
    elif way == "Paste" and state.get(PASTED, "").strip():
        session.ask(Source("", state[PASTED]))
    else:
        state[EMPTY] = True


def _samples() -> None:
    for sample in session.samples():
        st.button(
            sample.title,
            key=f"sample-{sample.name}",
            width="stretch",
            on_click=session.ask,
            args=(Source(sample.name, sample.text),),
        )


def _recent() -> None:
    """The articles read before in this session; they need not be read again."""
    others = [recent for recent in st.session_state[session.RECENT] if recent.source != session.shown()]
    if not others:
        st.text("Articles that you have read come back from here.")
    for recent in others:
        st.button(
            escape(shorten(recent.title, limit=60)),
            key=f"recent-{recent.source.key[:12]}",
            width="stretch",
            on_click=session.ask,
            args=(recent.source,),
        )


def problem() -> None:
    """The refusal on the page, which an open intake would cover and therefore tells itself."""
    if not st.session_state.get(session.INTAKE):
        _refusal()


def _refusal() -> None:
    """Say why the last article was not read, and offer to read it nevertheless where that makes sense."""
    found = st.session_state.get(session.PROBLEM)
    if found is None:
        return
    st.error(f"Not read: {escape(found.message)}")
    if found.language:
        anyway = found.source._replace(any_language=True)
        st.button("Read anyway", key="anyway", on_click=session.ask, args=(anyway,))


def empty_state() -> None:
    st.header("No article yet")
    st.write(
        "Hedgerow shows who claims what in a news article, how sure they are, who disputes it, and how each "
        "side is framed. Open **New article** and paste a text, upload a file or take a sample. "
        "Nothing leaves this machine."
    )


def left_out(analysis: Analysis) -> None:
    """List what was set aside as boilerplate, each with its reason."""
    rows = [
        (item.reason, analysis.article.text[item.start : item.end]) for item in analysis.paragraphs if not item.included
    ]
    if not rows:
        return
    with st.popover(f"{len(rows)} left out", icon=":material/filter_alt:", width="content"):
        st.text("Not read as news, and not counted. The reasons are rules over the text.")
        table = pd.DataFrame(rows, columns=["Why", "Text"])
        height = min(TALL, 38 + 35 * len(rows))
        st.dataframe(table, hide_index=True, height=height, alt="Paragraphs left out, with reasons")
