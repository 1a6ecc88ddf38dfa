"""The page for many people, whose engine needs no models and tells the log what it reads."""

import runpy
from pathlib import Path

from tests.components import crowd

crowd.install()
runpy.run_path(str(Path(__file__).parents[2] / "app.py"), run_name="__main__")
