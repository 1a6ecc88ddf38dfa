"""One home for each number that the engine depends on, with its unit and its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How one article is read. Every field enters `provenance.settings`."""

    max_code_points: int = 1_000_000  # an article above it is refused by name, never cut
    max_passage_code_points: int = 2_000  # longer paragraphs reach the parser in pieces: time grows with the square
    any_language: bool = False  # read text that the detector does not take for English
    min_language_letters: int = 80  # below it no detector is reliable, so no language is refused


DEFAULTS = Settings()
