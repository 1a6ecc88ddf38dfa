"""Files, by suffix and encoding."""

import codecs

import pytest

from framing.document import SUFFIXES, from_bytes
from framing.document.encoding import decode
from framing.document.files import READERS
from framing.errors import InputError
from framing.types import ParagraphKind

NEWS = {
    "utf-8": "Beijing’s envoy “rejected” the claims on Monday, the ministry said. 🕊",
    "utf-8-sig": "Beijing’s envoy rejected the claims on Monday, the ministry said.",
    "utf-16": "Beijing’s envoy rejected the claims on Monday, the ministry said. 中国",
    "utf-32": "Beijing’s envoy rejected the claims on Monday, the ministry said.",
    "cp1252": "The café owner’s lawyer said the “naïve” plan would cost €40 million, officials in Besançon said on Monday. "
    "He denied that the mayor’s façade of unity had cracked, and said the risqué clichés were déjà vu.",
    "shift_jis": "中国の習近平国家主席は来週にもロシアを訪問する計画だとロイター通信が月曜日に報じた。"
    "ロシア大統領府は報道についてコメントを控えた。外務省もすぐには回答しなかった。",
    "koi8-r": "Председатель КНР Си Цзиньпин планирует посетить Россию уже на следующей неделе, сообщило агентство. "
    "В Кремле отказались комментировать эти сообщения. Министерство иностранных дел Китая не ответило на запрос.",
}


@pytest.mark.parametrize("encoding", NEWS)
def test_encodings_of_text(encoding: str) -> None:
    assert from_bytes(NEWS[encoding].encode(encoding), name="news.txt").text == NEWS[encoding]


@pytest.mark.parametrize("encoding", ["cp1252", "shift_jis", "koi8-r"])
def test_a_page_names_its_encoding(encoding: str) -> None:
    html = f'<html><head><meta charset="{encoding}"></head><body><p>{NEWS[encoding]}</p></body></html>'
    assert from_bytes(html.encode(encoding), name="news.HTML").text == NEWS[encoding]


def test_line_ends_are_kept() -> None:
    assert from_bytes(b"Talks failed on Monday.\r\n\r\nThey resume.", name="a.txt").text.count("\r\n") == 2


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 abc", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04abc", "zip"),
        (b"abc\x00def", "NUL byte at position 3"),
        (codecs.BOM_UTF16_LE + b"a", "utf-16"),
        (b"", "no word"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(InputError, match=named):
        from_bytes(data, name="news.txt")


@pytest.mark.parametrize("name", ["news.doc", "news", "news.odt", ".txt.exe"])
def test_other_suffixes_are_refused_with_those_accepted(name: str) -> None:
    with pytest.raises(InputError, match=", ".join(SUFFIXES)):
        from_bytes(b"abc", name=name)


def test_what_is_offered_is_what_is_read() -> None:
    assert tuple(READERS) == SUFFIXES


def test_markdown_keeps_its_marks() -> None:
    text = (
        "---\ntitle: Talks fail in Doha\ntags: [a]\n---\n\n# Talks fail in Doha\n\nThe talks **failed** on Monday, the "
        "ministry said.\n\n## What comes next\n\n- Qatar invites both sides\n- Egypt waits\n"
    )
    document = from_bytes(text.encode(), name="news.md")
    assert document.text == text
    assert document.title == "Talks fail in Doha"
    read = [(document.text[b.start : b.end].split("\n")[0], b.kind) for b in document.blocks]
    assert read[0] == ("---", ParagraphKind.BOILERPLATE)
    assert read[1] == ("# Talks fail in Doha", ParagraphKind.HEADLINE)
    assert read[2][1] == ParagraphKind.BODY
    assert read[3] == ("## What comes next", ParagraphKind.HEADLINE)
    assert [kind for _, kind in read[4:]] == [ParagraphKind.BODY, ParagraphKind.BODY]


def test_a_codec_that_is_no_encoding_of_pages_is_not_used():
    """`punycode` would need minutes for these bytes."""
    page = b'<html><head><meta charset="punycode"></head><body><p>' + b"caf\xe9 " * 200_000
    assert "café" in decode(page, name="page.html", html=True)
