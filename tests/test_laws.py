"""Every law, broken once; each message names the place and the value."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from framing.errors import RecordError
from framing.laws import LAWS, check
from framing.types import (
    Analysis,
    Edit,
    Factuality,
    HedgeKind,
    HedgeOwner,
    Share,
    Span,
    Tones,
    Voice,
)
from tests.builders import (
    COULD_FAIL,
    DAM_IS_OLD,
    DAM_IS_SAFE,
    DENIAL,
    HEADLINE,
    LAKELAND,
    LAKELAND_BELIEVES,
    MOSS,
    NORVIA,
    NORVIA_COULD_FAIL,
    OWN_VOICE,
    PORT_LAKE,
    TASMAR,
    TEXT,
    WORK_TAKES,
    analysis,
    sha256,
    span,
)

END = len(TEXT)


def row(table: str, at: int, **changes: object) -> Callable[[Analysis], Analysis]:
    """Change fields of one row of one table."""

    def change(record: Analysis) -> Analysis:
        rows = getattr(record, table)
        return replace(record, **{table: (*rows[:at], replace(rows[at], **changes), *rows[at + 1 :])})

    return change


def article(**changes: object) -> Callable[[Analysis], Analysis]:
    return lambda record: replace(record, article=replace(record.article, **changes))


def tone(**changes: object) -> Callable[[Analysis], Analysis]:
    return lambda r: replace(r, tones=replace(r.tones, actors=(replace(r.tones.actors[0], **changes),)))


def both(*steps: Callable[[Analysis], Analysis]) -> Callable[[Analysis], Analysis]:
    def change(record: Analysis) -> Analysis:
        for step in steps:
            record = step(record)
        return record

    return change


def swapped(table: str, first: int, second: int) -> Callable[[Analysis], Analysis]:
    """Two rows in each other's place, with the ids of their new places."""

    def change(record: Analysis) -> Analysis:
        rows = list(getattr(record, table))
        rows[first], rows[second] = replace(rows[second], id=first), replace(rows[first], id=second)
        return replace(record, **{table: tuple(rows)})

    return change


def frame(*shares: Share) -> Callable[[Analysis], Analysis]:
    return row("frames", 0, probabilities=shares)


