"""Tables in Markdown, as they stand in README.md."""

from collections.abc import Sequence

from benchmarks.speed.clock import Times


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, named: int = 1) -> str:
    """A table of which the first `named` columns are words and the others figures."""
    rule = ["---"] * named + ["--:"] * (len(head) - named)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *rows))


def ratio(times: Times, digits: int = 2) -> str:
    """By the wall clock, and in brackets in processor time."""
    return f"{times.wall:.{digits}f} ({times.processor:.{digits}f})"


def seconds(value: float) -> str:
    """Three digits that count."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"
