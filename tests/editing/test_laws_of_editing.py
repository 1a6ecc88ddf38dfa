"""What holds for every correction of every record: it stays lawful and exact, and undoing leaves no trace."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.codec import from_json, to_json
from framing.editing.settle import settle
from framing.edits import (
    History,
    apply,
    describe,
    operation_from_json,
    operation_to_json,
    operations_of,
    reapply,
)
from framing.errors import EditError
from framing.types import Analysis
from tests import builders
from tests.editing.drawn import operations, readings

UNHURRIED = {"deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True}


def records() -> tuple[Analysis, ...]:
    """One made by hand with every kind of mark, reading and joint holder, and some that were read."""
    return (replace(builders.analysis(), edits=()), *readings())


@pytest.mark.parametrize("at", range(6))
def test_a_lawful_record_is_settled_as_it_is(at: int) -> None:
    record = records()[at]
    assert settle(record) == record
    assert reapply(record, ()).analysis == record


@pytest.mark.slow
@settings(max_examples=100, **UNHURRIED)
@given(st.data())
def test_undoing_restores_every_byte_and_redoing_does_it_again(data: st.DataObject) -> None:
    reading = records()[data.draw(st.integers(0, 5))]
    history, analysis, written = History(), reading, [to_json(reading)]
    for _ in range(data.draw(st.integers(1, 8))):
        operation = data.draw(operations(analysis))
        try:
            corrected = apply(analysis, operation)
        except EditError:
            assert to_json(analysis) == written[-1]
            continue
        analysis, history = corrected, history.push(operation)
        written.append(to_json(analysis))
        check(analysis, history)
    for expected in reversed(written[:-1]):
        history = history.undo()
        assert to_json(reapply(reading, history.done).analysis) == expected
    assert history.done == ()
    for expected in written[1:]:
        history = history.redo()
        assert to_json(reapply(reading, history.done).analysis) == expected


def check(analysis: Analysis, history: History) -> None:
    """`apply` has checked the laws of the record itself."""
    assert from_json(to_json(analysis)) == analysis
    assert settle(analysis) == analysis
    assert operations_of(analysis) == history.done
    for operation in history.done:
        assert operation_from_json(operation_to_json(operation)) == operation
        line = describe(operation, analysis)
        assert line.strip() == line != ""
        assert "\n" not in line
