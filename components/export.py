"""Take the record away."""

from functools import partial

import streamlit as st

from components import pictures, session
from framing.exports import Export, Group, exports
from framing.grouping import Counting, Level
from framing.types import Analysis

MARK = "export-mark"  # key of the switch for the byte-order mark


def popover(analysis: Analysis) -> None:
    """Every format in its group; a file is made on the click."""
    offered = (*exports(), pictures.export(_counting()))
    with st.popover("Export", icon=":material/download:", width="content"):
        for group in Group:
            st.caption(group)
            if group is Group.TABLES:
                st.toggle("CSV for Excel", value=True, key=MARK, help="Begins with a byte-order mark (UTF-8 with BOM).")
            with st.container(horizontal=True, gap="xsmall", key=f"exports_{group.name.lower()}"):
                for export in offered:
                    if export.group is group:
                        _button(export, analysis)


def _button(export: Export, analysis: Analysis) -> None:
    marked = st.session_state.get(MARK, True)
    write = export.write if marked or export.without_mark is None else export.without_mark
    # The file is made outside the session, so the record is bound here.
    st.download_button(
        export.label,
        data=partial(write, analysis),
        file_name=f"hedgerow-{analysis.article.id[:12]}{export.suffix}",
        mime=export.mime,
        key=f"export-{export.name}",
        on_click="ignore",
        width="content",
    )


def _counting() -> Counting:
    """As the charts on the page count."""
    level = st.session_state.get(session.LEVEL)
    return Counting(Level(level) if level else Level.SIDE, unsure=bool(st.session_state.get(session.UNSURE)))
