"""The five views of a corpus, and the frame around them."""

from collections.abc import Callable

import streamlit as st

from components.charts.style import share_told
from components.corpora import denials, filters, listing, marks, opening
from components.corpora.asking import Opened, answer_of
from components.corpora.charts import coverage, finish, shares, stances
from components.corpora.filters import Inquiry
from components.corpora.marks import Board
from components.corpora.wording import outlet_name
from components.session import questions
from components.wording import counted, escape
from framing.errors import HedgerowError
from framing.naming import ARTICLE_VOICE
from framing.tallies import AUTHOR
from framing.types import Tone

VIEW = "corpus-view"
WINDOW, OVER, WHOM = "corpus-window", "corpus-over", "corpus-whom"
ALL_TIME = "all time"
AROUND = 8  # actors between whom stances are drawn
PANELS = {
    "contested": "claims contested",
    "hedged": "claims hedged",
    Tone.NEGATIVE: "tone negative",
    Tone.POSITIVE: "tone positive",
}
OUTLINE = "Outline: fewer than three. "
INTERVALS = "Whiskers: 95 % intervals (Wilson). "


@st.fragment
def show(opened: Opened) -> None:
    """Everything of the corpus; what cannot be asked is told in words."""
    if opening.current() != opened:
        st.rerun()
    with st.container(key="corpus"):
        with st.container(key="corpus_head", horizontal=True, vertical_alignment="center", gap="small"):
            st.header("Corpus", anchor=False, width="content")
            st.text(opening.name(opened.folder), width="content")
            st.space("stretch")
            st.button("Close corpus", key="close-corpus", icon=":material/close:", on_click=opening.close)
        try:
            inquiry = filters.choose(opened)
            st.text(filters.told(inquiry))
            name = st.segmented_control(
                "View", list(VIEWS), default=next(iter(VIEWS)), required=True, key=VIEW, label_visibility="collapsed",
                persist_state="session",
            )  # fmt: skip
            VIEWS[name or next(iter(VIEWS))](inquiry)
        except HedgerowError as error:
            st.error(escape(str(error).replace(opened.folder, opening.name(opened.folder))))


def _window(key: str, label: str, offered: list[str], first: str) -> str:
    """Over which time things are counted together."""
    if st.session_state.get(key) not in offered:
        st.session_state[key] = first if first in offered else offered[-1]
    chosen = st.segmented_control(label, offered, required=True, key=key, persist_state="session")
    return chosen or first


def over_time(inquiry: Inquiry) -> None:
    whole = answer_of(inquiry.opened, questions.overview, inquiry.asked)
    offered = [str(window) for window in coverage.fitting(whole.since, whole.until)]
    window = questions.Window(_window(WINDOW, "Count by", offered, str(questions.Window.WEEK)))
    found = answer_of(inquiry.opened, questions.coverage, inquiry.asked, window)
    drawn = coverage.rows(found)
    key = f"coverage {inquiry} {window}"
    left = len({one.outlet for one in found} - {one.outlet for one in drawn})
    board = Board(
        "Coverage",
        f"Articles per {window} and outlet; the tallest bar has {max((one.articles.all for one in drawn), default=0)}. "
        + OUTLINE
        + (f"Not drawn: {left} outlets with fewer articles; the filter names them." if left else ""),
        key,
        marks.drawn(key, lambda: finish("Coverage", coverage.table(drawn, window), coverage.draw)),
    )
    mark = _draw(board, "No article with a day passes the filter.")
    _undated(inquiry, board, sum(one.articles.all for one in found if one.start is None))
    if mark is not None:
        one = drawn[mark]
        listing.show(
            inquiry.opened,
            f"{key} {mark}",
            listing.described(one.articles.all, "article", f"{outlet_name(one.outlet)}, {window} of {one.start}"),
            one.articles.all,
            lambda page: answer_of(
                inquiry.opened, questions.articles, inquiry.asked, one, window=window, page=page
            ),
            chart=board.title,
        )  # fmt: skip


def _undated(inquiry: Inquiry, board: Board, count: int) -> None:
    """Say how many articles have no place on the axis, and list them where that is asked for."""
    key = f"{board.key} undated"
    if not count:
        return
    told = f"{counted(count, 'article')} without a day"
    with st.container(key="corpus_undated", horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"Not drawn: {told}.", width="content")
        st.button("List them", key="corpus-undated", on_click=marks.open_mark, args=(key, 0), type="tertiary")
    if marks.opened(key) is not None:
        listing.show(
            inquiry.opened,
            key,
            told,
            count,
            lambda page: answer_of(inquiry.opened, questions.undated, inquiry.asked, page=page),
            chart=board.title,
        )


def _draw(board: Board, nothing: str) -> int | None:
    if not board.drawing.rows:
        st.text(nothing)
        return None
    return marks.show(board)


