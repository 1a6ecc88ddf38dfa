"""Take an article in: paste, upload, link or sample; and say what was left out of the reading."""

import pandas as pd
import streamlit as st

from components import correcting, reading, session
from components.source import Link, Source
from components.wording import counted, escape, shorten
from framing.citation import imprint as imprint_of
from framing.suffixes import KINDS, SUFFIXES
from framing.types import Analysis, Paragraph

LINK = "Link"  # offered only where pages are fetched
WAYS = ("Paste", "Upload", LINK, "Sample", "Recent")
PASTED, UPLOADED, TYPED, WAY = "pasted", "uploaded", "typed", "way"
LONGEST_ADDRESS = 2_000  # characters; the browser takes no more
TALL = 320  # pixels from which the list of what was left out scrolls
EMPTY = "empty"  # session key: reading was asked for with nothing supplied


def popover() -> None:
    """The intake, closed after every successful reading; what was typed stays in it."""
    with st.popover(
        "New article",
        icon=":material/post_add:",
        key=session.intake(),
        on_change="rerun",
        width="content",
    ):
        if st.session_state[session.intake()]:  # what is open covers the page, and the message there
            _problem()
        ways = [way for way in WAYS if way != LINK or session.may_fetch()]
        way = st.segmented_control("Where it comes from", ways, default=WAYS[0], required=True, key=WAY)
        if way == "Sample":
            _samples()
        elif way == "Recent":
            _recent()
        else:
            _own(way)


def _own(way: str | None) -> None:
    with st.form("own", border=False):
        if way == "Upload":
            megabytes = st.get_option("server.maxUploadSize")
            st.file_uploader(f"{KINDS}, up to {megabytes} MB", type=list(SUFFIXES), key=UPLOADED)
        elif way == LINK:
            _address()
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


def _address() -> None:
    st.text_input(
        "Address of the article",
        key=TYPED,
        max_chars=LONGEST_ADDRESS,
        persist_state="session",
        placeholder="https://example.org/article",
    )
    st.text(
        "Fetched once by this machine, from public addresses and without cookies; the site sees where the request "
        "comes from. Without http:// or https:// in front, it is taken for https://."
    )


def _submit(way: str) -> None:
    state = st.session_state
    if way == "Upload" and state.get(UPLOADED) is not None:
        reading.ask(Source(state[UPLOADED].name, state[UPLOADED].getvalue()))
    elif way == LINK and (state.get(TYPED) or "").strip():
        reading.ask(Link(state[TYPED].strip()))
    elif way == "Paste" and state.get(PASTED, "").strip():
        reading.ask(Source("", state[PASTED]))
    else:
        state[EMPTY] = True


def _samples() -> None:
    for sample in session.samples():
        st.button(
            sample.title,
            key=f"sample-{sample.name}",
            width="stretch",
            on_click=reading.ask,
            args=(Source(sample.name, sample.text),),
        )


def _recent() -> None:
    """The articles read before in this session; they need not be read again."""
    now = reading.shown()
    shown = now.uncorrected if now is not None else None
    others = [recent for recent in st.session_state[session.RECENT] if recent.source.uncorrected != shown]
    if not others:
        st.text("Articles that you have read come back from here.")
    for recent in others:
        st.button(
            escape(shorten(recent.title, limit=60)),
            key=f"recent-{recent.source.key[:12]}",
            width="stretch",
            on_click=reading.ask,
            args=(recent.source,),
        )


def problem() -> None:
    """Say why the last article was not read, unless the open intake says it."""
    if not st.session_state[session.intake()]:
        _problem()


def _problem() -> None:
    """Give the reason, and offer to read the article nevertheless where that makes sense."""
    found = st.session_state.get(session.PROBLEM)
    if found is None:
        return
    st.error(f"Not read: {escape(found.message)}")
    with st.container(horizontal=True, gap="xsmall"):
        if found.language and isinstance(found.source, Source):
            anyway = found.source._replace(any_language=True)
            st.button("Read anyway", key="anyway", on_click=reading.ask, args=(anyway,))
        st.button("Dismiss", key="dismiss", on_click=reading.dismiss)


def empty_state() -> None:
    st.header("No article yet")
    st.write(
        "Hedgerow shows who claims what in a news article, how sure they are, who disputes it, and how each "
        "side is framed. Open **New article** and paste a text, upload a file or take a sample. "
        "No text leaves this machine."
    )


def imprint(analysis: Analysis) -> None:
    """Where the article comes from, as far as it says so; as plain text, for it may say anything."""
    told = imprint_of(analysis.article)
    with st.container(key="imprint"):  # there in any case, so that the reader keeps its place
        if told:
            st.text(" · ".join(" ".join(part.split()) for part in told))


def left_out(analysis: Analysis) -> None:
    """List what was set aside as boilerplate, each with its reason, and have it read where that was wrong."""
    rows = [item for item in analysis.paragraphs if not item.included]
    attached = reading.unread()
    if not rows and not attached:
        return
    with st.popover(f"{len(rows) + len(attached)} left out", icon=":material/filter_alt:", width="content"):
        for name in attached:
            st.text(f"Attached and not read: {name}")
        if rows:
            _paragraphs(analysis, rows)


def _paragraphs(analysis: Analysis, rows: list[Paragraph]) -> None:
    st.text("Not read as news, and not counted. The reasons are rules over the text; choose rows to have them read.")
    words = [(item.reason, analysis.article.text[item.start : item.end]) for item in rows]
    picked = st.dataframe(
        pd.DataFrame(words, columns=["Why", "Text"]),
        key=f"left-out-{reading.page()}",
        hide_index=True,
        height=min(TALL, 38 + 35 * len(rows)),
        on_select="rerun",
        selection_mode="multi-row",
        alt="Paragraphs left out, with reasons",
    )
    chosen = [rows[number].id for number in picked.selection.rows]
    st.button(
        f"Read {counted(len(chosen), 'paragraph')}" if chosen else "Read the chosen ones",
        key="restore",
        disabled=not chosen,
        on_click=correcting.restore,
        args=(analysis, chosen),
    )
