"""Contesting by a verb that the parser takes for a noun: `Airline rejects claims that …`."""

from collections.abc import Iterator
from dataclasses import replace

from framing import lexicon
from framing.disputes.dispute import Dispute, dispute
from framing.misread import misread
from framing.passages import Line


def by_misread_verb(line: Line) -> Iterator[Dispute]:
    for found in misread(line):
        word = lexicon.contest_words("verbs")[found.lemma]
        after = found.verb.doc[found.verb.i + 1 : found.noun.i + 1]  # its own subtree may hold the whole line
        act = dispute(line, line.passage.place([found.verb]), found.holder, word, found.noun, word.id)
        yield replace(act, about=line.passage.place(after), clausal=False)
