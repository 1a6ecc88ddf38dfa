"""PerSenT (Bastan et al. 2020): tone of each paragraph of a news article toward its main person.

CSV; `DOCUMENT` has a paragraph per line, `Paragraph0`… their labels. The files were published without most of
their commas and with UTF-8 read as Latin-1; `written` mends what can be told.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from framing.types import Span, Tone
from training.datasets.form import published
from training.examples import Example, TargetAnswer

DEV = Path("persent/dev.csv")
MOST_WORDS = 90  # longer paragraphs do not fit the network's training rows

TONES = {"Positive": Tone.POSITIVE, "Neutral": Tone.NEUTRAL, "Negative": Tone.NEGATIVE}
_PARAGRAPH = re.compile(r"Paragraph(\d+)")
_NOT_A_NAME = re.compile(r"^[\W_]+|['’]s?$|[\W_]+$")
_MOJIBAKE = re.compile("[\xc2-\xf4][\x80-\xbf]+")
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))")
_SAID = re.compile(r'(?<=\w) "(?=\s+(?:[\w.]+\s+){0,3}(?:said|says|told|added|wrote)\b)')
_LOOSE = re.compile(r" +(?=[.,;:?!)])|(?<=\w) (?=['’](?:s\b| |$))")
_GAP = re.compile(r"(?<=[^\s.,;:?!]) {2,}(?=[^\s.,;:?!)])")
_PADDED = re.compile(r"  (?:he|she|his|him|her|they|their|we|my|it|its|me)  ")
_MENTION_BEFORE = re.compile(r"(?:\b[A-Z][\w.'’-]*|\b(?:he|she|his|him|her|they|their|we|my|it|its|me)|[\"“”])$")
_MENTION_AFTER = re.compile(r"[A-Z\"“”]|(?:he|she|his|him|her|they|their|we|my|it|its|me)\b")


def read(path: Path) -> tuple[Example, ...]:
    """Read the paragraphs that name their person and are not too long.

    Documents with another number of labels than of paragraphs are left out.

    Raises:
        TrainingError: a column or a label is not of the published form.
    """
    examples: list[Example] = []
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=1):
            with published(f"{path}, document {number}", "PerSenT's form"):
                examples.extend(_examples(row))
    return tuple(examples)


def _examples(row: Mapping[str, str]) -> Iterator[Example]:
    paragraphs = row["DOCUMENT"].split("\n")
    columns = sorted((int(found[1]), name) for name in row if (found := _PARAGRAPH.fullmatch(name)))
    if not columns:
        raise ValueError("no column Paragraph0")
    labels = [TONES[row[name]] for _, name in columns if row[name]]
    if len(labels) != len(paragraphs):
        return
    person = _NOT_A_NAME.sub("", row["TARGET_ENTITY"])
    padded = is_padded(row["DOCUMENT"], person)
    for paragraph, label in zip(paragraphs, labels, strict=True):
        text = written(paragraph, padded=padded)
        mentions = find(text, person)
        if mentions and len(text.split()) <= MOST_WORDS:
            target = TargetAnswer(mentions, label)
            yield Example(text=text, document=row["DOCUMENT_INDEX"], targets=(target,))


def find(text: str, person: str) -> tuple[Span, ...]:
    """Every place of the full name or, by itself, of its last word, from left to right."""
    words = person.split()
    if not words:
        return ()
    full = r"\s+".join(re.escape(word) for word in words)
    pattern = rf"(?<!\w)(?:{full}|{re.escape(words[-1])})(?!\w)"
    return tuple(Span(match.start(), match.end()) for match in re.finditer(pattern, text))


def is_padded(document: str, person: str) -> bool:
    """Whether the mentions of the person stand between two blanks more, which look like lost commas."""
    last = re.escape(person.split()[-1]) if person else "he"
    name = rf"  (?:[\w.]+ ){{0,3}}{last}(?:  | ['’])"
    return _PADDED.search(document) is not None or re.search(name, document) is not None


def written(paragraph: str, *, padded: bool) -> str:
    """Put back the commas and letters that were lost.

    A comma became a blank: two blanks are a comma and its blank, `1 500` is a number, `so " she said` a quotation.

    Args:
        paragraph: as published.
        padded: the document has blanks around its mentions; two blanks at a name or pronoun are then no comma.
    """
    text = _MOJIBAKE.sub(lambda found: _decode(found.group()), paragraph.strip())
    text = _THOUSANDS.sub(r"\1,", text)
    text = _SAID.sub(',"', text).replace(" ”", ",”")
    text = _GAP.sub(lambda gap: " " if padded and _at_mention(gap) else ", ", text)
    return _LOOSE.sub("", " ".join(text.split()))


def _decode(letters: str) -> str:
    try:
        return letters.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return letters  # cut off in the published file


def _at_mention(gap: re.Match[str]) -> bool:
    if len(gap.group()) > 2:
        return False
    before, after = gap.string[: gap.start()], gap.string[gap.end() :]
    return bool(_MENTION_BEFORE.search(before[-40:]) or _MENTION_AFTER.match(after))
