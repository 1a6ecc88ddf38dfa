"""A parse as plain values, under the names that spaCy gives them.

A rule asks a word for its lemma, its head and its children, and there are hundreds of rules. spaCy builds each answer
anew, so its Doc is looked at once, here, and the rules look at this.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import overload

from spacy.tokens import Doc

from framing.quoting import quotations


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or sign of a paragraph; nothing changes it once `unpack` has tied it to the others."""

    doc: Parse
    i: int  # its place among the tokens
    idx: int  # the code point of the paragraph where it starts
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_alpha: bool
    is_digit: bool
    like_num: bool
    head: Token = field(init=False)  # itself at the root of a sentence
    left_edge: Token = field(init=False)
    right_edge: Token = field(init=False)
    sent: Tokens = field(init=False)
    lefts: tuple[Token, ...] = ()  # its children, in order
    rights: tuple[Token, ...] = ()
    children: tuple[Token, ...] = ()
    _subtree: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all below it, each between its children on the left and those on the right."""
        if not self._subtree:
            self._subtree = _below(self) if self.children else (self,)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """From the head up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens coordinated with this one, without it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:  # grows while it is walked through
            found.extend(right for right in token.rights if right.dep_ == "conj")
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, descendant: Token) -> bool:
        return any(token is self for token in descendant.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places on.

        Raises:
            IndexError: the paragraph has none there.
        """
        if self.i + distance < 0:
            raise IndexError(f"token {self.i} has no neighbour at {distance}; ask only within the paragraph")
        return self.doc.words[self.i + distance]


@dataclass(slots=True, eq=False, repr=False)
class _Row(Sequence[Token]):
    """Tokens that stand side by side in a paragraph."""

    words: tuple[Token, ...]
    start: int  # its place among the tokens of the paragraph

    @property
    def end(self) -> int:
        """The place behind the last one."""
        return self.start + len(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, int):
            return self.words[at]
        start, stop, _ = at.indices(len(self.words))
        return Tokens(self.words[start:stop], self.start + start)


class Tokens(_Row):
    """Neighbouring tokens of a paragraph: a sentence, an entity, whatever is cut out."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """As it stands, without the blank behind the last token."""
        if not self.words:
            return ""
        first, last = self.words[0], self.words[-1]
        return first.doc.text[first.idx : last.idx + len(last.text)]

    @property
    def start_char(self) -> int:
        """The code point of the paragraph where the first token starts."""
        return self.words[0].idx

    @property
    def end_char(self) -> int:
        return self.words[-1].idx + len(self.words[-1].text)


@dataclass(slots=True, eq=False, repr=False)
class Parse(_Row):
    """The tokens of one paragraph and what joins them."""

    text: str
    quotations: tuple[tuple[int, int], ...]  # their insides, in code points of the paragraph
    sents: tuple[Tokens, ...] = ()
    ents: tuple[Tokens, ...] = ()

    def at(self, offset: int) -> Token | None:
        """The token that holds this code point of the paragraph, or the blank right behind it."""
        place = bisect_right(self.words, offset, key=attrgetter("idx")) - 1
        if place < 0:
            return None
        token = self.words[place]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None

    def exactly(self, start: int, end: int) -> Tokens | None:
        """The tokens between two code points; None where one of these stands within a token."""
        first, last = self.at(start), self.at(end - 1)
        if first is None or last is None or start != first.idx or end != last.idx + len(last.text):
            return None
        return self[first.i : last.i + 1]

    def touching(self, start: int, end: int) -> Tokens | None:
        """All tokens that have a part between two code points; None where these are not in the paragraph."""
        first, last = self.at(start), self.at(end - 1)
        if first is None or last is None:
            return None
        return self[first.i + (start == first.idx + len(first.text)) : last.i + 1]


def unpack(doc: Doc, text: str) -> Parse:
    """Take the parse of a paragraph out of spaCy; `text` is the paragraph."""
    parse = Parse((), 0, text, tuple(quotations(text)))
    words = parse.words = tuple(
        Token(
            parse,
            token.i,
            token.idx,
            token.text,
            token.lower_,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            token.ent_type_,
            token.ent_iob_,
            token.whitespace_,
            token.is_space,
            token.is_punct,
            token.is_quote,
            token.is_alpha,
            token.is_digit,
            token.like_num,
        )
        for token in doc
    )
    children: list[list[Token]] = [[] for _ in words]
    before = [0] * len(words)  # how many of the children stand on the left
    for word, token in zip(words, doc, strict=True):
        at = token.head.i
        word.head, word.left_edge, word.right_edge = words[at], words[token.left_edge.i], words[token.right_edge.i]
        if at != word.i:
            children[at].append(word)
            before[at] += word.i < at
    for word, below, left in zip(words, children, before, strict=True):
        if below:
            word.children = tuple(below)
            word.lefts, word.rights = word.children[:left], word.children[left:]
    parse.sents = tuple(parse[sentence.start : sentence.end] for sentence in doc.sents)
    parse.ents = tuple(parse[entity.start : entity.end] for entity in doc.ents)
    for sentence in parse.sents:
        for word in sentence:
            word.sent = sentence
    return parse


def _below(top: Token) -> tuple[Token, ...]:
    """In order, without recursion: a garbled sentence may hang on one thread of a thousand words."""
    found: list[Token] = []
    waiting = [(top, False)]
    while waiting:
        token, entered = waiting.pop()
        if entered or not token.children:
            found.append(token)
        else:
            waiting.extend((right, False) for right in reversed(token.rights))
            waiting.append((token, True))
            waiting.extend((left, False) for left in reversed(token.lefts))
    return tuple(found)
