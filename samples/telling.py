"""A planned article in words, with the places of what is planted in it."""

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TypeAlias

from samples.planned import STORIES, SUPPORTED, SUPPORTER, TARGET, Planned

Part: TypeAlias = str | tuple[str, str]  # words, or a mark with its words

TONE: dict[str, tuple[Part, ...]] = {
    "negative": ("The record of ", ("target", TARGET), " is a shameful and reckless failure."),
    "neutral": (("target", TARGET), " has offices in three ports."),
    "positive": (("target", TARGET), " has done excellent and admirable work for the ports."),
}
STANCE: dict[str, tuple[Part, ...]] = {
    "supports": (("supporter", SUPPORTER), " ", ("stance", "praised"), " ", ("supported", SUPPORTED), " for its plan."),
    "neutral": (("supporter", SUPPORTER), " ", ("stance", "met"), " ", ("supported", SUPPORTED), " for talks."),
    "opposes": (("supporter", SUPPORTER), " ", ("stance", "condemned"), " ", ("supported", SUPPORTED), " over tolls."),
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
        told.append(("denial", (("denier", denier), " ", ("evidence", "denied the allegation"), ".")))
    told += [("filler", (line,)) for line in fillers[:3]]
    told += [("tone", TONE[article.tone]), ("stance", STANCE[article.stance])]
    told += [("filler", (line,)) for line in fillers[3 : -1 if article.wire else None]]
    return _written(title, told)


def _written(title: str, told: list[tuple[str, tuple[Part, ...]]]) -> Told:
    text, sentences, marks = "", [], []
    for name, parts in told:
        begin = len(text)
        for part in parts:
            mark, words = ("", part) if isinstance(part, str) else part
            if mark:
                marks.append(Marked(mark, len(text), len(text) + len(words)))
            text += words
        sentences.append(Marked(name, begin, len(text)))
        text += "\n\n"
    return Told(title, text.rstrip() + "\n", tuple(sentences), tuple(marks))


def _claim(article: Planned) -> tuple[Part, ...]:
    story = STORIES[article.story]
    content = story.hedged if article.hedged else story.content
    before, hedge, after = content.partition("may") if article.hedged else (content, "", "")
    inside: tuple[Part, ...] = (
        (("content", before), ("hedge", hedge), ("content", after)) if hedge else (("content", content),)
    )
    return (("holder", story.holder), " ", ("cue", "said"), " that ", *inside, ".")


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