BROKEN = {
    # the text
    "another schema": (lambda r: replace(r, schema="hedgerow/0"), "schema: 'hedgerow/0' is not"),
    "another text": (article(id="0" * 64), "article.id: '000"),
    "half a surrogate pair": (article(text="\ud800"), "article.text: '\\ud800' holds a lone surrogate"),
    # ids, spans, references
    **{
        f"ids of {table}": (row(table, 0, id=1), f"{table}[0].id: 1 is not its position")
        for table in ("paragraphs", "sentences", "actors", "claims", "hedges", "contests", "silences")
    },
    "an empty span": (row("claims", 0, cue=(Span(5, 5),)), "claims[0].cue[0]: (5, 5) is no span"),
    "a span before the text": (row("claims", 0, holder_span=Span(-1, 5)), "claims[0].holder_span: (-1, 5)"),
    "a span beyond the text": (
        row("contests", 0, about=Span(0, END + 1)),
        f"contests[0].about: (0, {END + 1})",
    ),
    "a mention beyond the text": (
        lambda r: row("actors", 0, mentions=(replace(r.actors[0].mentions[0], end=END + 1),))(r),
        "actors[0].mentions[0]: (0,",
    ),
    "a proof beyond the text": (
        lambda r: row("claims", 0, proof=(replace(r.claims[0].proof[0], start=-2),))(r),
        "claims[0].proof[0]: (-2,",
    ),
    **{
        f"{table}.{field} is nowhere": (
            row(table, 0, **{field: wrong}),
            f"{table}[0].{field}: {shown} is not in {into}",
        )
        for table, field, wrong, shown, into in (
            ("sentences", "paragraph", 3, 3, "paragraphs, which has 3"),
            ("actors", "side", 5, 5, "actors, which has 5"),
            ("claims", "sentence", 6, 6, "sentences, which has 6"),
            ("claims", "holder", -1, -1, "actors"),
            ("claims", "targets", (TASMAR, 9), 9, "actors"),
            ("claims", "parent", 6, 6, "claims, which has 6"),
            ("hedges", "sentence", 6, 6, "sentences"),
            ("hedges", "claim", 6, 6, "claims"),
            ("contests", "claim", 6, 6, "claims"),
            ("contests", "counter", 6, 6, "claims"),
            ("contests", "by", 5, 5, "actors"),
            ("contests", "against", 5, 5, "actors"),
            ("silences", "actor", 5, 5, "actors"),
            ("silences", "claim", 6, 6, "claims"),
            ("stances", "holder", 5, 5, "actors"),
            ("stances", "target", 5, 5, "actors"),
            ("acts", "source", 5, 5, "actors"),
            ("acts", "target", 5, 5, "actors"),
            ("frames", "paragraph", 3, 3, "paragraphs"),
        )
    },
    "tone toward nobody": (tone(actor=5), "tones.actors[0].actor: 5 is not in actors"),
    **{
        f"a place as {table}.{field}": (
            row(table, 0, **{field: PORT_LAKE}),
            f"{table}[0].{field}: 3 is a place",
        )
        for table, field in (
            ("claims", "holder"),
            ("contests", "by"),
            ("contests", "against"),
            ("stances", "holder"),
            ("acts", "source"),
            ("silences", "actor"),
        )
    },
    # paragraphs, sentences
    "paragraphs overlap": (row("paragraphs", 1, start=40), "paragraphs[1]: 40 starts before 46"),
    "words in no paragraph": (row("paragraphs", 1, start=50), "paragraphs: 'Si' is covered by none"),
    "words after the last paragraph": (
        row("paragraphs", 2, end=END - 3),
        "paragraphs: 's.' is covered by none",
    ),
    "a sentence of what is left out": (
        row("sentences", HEADLINE, paragraph=1),
        "sentences[0].paragraph: 1 is not included",
    ),
    "a sentence outside its paragraph": (
        row("sentences", HEADLINE, end=50),
        "sentences[0]: (0, 50) leaves paragraph 0",
    ),
    "sentences overlap": (row("sentences", DENIAL, start=200), "sentences: 200 starts before 228"),
    # actors
    "an actor without a side": (row("actors", MOSS, side=None), "actors[2].side: None does not fit person"),
    "a place with a side": (row("actors", PORT_LAKE, side=LAKELAND), "actors[3].side: 0 does not fit place"),
    "a side of a side": (row("actors", TASMAR, side=MOSS), "actors[4].side: 2 is not its own side"),
    "mentions out of order": (
        lambda r: row("actors", LAKELAND, mentions=r.actors[LAKELAND].mentions[::-1])(r),
        "actors[0].mentions: (77, 85) does not come after (194, 202)",
    ),
    "actors out of order": (
        lambda r: row("actors", PORT_LAKE, mentions=r.actors[LAKELAND].mentions)(r),
        "actors[3]: 0 is read before actors[2]",
    ),
    # claims
    "a claim of nothing": (row("claims", DAM_IS_OLD, content=()), "claims[2].content: () is empty"),
    "content out of order": (
        lambda r: row("claims", 0, content=r.claims[0].content[::-1])(r),
        "claims[0].content: 119 starts before 150",
    ),
    "a cue that overlaps itself": (
        row("claims", 0, cue=(Span(97, 104), Span(100, 104))),
        "claims[0].cue: 100 starts before 104",
    ),
    "a claim of another sentence": (row("claims", DAM_IS_OLD, sentence=DENIAL), "has no word in sentence 3"),
    "a target named twice": (row("claims", 0, targets=(TASMAR, TASMAR)), "claims[0].targets: (4, 4) names"),
    "hedged without a hedge": (
        row("claims", DAM_IS_SAFE, hedged=True),
        "claims[4].hedged: True does not follow",
    ),
    "probable but not hedged": (
        row("claims", LAKELAND_BELIEVES, hedged=False),
        "claims[3].hedged: False does not follow from PR+",
    ),
    "a hedge without effect": (
        row("hedges", 1, claim=DAM_IS_SAFE, sentence=OWN_VOICE),
        "claims[4].hedged: False",
    ),
    "contested by nobody": (row("claims", DAM_IS_SAFE, contested=True), "claims[4].contested: True"),
    "contested but not marked": (row("claims", COULD_FAIL, contested=False), "claims[0].contested: False"),
    "a speaker without a name": (
        row("claims", DAM_IS_OLD, holder=None),
        "claims[2].holder: None does not fit voice",
    ),
    "the article as a speaker": (
        row("claims", WORK_TAKES, holder=MOSS),
        "claims[5].holder: 2 does not fit voice author",
    ),
    "a cue of the article": (row("claims", WORK_TAKES, cue=(span("may"),)), "claims[5].cue: (Span("),
    "a span for the article": (
        row("claims", WORK_TAKES, holder_span=span("The work")),
        "claims[5].holder_span: Span(",
    ),
    "the article inside a claim": (
        row("claims", WORK_TAKES, parent=0),
        "claims[5].parent: 0 stands in the article's",
    ),
    "the article's own plain news": (
        both(
            row("hedges", 1, kind=HedgeKind.APPROXIMATE),
            row("claims", WORK_TAKES, hedged=False),
        ),
        "claims[5]: <Voice.AUTHOR: 'author'> is recorded in the article's own voice, but",
    ),
    "a claim inside itself": (row("claims", DAM_IS_OLD, parent=DAM_IS_OLD), "claims[2].parent: 2 leads back"),
    "claims inside one another": (
        row("claims", DAM_IS_OLD, parent=LAKELAND_BELIEVES),
        "claims[2].parent: 3 leads back to the claim itself",
    ),
    "a group of one": (row("claims", NORVIA_COULD_FAIL, group=None), "claims[0].group: 0 is not shared"),
    "a group of one holder": (
        row("claims", NORVIA_COULD_FAIL, holder=LAKELAND),
        "claims[0].group: 0 is not shared",
    ),
    "a group over sentences": (
        row("claims", DAM_IS_OLD, group=0),
        "claims[0].group: 0 runs over more than one",
    ),
    "claims out of order": (
        both(row("claims", LAKELAND_BELIEVES, parent=None), swapped("claims", DAM_IS_OLD, LAKELAND_BELIEVES)),
        "claims[3]: (2, 194) is read before claims[2]",
    ),
    # hedges, contests, silences
    "a hedge of another sentence": (
        row("hedges", 0, sentence=HEADLINE),
        "hedges[0]: (119, 124) leaves sentence 0",
    ),
    "a holder's hedge without a holder": (
        row("hedges", 1, owner=HedgeOwner.HOLDER),
        "hedges[1].owner: <HedgeOwner.HOLDER: 'holder'> but claim 5",
    ),
    "hedges out of order": (swapped("hedges", 1, 2), "hedges[2]: 319 is read before hedges[1] at 328"),
    "a contest of another sentence": (
        row("contests", 0, sentence=OWN_VOICE),
        "contests[0].evidence: [(236, 252)] has",
    ),
    "a silence taken for a denial": (
        row("contests", 0, evidence=span("declined to comment"), sentence=4),
        "is a silence, which contests nothing",
    ),
    "a claim that counters itself": (
        row("contests", 0, counter=COULD_FAIL),
        "contests[0].counter: 0 is the claim",
    ),
    "a counter of somebody else": (
        row("contests", 0, counter=DAM_IS_OLD),
        "contests[0].counter: 2 is not held by",
    ),
    "a silence of another sentence": (
        row("silences", 0, sentence=DENIAL),
        "silences[0].evidence: [(289, 308)] has no",
    ),
    # readings
    "a stance toward oneself": (row("stances", 0, target=TASMAR), "stances[0].target: 4 is the holder"),
    "a stance's evidence elsewhere": (
        row("stances", 0, sentence=HEADLINE),
        "stances[0].evidence: [(236, 242)] has no",
    ),
    "a tone elsewhere": (
        tone(sentence=HEADLINE),
        "tones.actors[0].mention: [(229, 235)] has no word in sentence 0",
    ),
    "a tone toward no mention": (
        tone(actor=NORVIA),
        "tones.actors[0].mention: Span(start=229, end=235) is no mention",
    ),
    "a frame of what is left out": (row("frames", 0, paragraph=1), "frames[0].paragraph: 1 is not included"),
    "a tone of what is left out": (
        lambda r: replace(r, tones=Tones((replace(r.tones.paragraphs[0], paragraph=1),))),
        "tones.paragraphs[0].paragraph: 1 is not included",
    ),
    "an unknown label": (
        frame(Share("sport", 1.0)),
        "frames[0].probabilities: ['sport'] are not labels of Frame",
    ),
    "a label twice": (
        frame(Share("conflict", 0.5), Share("conflict", 0.5)),
        "frames[0].probabilities: ['conflict']",
    ),
    "a negative probability": (
        frame(Share("conflict", 1.5), Share("economic", -0.5)),
        "are not all between 0 and 1",
    ),
    "probabilities that are too small": (frame(Share("conflict", 0.99)), "do not sum to 1"),
    "probabilities that are no numbers": (
        frame(Share("conflict", float("nan"))),
        "are not all between 0 and 1",
    ),
    "no probabilities": (frame(), "do not sum to 1"),
    "a label that is not the most probable": (
        frame(Share("conflict", 0.4), Share("economic", 0.6)),
        "do not make 'conflict' the most probable label",
    ),
    "a label without a probability": (
        frame(Share("economic", 1.0)),
        "do not make 'conflict' the most probable",
    ),
    "a score beyond one": (row("claims", 0, score=1.5), "claims[0].score: 1.5 is not between 0 and 1"),
    "a score that is no number": (
        row("hedges", 0, score=float("nan")),
        "hedges[0].score: nan is not between",
    ),
    "an edit that is no JSON": (lambda r: replace(r, edits=(Edit('"x"', "{", "1"),)), "malformed JSON"),
    "an edit spelled otherwise": (
        lambda r: replace(r, edits=(Edit('"x"', "1", "[1,2]"),)),
        "edits[0].analyst: '[1,2]' is not spelled",
    ),
}


