"""What stands behind a mark: its articles and sentences, a page at a time, each to be read in the article."""

from collections.abc import Callable, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from components import reading, session
from components.corpora import opening
from components.corpora.asking import Opened, answer_of
from components.corpora.marks import clear, digest
from components.corpora.wording import NO_DAY, outlet_name
from components.session import questions
from components.source import Source
from components.wording import counted
from framing.codec import to_json
from framing.errors import HedgerowError

SHOWN = 50  # rows of a page
HEIGHT = 300  # pixels
REFUSED = "corpus-refused"  # session key: why an article was not opened, with its key

Found = questions.Place | questions.Article


def show(
    opened: Opened,
    key: str,
    heading: str,
    count: int,
    fetch: Callable[[questions.Page], Sequence[Found]],
    *,
    chart: str | None = None,
) -> None:
    """List it; a chosen row shows its sentence whole.

    Args:
        key: names what is listed.
        count: how many there are at most; several readings may rest on one sentence.
        chart: whose mark it is, to be closed.
    """
    with st.container(key="corpus_listing", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", key="corpus_listing_head"):
            st.text(heading)
            st.space("stretch")
            if chart is not None:
                st.button("Close list", key="corpus-clear", on_click=clear, args=(chart,), type="tertiary")
        pages = max(1, ceil(count / SHOWN))
        number = st.pagination(pages, key=f"corpus-page-{digest(key)}") if pages > 1 else 1
        found = fetch(questions.Page(SHOWN, SHOWN * (number - 1)))
        if not found:
            st.text("No sentence." if number == 1 else "No more; several of these stand in one sentence.")
            return
        picked = _table(found, f"corpus-list-{digest(key)}-{number}", heading)
        if picked is not None:
            _one(opened, picked)


def _table(found: Sequence[Found], key: str, heading: str) -> Found | None:
    rows = pd.DataFrame([_row(one) for one in found])
    chosen = st.dataframe(
        rows,
        key=key,
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(rows)),
        column_config={"Sentence": st.column_config.TextColumn(width="large")},
        on_select="rerun",
        selection_mode="single-row",
        alt=f"{' '.join(heading.split())}; choosing a row shows its sentence",
    )
    numbers = [number for number in chosen.selection.rows if number < len(found)]
    return found[numbers[0]] if numbers else None


def article_of(found: Found) -> questions.Article:
    return found.article if isinstance(found, questions.Place) else found


def _row(found: Found) -> dict[str, str]:
    article = article_of(found)
    row = {
        "Outlet": outlet_name(article.outlet),
        "Day": str(article.day) if article.day is not None else "",
        "Article": article.title or "",
        "Reprint": "reprint" if article.first != article.key else "",
    }
    return {**row, "Sentence": found.words} if isinstance(found, questions.Place) else row


def _one(opened: Opened, found: Found) -> None:
    article = article_of(found)
    place = found if isinstance(found, questions.Place) else None
    with st.container(key="corpus_one", border=True, gap="xsmall"):
        day = str(article.day) if article.day is not None else NO_DAY
        parts = (article.title or "without a title", outlet_name(article.outlet), day, article.url or "")
        st.text(" · ".join(" ".join(part.split()) for part in parts if part))
        if place is not None:
            st.text(f"“{place.words}”")
        st.button("Read the article here", key="corpus-read", on_click=_read, args=(opened, article, place))
        refused = st.session_state.get(REFUSED)
        if refused is not None and refused[0] == repr(article.key):
            st.text(refused[1])


def _read(opened: Opened, article: questions.Article, place: questions.Place | None) -> None:
    """Show the article as the run has read it; have it read anew where only its text was kept; else say why not."""
    state = st.session_state
    try:
        source = _source(opened, article)
    except HedgerowError as error:
        state[REFUSED] = (repr(article.key), str(error).replace(opened.folder, opening.name(opened.folder)))
        return
    if source is None:
        state[REFUSED] = (repr(article.key), "The run kept no text of the article; the sentence is all that there is.")
        return
    state[REFUSED] = None
    if place is not None:
        state[session.CORPUS_PLACE] = (source.page, place.start, place.words)
    reading.ask(source)


def _source(opened: Opened, article: questions.Article) -> Source | None:
    name, record = article.title or "", answer_of(opened, questions.record_of, article.key)
    if record is not None:
        return Source(name, record.article.text, record=to_json(record))
    text = answer_of(opened, questions.text_of, article.key)
    return None if text is None else Source(name, text)


def described(count: int, noun: str, words: str) -> str:
    return f"{counted(count, noun)}: {words}"
