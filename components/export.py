"""Take the record away, and read what the model is and is not."""

from functools import partial

import streamlit as st

from components import session
from framing.exports import exports
from framing.types import Analysis


def popover(analysis: Analysis) -> None:
    with st.popover("Export", icon=":material/download:", width="content"):
        for export in exports():
            # The file is made on the click, outside the session, so the record is bound here.
            st.download_button(
                export.label,
                data=partial(export.write, analysis),
                file_name=f"hedgerow-{analysis.article.id[:12]}{export.suffix}",
                mime=export.mime,
                key=f"export-{export.name}",
                on_click="ignore",
                width="stretch",
            )


@st.dialog("Model card", width="large")
def _card(text: str) -> None:
    st.markdown(text)


def model_card() -> None:
    text = session.model_card()
    if st.button("Model card", icon=":material/info:", key="model-card", disabled=text is None) and text:
        _card(text)
