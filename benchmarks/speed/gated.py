"""The ratios that the gate keeps: in processor time on one core and in float32, so that little but the code moves them.

What still moves them is how a processor's arithmetic compares with its handling of Python, and caches shared with other
work; their floors leave room for that (`benchmarks.floors.MARGINS`).
"""

import hashlib
from collections.abc import Iterator

from benchmarks.floors import Row
from benchmarks.rows import SPEED, Engine
from benchmarks.runs import articles
from benchmarks.speed.assembled import Assembled, lengths_of
from benchmarks.speed.bare import BareEncoder
from benchmarks.speed.clock import in_turn, one_core, total
from benchmarks.speed.floor import Floor, needed, read_anew
from benchmarks.speed.growth import exponent, measure_growth
from benchmarks.speed.many import read_many
from benchmarks.speed.texts import Text, long, sample

ROUNDS = 9
PARAGRAPHS = 3  # that what users assemble is measured on
ARTICLES = 24
WORDS = (1_000, 3_000, 9_000)
OVER_FLOOR, ASSEMBLED, POWER = "engine over floor", "assembled over engine", "power of words"


def speed_rows(engine: Engine) -> Iterator[Row]:
    """Rows of an engine in float32."""
    with one_core():
        floor = Floor(BareEncoder(engine.reader.number_format), engine.parser)
        yield from _sample_rows(engine, floor, sample())
        texts = list(articles(ARTICLES))
        many = read_many(texts, engine.reader.number_format, floor, turn=ARTICLES // 2)
        over = many.engine.over(total([many.encoder, many.parser]))
        yield Row(SPEED, f"{ARTICLES} articles", OVER_FLOOR, over.processor, _sha256(*texts))
        readings = measure_growth(engine, WORDS)
        power = exponent([one.words for one in readings], [one.taken for one in readings])
        yield Row(SPEED, f"{WORDS[0]:,} to {WORDS[-1]:,} words", POWER, power, _sha256(*(long(n).text for n in WORDS)))


def _sample_rows(engine: Engine, floor: Floor, text: Text) -> Iterator[Row]:
    need = needed([engine.read(text.text)])
    plan = Assembled(engine.reader.number_format).plan(lengths_of(need.paragraphs), most=PARAGRAPHS)
    ours, encoder, parser, theirs = in_turn(
        [lambda: read_anew(engine, text.text), lambda: floor.encode(need), lambda: floor.parse(need)],
        ROUNDS,
        rare=[plan.run],
        every=ROUNDS,
    )
    sha256 = _sha256(text.text)
    yield Row(SPEED, "a sample", OVER_FLOOR, ours.over(total([encoder, parser])).processor, sha256)
    yield Row(SPEED, "a sample", ASSEMBLED, theirs.scaled(plan.factor).over(ours).processor, sha256)


def _sha256(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
