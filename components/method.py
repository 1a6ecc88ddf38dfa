"""The method and the model card, one click away; both are texts of this project, so Markdown may render them."""

from functools import cache
from pathlib import Path

import streamlit as st

from components import session

README = Path(__file__).resolve().parents[1] / "README.md"
SECTIONS = ("What the marks mean", "What it must not be used for", "How it was trained and measured")
MODEL_CARD = "Model card"
NO_CARD = "The card of the trained bundle cannot be read, so no article is read either; see models/bundles."


@cache
def sections() -> dict[str, str]:
    """What the README says of the method, by heading."""
    parts = README.read_text(encoding="utf-8").split("\n## ")
    told = {heading.strip(): body.strip() for heading, _, body in (part.partition("\n") for part in parts)}
    return {name: told[name] for name in SECTIONS}


@st.dialog("Method and model card", width="large")
def _told() -> None:
    texts = {**sections(), MODEL_CARD: session.model_card() or NO_CARD}
    for tab, text in zip(st.tabs(list(texts)), texts.values(), strict=True):
        tab.markdown(text)


def button() -> None:
    if st.button("Method", icon=":material/info:", key="method"):
        _told()
