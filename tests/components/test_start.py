"""What the page brings along before anybody reads: the frame is on screen before the models are."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What app.py imports, and which of these libraries came along.
LOADED = """
import ast, importlib, sys
for node in ast.parse(open("app.py", encoding="utf-8").read()).body:
    if isinstance(node, ast.ImportFrom):
        module = importlib.import_module(node.module)
        for name in node.names:
            hasattr(module, name.name) or importlib.import_module(f"{node.module}.{name.name}")
sys.stdout.write(" ".join(sys.modules))
"""


@pytest.fixture(scope="module")
def loaded():
    ran = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("library", ["torch", "spacy", "transformers", "tokenizers", "trafilatura", "vl_convert"])
def test_the_page_starts_without(loaded, library):
    assert "components.board" in loaded
    assert library not in loaded
