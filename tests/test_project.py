"""What the files around the code promise: pins, commands, links, samples, and nothing of one machine."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import framing
from samples import SAMPLES, all_samples

ROOT = Path(__file__).resolve().parent.parent
IGNORED = {".git", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__"}
BINARY = {".safetensors", ".npz", ".png", ".ico", ".woff2", ".bin", ".gz"}

PLANNED = {("add-a-chart.md", "components/charts/silences.py")}  # an example that is not built

# Written in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.:*~-])/(?:{})/".format("|".join(("work", "tmp", "root", "home", "opt"))))
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("download", "pytorch", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("conda", "anaconda", "org"),
    )
]


def read(name: str | Path) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project_files() -> list[Path]:
    """Files that belong to the project: what git lists, or all but caches where there is no git."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        found = [ROOT / name for name in listed.split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not IGNORED & set(path.relative_to(ROOT).parts)]
    return [path for path in found if path.is_file()]


def machine_traces(text: str) -> list[str]:
    return [match.group() for match in MACHINE_PATHS.finditer(text)] + [host for host in HOSTS if host in text]


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md")]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))


def pins(name: str) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([\w.+]+)", read(name), re.M)
    return {package.lower().replace("_", "-"): version for package, version in found}


# Nothing of one machine


def test_no_file_names_a_path_or_a_host_of_one_machine():
    texts = {p: p.read_text(encoding="utf-8", errors="replace") for p in project_files() if p.suffix not in BINARY}
    assert {str(p): traces for p, text in texts.items() if (traces := machine_traces(text))} == {}


@pytest.mark.parametrize("trace", [f"see {os.sep}tmp{os.sep}x", f"'{os.sep}work{os.sep}main'", HOSTS[0]])
def test_a_trace_is_noticed(trace):
    assert machine_traces(f"before {trace} after")


@pytest.mark.parametrize("clean", ["https://example.org/works/", "../data/seed", "and/or/home/", "/usr/bin/env"])
def test_other_slashes_are_not(clean):
    assert machine_traces(clean) == []


def test_only_ci_knows_where_the_test_data_lies():
    folder = "/".join(("..", "shared"))
    texts = [path for path in project_files() if path.suffix in {".py", ".md", ".toml", ".cfg", ".js", ".html"}]
    assert [str(path) for path in texts if folder in path.read_text(encoding="utf-8")] == []


# Pins


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_the_constraint(name):
    lines = [line for line in read(name).splitlines() if line and not line.startswith(("#", "-r"))]
    constraints = pins("constraints.txt")
    assert len(pins(name)) == len(lines)
    assert pins(name).items() <= constraints.items()


# Commands


def test_documented_make_targets_exist():
    named = {target for path in documents() for target in re.findall(r"\bmake ([a-z]+)\b(?=[`\n ])", code(path))}
    assert named
    assert named <= targets()


def test_modules_that_commands_run_exist():
    texts = [code(path) for path in documents()] + [read("Makefile"), read(".ci/run")]
    modules = {name for text in texts for name in re.findall(r"python -m ([a-z_.]+)", text)}
    ours = {name for name in modules if (ROOT / name.partition(".")[0]).is_dir()}
    assert "batch" in ours
    for name in ours:
        path = ROOT / name.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), name


def code(path: Path) -> str:
    """The parts of a Markdown file that are set as code, one per line."""
    return (
        "\n".join(block or span for block, span in re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", read(path), re.S)) + "\n"
    )


def test_links_between_files_lead_somewhere():
    for path in documents():
        prose = re.sub(r"```.*?```|`[^`\n]+`", "", read(path), flags=re.S)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_files_that_documents_name_exist():
    folders = "|".join(
        ("framing", "models", "components", "batch", "training", "benchmarks", "samples", "tests", "docs")
    )
    named = {
        (path.name, name) for path in documents() for name in re.findall(rf"`((?:{folders})/[\w/.-]*)`", read(path))
    }
    assert {(document, name) for document, name in named if not (ROOT / name).exists()} == PLANNED


def test_the_schema_target_writes_what_is_published():
    assert "docs/analysis.schema.json" in read("Makefile")
    assert (ROOT / "docs/analysis.schema.json").is_file()


# Promises about size and version


def test_the_page_stays_small():
    assert len(read("app.py").splitlines()) < 150


def test_version_is_told_everywhere():
    assert re.search(rf"^## {re.escape(framing.__version__)}\b", read("CHANGELOG.md"), re.M)
    assert f"version: {framing.__version__}\n" in read("CITATION.cff")
    assert tomllib.loads(read("pyproject.toml"))["project"]["dynamic"] == ["version"]


# Samples


def test_every_sample_is_declared():
    assert {f"{name}.txt" for name, _ in SAMPLES} == {path.name for path in (ROOT / "samples").glob("*.txt")}


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_a_sample_has_the_form_of_a_news_article(sample):
    headline, blank, *_ = sample.text.splitlines()
    paragraphs = [part for part in sample.text.split("\n\n") if len(part) > 120]
    assert sample.title
    assert 20 < len(headline) < 110
    assert blank == ""
    assert 7 <= len(paragraphs) <= 10
    assert 350 <= len(sample.text.split()) <= 500


@pytest.mark.reference
def test_the_retold_article_takes_no_sentence_over():
    folder = os.environ.get("HEDGEROW_SEED")
    if folder is None:
        pytest.skip("HEDGEROW_SEED does not name the folder of the reference article")
    reference = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt")))
    assert runs_of_words(reference, 7) & runs_of_words(all_samples()[0].text, 7) == set()


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(length)), strict=False))


@pytest.mark.parametrize("guide", ["add-a-chart", "add-a-detector"])
def test_guides_import_what_exists(guide):
    blocks = re.findall(r"```python\n(.*?)```", read(ROOT / f"docs/{guide}.md"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if re.match(r"(?:from \S+ )?import ", line)]
    assert lines
    for line in lines:
        exec(line, {})
