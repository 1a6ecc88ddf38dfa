"""Take the record away."""

from functools import partial

import streamlit as st

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
