"""A card as plain strings and numbers: what card.js draws."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    value: str
    quote: str = ""


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


@dataclass(frozen=True, slots=True)
class Shares:
    """Calibrated probabilities of one reading."""

    name: str
    unsure: bool
    shares: tuple[tuple[str, float], ...]


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
