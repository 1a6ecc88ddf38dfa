"""How a stopped run goes on: which lines stand already, and whether input and engine are still the same.

Lines are gathered in OUT.part, which becomes OUT with the last of them. Beside it stands OUT.state, written before
the first line. It names the input by length and digest, and the engine by its identity. Lines may be added to the end
of the input, and OUT is OUT.part again until they are read; anything else is a change.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.codec import record_form
from framing.errors import InputError, RecordError
from framing.strict_json import dumps, loads
from framing.types import Setting
from framing.writing import part_of, put_together, write_text

CHUNK = 1 << 20  # bytes read at once


@dataclass(frozen=True, slots=True)
class Input:
    """The input file as it is found now."""

    size: int  # bytes
    sha256: str
    lines: int


@dataclass(frozen=True, slots=True)
class State:
    """What OUT.state holds."""

    input_bytes: int
    input_sha256: str
    engine: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where to go on: `kept` lines stand in `found`, they end at byte `kept_bytes`."""

    source: Path
    out: Path
    found: Path | None  # OUT, its part, or neither
    input: Input
    kept: int
    kept_bytes: int
    state: State | None  # of the run that is resumed

    @property
    def part(self) -> Path:
        """Where lines are gathered until they are all there."""
        return part_of(self.out)

    @property
    def is_done(self) -> bool:
        """Whether OUT stands with every line and nothing after them."""
        whole = self.found == self.out and self.kept == self.input.lines
        return whole and self.out.stat().st_size == self.kept_bytes


def prepare(source: Path, out: Path) -> Plan:
    """Find out what has been done; nothing is written.

    Raises:
        InputError: OUT was not begun by this command, or the input has changed since.
    """
    now = survey(source)
    state = _read_state(state_path(out))
    found = _written(out)
    if found is None:
        return Plan(source, out, None, now, 0, 0, None)
    if state is None and found.stat().st_size > 0:
        raise InputError(
            f"{found} exists, but {state_path(out).name} does not, so it cannot be resumed; "
            "remove it or name another --out"
        )
    kept, kept_bytes = _complete_lines(found)
    if state is None or kept == 0:
        return Plan(source, out, found, now, 0, 0, None)
    if kept > now.lines or not _begins_with(source, now, state):
        raise InputError(
            f"{source} is not what {out} was begun with; restore that, name another --out, or {_start_again(out)}"
        )
    return Plan(source, out, found, now, kept, kept_bytes, state)


def _written(out: Path) -> Path | None:
    part = part_of(out)
    if out.exists() and part.exists():
        raise InputError(f"{out} and {part.name} both exist, and a run writes only one of them; remove the other")
    return next((path for path in (out, part) if path.exists()), None)


def begin(plan: Plan, identity: tuple[Setting, ...]) -> None:
    """Make the part ready to be appended to: write the state, drop a torn line. A run that is done is left alone.

    Raises:
        InputError: the kept lines were read by another engine.
    """
    if plan.state is not None:
        _expect_same_engine(plan.out, plan.state.engine, identity)
    state = State(plan.input.size, plan.input.sha256, identity)
    if state != plan.state:
        write_text(state_path(plan.out), dumps(record_form(State).encode(state, "state")) + "\n")
    if plan.found is not None and not plan.is_done:
        if plan.found != plan.part:
            os.replace(plan.found, plan.part)
        os.truncate(plan.part, plan.kept_bytes)


def finish(plan: Plan) -> None:
    """Give the part its final name.

    Raises:
        WriteError: it cannot be renamed.
    """
    put_together({plan.out: plan.part})


def state_path(out: Path) -> Path:
    return out.with_name(f"{out.name}.state")


def survey(source: Path) -> Input:
    total, size, lines, last = hashlib.sha256(), 0, 0, b"\n"
    with source.open("rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
            size, lines, last = size + len(chunk), lines + chunk.count(b"\n"), chunk[-1:]
    return Input(size, total.hexdigest(), lines + (last != b"\n"))


def _complete_lines(out: Path) -> tuple[int, int]:
    """How many lines end in a line break, and the byte at which the last of them ends."""
    lines, position, end = 0, 0, 0
    with out.open("rb") as file:
        while chunk := file.read(CHUNK):
            lines += chunk.count(b"\n")
            if b"\n" in chunk:
                end = position + chunk.rindex(b"\n") + 1
            position += len(chunk)
    return lines, end


def _begins_with(source: Path, found: Input, state: State) -> bool:
    """Whether the input is the one of the state, or that one with lines added to its end."""
    if found.size == state.input_bytes:
        return found.sha256 == state.input_sha256
    if found.size < state.input_bytes:
        return False
    total, left, last = hashlib.sha256(), state.input_bytes, b"\n"
    with source.open("rb") as file:
        while chunk := file.read(min(CHUNK, left)):
            total.update(chunk)
            left, last = left - len(chunk), chunk[-1:]
        line_is_whole = last == b"\n" or file.read(1) == b"\n"
    return line_is_whole and total.hexdigest() == state.input_sha256


def _expect_same_engine(out: Path, before: tuple[Setting, ...], now: tuple[Setting, ...]) -> None:
    if changed := changes(before, now):
        raise InputError(f"{out} was begun with another engine ({changed}); use that, or {_start_again(out)}")


def changes(before: Sequence[Setting], now: Sequence[Setting]) -> str:
    """What differs between two sets of settings, in words; empty where nothing does."""
    old, new = ({setting.name: setting.value for setting in settings} for settings in (before, now))
    return "; ".join(
        f"{name} was {old.get(name, 'absent')}, is {new.get(name, 'absent')}"
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    )


def _start_again(out: Path) -> str:
    return f"remove {out} (or {part_of(out).name}) and {state_path(out).name} to start again"


def _read_state(path: Path) -> State | None:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not the state of a run: {error}") from error
    try:
        state: State = record_form(State).decode(loads(text), "state")
    except RecordError as error:
        raise InputError(f"{path} is not the state of a run: {error}") from error
    return state
