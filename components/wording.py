"""How the page counts, shortens and escapes words, and the signs that it sets for labels."""

import re

from framing.counting import counted as counted  # handed on to all that speaks on the page
from framing.types import Analysis, Factuality, Stance, Tone

TONE_GLYPH = {Tone.NEGATIVE: "▼", Tone.NEUTRAL: "●", Tone.POSITIVE: "▲"}
STANCE_GLYPH = {Stance.SUPPORTS: "+", Stance.NEUTRAL: "·", Stance.OPPOSES: "−"}
CERTAINTY_GLYPH = {
    Factuality.CERTAIN: "■",
    Factuality.PROBABLE: "◧",
    Factuality.POSSIBLE: "◫",
    Factuality.CERTAINLY_NOT: "■",
    Factuality.PROBABLY_NOT: "◧",
    Factuality.POSSIBLY_NOT: "◫",
    Factuality.UNDERSPECIFIED: "□",
}

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&@/])")
_SPACE = re.compile(r"\s+")
# Addresses, `:streamlit:` and arrows are looked for in what is left after escapes are undone, so no backslash stops
# them; a word joiner, which nobody sees, does.
_LATE = re.compile(r"(?<=:)(?=\S)|(?<=www)(?=\.)|(?<=@)(?=\S)|(?<=[-<>=~])(?=[-<>=])", re.IGNORECASE)
WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """Make text from outside safe for calls that render Markdown (labels, errors)."""
    return _MARKDOWN.sub(r"\\\1", _LATE.sub(WORD_JOINER, _SPACE.sub(" ", text)))


def shorten(text: str, *, limit: int = 32) -> str:
    """Cut a long name at a word for a place where it must fit on one line."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",") + " …"


def title(analysis: Analysis) -> str:
    """The words that the article is known by: its title, else its first paragraph of news."""
    first = next((item for item in analysis.paragraphs if item.included), analysis.paragraphs[0])
    return analysis.article.title or analysis.article.text[first.start : first.end]
