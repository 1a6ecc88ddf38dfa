"""Where a text quotes, by its quotation marks alone."""

import re
from functools import cache

OPENERS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "``": "''"}


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"''|``|[“”«»„\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")


def quotations(text: str) -> list[tuple[int, int]]:
    """The insides of quotations, half-open; one left open runs to the end of `text`.

    Two single marks are a double one, as news archives write it. Single quotation marks count only where an opening
    one is closed again.
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _mark().finditer(text):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in OPENERS or (mark in {"'", "''"} and opens(text, at)):
                opened = (match.end(), OPENERS.get(mark, mark))
        elif mark == opened[1]:
            found.append((opened[0], at))
            opened = None
        elif mark == "“" and opened[1] in {"’", "'"}:
            opened = (match.end(), "”")
    if opened is not None and opened[1] not in {"’", "'"} and opened[0] < len(text):
        found.append((opened[0], len(text)))
    return [(start, end) for start, end in found if end > start]


def opens(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
