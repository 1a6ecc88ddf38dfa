"""A card as plain strings and numbers: what card.js draws."""

from dataclasses import dataclass

from components.reader.places import Place


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    value: str
    quote: str = ""
    places: tuple[Place, ...] = ()  # of the quotation, which leads back there


@dataclass(frozen=True, slots=True)
class Link:
    """Another mark that this one leads to."""

    id: str
    lead: str
    quote: str


@dataclass(frozen=True, slots=True)
class ProofRow:
    by: str
    words: str
    value: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Calibrated probabilities of one reading."""

    head: str  # the head that read it
    name: str
    unsure: bool
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one head, on texts that it had not learned from."""

    head: str
    figures: str


@dataclass(frozen=True, slots=True)
class Card:
    kind: str
    tag: str
    label: str
    title: str
    subtitle: str
    quote: str
    facts: tuple[Fact, ...]
    links: tuple[Link, ...] = ()
    sentence: tuple[tuple[str, str], ...] = ()  # text with the role that it plays, "" for none
    proofs: tuple[ProofRow, ...] = ()
    readings: tuple[Shares, ...] = ()
    places: tuple[Place, ...] = ()  # of the quotation
    sentence_places: tuple[Place, ...] = ()
    measured: tuple[Measured, ...] = ()
    citation: str = ""  # what the button for copying puts on the clipboard; "" for no button
