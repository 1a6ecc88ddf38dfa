"""What holds for every format."""

import pytest

from framing.document import SUFFIXES, from_bytes
from framing.errors import InputError
from tests.document import office, test_mail, test_pdf, test_word
from tests.document.test_laws import check_blocks

MAIL = test_mail.message(f"{test_mail.LEAD}\n\n{test_mail.DENIAL}\n\n> {test_mail.ANSWER}\n\n-- \nAnn Lee\n").as_bytes()
PAGE = f"<nav>Home</nav><article><h1>News</h1><p>{test_mail.LEAD}</p><p>{test_mail.DENIAL}</p></article>".encode()
SAVED = test_mail.SAVED.format(lead=test_mail.LEAD, denial=test_mail.DENIAL).encode()
FILES = {
    ".txt": test_mail.LEAD.encode(),
    ".md": f"# News\n\n{test_mail.LEAD}".encode(),
    ".html": PAGE,
    ".htm": PAGE,
    ".mhtml": SAVED,
    ".mht": SAVED,
    ".pdf": test_pdf.two_columns(test_pdf.PARAGRAPHS * 3),
    ".docx": office.saved(test_word.article()),
    ".eml": MAIL,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_blocks_cover_the_text_and_something_is_read(suffix: str) -> None:
    document = from_bytes(FILES[suffix], name=f"news{suffix}")
    check_blocks(document)
    assert any(block.included for block in document.blocks)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_reading_twice_gives_the_same(suffix: str) -> None:
    read = [from_bytes(FILES[suffix], name=f"news{suffix}") for _ in range(2)]
    assert read[0] == read[1]


@pytest.mark.parametrize("content", SUFFIXES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_wrong_suffix_is_read_or_refused(suffix: str, content: str) -> None:
    refusal = None
    try:
        check_blocks(from_bytes(FILES[content], name=f"news{suffix}"))
    except InputError as error:
        refusal = str(error)
    assert refusal is None or ";" in refusal  # the remedy stands behind it
