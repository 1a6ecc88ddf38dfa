"""The tone toward each shared actor, counted in both articles."""

from collections.abc import Iterator, Mapping

from framing.comparing.types import SharedTone, ToneShare
from framing.grouping import Counting, Tally, wilson
from framing.tallies import AUTHOR, ELSE, tone
from framing.types import Analysis, Tone


def shared_tones(
    first: Analysis, second: Analysis, actors: Mapping[int, tuple[int, float]], counting: Counting
) -> Iterator[SharedTone]:
    """Each actor that both articles have readings of, in one voice."""
    firsts, seconds = _tallies(first, counting), _tallies(second, counting)
    for one, (other, _) in sorted(actors.items()):
        for by in (AUTHOR, ELSE):
            here = firsts.get((first.actors[one].name, by), ())
            there = seconds.get((second.actors[other].name, by), ())
            if here and there:
                yield SharedTone(one, other, by, here, there, _apart(here, there))


def _tallies(analysis: Analysis, counting: Counting) -> dict[tuple[str, str], tuple[ToneShare, ...]]:
    """The shares of all tones, absent ones too, of each actor in each voice."""
    groups: dict[tuple[str, str], dict[str, Tally]] = {}
    for tally in tone(analysis, counting):
        groups.setdefault((tally.actor, tally.part), {})[tally.label] = tally
    return {key: tuple(_share(label, found) for label in Tone) for key, found in groups.items()}


def _share(label: Tone, found: Mapping[str, Tally]) -> ToneShare:
    n = next(iter(found.values())).n
    tally = found.get(label)
    count, sentences = (tally.count, tally.sentences) if tally is not None else (0, ())
    return ToneShare(label, count, n, *wilson(count, n), sentences)


def _apart(first: tuple[ToneShare, ...], second: tuple[ToneShare, ...]) -> bool:
    return any(one.low > other.high or other.low > one.high for one, other in zip(first, second, strict=True))
