"""Every target holds on every input of its corpus, with or without the fuzzer."""

import pytest

from tests.fuzzing.seeds import CORPUS
from tests.fuzzing.targets import TARGETS

INPUTS = [(name, path) for name in TARGETS for path in sorted((CORPUS / name).iterdir())]


@pytest.mark.parametrize(("name", "path"), INPUTS, ids=lambda value: getattr(value, "name", value))
def test_a_known_input_is_read_or_refused(name, path):
    TARGETS[name].run(path.read_bytes())
