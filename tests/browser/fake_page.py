"""The page with the engine that needs no models; `streamlit run` starts it for the browser tests."""

import runpy
from pathlib import Path

from tests.components import fake

fake.install()
runpy.run_path(str(Path(__file__).parents[2] / "app.py"), run_name="__main__")
