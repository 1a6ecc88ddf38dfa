"""The tiny bundle of the network's tests, and every command that writes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.commands import COMMANDS, Command
from tests.models.conftest import encoder_files, encoder_folder, make_bundle

__all__ = ["encoder_files", "encoder_folder", "make_bundle"]


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory) -> Mapping[str, Mapping[str, bytes]]:
    """By command, what it leaves when nothing disturbs it."""
    found = {}
    for name, command in COMMANDS.items():
        folder = tmp_path_factory.mktemp(name)
        command.prepare(folder)
        done = command.run(folder)
        assert done.code == 0, done.error
        found[name] = command.written(folder)
        assert found[name]
    return found


@pytest.fixture(params=COMMANDS)
def name(request) -> str:
    return request.param


@pytest.fixture
def command(name, tmp_path) -> Command:
    COMMANDS[name].prepare(tmp_path)
    return COMMANDS[name]


@pytest.fixture
def place(tmp_path) -> Path:
    return tmp_path
