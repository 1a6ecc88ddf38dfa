"""A planned article in words, with the places of what is planted in it."""

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TypeAlias

from samples.planned import STORIES, SUPPORTED, SUPPORTER, TARGET, Planned

Part: TypeAlias = "str | tuple[str, tuple[Part, ...]]"  # words, or a mark with what stands in it

TONE: dict[str, tuple[Part, ...]] = {
    "negative": ("The record of ", ("target", (TARGET,)), " is a shameful and reckless failure."),
    "neutral": (("target", (TARGET,)), " has offices in three ports."),
    "positive": (("target", (TARGET,)), " has done excellent and admirable work for the ports."),
}
STANCE = {
    "supports": ("praised", " for its plan."),
    "neutral": ("met", " for talks."),
    "opposes": ("condemned", " over tolls."),
}
FILLERS = 9  # sentences of an article that have nothing planted in them
THINGS = "barges cranes lorries warehouses workshops orchards classrooms buses bridges lamps wells markets".split()
DONE = "were counted|were repaired|were painted|were moved|stood empty|were sold|were rented out|were inspected".split(
    "|"
)
WHERE = "by the old mill|near the ferry landing|along the lower bank|behind the station|at the fairground".split("|")
WHEN = "in spring|after the floods|before the holidays|during the dry weeks|on market days|last winter".split("|")
WHY = "as the water rose|while prices fell|when the road was closed|although rain was rare|since few came".split("|")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words at half-open code points of the text."""

    mark: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """The first sentence is the headline; every sentence is a paragraph."""

    title: str
    text: str
    sentences: tuple[Marked, ...]  # named by what they tell
    marks: tuple[Marked, ...]


def tell(article: Planned) -> Told:
    """The same words for the same plan; a reprint has another headline and lacks the last sentence."""
    fillers = _fillers(article.filler)
    title = _headline(article)
    told: list[tuple[str, tuple[Part, ...]]] = [("headline", (title,)), ("claim", _claim(article))]
    if article.denied:
        denier = STORIES[article.story].denier
        told.append(("denial", (("denier", (denier,)), " ", ("evidence", ("denied the allegation",)), ".")))
    if article.beside:
        told.append(("beside", _beside(article)))
    told += [("filler", (line,)) for line in fillers[:3]]
    told += [("tone", TONE[article.tone]), ("stance", _stance(article))]
    told += [("filler", (line,)) for line in fillers[3 : -1 if article.wire else None]]
    return _written(title, told)


def _written(title: str, told: list[tuple[str, tuple[Part, ...]]]) -> Told:
    text = ""
    sentences: list[Marked] = []
    marks: list[Marked] = []
    for name, parts in told:
        begin = len(text)
        text = _marked(text, parts, marks)
        sentences.append(Marked(name, begin, len(text)))
        text += "\n\n"
    return Told(title, text.rstrip() + "\n", tuple(sentences), tuple(marks))


def _marked(text: str, parts: tuple[Part, ...], marks: list[Marked]) -> str:
    """The text with the parts behind it; their marks are added."""
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            mark, inside = part
            begin = len(text)
            text = _marked(text, inside, marks)
            marks.append(Marked(mark, begin, len(text)))
    return text


def _claim(article: Planned) -> tuple[Part, ...]:
    story = STORIES[article.story]
    before, after = (story.other if article.other else story.content).split("{hedge}")
    hedge: tuple[Part, ...] = (("hedge", ("reportedly",)), " ") if article.hedged else ()
    return (("holder", (story.holder,)), " ", ("cue", ("said",)), " that ", ("content", (before, *hedge, after)), ".")


def _beside(article: Planned) -> tuple[Part, ...]:
    story = STORIES[article.story]
    holder, cue, content = (story.holder,), ("said",), (story.beside,)
    return (("holder beside", holder), " also ", ("cue beside", cue), " that ", ("content beside", content), ".")


def _stance(article: Planned) -> tuple[Part, ...]:
    verb, rest = STANCE[article.stance]
    return (("supporter", (SUPPORTER,)), " ", ("stance", (verb,)), " ", ("supported", (SUPPORTED,)), rest)


def _headline(article: Planned) -> str:
    random = Random(f"headline {article.id}")
    return f"River towns: {random.choice(THINGS)} {random.choice(WHERE)} {random.choice(WHEN)}"


def _fillers(number: int) -> list[str]:
    random = Random(f"filler {number}")
    amounts = count(random.randrange(20, 900), random.randrange(3, 40))
    return [
        f"Some {next(amounts)} {random.choice(THINGS)} {random.choice(DONE)} {random.choice(WHERE)} "
        f"{random.choice(WHEN)} {random.choice(WHY)}, and {next(amounts)} {random.choice(THINGS)} "
        f"{random.choice(DONE)} {random.choice(WHERE)}."
        for _ in range(FILLERS)
    ]
