"""What the address of the page restores: the sample and the layers. Text that was pasted or uploaded never enters it.

The chosen actor and view are bound to the address by their own widgets.
"""

import streamlit as st

from components import session
from components.reader import layers
from components.source import Source
from samples import Sample

SAMPLE, LAYERS = "sample", "layers"  # parameters of the address


def restore() -> None:
    """When the page is opened, ask for the sample that the address names; one that does not exist is ignored."""
    if st.session_state.get(session.ADDRESS):
        return
    st.session_state[session.ADDRESS] = True
    name = st.query_params.get(SAMPLE)
    found = next((sample for sample in session.samples() if sample.name == name), None)
    if found is not None:
        session.ask(Source(found.name, found.text))


def record() -> None:
    """Name the sample on the page, or none if the text is the reader's own."""
    found = sample()
    if found is None:
        st.query_params.pop(SAMPLE, None)
    elif st.query_params.get(SAMPLE) != found.name:
        st.query_params[SAMPLE] = found.name


def sample() -> Sample | None:
    """The sample on the page."""
    source = st.session_state.get(session.SOURCE)
    return next((item for item in session.samples() if source and source.data == item.text), None)


def shown_layers() -> frozenset[str]:
    return layers.parse(st.query_params.get(LAYERS))


def show_layers(chosen: str) -> None:
    written = layers.write(layers.parse(chosen))
    if written is None:
        st.query_params.pop(LAYERS, None)
    else:
        st.query_params[LAYERS] = written
