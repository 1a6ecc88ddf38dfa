"""Which articles of a corpus are asked about: outlets, days, an actor, words; and whether reprints count."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.corpora.asking import Opened, answer_of
from components.corpora.wording import outlet_name
from components.session import questions
from components.wording import counted

OUTLETS, SINCE, UNTIL = "corpus-filter-outlets", "corpus-filter-since", "corpus-filter-until"
ACTOR, TEXT, ONCE = "corpus-filter-actor", "corpus-filter-text", "corpus-filter-once"
NAMES = questions.Page(limit=200)  # actors that are offered; others can be typed
LONGEST = 200  # characters of the words that are looked for
UNKNOWN = ""  # an article without an outlet, among the names of outlets


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What every view asks: of which results, about which articles, and whether each text counts once."""

    opened: Opened
    asked: questions.Filter
    once: bool


def choose(opened: Opened) -> Inquiry:
    """
    Raises:
        CorpusError: the days are in the wrong order, or the results have moved.
    """
    whole = answer_of(opened, questions.overview, questions.EVERYTHING)
    names = [one.name or UNKNOWN for one in answer_of(opened, questions.outlets, questions.EVERYTHING)]
    actors = [one.name or "" for one in answer_of(opened, questions.sides, questions.EVERYTHING, NAMES)]
    with st.container(key="corpus_filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        outlets = st.multiselect(
            "Outlets",
            names,
            format_func=lambda one: outlet_name(one or None),
            key=OUTLETS,
            placeholder="All",
            persist_state="session",
        )
        since = _day("From", SINCE, whole)
        until = _day("Until", UNTIL, whole)
        actor = st.selectbox(
            "Actor",
            actors,
            index=None,
            key=ACTOR,
            placeholder="Anybody",
            accept_new_options=True,
            persist_state="session",
        )
        text = st.text_input(
            "Words", key=TEXT, max_chars=LONGEST, placeholder="In one sentence", persist_state="session"
        )
        once = st.toggle("Each text once", value=True, key=ONCE, persist_state="session")
    asked = questions.Filter(
        outlets=tuple(one or None for one in outlets),
        since=since,
        until=until,
        actors=(actor,) if actor else (),
        text=text or "",
    )
    return Inquiry(opened, asked, once)


def _day(label: str, key: str, whole: questions.Overview) -> date | None:
    chosen = st.date_input(
        label,
        value=None,
        min_value=whole.since,
        max_value=whole.until,
        key=key,
        format="YYYY-MM-DD",
        disabled=whole.since is None,
        persist_state="session",
    )
    return chosen if isinstance(chosen, date) else None


def told(inquiry: Inquiry) -> str:
    """How much passes the filter."""
    found = answer_of(inquiry.opened, questions.overview, inquiry.asked)
    articles = found.articles
    parts = [counted(articles.all, "article"), counted(found.outlets, "outlet")]
    if articles.once != articles.all:
        parts[0] += f" ({counted(articles.once, 'text')})"
    if found.since is not None and found.until is not None:
        parts.append(f"{found.since} to {found.until}")
    if found.undated:
        parts.append(f"{found.undated} without a day")
    if found.unsourced:
        parts.append(f"{found.unsourced} without an outlet")
    return " · ".join(parts)
