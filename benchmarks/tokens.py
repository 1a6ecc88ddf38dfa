"""How much of the article is read, by words: from HTML, from pasted text, and by trafilatura alone in the same run.

`python -m benchmarks.tokens` reads the English pages below `web_pages/readability` of the data folder. A page's figure
is the F1 of the words of the included text against those of the expected article, as bags; English is what the
project's own detector calls so.
Text is pasted in two ways: the visible text, block by block, and each piece of text on a line of its own, as
programs copy it that know nothing of links inside a sentence.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import trafilatura
from lxml import etree

from framing.document import Document, detect, from_html, from_text
from framing.document.language import READ
from framing.document.visible import UNSEEN, visible
from training.data import asked_folder

WORD = re.compile(r"\w+")
WAYS = ("from_html", "from_text", "from_text pieces", "trafilatura", "whole page")


@dataclass(frozen=True, slots=True)
class PageTokens:
    page: str
    f1: tuple[float, ...]  # in the order of WAYS


def measure(data: Path) -> tuple[PageTokens, ...]:
    """The figures of every English page."""
    folders = sorted(path.parent for path in (data / "web_pages" / "readability").glob("*/source.html"))
    return tuple(page for folder in folders for page in _page(folder))


def mean(pages: tuple[PageTokens, ...], way: str) -> float:
    place = WAYS.index(way)
    return fmean(page.f1[place] for page in pages)


def _page(folder: Path) -> Iterator[PageTokens]:
    source = (folder / "source.html").read_text(encoding="utf-8")
    expected = visible((folder / "expected.html").read_text(encoding="utf-8")).text
    language = detect(expected)
    if language is None or language.code != READ:
        return
    read = from_html(source)
    texts = (
        _included(read),
        _included(from_text(read.text)),
        _included(from_text(_pieces(source))),
        trafilatura.extract(source, include_comments=False) or "",
        read.text,
    )
    yield PageTokens(folder.name, tuple(token_f1(text, expected) for text in texts))


def token_f1(text: str, expected: str) -> float:
    """F1 over bags of words, 0 to 1; case and punctuation do not count."""
    found, wanted = Counter(WORD.findall(text.casefold())), Counter(WORD.findall(expected.casefold()))
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 0.0


def _included(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks if block.included)


def _pieces(source: str) -> str:
    tree = etree.fromstring(source.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    etree.strip_elements(tree, *UNSEEN, etree.Comment, with_tail=False)
    return "\n".join(" ".join(piece.split()) for piece in tree.itertext() if piece.strip())


def table(pages: tuple[PageTokens, ...]) -> str:
    lines = [f"{'page':22}" + "".join(f"{way:>18}" for way in WAYS)]
    lines += [f"{page.page:22}" + "".join(f"{value:18.3f}" for value in page.f1) for page in pages]
    means = "".join(f"{mean(pages, way):18.4f}" for way in WAYS)
    return "\n".join([*lines, f"{f'mean of {len(pages)} in English':22}{means}"])


def main(arguments: Sequence[str] | None = None) -> None:
    sys.stdout.write(table(measure(asked_folder("benchmarks.tokens", __doc__, arguments))) + "\n")


if __name__ == "__main__":
    main()
