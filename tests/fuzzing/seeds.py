"""The first inputs of each target, made by our own hands: `python -m tests.fuzzing.seeds` writes them into `corpus/`."""

import base64
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from framing import lexicon
from framing.codec import to_json
from framing.edits import (
    AcceptClaim,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    MergeActors,
    MoveActor,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    actor_words,
    claim_words,
    contest_words,
    operation_to_json,
)
from framing.types import ActorKind, ContestKind, Factuality, Span
from tests import builders
from tests.fuzzing import documents
from tests.fuzzing.words import LOADERS

CORPUS = Path(__file__).parent / "corpus"
NEWS = "Port talks stall\n\nNorvia denied the claims on Monday, officials said.\n\n“We may go,” the minister said.\n"
PAGE = f"<html><head><title>Talks stall</title><meta charset=utf-8></head><body><article>{NEWS}</article></body></html>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RULE_FIELDS = 3  # rows of one list of words that a seed keeps


def mail(kind: str, body: str, *, encoding: str = "8bit", subject: str = "Talks stall") -> bytes:
    return (
        f"From: Ann Lee <ann@example.org>\r\nSubject: {subject}\r\nDate: Mon, 6 May 2024 10:00:00 +0200\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"
    ).encode()


def parts(*bodies: tuple[str, str]) -> str:
    return "".join(f"--b\r\nContent-Type: {kind}\r\n\r\n{body}\r\n" for kind, body in bodies) + "--b--\r\n"


