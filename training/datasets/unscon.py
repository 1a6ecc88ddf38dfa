"""UNSCon (Zaczynska et al. 2024): conflict in speeches of the UN Security Council, sentence by sentence.

CSV; `A0` is a negative evaluation and `A4` the country it is about, `B1` a challenge or correction and `B3` its
country. Columns and file names about the speaker are often wrong (a speech "of Ukraine" that begins "Chad
reiterates"), so only a first-person word is taken for the speaker. Sentences without a label are no neutral
examples: many praise a country, some blame one.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from framing import gazetteer
from framing.types import ActorKind, MentionForm, Span, Stance, Tone
from training.datasets.detokenise import detokenise
from training.datasets.form import published
from training.examples import Example, StanceAnswer, TargetAnswer

TRAIN = Path("unscon/conflict_annotations_sentences.csv")

EVALUATIONS = frozenset({"Direct_NegEval", "Indirect_NegEval"})
RESPONSES = {"Challenge": True, "Correction": False}  # whether it opposes: a correction may be of a mere fact
NOTHING = "_"
COUNTRY = "Country"
_STATE_FIELDS = frozenset({"names", "demonyms", "capital", "seats"})
_SPEAKER = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Uu]s|[Mm]y)\b")
_PART_OF_WORD = frozenset("-–")  # "pro-Russian", "Russian-speaking": about others


def read(path: Path) -> tuple[Example, ...]:
    """Read the sentences whose criticised country is named in them.

    With a first-person word: the speaker opposes the country; without: the tone toward it is negative.

    Raises:
        TrainingError: a column or a label is not of the published form.
    """
    examples: dict[str, Example] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            with published(f"{path}, row {number}", "UNSCon's form"):
                example = _example(row)
            if example is not None:
                examples.setdefault(example.text, example)
    return tuple(examples.values())


def _example(row: Mapping[str, str]) -> Example | None:
    text, _ = detokenise(row["sentence_text"].split())
    criticised = tuple(dict.fromkeys(_criticised(row)))
    found = [place for country in criticised if (place := _named(text, country)) is not None]
    if not found:
        return None
    speaker = _SPEAKER.search(text)
    if speaker is None:
        targets = tuple(TargetAnswer((span,), Tone.NEGATIVE) for span in found)
        return Example(text=text, document=row["file_id"], targets=targets)
    source = Span(speaker.start(), speaker.end())
    stances = tuple(StanceAnswer(source, span, Stance.OPPOSES) for span in found)
    return Example(text=text, document=row["file_id"], stances=stances)


def _criticised(row: Mapping[str, str]) -> Iterator[str]:
    """The sides that the sentence is against; blame of oneself has a kind of its own, `Self-targeting`."""
    evaluation, response = row["A0"], row["B1"]
    slugs = []
    if evaluation != NOTHING:
        if evaluation not in EVALUATIONS:
            raise ValueError(f"A0 is {evaluation!r}")
        slugs.append((row["A2"], row["A4"]))
    if response != NOTHING and RESPONSES[response]:
        slugs.append((row["B2"], row["B3"]))
    for kind, slug in slugs:
        side = _sides().get(_key(slug))
        if kind == COUNTRY and side is not None:
            yield side


@cache
def _sides() -> dict[str, str]:
    """Names of states in lower case → the gazetteer's name of the side."""
    entries = (pair for known in gazetteer.forms().values() for pair in known)
    return {_key(form): entry.side for form, entry in entries if entry.field == "names"}


def _key(name: str) -> str:
    return name.replace("_", " ").lower()


def _named(text: str, side: str) -> Span | None:
    """Where the country is named: rather as an actor than after "in", rather by its name than by its demonym."""
    hits = [hit for hit in gazetteer.search(text) if _stands_for(hit.entry, side) and _whole(text, hit)]
    hits.sort(
        key=lambda hit: (
            text.endswith(" in ", 0, hit.start),
            hit.entry.form is MentionForm.DEMONYM,
            hit.start,
        )
    )
    return Span(hits[0].start, hits[0].end) if hits else None


def _stands_for(entry: gazetteer.Entry, side: str) -> bool:
    return entry.side == side and entry.kind is ActorKind.STATE and entry.field in _STATE_FIELDS


def _whole(text: str, hit: gazetteer.Hit) -> bool:
    around = text[max(0, hit.start - 1) : hit.start] + text[hit.end : hit.end + 1]
    return _PART_OF_WORD.isdisjoint(around)
