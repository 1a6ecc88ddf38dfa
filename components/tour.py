"""Four hints for whoever opens the page for the first time; once dismissed they stay away for the session."""

import streamlit as st

from components import session

HINTS = (
    "**The text.** Words with a line under them are claims; fill marks what is disputed. Click one, or step with the "
    "arrow keys and press Enter.",
    "**The evidence.** The card beside the text shows who said it, with which words, how sure, and who contests it. "
    "Every quotation leads back to its place.",
    "**The actors.** Choose one to see only its part in text, charts and tables. A bar or a cell of a chart does the "
    "same.",
    "**Your own article.** *New article* takes pasted text, a file or a sample. No text leaves this machine.",
)


def show() -> None:
    """The hint of the hour, until the last one is passed or the tour dismissed."""
    hint = st.session_state.setdefault(session.TOUR, 1)
    if not 1 <= hint <= len(HINTS):
        return
    last = hint == len(HINTS)
    with st.container(key="tour", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{hint} of {len(HINTS)} · {HINTS[hint - 1]}")
        st.button("Done" if last else "Next", key="tour-next", on_click=_go, args=(0 if last else hint + 1,))
        if not last:
            st.button("Skip the tour", key="tour-skip", on_click=_go, args=(0,))


def _go(hint: int) -> None:
    st.session_state[session.TOUR] = hint
