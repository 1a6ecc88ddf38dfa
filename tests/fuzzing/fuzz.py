"""One target under libFuzzer: `python -m tests.fuzzing.fuzz TARGET FOLDER ... -max_total_time=60`.

What follows the name goes to libFuzzer. `tests.fuzzing.run` gives all of it.
"""

import logging
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent


def main() -> None:
    name, *options = sys.argv[1:]
    with atheris.instrument_imports(
        include=["framing", "sources", "batch", "components.reader.layers", "pypdf", "docx"]
    ):
        from tests.fuzzing.targets import TARGETS
    logging.disable(logging.CRITICAL)  # the libraries tell of every oddity of a file
    target = TARGETS[name]
    chosen = [f"-max_len={target.longest}", "-timeout=10", "-rss_limit_mb=2048"]
    if target.dictionary is not None:
        chosen.append(f"-dict={HERE / 'dictionaries' / target.dictionary}.dict")
    atheris.Setup([sys.argv[0], *chosen, *options], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
