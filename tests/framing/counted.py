"""Records to count, and how much of each kind they hold, counted without any grouping."""

from dataclasses import replace

from framing.grouping import Counting, Level
from framing.naming import side_of
from framing.tables import unanswered_rows
from framing.types import Actor, ActorKind, Analysis, Frame, FrameReading, Stance, StanceReading, Voice
from tests import builders
from tests.components import article


def framed() -> Analysis:
    """The article of the page's tests, with frames."""
    record = article.analysis()
    readings = (
        (0, Frame.CONFLICT, False),
        (3, Frame.CONFLICT, False),
        (3, Frame.MORALITY, True),
        (4, Frame.ECONOMIC, False),
    )
    return replace(record, frames=tuple(FrameReading(at, label, (), unsure) for at, label, unsure in readings))


def allegations() -> Analysis:
    """An allegation that its target leaves unanswered."""
    return replace(article.analysis(), contests=(), silences=())


def crowd() -> Analysis:
    """Ten states with one to ten stances toward the next one, and as many contests of its claims."""
    record = builders.analysis()
    states = tuple(Actor(id_, f"State {id_}", ActorKind.STATE, id_, ()) for id_ in range(10))
    pairs = [(holder, (holder + 1) % 10) for holder in range(10) for _ in range(holder + 1)]
    return replace(
        record,
        actors=states,
        claims=(),
        stances=tuple(StanceReading(a, b, a % 6, Stance.OPPOSES, None, (), False) for a, b in pairs),
        contests=tuple(
            replace(record.contests[0], id=id_, sentence=by % 6, claim=None, counter=None, by=by, against=against)
            for id_, (by, against) in enumerate(pairs)
        ),
    )


RECORDS = {
    "dam": builders.analysis(),
    "harbour": framed(),
    "allegations": allegations(),
    "crowd": crowd(),
    "nothing": article.bare("Calm."),
}


def sure(readings, counting: Counting) -> list:
    return [reading for reading in readings if counting.unsure or not reading.unsure]


def mentions(record: Analysis) -> list[tuple[int, int]]:
    """Actor and sentence of every mention that is read."""
    return [
        (actor.id, sentence.id)
        for actor in record.actors
        if actor.kind is not ActorKind.PLACE
        for mention in actor.mentions
        for sentence in record.sentences
        if sentence.start <= mention.start < sentence.end
    ]


def held(record: Analysis, counting: Counting) -> dict[str, int]:
    """How much of each kind the record holds, counted without any grouping."""
    text = record.article.text
    claims = sure(record.claims, counting)
    attributed = [claim for claim in claims if claim.voice is not Voice.AUTHOR]
    open_allegations = [row for row in unanswered_rows(record) if record.claims[row.claim] in claims]
    named: dict[int, set] = {paragraph.id: set() for paragraph in record.paragraphs}
    for actor, sentence in mentions(record):
        who = record.actors[side_of(record, actor) if counting.level is Level.SIDE else actor].name
        named[record.sentences[sentence].paragraph].add(who)
    return {
        "voice": 2 * sum(len(span.of(text).split()) for claim in attributed for span in claim.content),
        "certainty": len(claims),
        "tone": len(sure(record.tones.actors, counting)),
        "stance": len(sure(record.stances, counting)),
        "contests": len(sure(record.contests, counting)) + len(open_allegations),
        "frames": sum(max(1, len(named[frame.paragraph])) for frame in sure(record.frames, counting)),
        "course": len(claims) + len(mentions(record)),
    }
