"""One target under libFuzzer: `python -m tests.fuzzing.fuzz TARGET FOLDER ... -max_total_time=60`.

What follows the name goes to libFuzzer. `tests.fuzzing.run` gives all of it.
"""

import logging
import sys
from pathlib import Path

import atheris

from tests.fuzzing.targets import TARGETS

DICTIONARIES = Path(__file__).parent / "dictionaries"
SLOW = 25  # seconds that no input may take, on a machine that does other work too
LARGE = 2_048  # MiB that no input may take


def main() -> None:
    name, *options = sys.argv[1:]
    target = TARGETS[name]
    with atheris.instrument_imports(include=list(target.followed), enable_loader_override=False):
        run = target.run
    logging.disable(logging.CRITICAL)  # the libraries tell of every oddity of a file
    chosen = [f"-max_len={target.longest}", f"-timeout={SLOW}", f"-rss_limit_mb={LARGE}"]
    if target.dictionary is not None:
        chosen.append(f"-dict={DICTIONARIES / target.dictionary}.dict")
    atheris.Setup([sys.argv[0], *chosen, *options], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
