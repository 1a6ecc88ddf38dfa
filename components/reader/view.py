"""Mount the article, and beside it how it is looked at; a click or Enter on a mark calls back with the mark's id.

They are two mounts because a run of the page costs what it sends and hashes: the article is drawn where a click runs
nothing, and the other mount, which is small, hears the click.
"""

from collections.abc import Callable, Sequence
from importlib.resources import files

import streamlit as st

from components.reader.document import Json

KEY, VIEW = "reader", "reader-view"  # the mount that draws the article, and the one that tells how it is looked at
_SOURCE = files(__package__ or "components.reader")
_SCRIPTS = ("places.js", "find.js", "links.js", "bar.js", "draw.js", "paint.js", "keys.js", "reader.js")  # one module


def _read(name: str) -> str:
    return _SOURCE.joinpath(name).read_text(encoding="utf-8")


_reader = st.components.v2.component(
    "hedgerow_reader",
    html=_read("reader.html"),
    css=_read("reader.css"),
    js="\n".join(map(_read, _SCRIPTS)),
)


def draw(document: Json) -> None:
    """Draw the article, from `components.reader.document`; what happens on it is reported to `look`."""
    _reader(key=KEY, data={"doc": document})


def look(
    article: str,
    *,
    open_mark: str | None,
    asked: str | None = None,
    side: int | None,
    on_mark: Callable[[str], None],
    layers: frozenset[str],
    on_layers: Callable[[str], None],
    unsure: bool,
    on_unsure: Callable[[bool], None],
    link: bool = False,
    sentences: Sequence[int] = (),
    at: int | None = None,
) -> None:
    """Have the article that is drawn looked at in this way.

    Args:
        article: the `id` of its document; nothing is shown while another one is drawn.
        open_mark: the mark whose evidence the inspector shows.
        asked: the last mark that came by `on_mark`; the browser keeps the mark of a later click open.
        side: only marks in which this side takes part keep their fill.
        on_mark: called before the rerun with the id of the mark that was opened; an empty one closes it.
        layers: what is drawn, see `components.reader.layers`.
        on_layers: called with the layers that were switched on, as the address writes them.
        unsure: whether the totals of the legend count readings that are not sure.
        on_unsure: called with the new choice.
        link: whether the address restores this view, so that it may be copied.
        sentences: ids of sentences to emphasise; the text scrolls to them.
        at: the one of them that is being read.
    """

    def sent(event: str) -> str | None:
        value = st.session_state[VIEW].get(event)
        return value if isinstance(value, str) else None

    def opened() -> None:
        match st.session_state[VIEW].get("mark"):
            case [sender, str(mark)] if sender == article:  # a late click on the last article means nothing
                on_mark(mark)

    def switched() -> None:
        if (chosen := sent("layers")) is not None:
            on_layers(chosen)

    def counted() -> None:
        if (chosen := sent("unsure")) is not None:
            on_unsure(chosen == "true")

    _reader(
        key=VIEW,
        data={
            "article": article,
            "open": open_mark,
            "asked": asked,
            "side": side,
            "layers": sorted(layers),
            "unsure": unsure,
            "link": link,
            "sentences": list(sentences),
            "at": at,
        },
        height=1,
        on_mark_change=opened,
        on_layers_change=switched,
        on_unsure_change=counted,
    )
