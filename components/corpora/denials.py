"""Contested claims by how often their denial is dropped, and by whom."""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts.style import share_told
from components.corpora import listing, marks
from components.corpora.asking import answer_of
from components.corpora.charts import finish, shares
from components.corpora.filters import Inquiry
from components.corpora.marks import Board, digest
from components.corpora.wording import outlet_name
from components.session import questions

RANKED = questions.Page(limit=50)
FATE = "corpus-fate"
HEIGHT = 320  # pixels
FATES = {
    questions.Fate.DROPPED: "Dropped",
    questions.Fate.KEPT: "Kept",
    questions.Fate.EARLIER: "Before the denial was known",
    questions.Fate.UNDATED: "Without a day",
}
PANELS = {"dropped": "articles that drop the denial"}
UNKNOWN = {
    questions.IndexState.MISSING: "Which articles tell the same claim has not been looked for yet.",
    questions.IndexState.STALE: "The results have changed since it was looked for which articles tell the same claim.",
}


def show(inquiry: Inquiry) -> None:
    state = answer_of(inquiry.opened, questions.index_of)
    if state in UNKNOWN:
        st.text(f"{UNKNOWN[state]} Run “python -m corpus FOLDER” once, then open the folder again.")
        return
    found = answer_of(inquiry.opened, questions.denials, inquiry.asked, page=RANKED)
    if not found:
        st.text("No claim that is denied somewhere is told by several of these articles.")
        return
    st.text(
        "First the claims of which it is surest that most articles drop the denial. Only articles count that keep it, "
        "or that appeared after the day on which it was first printed."
    )
    by_outlet: dict[int, list[questions.Denial]] = defaultdict(list)
    shown = tuple(one.story for one in found)
    for one in answer_of(inquiry.opened, questions.denials_by_outlet, inquiry.asked, shown):
        by_outlet[one.story].append(one)
    key = f"dropped {inquiry}"
    chosen = st.dataframe(
        table(found, by_outlet, once=inquiry.once),
        key=f"corpus-denials-{digest(key)}",
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(found)),
        column_config={"Claim": st.column_config.TextColumn(width="large")},
        on_select="rerun",
        selection_mode="single-row",
        alt="Contested claims by how often their denial is dropped; choosing one shows who drops it",
    )
    numbers = [number for number in chosen.selection.rows if number < len(found)]
    if numbers:
        _claim(inquiry, found[numbers[0]], by_outlet[found[numbers[0]].story])


def share(one: questions.Denial, *, once: bool) -> questions.Share:
    return one.once if once else one.dropped


def table(
    found: Sequence[questions.Denial], by_outlet: dict[int, list[questions.Denial]], *, once: bool
) -> pd.DataFrame:
    """One row per claim; of few articles no share is given."""
    return pd.DataFrame([_row(one, by_outlet[one.story], once=once) for one in found])


def _row(one: questions.Denial, outlets: Sequence[questions.Denial], *, once: bool) -> dict[str, str]:
    of = share(one, once=once)
    each = [(outlet_name(row.outlet), share(row, once=once)) for row in outlets]
    return {
        "Claim": one.content,
        "Holder": one.holder,
        "Denied by": ", ".join(one.deniers),
        "Drop it": f"{of.count} of {of.n}",
        "Share (95 %)": "too few" if of.small else share_told(of.count, of.n),
        "Dropped by": ", ".join(name for name, part in each if part.count),
        "Kept by": ", ".join(name for name, part in each if part.n > part.count),
        "Known since": str(one.since) if one.since is not None else "",
    }


def _claim(inquiry: Inquiry, claim: questions.Denial, outlets: Sequence[questions.Denial]) -> None:
    """Who drops the denial of one claim, and every article that tells it."""
    parts = shares.largest(
        [shares.Part(outlet_name(o.outlet), "dropped", share(o, once=inquiry.once), o) for o in outlets]
    )
    key = f"denial {inquiry} {claim.story}"
    board = Board(
        "Who drops the denial",
        "Of each outlet’s articles that tell the claim when the denial was known. Outline: fewer than three. "
        "Whiskers: 95 % intervals (Wilson).",
        key,
        marks.drawn(key, lambda: finish("Who drops the denial", shares.table(parts, PANELS), shares.draw)),
    )
    st.text(f"{claim.holder}: {claim.content}")
    mark = marks.show(board) if board.drawing.rows else None
    fate, of = questions.Fate.DROPPED, claim
    if mark is not None:
        of = parts[mark].answer
        heading = f"{outlet_name(of.outlet)}, dropped: {share(of, once=inquiry.once).count}"
        count = share(of, once=inquiry.once).count
    else:
        counts = fates(claim, once=inquiry.once)
        fate = st.segmented_control(
            "Articles that tell it",
            list(FATES),
            default=questions.Fate.DROPPED,
            format_func=lambda one: f"{FATES[one]} {counts[one]}",
            required=True,
            key=f"{FATE}-{digest(key)}",
        )
        heading, count = f"{FATES[fate]}: {counts[fate]}", counts[fate]
    listing.show(
        inquiry.opened,
        f"{key} {fate} {mark}",
        heading,
        count,
        lambda page: answer_of(
            inquiry.opened, questions.fate_places, inquiry.asked, of, fate, by_outlet=mark is not None,
            once=inquiry.once, page=page,
        ),
        chart=board.title if mark is not None else None,
    )  # fmt: skip


def fates(claim: questions.Denial, *, once: bool) -> dict[questions.Fate, int]:
    """In how many articles each fate befalls the denial."""
    of = share(claim, once=once)
    return {
        questions.Fate.DROPPED: of.count,
        questions.Fate.KEPT: of.n - of.count,
        questions.Fate.EARLIER: claim.earlier.once if once else claim.earlier.all,
        questions.Fate.UNDATED: claim.undated.once if once else claim.undated.all,
    }
