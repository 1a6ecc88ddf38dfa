"""Szeged Uncertainty corpus (Vincze, Szarvas, Farkas, Móra & Csirik 2012): hedge cues by kind.

XML in the form of CoNLL-2010: documents of sentences, cues marked in place. Wikipedia and biology.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from framing.types import HedgeKind, Span
from training.errors import TrainingError
from training.examples import CueAnswer, Example

WIKI = Path("szeged_uncertainty/wiki.xml")
BIO = tuple(Path(f"szeged_uncertainty/bio_{part}.xml") for part in ("bmc", "fly", "hbc"))

# The type of a cue -> the kind of hedge. What is under investigation is as yet unconfirmed.
LABELS = {
    "speculation_modal_probable_": HedgeKind.POSSIBLE,
    "speculation_hypo_doxastic _": HedgeKind.BELIEVED,
    "speculation_hypo_condition _": HedgeKind.CONDITIONAL,
    "speculation_hypo_investigation _": HedgeKind.UNCONFIRMED,
}


def read(path: Path) -> tuple[Example, ...]:
    """Read one file, a sentence at a time; empty sentences are left out.

    Raises:
        TrainingError: the file is not XML, or a cue has an unknown type.
    """
    try:
        root = ElementTree.parse(path).getroot()
        return tuple(_examples(root, path.stem))
    except (ElementTree.ParseError, KeyError) as error:
        raise TrainingError(f"{path}: {error!r}; expected Szeged's form") from error


def _examples(root: ElementTree.Element, corpus: str) -> Iterator[Example]:
    for document in root.iter("Document"):
        identifier = f"{corpus}:{document.findtext('DocID', '').strip()}"
        for sentence in document.iter("Sentence"):
            text, cues = _unmark(sentence)
            if text.strip():
                yield Example(text=text, document=identifier, hedges=cues)


def _unmark(sentence: ElementTree.Element) -> tuple[str, tuple[CueAnswer, ...]]:
    """The sentence's text, and its cues with their places in it."""
    text, cues = sentence.text or "", []
    for cue in sentence.iter("ccue"):
        words = "".join(cue.itertext())
        if words.strip():
            start = len(text) + len(words) - len(words.lstrip())
            cues.append(CueAnswer(Span(start, start + len(words.strip())), LABELS[cue.attrib["type"]]))
        text += words + (cue.tail or "")
    return text, tuple(cues)
