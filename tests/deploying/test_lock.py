"""The lock files hold what is installed, at the versions of the constraints, and a digest for every file."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from deploying.lock import CUDA, ENTRY, entries, locks
from tests.test_project import pins

ROOT = Path(__file__).resolve().parents[2]
LOCK, CUDA_LOCK = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-cuda.lock")
)
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"}
PYTHON = {"python_version": "3.11", "python_full_version": "3.11.7", "implementation_name": "cpython"}


def locked(text: str) -> dict[str, Requirement]:
    found = [Requirement(lines.partition("\\")[0].strip()) for _, lines in entries(text)]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


def applies(marker: Marker | None, extra: str = "") -> bool:
    return marker is None or marker.evaluate({**LINUX, **PYTHON, "extra": extra})


def version(requirement: Requirement) -> str:
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


def needed() -> set[str]:
    """Every package that those of requirements.txt bring, by what the installed ones say of themselves."""
    found: set[tuple[str, str]] = set()
    asked = [(name, "") for name in pins("requirements.txt")]
    while asked:
        name, extra = asked.pop()
        if (name, extra) in found:
            continue
        found.add((name, extra))
        for line in distribution(name).requires or ():
            wanted = Requirement(line)
            if applies(wanted.marker, extra):
                asked += [(canonicalize_name(wanted.name), one) for one in {"", *wanted.extras}]
    return {name for name, _ in found}


@pytest.mark.parametrize("text", [LOCK, CUDA_LOCK], ids=["requirements.lock", "requirements-cuda.lock"])
def test_every_package_has_digests_and_no_line_is_anything_else(text):
    for name, lines in entries(text):
        assert re.search(r"\\\n    --hash=sha256:[0-9a-f]{64}(?: \\\n    --hash=sha256:[0-9a-f]{64})*\n$", lines), name
    rest = ENTRY.sub("", text)
    assert [line for line in rest.splitlines() if line and not line.startswith("#")] in ([], ["-r requirements.lock"])


def test_the_lock_has_the_versions_of_the_constraints():
    constraints = {canonicalize_name(name): version for name, version in pins("constraints.txt").items()}
    elsewhere = {name for name, requirement in locked(LOCK).items() if not applies(requirement.marker)}
    for name, requirement in locked(LOCK).items():
        assert name in elsewhere or version(requirement) == constraints[name], name
    assert pins("requirements.txt").items() <= {name: version(one) for name, one in locked(LOCK).items()}.items()
    assert elsewhere == {"colorama", "httpx2-jsfetch"}  # what only Windows, and Python in a browser, install


def test_nothing_is_missing_and_nothing_too_much():
    here = {name for name, requirement in locked(LOCK).items() if applies(requirement.marker)}
    cuda = {name for name in needed() if name.startswith(CUDA)}  # where the default build of torch is installed
    assert here | cuda == needed()


def test_only_what_a_build_for_cuda_wants_stands_apart():
    assert locked(CUDA_LOCK)
    assert all(name.startswith(CUDA) and "linux" in str(one.marker) for name, one in locked(CUDA_LOCK).items())
    assert not [name for name in locked(LOCK) if name.startswith(CUDA)]


def test_what_uv_writes_is_divided_and_the_cpu_build_added():
    digests = [f"    --hash=sha256:{digit * 64}" for digit in "ab"]
    compiled = (
        f"nvidia-x==1 ; sys_platform == 'linux' \\\n{digests[0]}\ntorch==2 \\\n{digests[1]}\nzip==3 \\\n{digests[0]}\n"
    )
    plain, cuda = locks(compiled)
    assert [name for name, _ in entries(plain)] == ["torch", "zip"]
    assert [name for name, _ in entries(cuda)] == ["nvidia-x"]
    assert dict(entries(plain))["torch"].count("--hash=") == 2
