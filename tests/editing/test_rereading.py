"""Paragraphs of another kind: the article is read anew, and corrections are kept as far as their words stand."""

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.codec import from_json, to_json
from framing.document import Document, from_text
from framing.edits import (
    AcceptClaim,
    ChangeHolder,
    ChangeParagraph,
    Dropped,
    History,
    RejectClaim,
    actor_words,
    claim_words,
    describe,
    edit_document,
    reread,
)
from framing.errors import EditError, InputError
from framing.pipeline import analyse
from framing.types import Analysis, ParagraphKind, Span
from tests.editing.drawn import operations, paragraph_operations
from tests.framing.engine import parser

TEXT = """Ferry talks stall

OSLO - Norway said on Monday that the ferry was safe. Denmark denied the claim and said that the hull had leaked.

Sweden warned in a statement that the crossing might close before winter.

Support us: this site runs on donations from readers like you.
"""


def document() -> Document:
    return from_text(TEXT)


def read(read_document: Document) -> Analysis:
    return analyse(read_document, parser=parser(), reader=None)


cached = cache(read)


def place(words: str) -> Span:
    block = next(b for b in document().blocks if words in TEXT[b.start : b.end])
    return Span(block.start, block.end)


def claim_of(analysis: Analysis, words: str) -> int:
    text = analysis.article.text
    return next(claim.id for claim in analysis.claims if words in claim.content[0].of(text))


APPEAL, LEAVE = place("donations"), place("Sweden")


def test_without_corrections_the_reading_is_the_machine_s():
    corrected = reread(document(), (), read)
    assert to_json(corrected.analysis) == to_json(read(document()))
    assert corrected.dropped == ()


def test_a_restored_paragraph_is_read_and_listed_with_the_machine_s_reason():
    corrected = reread(document(), (ChangeParagraph(APPEAL, ParagraphKind.BODY),), read)
    paragraph = next(p for p in corrected.analysis.paragraphs if p.start == APPEAL.start)
    assert (paragraph.kind, paragraph.included, paragraph.reason) == ("body", True, "marked by the analyst")
    assert any(s.paragraph == paragraph.id for s in corrected.analysis.sentences)
    [edit] = corrected.analysis.edits
    machine = json.loads(edit.machine)
    block = next(b for b in document().blocks if b.start == APPEAL.start)
    assert machine == {"kind": "boilerplate", "included": False, "reason": block.reason}
    assert json.loads(edit.analyst)["included"] is True


def test_corrections_are_kept_where_their_words_still_stand_and_named_where_not():
    machine = read(document())
    safe, close = claim_of(machine, "ferry was safe"), claim_of(machine, "might close")
    sweden = next(actor.id for actor in machine.actors if actor.name == "Sweden")
    operations = (
        ChangeHolder(claim_words(machine, safe), actor_words(machine, sweden)),
        AcceptClaim(claim_words(machine, close)),
        RejectClaim(claim_words(machine, claim_of(machine, "hull had leaked"))),
        ChangeParagraph(LEAVE, ParagraphKind.BOILERPLATE),
    )
    corrected = reread(document(), operations, read)
    assert [dropped.operation for dropped in corrected.dropped] == [operations[0], operations[1]]
    assert "no longer has an actor 'Sweden'" in corrected.dropped[0].reason
    assert "no longer has a claim “the crossing might close before winter”" in corrected.dropped[1].reason
    assert [json.loads(edit.op)["do"] for edit in corrected.analysis.edits] == ["reject claim", "change paragraph"]
    back = reread(document(), operations[:3], read)
    assert back.dropped == ()
    assert back.analysis.claims[safe].holder == sweden
    assert describe(operations[0], back.analysis) == "Holder of “the ferry was safe”: Norway → Sweden"
    assert describe(operations[0], corrected.analysis) == "Holder of “the ferry was safe”: → Sweden"


def test_undoing_a_paragraph_restores_every_byte():
    history = History().push(ChangeParagraph(APPEAL, ParagraphKind.BODY)).undo()
    assert to_json(reread(document(), history.done, read).analysis) == to_json(read(document()))
    with pytest.raises(EditError, match="no correction to undo"):
        history.undo()
    assert history.redo().done == history.undone
    with pytest.raises(EditError, match="no correction was undone"):
        history.redo().redo()
    assert history.push(ChangeParagraph(LEAVE, ParagraphKind.CAPTION)).undone == ()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_paragraphs_and_marks_are_undone_together(data):
    """Whatever was dropped on the way, the list that stands decides every byte, and what it made is not dropped."""
    history, corrected = History(), reread(document(), (), cached)
    written = [to_json(corrected.analysis)]
    for _ in range(data.draw(st.integers(1, 5))):
        drawn = operations(corrected.analysis) | paragraph_operations(corrected.analysis)
        tried = history.push(data.draw(drawn))
        try:
            now = reread(document(), tried.done, cached)
        except InputError:  # nothing would be left to read
            continue
        if tried.done[-1] in [dropped.operation for dropped in now.dropped]:
            continue
        history, corrected = tried, now
        written.append(to_json(corrected.analysis))
        assert len(corrected.analysis.edits) + len(corrected.dropped) == len(history.done)
        assert from_json(written[-1]) == corrected.analysis
    for expected in reversed(written[:-1]):
        history = history.undo()
        assert to_json(reread(document(), history.done, cached).analysis) == expected


def test_a_document_is_itself_where_no_paragraph_is_corrected():
    given = document()
    machine = read(given)
    assert edit_document(given, (AcceptClaim(claim_words(machine, 0)),)) is given
    edited = edit_document(given, (ChangeParagraph(LEAVE, ParagraphKind.CAPTION),))
    assert [b.included for b in edited.blocks if b.start == LEAVE.start] == [False]
    twice = (ChangeParagraph(LEAVE, ParagraphKind.CAPTION), ChangeParagraph(LEAVE, ParagraphKind.HEADLINE))
    assert [b.kind for b in edit_document(given, twice).blocks if b.start == LEAVE.start] == ["headline"]


def test_a_paragraph_that_the_text_has_not_is_named():
    nowhere = ChangeParagraph(Span(1, 5), ParagraphKind.BODY)
    corrected = reread(document(), (nowhere,), read)
    assert corrected.dropped == (
        Dropped(nowhere, "the text has no paragraph from 1 to 5; choose one of its paragraphs"),
    )
    assert corrected.analysis.edits == ()


def test_an_article_of_which_nothing_is_left_is_refused():
    everything = [ChangeParagraph(Span(b.start, b.end), ParagraphKind.BOILERPLATE) for b in document().blocks]
    with pytest.raises(InputError, match="nothing in this text reads as news"):
        reread(document(), everything, read)
