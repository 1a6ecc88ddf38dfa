"""Who holds which words, over the ways in which news attributes; each with a sentence that only looks like it."""

import pytest

from framing.types import Act
from tests.framing.conftest import Read
from tests.framing.views import claims, words

# (holder, the exact words of one claim, the sentence)
HELD = [
    # evaluations: thing and verdict
    ("opposition", 'the vote "a sham"', 'The opposition called the vote "a sham".'),
    ("Uruguay", "the tariff as an insult", "Uruguay described the tariff as an insult."),
    ("premier", "the accord as a turning point", "The premier hailed the accord as a turning point."),
    ("Japan", 'the launch "an outrageous act"', 'Japan lodged a protest, calling the launch "an outrageous act".'),
    ("monitors", "the crash on faulty brakes", "The monitors blamed the crash on faulty brakes."),
    ("he", "a plot hatched in Rome", "The coach raged at what he called a plot hatched in Rome."),
    # accusations told from the other end
    ("Italy", "ignoring distress calls", "Malta stands accused by Italy of ignoring distress calls."),
    ("Serbia", "hiding the files", "Croatia, accused by Serbia of hiding the files, has asked for time."),
    ("Ecuador", "bribing guards", "Ecuador accused the miners of dumping mercury and of bribing guards."),
    # those who are quoted
    ("general", "the town had fallen", "State television quoted the general as saying that the town had fallen."),
    ("diplomats", "the envoy had resigned", "The newspaper cited two diplomats as saying the envoy had resigned."),
    ("engineer", "The dam … will not hold", '"The dam," said the engineer, "will not hold."'),
    ("master", "The pier is safe", "The pier is safe, said the harbour master."),
    ("union", "The strike would go on", "The strike would go on, warned the union."),
    ("Haddad", "The money is gone", 'Mr Haddad was blunt: "The money is gone."'),
    ("port authority", "trade fell", "Figures from the port authority show that trade fell."),
    ("police report", "it was arson", "A police report seen by Reuters says it was arson."),
    ("aid workers", "wells had been poisoned", "There were reports from aid workers that wells had been poisoned."),
    # the mind of the holder
    ("Fishermen", "the new port will ruin them", "Fishermen on the island fear that the new port will ruin them."),
    ("Analysts", "growth to slow", "Analysts at the bank expect growth to slow."),
    ("agencies", "30,000 people have fled", "Aid agencies estimate that 30,000 people have fled."),
    ("Bulgaria", "the EU to pay for the fence", "Bulgaria wants the EU to pay for the fence."),
    ("company", "it was for sale", "The company dismissed suggestions that it was for sale."),
    # where the words end
    ("envoy", "the plan was dead", "The envoy said the plan was dead and left the hall."),
    ("daily", "the minister would resign", "The daily said the minister would resign, citing an unnamed member of the cabinet."),
    ("Portugal", "it would take the bank", "Portugal said it would take the bank, three days after its premier ruled that out."),
    ("diplomats", "a deal was close", "Two diplomats said a deal was close but gave no details."),
    ("Police", "they had arrested 12 people", "Police said they had arrested 12 people, while organisers put the number at 40."),
    ("Hungary", "it would block the aid", "Hungary said on Tuesday it would block the aid."),
    ("Zambia", "to cut power unless it paid", "Zambia threatened to cut power unless it paid."),
]  # fmt: skip


@pytest.mark.parametrize(("holder", "content", "sentence"), [pytest.param(*row, id=row[2]) for row in HELD])
def test_words_are_held(read: Read, holder: str, content: str, sentence: str) -> None:
    record = read(sentence, any_language=True)
    found = {(record.actors[c.holder].name, words(record, c.content)) for c in claims(record) if c.holder is not None}
    assert any(holder in name and said == content for name, said in found), found


UNHELD = [
    "The path described a circle around the lake.",
    "A ship said to be Greek was found off the cape.",
    "It was clear that the deal would go ahead.",
    "The coach was not convinced that the team was robbed.",
    "The rebels want to pull back.",
    "Nobody called the vote a sham.",
    "The minister must stop saying that the town has fallen.",
    "The party official requested anonymity.",
    "The shop sold three things: bread, milk and soap.",
]


@pytest.mark.parametrize("sentence", UNHELD)
def test_nobody_holds_them(read: Read, sentence: str) -> None:
    assert [c for c in claims(read(sentence, any_language=True)) if c.holder is not None] == []


BODY = "\n\nThe road was closed on Monday after heavy rain in the north. Work went on through the night."

HEADLINES = [
    ("Police", "driver was drunk", "Police: driver was drunk"),
    ("chief", "coup rumours are false", "Army chief: coup rumours are false"),
    ("officials", "Four dead in Malian market blast", "Four dead in Malian market blast - officials"),
    ("sources", "Airbus to cut 2,000 jobs", "Exclusive: Airbus to cut 2,000 jobs - sources"),
    ("minister", "Turkey to send troops to Niger", "Turkey to send troops to Niger, minister says"),
]


@pytest.mark.parametrize(("holder", "content", "headline"), HEADLINES)
def test_headlines_name_their_speaker(read: Read, holder: str, content: str, headline: str) -> None:
    record = read(headline + BODY, any_language=True)
    found = [(record.actors[c.holder].name, words(record, c.content)) for c in claims(record) if c.holder is not None]
    assert any(holder in name and said == content for name, said in found), found


@pytest.mark.parametrize(
    "headline",
    ["Explainer: why the peso is falling", "Iran: protests spread to five cities", "Budget 2024: what has changed"],
)
def test_labels_and_topics_speak_not(read: Read, headline: str) -> None:
    assert [c for c in claims(read(headline + BODY, any_language=True)) if c.holder is not None] == []


def test_a_source_at_the_end_is_named_without_the_headline(read: Read) -> None:
    record = read("Iran’s Raisi to visit Syria ‘this week’ – Sources" + BODY, any_language=True)
    assert "Sources" in {actor.name for actor in record.actors}


def test_a_hyphen_belongs_to_the_name(read: Read) -> None:
    record = read("A Lagos-based miners' group said it would strike.", any_language=True)
    assert any("Lagos-based" in actor.name for actor in record.actors)


MISREAD = [
    ("Airline", "crashed jet skipped checks", "Airline rejects claims that crashed jet skipped checks"),
    ("Bank", "it hid losses", "Bank rejects claim it hid losses"),
]


@pytest.mark.parametrize(("holder", "content", "headline"), MISREAD)
def test_a_verb_taken_for_a_noun_still_denies(read: Read, holder: str, content: str, headline: str) -> None:
    record = read(headline + BODY, any_language=True)
    told = [
        (record.actors[c.holder].name, words(record, c.content), c.act) for c in record.claims if c.holder is not None
    ]
    assert (holder, content, Act.DENY) in told


def test_a_plural_of_that_form_denies_nothing(read: Read) -> None:
    record = read(
        "The number of factory rejects claims of quality had promised to halve rose." + BODY, any_language=True
    )
    assert [c for c in record.claims if c.act is Act.DENY] == []
