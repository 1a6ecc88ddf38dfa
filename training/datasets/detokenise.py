"""Undo the blanks of treebank tokens ("is n't", "e-mail ,", "15 - year") and say where each token went.

Rules of spacing only: no token changes its letters, except for the quotes that treebanks write `` and ''.
"""

import re
from collections.abc import Sequence

from framing.types import Span

QUOTES = {"``": '"', "''": '"'}
_MARKS = dict.fromkeys(("``", "''", '"', "“", "”"), "double") | dict.fromkeys(("`", "'", "‘", "’"), "single")
_OPENING = frozenset({"``", "“", "`", "‘"})
_SAID = frozenset({"said", "says", "added", "told", "asked", "wrote"})
_CLOSES = re.compile(r"[.,;:?!%)\]}…]+|'s|’s|`s|'m|'re|'ve|'ll|'d|n't|n’t", re.IGNORECASE)
_BRACKETS = frozenset("([{")
_OPENS = re.compile(r"[(\[{]|[A-Z]{0,3}\$|[£€#]")
_PARTED = frozenset({("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta"), ("gim", "me"), ("lem", "me")})
_WORD_END = re.compile(r"\w\.?$|\d%$")
_WORD_START = re.compile(r"\w")
# After a lone hyphen these open a new clause, so the hyphen was a dash; "state - of - the - art" shows by its chain.
_CLAUSE_STARTS = frozenset(
    "a an the and but or as which who that this these those it he she they we i you there if when while where then"
    " because not is are was were has have had said at with from about between all no just my your his her our"
    " their what how why in to".split()
)
_PLUGS = frozenset({"built", "plug", "drop", "check", "break", "sit", "walk", "stand"})  # "built - in" and its kind


def detokenise(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Join tokens into written text; the n-th span is where the n-th token stands in it.

    Raises:
        ValueError: a token is empty or holds a blank.
    """
    for token in tokens:
        if not token or any(letter.isspace() for letter in token):
            raise ValueError(f"{token!r} is not a token")
    glued = _glued(tokens)
    text = ""
    spans: list[Span] = []
    for token, joined in zip(tokens, glued, strict=True):
        if text and not joined:
            text += " "
        start = len(text)
        text += QUOTES.get(token, token)
        spans.append(Span(start, len(text)))
    return text, tuple(spans)


def cover(spans: Sequence[Span], first: int, end: int) -> Span:
    """The span of tokens `first` to `end` (left out).

    Raises:
        ValueError: the tokens are none, or not of this text.
    """
    if not 0 <= first < end <= len(spans):
        raise ValueError(f"tokens {first} to {end} of {len(spans)}")
    return Span(spans[first].start, spans[end - 1].end)


def _glued(tokens: Sequence[str]) -> list[bool]:
    """Whether each token follows the one before it without a blank."""
    glued: list[bool] = []
    opened: set[str] = set()
    hold = False  # the token before keeps the next one to itself
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        joined, holds = hold, bool(_OPENS.fullmatch(token)) and (token in _BRACKETS or after[:1].isdigit())
        if token in _MARKS:
            kind = _MARKS[token]
            holds = _opens(tokens, place, opened=kind in opened)
            joined = joined or not holds
            opened = opened | {kind} if holds else opened - {kind}
        elif _CLOSES.fullmatch(token) or (before.lower(), token.lower()) in _PARTED:
            joined = True
        elif token in {"-", "/"} and _joins(token, before, after, tokens[place + 2 : place + 3]):
            joined = holds = True
        glued.append(joined)
        hold = holds
    return glued


def _opens(tokens: Sequence[str], place: int, *, opened: bool) -> bool:
    """Whether the quote at `place` opens; those that belong to a sentence next door are guessed from the words."""
    token = tokens[place]
    if token in _OPENING or opened or place == len(tokens) - 1:
        return token in _OPENING
    if place == 0:
        return True
    before = tokens[place - 1]
    if _MARKS[token] == "single":
        owner = before.lower().endswith("s") and len(before) > 3
        return not owner and any(_MARKS.get(other) == "single" for other in tokens[place + 1 :])
    said = any(word.lower() in _SAID for word in tokens[place + 1 : place + 4])
    return not (said and before in {",", ".", "?", "!"})


def _joins(mark: str, before: str, after: str, beyond: Sequence[str]) -> bool:
    """Whether a lone hyphen or stroke stands inside a word, not between two clauses."""
    if not _WORD_END.search(before) or not _WORD_START.match(after):
        return False
    if mark == "/":
        return True
    if before[-1].isdigit() and after.istitle() and len(after) > 1:
        return False  # "65 - Number of …", an item of a list
    word = after.lower()
    return word not in _CLAUSE_STARTS or list(beyond) == ["-"] or before.lower() == word or before.lower() in _PLUGS
