"""The actors as they gather while an article is read, and the words that named them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import takewhile

from framing.passages import Passage
from framing.register import Register, handles
from framing.tokens import Token
from framing.types import ActorKind, Mention, MentionForm, Span

Place = tuple[int, int]  # (start of the passage, index of the token in it)

PEOPLE = frozenset({ActorKind.PERSON})
BODIES = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.MEDIA})


LEAD = 3  # the last sentence, counted from the headline, that can name whom the lead described
PAPERS = frozenset({"report", "document", "paper", "draft", "text"})


class Role(IntEnum):
    """What a figure does in its sentence."""

    NAMED, SUBJECT, MAIN_SUBJECT = range(3)


@dataclass(slots=True)
class Figure:
    """An actor in the making; `side` is the number of another figure, its own, or None for a place."""

    number: int
    name: str
    kind: ActorKind
    side: int | None
    words: frozenset[str]  # lower-case words of its name, without articles and states
    heads: set[str] = field(default_factory=set)  # nouns that described it: "ministry", "president"
    traits: set[str] = field(default_factory=set)  # other words of its descriptions: "ruling", "copper"
    portfolios: dict[str, frozenset[str]] = field(default_factory=dict)  # "minister" -> "health"
    plural: bool = False
    gender: str | None = None  # "f" or "m", where a title, kinship or the given name tells
    guessed: str | None = None  # "f" or "m", from an earlier pronoun
    nation: int | None = None  # the state by whose adjective it was described, though it may not speak for it
    owner: int | None = None  # the figure whose body it was called: "her ministry"
    unnamed: bool = False  # known by description only
    partisan: bool = False  # a politician, who speaks for no state
    mentions: dict[Span, Mention] = field(default_factory=dict)

    def may_be(self, gender: str | None) -> bool:
        """Whether nothing speaks against that gender; None is none in particular."""
        return gender is None or (self.gender or self.guessed) in {None, gender}


@dataclass(slots=True)
class Cast:
    """All figures in order of appearance, and which token names which."""

    figures: list[Figure] = field(default_factory=list)
    at: dict[Place, int] = field(default_factory=dict)
    trail: list[tuple[int, int, Role]] = field(default_factory=list)  # (sentence, figure, what it does there)
    short: dict[str, str] = field(default_factory=dict)  # acronyms that the article introduces, with the full name
    home: str | None = None  # the state that the article names most, by any of its words
    kinds: dict[str, ActorKind] = field(default_factory=dict)  # what each unknown name is, over the whole article
    stage: tuple[int, str] | None = None  # a sentence that opens with a capital as its scene, and the capital's state
    opening: int = 0  # the first sentence of the paragraph that is being read
    headline: int = 0  # where the headline ends
    lead: int = 0  # where the first sentence below it ends
    candidates: frozenset[str] = frozenset()  # last names of those who stand for office
    issuers: dict[str, int] = field(default_factory=dict)  # "report" -> who issued the last one named
    names: Register = field(default_factory=Register)  # by whatever a name can be known by
    nouns: Register = field(default_factory=Register)  # by the nouns that described them
    order: dict[int, None] = field(default_factory=dict)  # whom the trail names, in the order of the last time
    acts: Counter[int] = field(default_factory=Counter)  # how often each was a subject
    sides: set[int] = field(default_factory=set)  # figures for whom others have come to speak

    def add(
        self, name: str, kind: ActorKind, *, side: int | None = None, words: frozenset[str] = frozenset()
    ) -> Figure:
        """A new figure; without a side it speaks for itself, unless it is a place."""
        number = len(self.figures)
        own = None if kind is ActorKind.PLACE else number
        figure = Figure(number, name, kind, side if side is not None else own, words)
        self.figures.append(figure)
        self.names.enter(number, handles(name, words))
        if side is not None:
            self.sides.add(side)
        if kind is ActorKind.MEDIA:
            self.describe(figure, {"outlet"})
        return figure

    def rename(self, figure: Figure, name: str, words: frozenset[str]) -> None:
        """Call the figure by another name from now on."""
        figure.name, figure.words = name, words
        self.names.enter(figure.number, handles(name, words))

    def describe(self, figure: Figure, nouns: Iterable[str]) -> None:
        """Keep nouns that say what the figure is, by which it can be called later on."""
        nouns = set(nouns)
        figure.heads |= nouns
        self.nouns.enter(figure.number, nouns)

    def alike(self, keys: Iterable[str]) -> list[Figure]:
        """Everybody whose name may be meant by one of the keys, in order of appearance; some are not."""
        return [self.figures[number] for number in self.names.find(keys)]

    def described(self, nouns: Iterable[str]) -> list[Figure]:
        """Everybody whom one of the nouns has described, in order of appearance."""
        return [self.figures[number] for number in self.nouns.find(nouns)]

    def note(self, figure: Figure, passage: Passage, token: Token, span: Span, form: MentionForm, proof: str) -> Figure:
        """Record that `token` (and `span` around it) names the figure."""
        self.at[(passage.start, token.i)] = figure.number
        figure.mentions.setdefault(span, Mention(span.start, span.end, form, proof))
        return figure

    def share(self, passage: Passage, token: Token, figure: Figure | None) -> Figure | None:
        """Let the token stand for the figure without being a mention of its own."""
        if figure is not None:
            self.at[(passage.start, token.i)] = figure.number
        return figure

    def of(self, passage: Passage, token: Token | None) -> Figure | None:
        if token is None:
            return None
        number = self.at.get((passage.start, token.i))
        return self.figures[number] if number is not None else None

    def side_of(self, figure: Figure) -> Figure | None:
        return self.figures[figure.side] if figure.side is not None else None

    def fulfil(self, figure: Figure, nouns: frozenset[str]) -> None:
        """Join to the figure what headline and lead called by such a noun before its name was told.

        "French partner sues … Larkin, the partner,", "operator says … Harbourline, the company that".
        """
        if not self.lead:
            return
        for other in self.described(nouns):
            if other.number == figure.number or not other.unnamed or not other.mentions:
                continue
            if other.plural or max(other.mentions).end > self.lead or other.nation not in {None, figure.nation}:
                continue
            if other.side not in {other.number, figure.side}:
                continue
            figure.mentions |= other.mentions
            self.describe(figure, other.heads)
            self.at = {place: figure.number if n == other.number else n for place, n in self.at.items()}
            self.trail = [(at, figure.number if n == other.number else n, role) for at, n, role in self.trail]
            self.order = dict.fromkeys(reversed(dict.fromkeys(n for _, n, _ in reversed(self.trail))))
            self.acts[figure.number] += self.acts.pop(other.number, 0)
            other.mentions = {}

    def issuer(self, noun: str, *, definite: bool) -> Figure | None:
        """Who speaks when `noun` does; "the report" and "the document" may be whichever paper was told of last."""
        if noun in self.issuers:
            return self.figures[self.issuers[noun]]
        return self.figures[list(self.issuers.values())[-1]] if definite and noun in PAPERS and self.issuers else None

    def settle(self, figure: Figure, side: Figure | None) -> None:
        """Give the figure a side that was learnt later; a side once given is kept unless it was its own."""
        if side is None or side.side is None or side.number == figure.number:
            return
        if figure.side == figure.number and figure.kind not in {ActorKind.STATE, ActorKind.BLOC}:
            top = side.side
            if figure.partisan and self.figures[top].kind is ActorKind.STATE:
                return
            if top != figure.number and self.figures[top].side == top:
                figure.side = top
                self.sides.add(top)
                for other in self.figures if figure.number in self.sides else ():
                    if other.side == figure.number and other.number != figure.number:
                        other.side = top

    def part(self, figure: Figure) -> None:
        """Keep a politician from speaking for a state, whatever office the article gives to him or her."""
        figure.partisan = True
        if figure.side is not None and self.figures[figure.side].kind is ActorKind.STATE:
            figure.side = figure.number

    def recent(
        self,
        sentence: int,
        kinds: frozenset[ActorKind],
        *,
        plural: bool | None = None,
        gender: str | None = None,
        called: frozenset[str] = frozenset(),
        reach: int = 6,
    ) -> Figure | None:
        """The figure that a pronoun or bare description most likely takes up.

        Subjects of this sentence come first, then those of the last two, a main verb's before any other; then
        whatever was named last. With `called`, one that such a noun has described.
        """
        near = takewhile(lambda step: step[0] >= sentence - reach, reversed(self.trail))
        fitting = [
            (at, number, role)
            for at, number, role in near
            if self.figures[number].kind in kinds
            and (plural is None or self.figures[number].plural == plural)
            and self.figures[number].may_be(gender)
            and (not called or self.figures[number].heads & called)
        ]
        acting = [(at, min(role, Role.SUBJECT) if at == sentence else role, n) for at, n, role in fitting if role]
        for near_by in (sentence, sentence - 1, sentence - 2):
            best = max(((role, -i, n) for i, (at, role, n) in enumerate(acting) if at == near_by), default=None)
            if best is not None:
                return self.figures[best[2]]
        return self.figures[fitting[0][1]] if fitting else None

    def follow(self, sentence: int, figure: Figure, role: Role) -> None:
        """Remember that the sentence named the figure."""
        self.trail.append((sentence, figure.number, role))
        self.order.pop(figure.number, None)
        self.order[figure.number] = None
        self.acts[figure.number] += role is not Role.NAMED

    def latest(self, figures: Sequence[Figure]) -> Sequence[Figure]:
        """The figures by when they were named last, the latest first."""
        if len(figures) < 2:
            return figures
        named = {number: at for at, number in enumerate(self.order)}
        return sorted(figures, key=lambda figure: (-named.get(figure.number, -1), -figure.number))

    def state(self, sentence: int, *, near: bool = True, barred: Collection[str] = ()) -> Figure | None:
        """The state that acted last in this sentence or, in the main clause, the one before it; else the home state.

        A proper name ("the Central Election Commission") is not `near`: it is introduced from afar. States of the
        `barred` names are passed over.
        """
        if self.stage is not None and self.stage[0] == sentence and self.stage[1] not in barred:
            return self.state_named(self.stage[1])
        for at, number, role in reversed(self.trail):
            if at < (max(sentence - 1, self.opening) if near else sentence):
                break
            side = self.side_of(self.figures[number])
            acts = role is Role.MAIN_SUBJECT if at < sentence else bool(role)
            if acts and side is not None and side.kind is ActorKind.STATE and side.name not in barred:
                return side
        return self.state_named(self.home) if self.home is not None and self.home not in barred else None

    def state_named(self, name: str) -> Figure:
        known = next((f for f in self.alike([name]) if f.name == name and f.kind is ActorKind.STATE), None)
        return known if known is not None else self.add(name, ActorKind.STATE)

    def lately(self, names: frozenset[str]) -> Figure | None:
        """The state of one of these names that was named last."""
        named = (self.figures[number] for number in reversed(self.order))
        return next((f for f in named if f.kind is ActorKind.STATE and f.name in names), None)
