"""The tables of the record; choosing a row opens its mark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components import actors, session
from framing import tables
from framing.labels import CONTEST, FACTUALITY, HEDGE, HEDGE_OWNER, NOT_SURE, VOICE
from framing.marks import MarkId
from framing.types import Analysis

HEIGHT = 300  # pixels
LONG = {"Claim", "Words", "Allegation", "Applies to"}  # columns of sentences, kept from pushing others out


@dataclass(frozen=True, slots=True)
class Record:
    """One table: its rows, its columns as (heading, value of a row), and what a row opens."""

    name: str
    rows: Callable[[Analysis], Sequence[Any]]  # any: each table has its own kind of row
    columns: tuple[tuple[str, Callable[[Any], object]], ...]
    mark: Callable[[Any], MarkId] | None
    about: str = ""


CLAIMS = Record(
    "Claims",
    tables.claim_rows,
    (
        ("Holder", lambda row: row.holder),
        ("Claim", lambda row: row.content),
        ("Certainty", lambda row: NOT_SURE if row.unsure else FACTUALITY[row.factuality]),
        ("Hedged", lambda row: row.hedged),
        ("Contested by", lambda row: row.contested_by or ("yes" if row.contested else "")),
        ("Side", lambda row: row.side),
        ("Act", lambda row: row.act),
        ("Cue", lambda row: row.cue),
        ("Voice", lambda row: VOICE[row.voice]),
        ("About", lambda row: row.targets),
    ),
    lambda row: MarkId("claim", row.id),
)
CONTESTS = Record(
    "Contests",
    tables.contest_rows,
    (
        ("By", lambda row: row.by),
        ("Does what", lambda row: CONTEST[row.kind]),
        ("Against", lambda row: row.against),
        ("Words", lambda row: row.words),
        ("Claim", lambda row: row.claim_content or "not stated in the article"),
        ("Sure", lambda row: not row.unsure),
    ),
    lambda row: MarkId("contest", row.id),
)
UNANSWERED = Record(
    "Allegations that the accused side neither answers nor is asked about here",
    tables.unanswered_rows,
    (
        ("By", lambda row: row.holder),
        ("Act", lambda row: row.act),
        ("Against", lambda row: row.target),
        ("Allegation", lambda row: row.content),
    ),
    lambda row: MarkId("claim", row.claim),
)
SILENCES = Record(
    "Silences",
    tables.silence_rows,
    (
        ("Actor", lambda row: row.actor),
        ("Words", lambda row: row.words),
        ("About the claim", lambda row: row.about),
        ("Side", lambda row: row.side),
    ),
    lambda row: MarkId("silence", row.id),
    about="Declining to comment or not answering; never counted as a denial.",
)
HEDGES = Record(
    "Hedges",
    tables.hedge_rows,
    (
        ("Words", lambda row: row.words),
        ("Put as", lambda row: HEDGE[row.kind]),
        ("Hedged by", lambda row: HEDGE_OWNER[row.owner]),
        ("Claim of", lambda row: row.holder),
        ("Applies to", lambda row: row.scope),
    ),
    lambda row: MarkId("hedge", row.id),
)
ACTORS = Record(
    "Actors",
    tables.actor_rows,
    (
        ("Side", lambda row: row.name),
        ("Kind", lambda row: row.kind),
        ("Claims", lambda row: row.claims),
        ("Contested", lambda row: row.contested),
        ("Contests others", lambda row: row.contests),
        ("Silences", lambda row: row.silences),
        ("Mentions", lambda row: row.mentions),
    ),
    None,
)


def frame(record: Record, rows: Sequence[Any]) -> pd.DataFrame:
    headings = [heading for heading, _ in record.columns]
    return pd.DataFrame([[value(row) for _, value in record.columns] for row in rows], columns=headings)


def involving(rows: Sequence[Any], side: int | None) -> list[Any]:
    """The rows in which this side takes part; all of them without one."""
    return [row for row in rows if side is None or side in getattr(row, "sides", {row.id})]


def matching(table: pd.DataFrame, query: str) -> list[int]:
    """Positions of the rows in which every word of the query stands, in any column and either case."""
    lines = [" ".join(map(str, row)).casefold() for row in table.itertuples(index=False)]
    return [number for number, line in enumerate(lines) if all(word in line for word in query.casefold().split())]


def search() -> str:
    return st.text_input(
        "Search the table", key=session.SEARCH, placeholder="Search the table", label_visibility="collapsed"
    )


def show(analysis: Analysis, record: Record, side: int | None, query: str = "", *, headed: bool = False) -> None:
    """Draw the table; the row of the open mark, or of the chosen actor, is the selected one.

    Args:
        headed: its name stands above it.
    """
    rows = record.rows(analysis) if record is ACTORS else involving(record.rows(analysis), side)
    table = frame(record, rows)
    found = matching(table, query)
    if not found:
        why = " that matches the search" if rows else " for the chosen actor" if side is not None else ""
        st.text(f"None{why}." if headed else f"{record.name}: none{why}.")
        return
    if record.about:
        st.text(record.about)
    shown = [rows[number] for number in found]
    # Named after what it shows, because a selection is kept by row number.
    key = f"{record.name}-{analysis.article.id[:12]}-{None if record is ACTORS else side}"
    wanted = [number for number, row in enumerate(shown) if is_open(record, row, side)][:1]
    if key in st.session_state and st.session_state[key]["selection"]["rows"] != wanted:
        st.session_state[key] = {"selection": {"rows": wanted}}

    def selected() -> None:
        picked = list(st.session_state[key]["selection"]["rows"])
        if picked != wanted:  # the browser answers a selection that the page made, too
            choose(analysis, record, shown[picked[0]] if picked else None)

    st.dataframe(
        table.iloc[found],
        key=key,
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(shown)),
        column_config={name: st.column_config.TextColumn(width="medium") for name in LONG & set(table.columns)},
        on_select=selected,
        selection_mode="single-row",
        selection_default={"selection": {"rows": wanted}},
        alt=f"{record.name}; choosing a row {'chooses its actor' if record is ACTORS else 'opens its evidence'}",
    )


def is_open(record: Record, row: Any, side: int | None) -> bool:
    if record.mark is None:
        return bool(row.id == side)
    return str(record.mark(row)) == st.session_state.get(session.MARK)


def choose(analysis: Analysis, record: Record, row: Any | None) -> None:
    """What a click on a row does: it opens the mark or chooses the actor, and a second one takes that back."""
    if record.mark is not None:
        session.open_mark("" if row is None else str(record.mark(row)))
    else:
        name = None if row is None else row.name
        st.session_state[session.ACTOR] = name if name in actors.sides(analysis) else None
