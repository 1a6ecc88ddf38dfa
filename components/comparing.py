"""Two articles side by side: choose the second one, and see what both tell and what one tells otherwise."""

import streamlit as st

from components import address, beside, reading, session
from components.beside import Laid
from components.pair import view
from components.pair.document import Json, document
from components.pair.entries import VIEWS
from components.source import Source
from components.wording import escape, shorten

COMPARE = "compare"  # the popover
LONGEST = 60  # characters of a title in the popover
FIRST = next(iter(VIEWS))
NOTHING = {
    FIRST: "No difference is reported. Where two articles share few claims, what only one tells is no difference; "
    "“Claims in one” lists it.",
    "Actors": "Neither article names an actor.",
    "Claims in both": "No claim stands in both articles.",
    "Claims in one": "Every claim stands in both articles.",
}


def popover() -> None:
    """Offer the articles of this session, and the samples, to be laid beside the one of the page."""
    with st.popover("Compare", icon=":material/compare:", key=COMPARE, on_change="rerun", width="content") as opened:
        if not opened.open:
            return
        st.text("Lay another article beside this one.")
        offered = _offered()
        if not offered:
            st.text("Articles that you have read can be chosen here.")
        for number, (name, source) in enumerate(offered):
            st.button(
                escape(shorten(name, limit=LONGEST)),
                key=f"beside-{number}",
                width="stretch",
                disabled=reading.under_way() is not None,
                on_click=_lay,
                args=(source,),
            )


def _offered() -> list[tuple[str, Source]]:
    """Titles and sources: what was read before the samples, and each once."""
    shown = reading.shown()
    found = {recent.source.uncorrected: (recent.title, recent.source) for recent in st.session_state[session.RECENT]}
    for sample in session.samples():
        source = Source(sample.name, sample.text)
        found.setdefault(source, (sample.title, source))
    return [offer for source, offer in found.items() if shown is None or source.data != shown.data]


def _lay(source: Source) -> None:
    st.session_state[COMPARE] = False
    beside.lay(source)


def drawn(name: str, laid: Laid) -> Json:
    """The list and both articles as the browser takes them."""
    return session.derived().get(laid.key, name, lambda: document(laid, name, tuple(VIEWS[name](laid))))


@st.fragment
def show(laid: Laid) -> None:
    if beside.moved_on(laid.key):
        st.rerun()
    state = st.session_state
    if state.get(session.PAIR_VIEW) not in VIEWS:
        state[session.PAIR_VIEW] = FIRST
    with st.container(key="pair_head", horizontal=True, vertical_alignment="center", gap="small"):
        name = st.segmented_control(
            "List", list(VIEWS), required=True, key=session.PAIR_VIEW, label_visibility="collapsed"
        )
        st.space("stretch")
        st.button("Close comparison", key="close-pair", icon=":material/close:", on_click=beside.close)
    page = drawn(name or FIRST, laid)
    address.record_beside()
    if not page["entries"]:
        st.text(NOTHING[page["view"]])
    hidden, dim = state.get(session.LOOK) or (frozenset(), False)
    with st.container(key="pair_body"):
        view.show(
            page,
            opened=_opened(page),
            on_open=lambda entry: _open(page, entry),
            hidden=hidden,
            dim=dim,
            on_look=_look,
        )


def _opened(page: Json) -> str | None:
    """The chosen entry of this list."""
    match st.session_state.get(session.PLACE):
        case (sender, str(entry)) if sender == page["id"]:
            return entry
    return None


def _open(page: Json, entry: str) -> None:
    known = {item["id"] for item in page["entries"]}
    st.session_state[session.PLACE] = (page["id"], entry) if entry in known else None


def _look(hidden: frozenset[str], dim: bool) -> None:
    st.session_state[session.LOOK] = (hidden, dim)
