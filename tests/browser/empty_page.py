"""The page of somebody who has no samples, so that it opens without an article."""

import runpy
from pathlib import Path

from components import session
from tests.components import fake

fake.install()
session.samples = tuple
runpy.run_path(str(Path(__file__).parents[2] / "app.py"), run_name="__main__")
