"""SHA-256 of files, read in pieces so that large weights need no memory."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def file_sha256(path: Path) -> str:
    """Hash one file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def tree_sha256(root: Path, files: Iterable[Path]) -> str:
    """Hash names (relative to `root`) and contents of several files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{file_sha256(path)}  {path.relative_to(root).as_posix()}\n".encode())
    return digest.hexdigest()
