"""Who says what: holder, cue and content, linked through the parse.

A `Statement` is one attributed proposition. Holders stay tokens here; `framing.actors` says later who they are.
Terms follow PolNeAR (source, cue, content); the sentence "Lima, officials said, will pay" gives
holder "officials", cue "said", content "Lima" + "will pay".
"""

from collections.abc import Sequence

from framing.attribution.nouns import by_noun
from framing.attribution.phrases import according, by_colon
from framing.attribution.proposals import proposed, seconded
from framing.attribution.quotations import carried
from framing.attribution.statement import Statement, distinct
from framing.attribution.verbs import by_verb
from framing.passages import Line, by_line
from framing.tagging import Tags

__all__ = ["Statement", "find"]


def find(lines: Sequence[Line], text: str, tags: Tags) -> list[Statement]:
    """All statements in reading order: by verb, noun, "according to" and network, then quotations carried on."""
    found: list[Statement] = []
    for line in lines:
        for statement in (*by_verb(line, text), *according(line, text), *by_noun(line, text), *by_colon(line, text)):
            if statement.content:
                found.append(statement)
    known = by_line(found, lambda s: s.line)
    for line in lines:
        if line.id in tags:
            found.extend(proposed(line, tags[line.id], known.get(line.id, []), text))
    found = distinct(found)
    found.extend(carried(lines, found, text))
    return sorted(seconded(found, tags), key=lambda s: (s.line.id, s.content[0].start, s.content[0].end))
