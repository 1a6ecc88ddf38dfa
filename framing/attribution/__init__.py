"""Who says what: holder, cue and content, linked through the parse.

A `Statement` is one attributed proposition. Holders stay tokens here; `framing.actors` says later who they are.
Terms follow PolNeAR (source, cue, content); the sentence "Lima, officials said, will pay" gives
holder "officials", cue "said", content "Lima" + "will pay".
"""

from collections.abc import Sequence

from framing.attribution.adjectives import by_adjective
from framing.attribution.embedded import by_embedding
from framing.attribution.headlines import by_headline
from framing.attribution.introduced import introduced
from framing.attribution.misread import mended
from framing.attribution.nouns import by_noun
from framing.attribution.phrases import according
from framing.attribution.proposals import proposed, seconded
from framing.attribution.quotations import carried
from framing.attribution.statement import Statement, distinct
from framing.attribution.verbs import by_verb
from framing.passages import Line, by_line
from framing.tagging import Tags

__all__ = ["Statement", "find"]

RULES = (by_verb, according, by_noun, by_adjective, by_embedding, by_headline)


def find(lines: Sequence[Line], text: str, tags: Tags) -> list[Statement]:
    """All statements in reading order: by rules, by misread verbs, by the network, then quotations carried on."""
    found: list[Statement] = []
    for line in lines:
        told = [statement for rule in RULES for statement in rule(line, text) if statement.content]
        found.extend(mended(line, told, text))
    known = by_line(found, lambda s: s.line)
    for line in lines:
        found.extend(introduced(line, known.get(line.id, []), text))
        if line.id in tags:
            found.extend(proposed(line, tags[line.id], known.get(line.id, []), text))
    found = distinct(found)
    found.extend(carried(lines, found, text))
    return sorted(seconded(found, tags), key=lambda s: (s.line.id, s.content[0].start, s.content[0].end))
