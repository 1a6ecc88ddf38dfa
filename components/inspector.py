"""The evidence of the open mark; at first the page opens the article's first contested claim by itself."""

import streamlit as st

from components import correcting, session
from components.card import view
from components.evidence import card
from framing.marks import MarkId, parse_mark
from framing.types import Analysis


def opened(analysis: Analysis) -> MarkId | None:
    """The open mark, after the page has opened one itself where nobody has chosen yet."""
    state = st.session_state
    if state.get(session.MARK) is None:
        state[session.MARK] = str(_suggestion(analysis) or "")
        state[session.SUGGESTED] = True
    return parse_mark(state[session.MARK], analysis)


def _suggestion(analysis: Analysis) -> MarkId | None:
    claims = sorted(analysis.claims, key=lambda claim: (not claim.contested, claim.id))
    return MarkId("claim", claims[0].id) if claims else None


def show(analysis: Analysis, mark: MarkId | None, key: str) -> None:
    # The name tells the style sheet whether a narrow screen shows the card over the text.
    chosen = mark is not None and not st.session_state.get(session.SUGGESTED, False)
    with st.container(key="evidence_chosen" if chosen else "evidence"):
        if mark is not None:
            view.show(card(analysis, mark, session.measured()), analysis.article.id, on_mark=session.open_mark)
            correcting.mark(analysis, mark, key)
        elif analysis.claims or analysis.hedges or analysis.silences or analysis.contests:
            st.text("Choose a mark in the text, or a row of a table, to see what it rests on.")
        else:
            st.text("No claim, hedge, denial or silence was found in this text.")
