"""Mail, and pages saved with their pictures."""

from email.message import EmailMessage

import pytest

from framing.document import Document, from_bytes
from framing.document.quoted import FORWARDED, QUOTED, SIGNATURE
from framing.errors import InputError

LEAD = "The harbour of Porto Velho was closed on Monday after a tanker ran aground, the port authority said."
DENIAL = "Officials denied reports that oil had leaked, but fishermen said that they had seen a film on the water."
ANSWER = "“We will publish the figures,” the minister told reporters. She did not say when the port would open again."
NEST = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
HTML = f"<h1>Harbour closed</h1><p>{LEAD}</p><p>{DENIAL}</p>"


def message(text: str | None = None, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ann Lee <ann@example.org>"
    mail["Subject"] = "Harbour of Porto Velho closed – what we know"
    mail["Date"] = "Tue, 05 Mar 2024 23:30:00 -0300"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def read(mail: EmailMessage, name: str = "news.eml") -> Document:
    return from_bytes(mail.as_bytes(), name=name)


def included(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.included]


def reasons(document: Document) -> dict[str, str]:
    return {document.text[b.start : b.end]: b.reason for b in document.blocks if not b.included}


def test_plain_text_is_kept_as_it_stands() -> None:
    text = f"{LEAD}\n\n{DENIAL}\n"
    document = read(message(text))
    assert document.text == text
    assert included(document) == [LEAD, DENIAL]


def test_facts_of_the_message() -> None:
    mail = message(f"{LEAD}\n\n{DENIAL}\n")
    mail["Organization"] = "The Example"
    document = read(mail)
    assert document.title == "Harbour of Porto Velho closed – what we know"
    assert (document.author, document.source, document.published) == ("Ann Lee", "The Example", "2024-03-05")


def test_an_address_without_a_name_is_the_author() -> None:
    mail = message(LEAD)
    del mail["From"], mail["Date"]
    mail["From"] = "desk@example.org"
    document = read(mail)
    assert (document.author, document.published) == ("desk@example.org", None)


def test_html_is_read_where_there_is_any() -> None:
    document = read(message("Your program shows no HTML.", HTML))
    assert document.text == f"Harbour closed\n\n{LEAD}\n\n{DENIAL}"


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-15", "utf-16", "koi8-r"])
def test_the_encoding_of_the_header_counts(charset: str) -> None:
    text = "Беженцы вернулись, сообщили власти." if charset == "koi8-r" else f"{LEAD} A café for €3 – “naïve”."
    text = text.replace("–", "-").replace("“", '"').replace("”", '"') if charset == "iso-8859-15" else text
    mail = EmailMessage()
    mail["Subject"] = "News"
    mail.set_content(text.encode(charset), maintype="text", subtype="plain", params={"charset": charset})
    del mail["Content-Disposition"]
    assert read(mail).text == text


def test_attachments_are_named_and_not_read() -> None:
    mail = message(f"{LEAD}\n")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="report.pdf")
    document = read(mail)
    assert document.text == f"{LEAD}\n"
    assert document.unread == ("report.pdf",)


def test_attachments_alone_are_refused_by_name() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="report.pdf")
    with pytest.raises(InputError, match=r"no part with text .*report\.pdf"):
        read(mail)


def test_quotations_and_signature_are_left_out() -> None:
    text = (
        f"{LEAD}\n\n{ANSWER}\n\nOn Mon, 4 Mar 2024 at 10:00, Joe Ray\n<joe@example.org> wrote:\n"
        f"> {DENIAL}\n> It was a lie, he said on Monday.\n\n-- \nAnn Lee\nThe Example, Lisbon\n"
    )
    document = read(message(text))
    assert document.text == text
    assert included(document) == [LEAD, ANSWER]
    found = reasons(document)
    assert found[f"> {DENIAL}"] == QUOTED
    assert found["On Mon, 4 Mar 2024 at 10:00, Joe Ray"] == found["<joe@example.org> wrote:"] == QUOTED
    assert [text for text, reason in found.items() if reason == SIGNATURE] == ["--", "Ann Lee", "The Example, Lisbon"]


