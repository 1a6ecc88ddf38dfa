"""The reference article: its page is not part of this repository."""

import os
from pathlib import Path

import pytest

from framing.document import Document, from_text, require_english
from framing.types import ParagraphKind


@pytest.fixture
def document() -> Document:
    folder = os.environ.get("HEDGEROW_SEED")
    if folder is None:
        pytest.skip("HEDGEROW_SEED does not name the folder of the reference article")
    text = next(Path(folder).glob("*.txt")).read_bytes().decode("utf-8")
    document = from_text(text)
    assert document.text == text
    return document


def texts(document: Document, kind: ParagraphKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_headline_and_nine_paragraphs_are_read(document: Document) -> None:
    body = texts(document, ParagraphKind.BODY)
    assert len(body) == 9
    assert body[0].startswith("Chinese President Xi Jinping plans")
    assert body[-1].startswith("Washington warned last month")
    assert len(texts(document, ParagraphKind.HEADLINE)) == 1
    assert len(texts(document, ParagraphKind.CAPTION)) == 1


def test_everything_else_is_left_out_with_its_reason(document: Document) -> None:
    reasons = {
        document.text[b.start : b.end][:20]: b.reason for b in document.blocks if b.kind is ParagraphKind.BOILERPLATE
    }
    assert (
        reasons["Support us"]
        == reasons["We are facing unprec"]
        == reasons["By supporting The Mo"]
        == "appeal for support"
    )
    assert reasons["Dear readers,"] == "message from the publisher"
    assert reasons["Monthly"] == reasons["paiment methods"] == "payment option"


def test_it_is_english(document: Document) -> None:
    assert require_english(document).language == "en"
