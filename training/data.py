"""Where the labelled data lie; nothing of them is ever copied into the project."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError

DATA_VARIABLE = "HEDGEROW_DATA"
REMEDY = f"name the data folder by --data or {DATA_VARIABLE}"


def add_data_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, help=f"data folder; else {DATA_VARIABLE}")


def named_folder(given: Path | None) -> Path | None:
    """The folder of the command line, else of the environment, if either names one."""
    named = os.environ.get(DATA_VARIABLE)
    return given or (Path(named) if named else None)


def data_folder(given: Path | None) -> Path:
    """The same, and it is there.

    Raises:
        TrainingError: neither names a folder, or there is none of that name.
    """
    folder = named_folder(given)
    if folder is None:
        raise TrainingError(f"no data folder is named; {REMEDY}")
    if not folder.is_dir():
        raise missing(folder)
    return folder


def asked_folder(command: str, description: str | None, arguments: Sequence[str] | None) -> Path:
    """The data folder of a command that is given nothing else; without one it says why and ends with status 2."""
    parser = argparse.ArgumentParser(prog=f"python -m {command}", description=description)
    add_data_option(parser)
    given = parser.parse_args(arguments)
    try:
        return data_folder(given.data)
    except TrainingError as error:
        parser.exit(2, f"{command}: {error}\n")


def missing(path: object) -> TrainingError:
    """What to say of a file or folder of the data that is not there."""
    return TrainingError(f"{path}: missing; {REMEDY}")
