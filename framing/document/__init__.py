"""Bytes or text in, one `Document` out: the whole text, cut into blocks that say what they are and why."""

from framing.document.files import from_bytes
from framing.document.html import from_html
from framing.document.language import Language, detect, require_english
from framing.document.plain import from_text, require_news
from framing.document.types import Block, Document
from framing.suffixes import SUFFIXES

__all__ = [
    "SUFFIXES",
    "Block",
    "Document",
    "Language",
    "detect",
    "from_bytes",
    "from_html",
    "from_text",
    "require_english",
    "require_news",
]
