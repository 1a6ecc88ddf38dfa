"""How well the document stage tells the article from the rest of the page.

`python -m benchmarks.blocks` reads `web_pages/readability` of the data folder and prints one table. A block counts by
its characters: as much of it as stands in the expected article is right. Headlines and captions count nowhere, because
the expected articles keep some of them and not others.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from lxml import html as markup

from framing.document.align import Passages
from framing.document.html import from_html
from framing.document.plain import from_text
from framing.document.types import Block, Document
from framing.document.visible import visible
from framing.types import ParagraphKind
from training.data import asked_folder

UNCOUNTED = frozenset({ParagraphKind.HEADLINE, ParagraphKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of characters, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class PageScores:
    page: str
    html: Score  # from_html
    text: Score  # from_text on the visible text
    everything: Score  # every block included: what there is to gain


@dataclass(frozen=True, slots=True)
class Measurement:
    pages: tuple[PageScores, ...]

    def mean(self, reader: Callable[[PageScores], Score]) -> tuple[float, float, float]:
        """Precision, recall and F1, averaged over pages."""
        scores = [reader(page) for page in self.pages]
        return (
            fmean(s.precision for s in scores),
            fmean(s.recall for s in scores),
            fmean(s.f1 for s in scores),
        )


def measure(data: Path) -> Measurement:
    """Read every page below `data`/web_pages/readability."""
    folders = sorted(path.parent for path in (data / "web_pages" / "readability").glob("*/source.html"))
    return Measurement(tuple(_page(folder) for folder in folders))


def _page(folder: Path) -> PageScores:
    source = (folder / "source.html").read_text(encoding="utf-8")
    expected = _expected((folder / "expected.html").read_text(encoding="utf-8"))
    read = from_html(source)
    pasted = from_text(read.text, title=None)
    return PageScores(
        page=folder.name,
        html=_score(read, read.blocks, expected),
        text=_score(pasted, pasted.blocks, expected),
        everything=_score(read, (b for b in read.blocks), expected, every=True),
    )


def _expected(source: str) -> tuple[str, ...]:
    tree = markup.fromstring(source)
    for element in tree.xpath("//figure | //figcaption | //h1 | //h2 | //h3 | //h4"):
        element.drop_tree()
    page = visible(markup.tostring(tree, encoding="unicode"))
    return tuple(piece.span.of(page.text) for piece in page.pieces)


def _score(document: Document, blocks: Iterable[Block], expected: tuple[str, ...], *, every: bool = False) -> Score:
    chosen = [b for b in blocks if (b.included or every) and b.kind not in UNCOUNTED]
    texts = [document.text[b.start : b.end] for b in chosen]
    return Score(
        precision=_covered(texts, Passages.of(expected)),
        recall=_covered(expected, Passages.of(document.text[b.start : b.end] for b in _readable(document, chosen))),
    )


def _readable(document: Document, chosen: list[Block]) -> Iterable[Block]:
    """What was included, with the headings and captions that count nowhere."""
    return sorted({*chosen, *(b for b in document.blocks if b.kind in UNCOUNTED)}, key=lambda b: b.start)


def _covered(texts: Iterable[str], passages: Passages) -> float:
    pairs = [(len(text), passages.share(text)) for text in texts]
    total = sum(size for size, _ in pairs)
    return sum(size * share for size, share in pairs) / total if total else 0.0


READERS: dict[str, Callable[[PageScores], Score]] = {
    "from_html": lambda page: page.html,
    "from_text": lambda page: page.text,
    "all blocks": lambda page: page.everything,
}


def table(measurement: Measurement) -> str:
    names = list(READERS)
    lines = [f"{'page':22}" + "".join(f"{name:>24}" for name in names)]
    lines.append(f"{'':22}" + f"{'P':>10}{'R':>7}{'F1':>7}" * len(names))
    for page in measurement.pages:
        scores = [READERS[name](page) for name in names]
        lines.append(f"{page.page:22}" + "".join(f"{s.precision:10.3f}{s.recall:7.3f}{s.f1:7.3f}" for s in scores))
    means = [measurement.mean(READERS[name]) for name in names]
    lines.append(
        f"{f'mean of {len(measurement.pages)}':22}" + "".join(f"{p:10.3f}{r:7.3f}{f:7.3f}" for p, r, f in means)
    )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    sys.stdout.write(table(measure(asked_folder("benchmarks.blocks", __doc__, arguments))) + "\n")


if __name__ == "__main__":
    main()
