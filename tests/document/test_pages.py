"""Pages written for this project, each line with what it is: headline, body, caption, Y for byline, X for the rest."""

from pathlib import Path

import pytest

from framing.document import from_text
from framing.types import ParagraphKind

FOLDER = Path(__file__).parent / "pages"
KINDS = {
    "H": ParagraphKind.HEADLINE,
    "B": ParagraphKind.BODY,
    "C": ParagraphKind.CAPTION,
    "Y": ParagraphKind.BYLINE,
    "X": ParagraphKind.BOILERPLATE,
}
PAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def page(name: str) -> tuple[list[str], list[ParagraphKind]]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines], [KINDS[line[0]] for line in lines]


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n\r\n", "\n \n\n"], ids=["lines", "blank", "windows", "many"])
@pytest.mark.parametrize("name", PAGES)
def test_every_line_is_what_its_mark_says(name: str, joint: str) -> None:
    lines, kinds = page(name)
    document = from_text(joint.join(lines))
    read = [(document.text[b.start : b.end], b.kind.value) for b in document.blocks]
    assert read == list(zip(lines, [kind.value for kind in kinds], strict=True))
