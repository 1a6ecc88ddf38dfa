"""What the network is asked: no quoted or attributed word may colour the author's own voice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.ports import Reader, Request
from framing.types import Analysis, ParagraphTone, Probabilities, Span
from tests.framing.engine import network, read_anew
from tests.framing.fake_reader import UNSEEN, FakeReader, visible
from tests.framing.views import words

ARTICLE = """The minister of Kenya walked out of the long talks in anger on Monday.

“Uganda has stolen our wonderful dam,” the Kenyan minister, Ruth Otieno, said in a furious speech. Uganda denied that it had stolen the terrible dam, and told Kenya to stop “this foolish noise.”

According to the Lake Institute, the fighting has killed 40 people, and Kenyan soldiers keep the peace badly. The angry crowd in Kisumu threw stones at the embassy of Uganda all night.
"""
FRAMES = [  # any words may stand inside the quotation
    "“{}” the Kenyan minister, Ruth Otieno, said in a furious speech.",
    "Otieno told the angry crowd in Kisumu: “{}”",
    '"{}" according to Ruth Otieno, a bitter old critic.',
]
MIXED = [  # the author's words around the quotation may belong to the claim or not, as the quoted grammar has it
    "The ruined town of Kisumu, the mayor said, “{}”",
    "The ruined town of Kisumu, the mayor said, “{}” on that sad day.",
    "Otieno called the crowd “{}” and left for home at once.",
    "Otieno left for home; “{}” she told the crowd, and “{}”",
    "“{}” Otieno said in a long and bitter speech, “{}”",
    "Otieno spoke for an hour in the ruined hall.\n\n“{}\n\n“{}” she said in her long and bitter speech.",
]
PRAISE, BLAME = ("wonderful", "kind", "loved"), ("terrible", "cruel", "hated")
QUOTED = [  # what stands for `{}` differs in polarity alone
    "“Uganda is {},” said the mayor of Kisumu, Ruth Otieno, after a long walk through the ruined market.",
    'The mayor of Kisumu wrote that "Uganda was {}" and sent the letter to the old king of Tonga.',
    "The mayor of Kisumu wrote: 'Uganda was {}.' She sent the long letter to the old king of Tonga.",
    # a single word
    "In her long letter the mayor of Kisumu described Uganda as “{}” and the talks in Nairobi as a waste of time.",
    # interrupted by the cue
    "“Uganda,” said the mayor of Kisumu in a long and angry speech, “is a {} country,” and left the hall at once.",
    "“Uganda is {},” the mayor of Kisumu said in a furious speech. “It was always {},” she added on her way out.",
    # over several paragraphs, each opened anew and only the last one closed
    "The mayor of Kisumu spoke for an hour in the crowded old hall.\n\n"
    "“Uganda is {}.\n\n“It was always {}, and Kenya knows it,” she said in her long speech.",
]
PARAPHRASED = [
    "After a long walk through the ruined market, Ruth Otieno said that the army of Uganda was {}.",
    "The mayor of Kisumu walked for hours. She told the angry crowd that Uganda’s army had been {}.",
    "According to the mayor of Kisumu, whose town was burnt last year, Uganda is {}.",
    "Uganda is {}, the mayor of Kisumu said in a furious speech to her party in the old hall.",
    "The mayor of Kisumu believes that Uganda is {}. She has moved her poor family to a house in Nairobi.",
]
WORDS = "Uganda is wonderful terrible stolen our dam has we never will the peace Kenya murdered loved".split()


def asked(text: str) -> tuple[Analysis, list[Request]]:
    reader = FakeReader()
    record = read_anew(text, any_language=True, reader=reader)
    return record, reader.asked


def own_voice(requests: list[Request]) -> list[Request]:
    """The requests that are read for the author's tone: all that have masks, or nothing to mask."""
    return [request for request in requests if request.masked or not request.pairs]


@pytest.fixture(scope="module")
def article() -> tuple[Analysis, list[Request]]:
    return asked(ARTICLE)


@pytest.mark.parametrize(
    "inside",
    ["stolen our wonderful dam", "this foolish noise", "it had stolen the terrible dam", "has killed 40 people",
     "keep the peace badly"],
)  # fmt: skip
def test_quoted_and_attributed_words_are_masked(article: tuple[Analysis, list[Request]], inside: str) -> None:
    _, requests = article
    masked = [request for request in requests if inside in request.text and request.masked]
    assert len(masked) == 1
    assert inside not in visible(masked[0])
    assert not any(word in visible(masked[0]).split() for word in inside.split() if len(word) > 4)


@pytest.mark.parametrize("outside", ["in a furious speech", "walked out of the long talks in anger", "The angry crowd"])
def test_own_words_stay_visible(article: tuple[Analysis, list[Request]], outside: str) -> None:
    _, requests = article
    assert any(outside in visible(request) for request in own_voice(requests))


def test_every_target_and_pair_is_a_mention_of_an_actor(article: tuple[Analysis, list[Request]]) -> None:
    record, requests = article
    mentions = {record.article.text[m.start : m.end] for actor in record.actors for m in actor.mentions}
    for request in requests:
        assert all(span.of(request.text) in mentions for span in request.targets)
        assert all(target.of(request.text) in mentions for _, target in request.pairs)
        assert not any(t.overlaps(m) for t in request.targets for m in request.masked)
        assert all(0 <= s.start < s.end <= len(request.text) for s in (*request.targets, *request.masked))