def framed(inquiry: Inquiry) -> None:
    names = [one.name or "" for one in answer_of(inquiry.opened, questions.sides, inquiry.asked, filters.NAMES)]
    if not names:
        st.text("No article that passes the filter names an actor.")
        return
    wanted = inquiry.asked.actors[0] if inquiry.asked.actors else st.session_state.get(WHOM)
    if wanted is not None and wanted not in names:
        names = [wanted, *names] if inquiry.asked.actors else names
    st.session_state[WHOM] = wanted if wanted in names else names[0]
    actor = st.selectbox("Framing of", names, key=WHOM, disabled=bool(inquiry.asked.actors), width=360)
    counting = questions.Counting(actors=(actor,))
    parts = shares.largest(framed_parts(inquiry, counting))
    key = f"framing {inquiry} {actor}"
    lacking = [] if any(part.panel == "contested" for part in parts) else ["It claims nothing in these articles. "]
    board = Board(
        "Framing by outlet",
        "How often its claims are contested in the same article or hedged, and the author’s tone toward it. "
        + "".join(lacking)
        + OUTLINE
        + INTERVALS
        + f"At most {shares.ROWS} outlets, those with most readings.",
        key,
        marks.drawn(key, lambda: finish("Framing by outlet", shares.table(parts, PANELS), shares.draw)),
    )
    mark = _draw(board, "Nothing here is told by this actor, or of it.")
    if mark is not None:
        _sentences(inquiry, board, mark, parts, counting)


def framed_parts(inquiry: Inquiry, counting: questions.Counting) -> list[shares.Part[questions.Framed]]:
    """The shares of one actor by outlet; a label that an outlet never gives is a share of none."""
    told = answer_of(inquiry.opened, questions.told, inquiry.asked, counting)
    tones = answer_of(inquiry.opened, questions.tones, inquiry.asked, counting)
    asked = [
        (questions.DISPUTE, "contested", told),
        (questions.COMMITMENT, "hedged", told),
        (AUTHOR, Tone.NEGATIVE, tones),
        (AUTHOR, Tone.POSITIVE, tones),
    ]
    return [
        shares.Part(outlet_name(row.outlet), panel, row.once if inquiry.once else row.share, row)
        for part, panel, found in asked
        for row in shares.of_label([one for one in found if one.part == part], panel)
    ]


def _sentences(
    inquiry: Inquiry,
    board: Board,
    mark: int,
    parts: tuple[shares.Part[questions.Framed], ...],
    counting: questions.Counting,
) -> None:
    part = parts[mark]
    row = part.answer
    of_tone = row.part == AUTHOR
    listing.show(
        inquiry.opened,
        f"{board.key} {mark}",
        f"{part.row}, {PANELS[part.panel]}: {part.share.count} of {part.share.n}; "
        + share_told(part.share.count, part.share.n, PANELS[part.panel]),
        part.share.count,
        lambda page: answer_of(
            inquiry.opened, questions.tone_places if of_tone else questions.told_places, inquiry.asked, counting, row,
            once=inquiry.once, page=page,
        ),
        chart=board.title,
    )  # fmt: skip


def network(inquiry: Inquiry) -> None:
    whole = answer_of(inquiry.opened, questions.overview, inquiry.asked)
    fitting = [str(window) for window in stances.fitting(whole.since, whole.until)]
    chosen = _window(OVER, "Over", [ALL_TIME, *fitting], str(questions.Window.MONTH))
    window = questions.Window(chosen) if chosen != ALL_TIME else None
    around = answer_of(inquiry.opened, questions.sides, inquiry.asked, questions.Page(AROUND))
    names = dict.fromkeys([*inquiry.asked.actors, *(one.name or "" for one in around), ARTICLE_VOICE])
    counting = questions.Counting(actors=tuple(names), window=window)
    found = answer_of(inquiry.opened, questions.network, inquiry.asked, counting)
    arrows = stances.rows(found, once=inquiry.once)
    key = f"stances {inquiry} {window}"
    board = Board(
        "Stances",
        "Who → toward whom: − opposes, · neutral, + supports. "
        + OUTLINE
        + f"The {AROUND} actors of most articles, or the one of the filter with them; at most {stances.PAIRS} pairs.",
        key,
        marks.drawn(key, lambda: finish("Stances", stances.table(arrows, window, once=inquiry.once), stances.draw)),
    )
    mark = _draw(board, "No stance between these actors is read here.")
    if mark is not None:
        arrow = arrows[mark]
        listing.show(
            inquiry.opened,
            f"{key} {mark}",
            board.words[mark],
            stances.share(arrow, once=inquiry.once).count,
            lambda page: answer_of(
                inquiry.opened, questions.arrow_places, inquiry.asked, counting, arrow, once=inquiry.once, page=page
            ),
            chart=board.title,
        )  # fmt: skip


def all_articles(inquiry: Inquiry) -> None:
    count = answer_of(inquiry.opened, questions.overview, inquiry.asked).articles.all
    if not count:
        st.text("No article passes the filter.")
        return
    listing.show(
        inquiry.opened,
        f"articles {inquiry}",
        "By day; those without one come last.",
        count,
        lambda page: answer_of(inquiry.opened, questions.articles, inquiry.asked, page=page),
    )


VIEWS: dict[str, Callable[[Inquiry], None]] = {
    "Coverage": over_time,
    "Framing": framed,
    "Stances": network,
    "Dropped denials": denials.show,
    "Articles": all_articles,
}
