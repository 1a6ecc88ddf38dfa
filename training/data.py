"""Where the labelled data lie; nothing of them is ever copied into the project."""

import os
from pathlib import Path

from training.errors import TrainingError

DATA_VARIABLE = "HEDGEROW_DATA"


def data_folder(given: Path | None) -> Path:
    """The data folder of the command line, else of the environment.

    Raises:
        TrainingError: neither names an existing folder.
    """
    folder = given or (Path(os.environ[DATA_VARIABLE]) if DATA_VARIABLE in os.environ else None)
    if folder is None or not folder.is_dir():
        raise TrainingError(f"data folder {folder}: not found; give it by --data or {DATA_VARIABLE}")
    return folder
