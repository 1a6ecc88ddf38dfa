"""Mount two articles beside each other; choosing an entry of the list calls back with its id."""

from collections.abc import Callable, Collection
from importlib.resources import files

import streamlit as st

from components.pair.document import Json

KEY, VIEW = "pair", "pair-view"  # the mount that draws both articles, and the one that tells how they are looked at
_SOURCE = files(__package__ or "components.pair")
_SCRIPTS = ("list.js", "texts.js", "passages.js", "pair.js")  # one module of the browser, read in this order


def _read(name: str) -> str:
    return _SOURCE.joinpath(name).read_text(encoding="utf-8")


_pair = st.components.v2.component(
    "hedgerow_pair",
    html=_read("pair.html"),
    css=_read("pair.css"),
    js="\n".join(map(_read, _SCRIPTS)),
)


def show(
    document: Json,
    *,
    opened: str | None,
    on_open: Callable[[str], None],
    hidden: Collection[str],
    dim: bool,
    on_look: Callable[[frozenset[str], bool], None],
) -> None:
    """Draw list and texts. They are sent once; how they are looked at, which a click changes, is sent beside them.

    Args:
        document: from `components.pair.document`.
        opened: id of the entry whose places are lit.
        on_open: called before the rerun with the id of the entry that was chosen; an empty one closes it.
        hidden: kinds of entries that are not shown.
        dim: whether passages that both articles carry are dimmed.
        on_look: called with the kinds that are hidden and whether shared passages are dimmed.
    """

    def chosen() -> None:
        match st.session_state[KEY].get("entry"):
            case [sender, str(entry)] if sender == document["id"]:  # a late click on the last list means nothing
                on_open(entry)

    def looked() -> None:
        match st.session_state[KEY].get("look"):
            case [sender, [*kinds], bool(dimmed)] if sender == document["id"]:
                on_look(frozenset(str(kind) for kind in kinds), dimmed)

    _pair(key=KEY, data={"doc": document}, on_entry_change=chosen, on_look_change=looked)
    _pair(
        key=VIEW,
        data={"pair": document["id"], "open": opened, "hidden": sorted(hidden), "dim": dim},
        height=1,
    )
