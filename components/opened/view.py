"""Mount the sentences of the open mark; each leads to its place in the article, and Clear closes them."""

from importlib.resources import files
from typing import Any

import streamlit as st

from components import focus
from components.focus import Focus
from components.wording import counted
from framing.paragraphs import numbers
from framing.types import Analysis

KEY = "opened"
_SOURCE = files(__package__ or "components.opened")

_opened = st.components.v2.component(
    "hedgerow_opened",
    html=_SOURCE.joinpath("opened.html").read_text(encoding="utf-8"),
    css=_SOURCE.joinpath("opened.css").read_text(encoding="utf-8"),
    js=_SOURCE.joinpath("opened.js").read_text(encoding="utf-8"),
)


def data(analysis: Analysis, opened: Focus) -> dict[str, Any]:  # any: JSON for the browser
    """What the browser draws; ids are strings, because a click answers with a string."""
    numbered = numbers(analysis)
    sentences = [analysis.sentences[number] for number in opened.sentences]
    return {
        "heading": f"{counted(len(sentences), 'sentence')}: {opened.words}",
        "sentences": [
            {
                "id": str(sentence.id),
                "paragraph": numbered[sentence.paragraph],
                "text": analysis.article.text[sentence.start : sentence.end],
            }
            for sentence in sentences
        ],
        "shown": str(opened.at) if opened.at is not None else None,
    }


def show(analysis: Analysis, opened: Focus) -> None:
    def chosen() -> None:
        sentence = st.session_state[KEY].sentence
        if sentence == "":
            focus.clear()
        elif sentence in {str(number) for number in opened.sentences}:
            focus.point_out(int(sentence))

    _opened(
        key=KEY,
        data=data(analysis, opened),
        on_sentence_change=chosen,
    )
