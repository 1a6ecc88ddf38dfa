"""The engine over the floor, and what users assemble today over the engine: one article, a long one, and many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from benchmarks.rows import Engine
from benchmarks.runs import articles
from benchmarks.speed.assembled import ROWS, Assembled, Planned, lengths_of
from benchmarks.speed.bare import BareEncoder
from benchmarks.speed.clock import Times, Work, clocked, in_turn, total
from benchmarks.speed.floor import Floor, Needed, needed, read_anew
from benchmarks.speed.many import read_many
from benchmarks.speed.markdown import ratio, seconds, table
from benchmarks.speed.texts import Text
from framing.counting import counted
from framing.ports import Parser
from models.reader import load_reader

WORKS = 4  # of a side: the engine, and the three bare ones
TURN = 40  # articles that engine and floor read in turn, and that the floor sorts by length as one
EVERY = 4  # what users assemble takes long: it runs in every so-manyth round


@dataclass(frozen=True, slots=True)
class Side:
    """All that is compared, in one number format."""

    number_format: str
    engine: Engine
    floor: Floor
    assembled: Assembled

    def works(self, text: str, need: Needed) -> list[Work]:
        floor = self.floor
        bare = [partial(work, need) for work in (floor.encode, floor.parse, floor.encode_asked)]
        return [lambda: read_anew(self.engine, text), *bare]

    def plans(self, lengths: Sequence[int]) -> list[Planned]:
        """Paragraph by paragraph, and in batches."""
        return [self.assembled.plan(lengths, rows=rows) for rows in (1, ROWS)]


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians for one text, or sums over many."""

    text: str
    words: int
    number_format: str
    engine: Times
    encoder: Times
    parser: Times
    asked: Times | None  # the encoder on all rows that our network reads, two claims side by side among them
    assembled: Times  # paragraph by paragraph
    batched: Times  # the same in batches
    plain: Times  # paragraph by paragraph in float32, the format in which its models come

    @property
    def floor(self) -> Times:
        return total([self.encoder, self.parser])


def load_side(number_format: str, parser: Parser) -> Side:
    engine = Engine(parser, load_reader(number_format=number_format))
    return Side(number_format, engine, Floor(BareEncoder(number_format), parser), Assembled(number_format))


def measure(text: Text, sides: Sequence[Side], rounds: int) -> Iterator[Measured]:
    """Time one article in each number format, all of them in turn; the first is float32."""
    need = needed([read_anew(sides[0].engine, text.text)])
    need = replace(need, asked=sides[0].engine.reader.kept)
    lengths = lengths_of(need.paragraphs)
    works = [work for side in sides for work in side.works(text.text, need)]
    plans = [plan for side in sides for plan in side.plans(lengths)]
    times = in_turn(works, rounds, rare=[plan.run for plan in plans], every=EVERY)
    rare = [took.scaled(plan.factor) for took, plan in zip(times[len(works) :], plans, strict=True)]
    for number, side in enumerate(sides):
        engine, encoder, parser, asked = times[WORKS * number : WORKS * (number + 1)]
        one_by_one, batched = rare[2 * number : 2 * number + 2]
        yield Measured(
            text.name,
            text.words,
            side.number_format,
            engine,
            encoder,
            parser,
            asked,
            one_by_one,
            batched,
            plain=rare[0],
        )


def measure_many(count: int, side: Side, plain: Assembled) -> Measured:
    """Time many articles, read by the engine as a run over a corpus reads them; `plain` is in float32."""
    many = read_many(articles(count), side.number_format, side.floor, turn=TURN)
    lengths = lengths_of(many.paragraphs)
    plans = [*side.plans(lengths), plain.plan(lengths)]
    theirs = [clocked(plan.run).scaled(plan.factor) for plan in plans]
    return Measured(
        counted(count, "article"),
        many.words,
        side.number_format,
        many.engine,
        many.encoder,
        many.parser,
        None,
        *theirs,
    )


HEAD = (
    "text",
    "format",
    "engine / floor",
    "engine / floor of all its rows",
    "assembled / engine",
    "batched / engine",
    "assembled in float32 / engine",
    "engine",
    "encoder",
    "parser",
    "assembled",
    "batched",
)


def ratios_table(measured: Sequence[Measured]) -> str:
    """Ratios first, then seconds by the wall clock."""
    return table(HEAD, [_cells(one) for one in measured], named=2)


def _cells(one: Measured) -> list[str]:
    theirs = (one.assembled, one.batched, one.plain)
    times = (one.engine, one.encoder, one.parser, one.assembled, one.batched)
    return [
        f"{one.text}, {one.words:,} words" if "words" not in one.text else one.text,
        one.number_format,
        ratio(one.engine.over(one.floor)),
        ratio(one.engine.over(total([one.asked, one.parser]))) if one.asked is not None else "",
        *(ratio(each.over(one.engine), 0) for each in theirs),
        *(seconds(each.wall) for each in times),
    ]
