"""Pages of HTML."""

import pytest

from framing.document import Document, from_html
from framing.document.html import FALLBACK, MAX_DEPTH
from framing.errors import InputError
from framing.settings import Settings
from framing.types import ParagraphKind

PARAGRAPHS = [
    "The harbour of Porto Velho was closed on Monday after a tanker ran aground, the port authority said.",
    "Officials denied reports that oil had leaked, but fishermen said that they had seen a film on the water.",
    "“We will publish the figures,” the minister told reporters. She did not say when the port would open again.",
    "The owner of the ship did not respond to a request for comment &amp; its insurer declined to answer questions.",
]
PAGE = """<!doctype html><html lang=en><head><title>Harbour closed after accident - The Example</title>
<meta property="og:site_name" content="The Example"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel=canonical href="https://example.org/harbour">
<style>p{{color:red}}</style></head><body>
<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>
<article><h1>Harbour closed after accident</h1><figure><img src=a.jpg><figcaption>The tanker. Photo: Joe Ray/AFP</figcaption></figure>
{paragraphs}</article>
<script>var leak = "</p>secret";</script><div hidden>unseen</div><div style="display: none">unseen</div>
<template>unseen</template><noscript>unseen</noscript>
<footer><p>© 2024 The Example. All rights reserved.</p></footer></body></html>"""


def page() -> str:
    return PAGE.format(paragraphs="\n".join(f"<p>{p}</p>" for p in PARAGRAPHS))


def texts(document: Document, kind: ParagraphKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_article_is_read_and_the_rest_is_marked() -> None:
    document = from_html(page())
    assert texts(document, ParagraphKind.HEADLINE) == ["Harbour closed after accident"]
    assert texts(document, ParagraphKind.BODY) == [p.replace("&amp;", "&") for p in PARAGRAPHS]
    assert texts(document, ParagraphKind.CAPTION) == ["The tanker. Photo: Joe Ray/AFP"]
    assert "Home" in texts(document, ParagraphKind.BOILERPLATE)


def test_text_is_the_visible_text() -> None:
    text = from_html(page()).text
    assert not [hidden for hidden in ("unseen", "secret", "var leak", "color") if hidden in text]
    assert "Home\n\nWorld\n\nHarbour closed after accident\n\n" in text


def test_facts_of_the_page() -> None:
    document = from_html(page())
    facts = (document.title, document.source, document.author, document.published, document.url)
    assert facts == (
        "Harbour closed after accident",
        "The Example",
        "Ann Lee",
        "2024-03-05",
        "https://example.org/harbour",
    )


def test_facts_of_open_graph_and_linked_data() -> None:
    data = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour closed after accident",
        "author": {"@type": "Person", "name": "Ann Lee"}, "datePublished": "2024-03-05T10:00:00Z",
        "publisher": {"@type": "Organization", "name": "The Example"}}"""
    graph = (
        '<meta property="og:title" content="Harbour closed after accident"><meta property="og:url" '
        'content="https://example.org/harbour"><meta property="og:site_name" content="The Example">'
    )
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    html = f'<html><head>{graph}<script type="application/ld+json">{data}</script></head><body>{body}</body></html>'
    document = from_html(html)
    assert (document.title, document.source) == ("Harbour closed after accident", "The Example")
    assert (document.author, document.published) == ("Ann Lee", "2024-03-05")
    assert document.url == "https://example.org/harbour"


def test_items_of_a_list_inside_the_article_are_read() -> None:
    items = ["Found the leak", "Closed the harbour", "Called two tugs", "Told the minister"]
    listed = "".join(f"<li>{item}</li>" for item in items)
    paragraphs = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    document = from_html(f"<article><h1>Harbour closed</h1>{paragraphs}<ul>{listed}</ul>{paragraphs}</article>")
    assert [item for item in texts(document, ParagraphKind.BODY) if item in items] == items


def test_one_break_is_a_line_and_two_end_the_block() -> None:
    document = from_html("<p>One  line\n of text.<br>Another line.<br><br>A new block <b>b</b>old.</p>")
    assert document.text == "One line of text.\nAnother line.\n\nA new block bold."


def test_without_an_article_the_block_rules_decide_and_say_so() -> None:
    document = from_html("<b>China rejected the claims on Monday, officials said.")
    assert [(b.included, b.reason.endswith(FALLBACK)) for b in document.blocks] == [(True, True)]


@pytest.mark.parametrize("depth", [MAX_DEPTH - 50, 3_000, 100_000])
def test_deep_pages_are_read_whole(depth: int) -> None:
    document = from_html("<div>" * depth + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * depth + f"<p>{PARAGRAPHS[1]}</p>")
    assert document.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


@pytest.mark.parametrize(
    "broken",
    [
        "<p>Talks failed.<p",
        "<p>Talks failed.</div></span>",
        "<table><p>Talks failed.",
        "<?xml version='1.0' encoding='x'?><p>Talks failed.",
        "Talks failed.<!-- <p>",
        "<p>Talks failed.<script>if (a<b) { '<p>leak' }",
        "<p>Talks failed.\x00",
        "<BODY><P>Talks failed.</P>",
    ],
)
def test_broken_markup_is_read(broken: str) -> None:
    text = from_html(broken).text
    assert text.startswith("Talks failed.")
    assert "leak" not in text


@pytest.mark.parametrize(
    "empty", ["", "<p></p>", "<script>a</script>", "<!-- a -->", "<p>\ud800</p>", "<html><body hidden>"]
)
def test_pages_without_text_are_refused(empty: str) -> None:
    with pytest.raises(InputError):
        from_html(empty)


def test_the_limit_counts_visible_text() -> None:
    settings = Settings(max_code_points=600)
    assert from_html(page(), settings=settings).text
    with pytest.raises(InputError, match="max_code_points"):
        from_html(page(), settings=Settings(max_code_points=100))
