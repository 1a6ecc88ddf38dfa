"""Mail (.eml) and pages saved with their pictures (.mhtml): which part is read, and what a page is called."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any, cast

from framing.document.encoding import decode
from framing.document.html import from_html
from framing.document.plain import check
from framing.document.quoted import blocks_of_message, without_quoted
from framing.document.types import Document
from framing.errors import InputError
from framing.settings import DEFAULTS, Settings

FIELD = re.compile(
    rb"^(?:from|subject|date|organization|mime-version|(?:snapshot-)?content-[a-z-]+):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
FAULTS = (  # what the library's grammar of headers lets through on broken ones, besides its own errors
    MessageError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NameError,
)  # fmt: skip
LONGEST_FIELD = 8_000  # bytes: the library takes time in the square of it
MOST_FIELDS = 200_000  # bytes of all of them together
REMEDY = "save it again, or paste its text"


class _Lenient(policy.EmailPolicy):
    """A header that the library cannot read is empty, and the message is read all the same."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # any: the kind of header that the name asks for
        try:
            return super().header_fetch_parse(name, value)
        except FAULTS:
            return super().header_fetch_parse(name, "")


LENIENT = cast("policy.EmailPolicy[EmailMessage]", _Lenient(message_factory=EmailMessage))  # no generic at run time


def from_mail(data: bytes, *, name: str, settings: Settings = DEFAULTS) -> Document:
    """Read a message; `Document.text` is the visible text of its HTML part, or else its plain part as it stands.

    Raises:
        InputError: no message, no part with text, an encoding that does not fit, or a text that is refused.
    """
    message = _message(data, name)
    part = _body(message, name)
    if part.get_content_type() == "text/html":
        document = without_quoted(from_html(_decoded(part, name), settings=settings))
    else:
        text = _decoded(part, name)
        check(text, settings)
        document = Document(text=text, blocks=blocks_of_message(text))
    sender, address = parseaddr(_field(message, "from") or "")
    return replace(
        document,
        title=_field(message, "subject") or document.title,
        author=sender or address or document.author,
        source=_field(message, "organization") or document.source,
        published=_date(message) or document.published,
        unread=tuple(_attachments(message)),
    )


def from_mhtml(data: bytes, *, name: str, settings: Settings = DEFAULTS) -> Document:
    """Read a saved page; its own metadata count, and not who saved it and when.

    Raises:
        InputError: see `from_mail`.
    """
    message = _message(data, name)
    part = _body(message, name)
    read = from_html(_decoded(part, name), settings=settings)
    where = _field(message, "snapshot-content-location") or _field(part, "content-location")
    address = where if where is not None and where.startswith(("http://", "https://")) else None
    return replace(read, title=read.title or _field(message, "subject"), url=read.url or address)


def _message(data: bytes, name: str) -> EmailMessage:
    sizes = [len(found[0]) for found in FIELD.finditer(data)]
    if not sizes:
        raise InputError(f"{name} has no header of a message, so it is no mail and no saved page; {REMEDY}")
    if max(sizes) > LONGEST_FIELD or sum(sizes) > MOST_FIELDS:
        raise InputError(
            f"{name} has headers of {sum(sizes):,} bytes, the longest {max(sizes):,}; the limits are "
            f"{MOST_FIELDS:,} and {LONGEST_FIELD:,}; {REMEDY}"
        )
    try:
        return message_from_bytes(data, policy=LENIENT)
    except RecursionError as error:
        raise InputError(f"{name} has messages within messages, too many to read; {REMEDY}") from error


def _body(message: EmailMessage, name: str) -> EmailMessage:
    """The part with the text: HTML where there is any, because it is what the sender shows."""
    try:
        found = message.get_body(preferencelist=("html", "plain"))
    except RecursionError as error:
        raise InputError(f"{name} has messages within messages, too many to read; {REMEDY}") from error
    if isinstance(found, EmailMessage):
        return found
    names = ", ".join(_attachments(message)) or "none"
    raise InputError(f"{name} has no part with text (attachments, which are not read: {names}); open them one by one")


def _decoded(part: EmailMessage, name: str) -> str:
    content = part.get_payload(decode=True)
    return decode(
        content if isinstance(content, bytes) else b"",
        name=name,
        html=part.get_content_type() == "text/html",
        charset=part.get_content_charset(),
    )


def _attachments(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        if part.is_attachment():
            yield part.get_filename() or part.get_content_type()


def _field(message: EmailMessage, field: str) -> str | None:
    """A header in one line; `None` where it is absent or empty."""
    try:
        value = message.get(field)
    except RecursionError:  # of the library's grammar, on brackets within brackets: no header that anybody wrote
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _date(message: EmailMessage) -> str | None:
    """The day the message was sent, in the sender's time zone."""
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date().isoformat() if sent is not None else None
