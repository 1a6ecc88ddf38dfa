"""Contesting by a verb that the parser takes for a noun: `Airline rejects claim that …`, `Lima disputes that charge.`

Headlines and short sentences lead it astray where the verb's form is also a plural. What stands behind settles it:
words for words follow a noun only with a preposition or a comma between them.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from framing import lexicon
from framing.disputes.dispute import Dispute, dispute
from framing.passages import Line

DETERMINERS = frozenset("the this that these those any such its his her their all both".split())
NEAR = 3  # words between the verb and the noun for what it contests


def by_misread_verb(line: Line) -> Iterator[Dispute]:
    words = lexicon.contest_words("verbs")
    for token in line.tokens:
        word = words.get(token.lemma_.lower())
        noun = token.tag_ in {"NNS", "NNPS"} or (token.tag_ == "VBZ" and token.dep_ in {"nsubj", "csubj"})
        if word is None or not noun or token.i == line.tokens.start:
            continue
        holder, thing = token.nbor(-1), spoken_of(line, token)
        if thing is not None and holder.pos_ in {"NOUN", "PROPN"} and holder.tag_ != "NNS" and holder.head == token:
            named = line.passage.place(token.doc[token.i + 1 : thing.i + 1])  # its own subtree may hold the whole line
            found = dispute(line, line.passage.place([token]), holder, word, thing, word.id)
            yield replace(found, about=named, clausal=False)


def spoken_of(line: Line, verb: Token) -> Token | None:
    """The word for words that follows, with nothing but determiners and describing words between."""
    for token in line.tokens.doc[verb.i + 1 : min(verb.i + 2 + NEAR, line.tokens.end)]:
        if token.lemma_.lower() in lexicon.nouns():
            return token
        if token.lower_ not in DETERMINERS and token.pos_ not in {"ADJ", "DET", "PROPN", "NOUN"}:
            return None
    return None
