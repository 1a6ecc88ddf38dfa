"""Denials told by a verb that the parser takes for a noun: `Airline rejects claims that jet skipped checks`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing import lexicon
from framing.attribution.statement import Statement, said
from framing.misread import Misread, misread
from framing.passages import Line
from framing.spans import pieces
from framing.types import Act, ContestKind


def mended(line: Line, found: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The statements of a sentence, with what the misread verb denies in place of what its noun was taken to say."""
    wrong = list(misread(line))
    yield from (s for s in found if not any(mistaken(s, each, line) for each in wrong))
    for each in wrong:
        content = pieces(text, line.passage, each.told)
        doubts = lexicon.contest_words("verbs")[each.lemma].kind is ContestKind.DOUBTS
        if content and not doubts:
            span = line.passage.place([each.verb])
            head = next((t for t in each.told if t.pos_ in {"VERB", "AUX"}), each.told[0])
            rule = f"reporting:{each.lemma}"
            yield replace(said(line, text, each.holder, span, head, content, rule), act=Act.DENY)


def mistaken(statement: Statement, wrong: Misread, line: Line) -> bool:
    """Whether its cue is the noun or its holder the verb."""
    noun = line.passage.place([wrong.noun])
    return statement.holder == wrong.verb or any(c.overlaps(noun) for c in statement.cue)
