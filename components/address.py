"""What the address of the page restores: sample, actor, view and layers. Text that was pasted or uploaded, and the
actors that it names, never enter it."""

import streamlit as st

from components import beside, reading, session
from components.reader import layers
from components.source import Source
from samples import Sample

SAMPLE, LAYERS, BESIDE = "sample", "layers", "beside"  # parameters of the address


def restore() -> None:
    """When the page is opened, ask for the sample that the address names; one that does not exist is ignored."""
    if st.session_state.get(session.ADDRESS):
        return
    st.session_state[session.ADDRESS] = True
    for key in (session.ACTOR, session.VIEW):
        if key in st.query_params:
            st.session_state[key] = st.query_params[key]
    found, other = _named(SAMPLE), _named(BESIDE)
    if found is not None:
        reading.ask(found)
        if other is not None and other != found:
            beside.lay(other)


def _named(parameter: str) -> Source | None:
    name = st.query_params.get(parameter)
    return next((Source(one.name, one.text) for one in session.samples() if one.name == name), None)


def record(first: str) -> None:
    """Name the sample on the page with the actor and the view that are chosen; nothing of a text of one's own.

    Args:
        first: the view that is shown unasked.
    """
    found, state = sample(), st.session_state
    _write(SAMPLE, found.name if found is not None else None)
    _write(session.ACTOR, state.get(session.ACTOR) if found is not None else None)
    _write(BESIDE, None)
    _write(session.VIEW, state[session.VIEW] if state[session.VIEW] != first else None)


def record_beside() -> None:
    """Name both articles of a comparison where both are samples."""
    first, second = sample(), _sample(beside.source())
    together = first is not None and second is not None
    _write(SAMPLE, first.name if first is not None else None)
    _write(BESIDE, second.name if second is not None and together else None)


def _write(name: str, value: str | None) -> None:
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def sample() -> Sample | None:
    """The sample on the page."""
    return _sample(reading.shown())


def _sample(source: Source | None) -> Sample | None:
    return next((item for item in session.samples() if source and source.data == item.text), None)


def shown_layers() -> frozenset[str]:
    return layers.parse(st.query_params.get(LAYERS))


def show_layers(chosen: str) -> None:
    _write(LAYERS, layers.write(layers.parse(chosen)))