def test_a_forwarded_article_is_read_without_its_header() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: Joe Ray <joe@example.org>\nDate: Mon, 4 Mar 2024\nSubject: News"
    )
    document = read(message(f"{head}\n\n{LEAD}\n\n{DENIAL}\n"))
    assert included(document) == [LEAD, DENIAL]
    assert set(reasons(document).values()) == {FORWARDED}


def test_one_line_that_looks_like_a_header_is_news() -> None:
    text = f"From: nobody to president in a year\n\n{LEAD}\n\n{DENIAL}\n"
    assert FORWARDED not in reasons(read(message(text))).values()


def test_two_dashes_far_from_the_end_are_no_signature() -> None:
    text = f"{LEAD}\n\n--\n\n" + f"{DENIAL}\n\n" * 20
    assert SIGNATURE not in reasons(read(message(text))).values()


def test_what_is_quoted_in_html_is_left_out() -> None:
    quoted = f"<p>{LEAD}</p><p>{ANSWER}</p><div>On Mon, Joe Ray wrote:</div><blockquote><p>{DENIAL}</p></blockquote>"
    document = read(message("Plain.", quoted))
    assert reasons(document)[DENIAL] == QUOTED
    assert LEAD in included(document)


def test_a_message_within_a_message_is_not_its_text() -> None:
    mail = message(f"{LEAD}\n")
    mail.add_attachment(message("Plain.", HTML))
    assert read(mail).text == f"{LEAD}\n"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"Just a text.", "no header of a message"),
        (b"Subject: a\r\nFrom: " + b"a," * 5_000 + b"\r\n\r\n" + LEAD.encode(), "the longest 10,007"),
        (b"Subject: a\r\n" + b"Content-X: abcdefgh\r\n" * 20_000 + b"\r\n" + LEAD.encode(), "headers of"),
        (b"Subject: a\r\n" + b"".join(NEST % (n, n) for n in range(3_000)), "messages within"),
        (b"Subject: a\r\nContent-Type: text/plain\r\n\r\n", "no word"),
    ],
    ids=["no header", "long header", "many headers", "nested", "empty"],
)
def test_what_cannot_be_read_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(InputError, match=named):
        from_bytes(data, name="news.eml")


def test_brackets_within_brackets_are_no_sender() -> None:
    data = b"Subject: News\r\nFrom: " + b"(" * 7_000 + b"\r\n\r\n" + LEAD.encode()
    assert from_bytes(data, name="news.eml").text == LEAD


@pytest.mark.parametrize("field", ["From", "Date", "Subject", "Content-Disposition", "Content-Type"])
def test_a_header_that_the_library_fails_on_is_read_as_empty(field: str) -> None:
    data = f"X-A: b\r\nMIME-Version: 1.0\r\n{field}: :;/\r\n\r\n{LEAD}".encode()
    document = from_bytes(data, name="news.eml")
    assert document.text == LEAD
    assert document.author is None


SAVED = """From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/harbour
Subject: Harbour closed
Date: Wed, 6 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="edge"

--edge
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/harbour

<html><head><title>Harbour =E2=80=93 closed</title></head><body><nav>Home</nav><article><h1>Harbour clos=
ed</h1><p>{lead}</p><p>{denial}</p></article></body></html>
--edge
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.png

iVBORw0KGgo=
--edge--
"""


@pytest.mark.parametrize("suffix", [".mhtml", ".mht"])
def test_a_saved_page_is_read_as_a_page(suffix: str) -> None:
    data = SAVED.format(lead=LEAD, denial=DENIAL).replace("\n", "\r\n").encode()
    document = from_bytes(data, name=f"news{suffix}")
    assert document.text == f"Home\n\nHarbour closed\n\n{LEAD}\n\n{DENIAL}"
    assert document.title == "Harbour closed"
    assert document.url == "https://example.org/harbour"
    assert (document.author, document.published) == (None, None)