def test_every_request_is_one_sentence_of_the_article(article: tuple[Analysis, list[Request]]) -> None:
    record, requests = article
    sentences = [record.article.text[s.start : s.end] for s in record.sentences]
    assert all(request.text in sentences for request in requests)
    assert all(sentences.count(text) == 1 for text in sentences)
    assert max(sum(r.text == text for r in requests) for text in sentences) <= 2


def test_answers_enter_the_record_where_they_were_asked(article: tuple[Analysis, list[Request]]) -> None:
    record, requests = article
    assert len(record.tones.actors) == sum(len(request.targets) for request in requests)
    assert len(record.stances) == sum(len(request.pairs) for request in requests)
    stances = {(s.holder, s.target, s.sentence) for s in record.stances}
    assert {(a.source, a.target, a.sentence) for a in record.acts} <= stances  # mere saying is no act
    assert record.acts
    for tone in record.tones.actors:
        claims = [c for c in record.claims if c.holder is not None and any(s.covers(tone.mention) for s in c.content)]
        assert (tone.holder is None) == (not claims), words(record, tone.mention)


def test_tone_inside_a_quotation_is_the_speakers(article: tuple[Analysis, list[Request]]) -> None:
    record, _ = article
    at = ARTICLE.index("Uganda has stolen")
    (tone,) = (t for t in record.tones.actors if t.mention == Span(at, at + len("Uganda")))
    assert tone.holder is not None
    assert record.actors[tone.holder].name == "Ruth Otieno"


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.sampled_from(FRAMES),
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=8),
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=8),
)
def test_other_words_inside_a_quotation_leave_the_authors_request_as_it_was(
    frame: str, one: list[str], other: list[str]
) -> None:
    assert shown(frame, one) == shown(frame, other)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(
    st.sampled_from([*FRAMES, *MIXED]),
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=8),
    st.integers(min_value=0, max_value=8),
)
def test_no_quoted_word_reaches_the_authors_tone(frame: str, inside: list[str], place: int) -> None:
    """The reader answers otherwise where it sees the secret, which stands only inside quotations."""
    spoken = [*inside[:place], "zanzibarish", *inside[place:]]
    reader = FakeReader(secret="zanzibarish")
    record = read_anew(frame.replace("{}", " ".join(spoken) + ","), any_language=True, reader=reader)
    assert {tone.label for tone in record.tones.paragraphs} <= {UNSEEN}
    assert {tone.label for tone in record.tones.actors if tone.holder is None} <= {UNSEEN}


def own_tones(text: str, reader: Reader) -> tuple[list[ParagraphTone], list[tuple[str, str, Probabilities]]]:
    """All that the record says in the author's voice: of each paragraph, and toward each actor in a sentence."""
    record = read_anew(text, any_language=True, reader=reader)
    toward = [
        (record.actors[tone.actor].name, words(record, tone.mention), tone.probabilities)
        for tone in record.tones.actors
        if tone.holder is None
    ]
    return list(record.tones.paragraphs), toward


@pytest.mark.parametrize(("praise", "blame"), list(zip(PRAISE, BLAME, strict=True)))
@pytest.mark.parametrize("frame", [*QUOTED, *PARAPHRASED])
def test_polarity_in_another_voice_leaves_the_authors_tone_where_it_was(frame: str, praise: str, blame: str) -> None:
    """With the shipped bundle, to the last digit."""
    one, other = (own_tones(frame.replace("{}", word), network()) for word in (praise, blame))
    assert one == other
    assert one[0]


def test_polarity_in_the_authors_own_words_moves_the_authors_tone() -> None:
    frame = "The {} army of Uganda left the town on Monday night, said the mayor of Kisumu."
    own = "On Monday night the {} army of Uganda left the town of Kisumu at last."
    one, other = (own_tones(own.replace("{}", word), network()) for word in ("wonderful", "terrible"))
    assert one != other
    one, other = (own_tones(frame.replace("{}", word), network()) for word in ("wonderful", "terrible"))
    assert one == other


def test_a_mention_inside_a_quotation_that_nobody_holds_is_not_the_authors() -> None:
    text = "The mayor of Kisumu spoke for an hour in the old hall.\n\n“Uganda zanzibarish stole our dam."
    paragraphs, toward = own_tones(text, FakeReader(secret="zanzibarish"))
    assert {tone.label for tone in paragraphs} <= {UNSEEN}
    assert "Uganda" not in {mention for _, mention, _ in toward}


def shown(frame: str, inside: list[str]) -> set[tuple[str, ...]]:
    """The words that the author's requests leave visible."""
    _, requests = asked(frame.format(" ".join(inside) + ","))
    return {
        tuple(word for word in visible(request).split() if "█" not in word and word.strip('“”",.:'))
        for request in requests
        if request.masked
    }


def test_without_a_reader_the_record_says_what_is_missing() -> None:
    record = read_anew(ARTICLE)
    assert {"tone", "target_tone", "stance", "act"} <= set(record.provenance.missing_heads)
    assert record.tones.actors == record.tones.paragraphs == record.stances == record.acts == ()
    with_reader, _ = asked(ARTICLE)
    assert (with_reader.claims, with_reader.contests, with_reader.hedges) == (
        record.claims,
        record.contests,
        record.hedges,
    )
