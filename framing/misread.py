"""Verbs of contesting that the parser takes for nouns: `Airline rejects claims that …`, `Lima disputes that charge.`

Headlines and short sentences lead it astray where the verb's form is also a plural. What stands behind settles it:
words for words follow a noun only with a preposition or a comma between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from framing import lexicon
from framing.passages import Line
from framing.tokens import Token

DETERMINERS = frozenset("the this that these those any such its his her their all both".split())
NEAR = 3  # words between the verb and the noun for what it contests


@dataclass(frozen=True, slots=True)
class Misread:
    """Who contests, the verb, and the noun for the words that are contested."""

    holder: Token
    verb: Token
    noun: Token

    @property
    def lemma(self) -> str:
        return lemma_of(self.verb)

    @property
    def told(self) -> list[Token]:
        """What the words are said to be, up to a semicolon: `that crashed jet skipped checks`, without `that`."""
        rest = list(self.noun.doc[self.noun.i + 1 : self.noun.sent.end])
        stop = next((n for n, t in enumerate(rest) if t.text in {";", "–", "—"}), len(rest))
        rest = [t for t in rest[:stop] if not t.is_space]
        clause = rest[1:] if rest and rest[0].lower_ == "that" else rest
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in clause[1:])
        return clause if verbal and (clause != rest or clause[0].tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"}) else []


def misread(line: Line) -> Iterator[Misread]:
    """The verbs of the sentence that were taken for nouns."""
    words = lexicon.contest_words("verbs")
    for token in line.tokens:
        noun = token.tag_ in {"NNS", "NNPS"} or (token.tag_ == "VBZ" and token.dep_ in {"nsubj", "csubj"})
        if lemma_of(token) not in words or not noun or token.i == line.tokens.start:
            continue
        holder, thing = token.nbor(-1), spoken_of(line, token)
        if thing is not None and holder.pos_ in {"NOUN", "PROPN"} and holder.tag_ != "NNS" and holder.head == token:
            yield Misread(holder, token, thing)


def lemma_of(token: Token) -> str:
    """The verb whose form it is, where the parser made up a noun for it: `dismisses` is no plural of `dismisse`."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("e") if lemma.endswith("sse") and token.lower_.endswith("sses") else lemma


def spoken_of(line: Line, verb: Token) -> Token | None:
    """The word for words that follows, with nothing but determiners and describing words between."""
    for token in line.passage.doc[verb.i + 1 : min(verb.i + 2 + NEAR, line.tokens.end)]:
        if token.lemma_.lower() in lexicon.nouns():
            return token
        if token.lower_ not in DETERMINERS and token.pos_ not in {"ADJ", "DET", "PROPN", "NOUN"}:
            return None
    return None