def test_the_record_made_by_hand_keeps_every_law():
    check(analysis())


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_law_is_named(change, message):
    with pytest.raises(RecordError, match=re.escape(message)):
        check(change(analysis()))


def test_every_law_is_broken_by_some_case():
    """Each law, run alone on the cases, refuses at least one: none is dead."""
    dead = {law.__name__ for law in LAWS}
    for change, _ in BROKEN.values():
        record = change(analysis())
        for law in LAWS:
            try:
                law(record)
            except RecordError:
                dead.discard(law.__name__)
                break
    assert dead == set()


KEPT = {
    "an actor that is never mentioned may stand anywhere": row("actors", TASMAR, mentions=()),
    "a contest may have no claim": both(row("contests", 0, claim=None), row("claims", COULD_FAIL, contested=False)),
    "the article may contest": row("contests", 0, by=None, counter=None),
    "a quotation may go on without a cue": row("claims", DAM_IS_SAFE, cue=(), voice=Voice.DIRECT),
    "only an approximate number is no hedge": both(
        row("claims", DAM_IS_SAFE, factuality=Factuality.CERTAINLY_NOT),
        row("hedges", 2, claim=DAM_IS_SAFE),
    ),
    "equal probabilities leave either label": frame(Share("economic", 0.5), Share("conflict", 0.5)),
    "probabilities may be rounded": frame(Share("conflict", 0.9995)),
    "the article's own voice may counter": both(
        row("hedges", 1, kind=HedgeKind.APPROXIMATE),
        row("claims", WORK_TAKES, hedged=False),
        row("contests", 0, by=None, counter=WORK_TAKES),
    ),
}


@pytest.mark.parametrize("change", KEPT.values(), ids=KEPT)
def test_what_is_no_fault_passes(change):
    record = change(analysis())
    if record.actors[TASMAR].mentions == ():
        record = replace(record, tones=Tones())
    check(record)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_record_of_nothing_passes(text):
    empty = dict.fromkeys(
        (
            "paragraphs",
            "sentences",
            "actors",
            "claims",
            "hedges",
            "contests",
            "silences",
            "stances",
            "acts",
            "frames",
        ),
        (),
    )
    check(
        replace(
            analysis(),
            article=replace(analysis().article, text=text, id=sha256(text)),
            tones=Tones(),
            **empty,
        )
    )