def word(*paragraphs: str, rest: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{body}{rest}</w:body></w:document>'.encode()


def drawn(*words: str) -> bytes:
    rows = "".join(f"1 0 0 1 70 {700 - 14 * row} Tm ({text}) Tj " for row, text in enumerate(words))
    return f"BT /F1 11 Tf {rows}ET".encode()


def of_documents() -> Iterator[tuple[str, bytes]]:
    for name in ("text", "encoding"):
        lead = b"cp1251\n" if name == "encoding" else b""
        for codec in ("utf-8", "utf-8-sig", "utf-16"):
            yield name, lead + NEWS.encode(codec)
        yield name, lead + NEWS.encode("cp1252")
    yield "text", b"> quoted\n- item\nBy Ann Lee\n\nRead more\n\nWe need your help to go on.\n" + NEWS.encode()
    yield "markdown", b"---\ntitle: Talks\n---\n# Talks\n\n" + NEWS.encode()
    yield "markdown", b'+++\ntitle = "Talks"\n+++\n' + NEWS.encode()
    yield "html", PAGE.encode()
    yield "html", b"<p hidden>a<p>Norvia denied it, he said.<li>one<br><br>two<svg><p>x</svg><dialog open>y"
    yield "mail", mail("text/plain; charset=utf-8", NEWS + "-- \nAnn\n\nOn Monday, Bo wrote:\n> so\n")
    yield "mail", mail("text/html", base64.b64encode(PAGE.encode()).decode(), encoding="base64")
    yield "mail", mail("multipart/mixed; boundary=b", parts(("text/plain", NEWS), ("text/html", PAGE)))
    yield "mail", mail("message/rfc822", mail("text/plain", NEWS).decode(), subject="=?utf-8?B?w6k=?=")
    yield "mhtml", mail("multipart/related; boundary=b", parts(("text/html", PAGE), ("image/png", "x")))
    for lines in (("Talks stall", "Norvia denied the claims on Mon-", "day, officials said."), ("1", "(a", "b)")):
        yield "page", drawn(*lines)
        yield "pdf", documents.PAGE % (len(drawn(*lines)), drawn(*lines))
    yield "word", word("Talks stall", "Norvia denied the claims on Monday, officials said.")
    header = f'<w:sectPr><w:headerReference w:type="default" r:id="rId1" xmlns:r="{OFFICE}"/></w:sectPr>'
    relations = documents.PARTS["_rels/.rels"].replace(b'officeDocument" T', b'header" T')
    yield "word", documents.BETWEEN.join((
        word("a", rest=header), relations.replace(b"word/document.xml", b"header1.xml"),
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="h"><w:name w:val="heading 1"/></w:style></w:styles>'.encode(),
        b"", f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>b</w:t></w:r></w:p></w:hdr>'.encode(),
    ))  # fmt: skip
    yield "archive", documents.archive(word("Norvia denied the claims."))
    for name in ("a.txt", "a.HTML", "a.docx", "a", "../a.eml", "a.pdf"):
        yield "dispatch", f"{name}\n{NEWS}".encode()


def of_lexicons() -> Iterator[tuple[str, bytes]]:
    """A few rows of each list that we have."""
    import tomli_w

    for name in LOADERS:
        table = lexicon.table(name)
        small = {key: value[:RULE_FIELDS] if isinstance(value, list) else _few(value) for key, value in table.items()}
        yield "lexicon", f"{name}\n{tomli_w.dumps(small)}".encode()
        yield "lexicon", f"{name}\n".encode()


def _few(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    return {key: held[:RULE_FIELDS] if isinstance(held, list) else held for key, held in value.items()}


def of_records() -> Iterator[tuple[str, bytes]]:
    record = builders.analysis()
    yield "record", to_json(record).encode()
    claim, actor, other = claim_words(record, 0), actor_words(record, 0), actor_words(record, builders.TASMAR)
    evidence = Span(record.sentences[0].start, record.sentences[0].end)
    mention = record.actors[0].mentions[0]
    made = (
        AcceptClaim(claim), RejectClaim(claim), ChangeHolder(claim, other), ChangeHolder(claim, None),
        ChangeFactuality(claim, Factuality.CERTAIN), ChangeHedged(claim, True), RenameActor(actor, "The dam"),
        AddContest(evidence, ContestKind.DENIES, other, claim), RemoveContest(contest_words(record, 0)),
        MergeActors(actor, other), MoveActor(actor, other), MoveActor(actor, None),
        SplitActor(actor, (Span(mention.start, mention.end),), "Ada", ActorKind.PERSON, other),
    )  # fmt: skip
    lines = [operation_to_json(operation).encode() for operation in made]
    yield from (("correction", line) for line in lines)
    yield from (("correction", b"\n".join(pair)) for pair in zip(lines, lines[4:] + lines[:4], strict=True))
    yield "line", b'{"id": 1, "text": "Norvia denied it, he said.", "title": null}'
    yield "line", b'\xef\xbb\xbf{"id": "\\ud83d\\ude00", "text": "a\\ud800", "source": 1}'
    yield "table", b'text=body title=head\nid,body,head\r\n1,"Norvia denied it, he ""said"".",Talks\r\n2,,\r\n'
    yield "table", b"\ntext,url\n\xff,\n"


def of_networks() -> Iterator[tuple[str, bytes]]:
    yield "body", b"\x08Norvia denied the claims."
    yield "body", b"\x09\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x4b\x04\x00\x43\xbe\xb7\xe8\x01\x00\x00\x00"
    for told in (
        "text/html; charset=iso-8859-1",
        "text/plain; charset=utf-16",
        "application/pdf",
        "",
        'a/b; charset="',
    ):
        yield "media", told.encode() + b"\n\xe9 \xef\xbb\xbfa"
    for text in (
        "https://example.org/a?b=c#d\n/e", "example.org:443/x\n//other.example/y", "http://[::ffff:10.0.0.1]/\n../",
        "münchen.example\nhttp://x", "http://a@b/\n", "http://1.2.3.4:80/%zz é\n?q", "HTTPS://EXAMPLE.ORG./\n#",
    ):  # fmt: skip
        yield "address", text.encode()
    for text in ("", "none", "names,fill", "claim,hedge,contest", "claim,claim,x"):
        yield "parameters", text.encode()


def main() -> None:
    numbers: dict[str, int] = {}
    for name, data in chain(of_documents(), of_lexicons(), of_records(), of_networks()):
        numbers[name] = numbers.get(name, -1) + 1
        path = CORPUS / name / f"seed-{numbers[name]:02}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
