"""A bundle that is missing, cut short, altered or in the way: a plain message, whoever opens it, and no other error."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from framing import writing
from framing.errors import BundleError, WriteError
from models.bundle import Layout, load_network, open_bundle, put_in_place, seal
from models.digest import file_sha256
from models.encoder import load_encoder
from models.manifest import read_manifest
from tests.faults.children import ROOT, bound_by_permissions, posix, run
from tests.faults.test_whole_files import room

FILES = ("LICENSE", "MODEL_CARD.md", "SHA256SUMS", "bundle.json", "weights.safetensors")
WEIGHTS = "weights.safetensors"


def cut(path: Path, *, keep: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])


def flip(path: Path, *, at: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 1
    path.write_bytes(content)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def windows_line_ends(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


HARMS: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "a folder": folder_instead,
    "empty": partial(cut, keep=0),
    "half of it": partial(cut, keep=0.5),
    "a bit in its first byte": partial(flip, at=0),
    "a bit in the middle": partial(flip, at=0.5),
    "a bit in its last byte": partial(flip, at=0.999999),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_whatever_became_of_a_file_is_refused_by_name(harm, name, make_bundle):
    folder = make_bundle()
    harm(folder / name)
    with pytest.raises(BundleError, match=name.replace(".", r"\.")) as refused:
        open_bundle(folder)
    assert str(folder) in str(refused.value)
    assert any(remedy in str(refused.value) for remedy in ("get the bundle again", "name a folder"))


def test_no_folder_is_refused_by_name(tmp_path):
    with pytest.raises(BundleError, match=r"nowhere.SHA256SUMS: missing; name a folder written by"):
        open_bundle(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "sums", [b"\xff\xfe\x00", b"no hash at all", b"\x00" * 100], ids=["no UTF-8", "words", "zeros"]
)
def test_sums_that_are_none_are_refused(sums, make_bundle):
    folder = make_bundle()
    (folder / "SHA256SUMS").write_bytes(sums)
    with pytest.raises(BundleError, match=r"SHA256SUMS.*get the bundle again"):
        open_bundle(folder)


def test_sums_may_have_the_line_ends_of_windows(make_bundle):
    folder = make_bundle()
    before = open_bundle(folder).manifest
    windows_line_ends(folder / "SHA256SUMS")
    assert open_bundle(folder).manifest == before


@pytest.mark.parametrize("name", ["LICENSE", "MODEL_CARD.md", "bundle.json"])
def test_a_text_whose_line_ends_were_changed_is_another_text(name, make_bundle):
    folder = make_bundle()
    windows_line_ends(folder / name)
    with pytest.raises(BundleError, match=name):
        open_bundle(folder)


@posix
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_may_not_be_read_is_told(name, make_bundle):
    folder = make_bundle()
    (folder / name).chmod(0)
    script = (
        "import sys; from pathlib import Path; from models.bundle import open_bundle; "
        "from framing.errors import BundleError\n"
        "try: open_bundle(Path(sys.argv[1]))\n"
        "except BundleError as error: sys.exit(str(error))"
    )
    done = run("-c", script, folder, before=bound_by_permissions)
    assert done.error.splitlines() == [f"{folder / name}: cannot be read (Permission denied); see to its permissions"]


def resealed(folder: Path) -> None:
    """The hashes of what lies there, as somebody who repairs a bundle by hand would write them."""
    layout = Layout(folder)
    layout.sums.write_text("".join(f"{file_sha256(path)}  {path.name}\n" for path in layout.summed), encoding="utf-8")


@pytest.mark.parametrize("harm", ["a folder", "empty", "half of it", "a bit in its first byte"])
def test_weights_that_are_none_are_refused_though_their_hash_is_right(harm, make_bundle, encoder_files):
    folder = make_bundle()
    bundle = open_bundle(folder)
    HARMS[harm](folder / WEIGHTS)
    with pytest.raises(BundleError, match=r"weights\.safetensors"):
        load_network(bundle, load_encoder(encoder_files))


def replaced(value: Any) -> Iterator[Any]:
    """The manifest with each of its parts replaced in turn by something of another kind, or left out."""
    if isinstance(value, dict):
        for key in value:
            yield {name: part for name, part in value.items() if name != key}
            for other in (None, 3, "x", [], {}, *replaced(value[key])):
                yield {**value, key: other}
    elif isinstance(value, list) and value:
        for other in (None, 3, "x", [], {}, *replaced(value[0])):
            yield [other, *value[1:]]


def test_a_manifest_of_any_other_form_is_refused_or_is_one(make_bundle):
    layout = Layout(make_bundle(("tone", "hedge")))
    body = json.loads(layout.manifest.read_text(encoding="utf-8"))
    refused = 0
    for changed in replaced(deepcopy(body)):
        layout.manifest.write_text(json.dumps(changed), encoding="utf-8")
        with suppress(BundleError):
            read_manifest(layout.manifest)
            continue
        refused += 1
    assert refused > 60


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000], ids=["empty", "torn", "list", "bytes", "deep"]
)
def test_what_is_no_manifest_is_refused(content, make_bundle):
    layout = Layout(make_bundle())
    layout.manifest.write_bytes(content)
    with pytest.raises(BundleError, match=r"bundle\.json"):
        read_manifest(layout.manifest)


# Writing one


@pytest.fixture
def two(make_bundle, tmp_path) -> tuple[Path, Path]:
    """A sealed bundle that stands, and another one beside it that is to take its place."""
    built, standing = make_bundle(), tmp_path / "standing"
    shutil.copytree(built, standing, ignore=shutil.ignore_patterns("standing"))
    new = tmp_path / "standing.part"
    shutil.copytree(standing, new)
    (new / WEIGHTS).write_bytes((new / WEIGHTS).read_bytes() + b"\0")
    seal(new, manifest=open_bundle(standing).manifest, card="# New\n", license_note="None.\n")
    return standing, new


def test_a_bundle_takes_the_place_of_another_as_a_whole(two):
    standing, new = two
    wanted = {path.name: path.read_bytes() for path in new.iterdir()}
    put_in_place(new, standing)
    assert {path.name: path.read_bytes() for path in standing.iterdir()} == wanted
    assert not new.exists()
    assert open_bundle(standing).manifest.name == "tiny"


@pytest.mark.parametrize("moved", range(5))
def test_stopped_on_its_way_it_is_refused_or_whole_and_the_rest_can_follow(moved, two, monkeypatch):
    standing, new = two
    replace, left = writing.os.replace, moved

    def stop(old: Path, place: Path) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        replace(old, place)

    monkeypatch.setattr(writing.os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(new, standing)
    with pytest.raises(BundleError, match="SHA256SUMS: missing"):
        open_bundle(standing)


@posix
def test_on_a_full_disk_the_old_texts_do_not_pass_for_sealed(make_bundle):
    folder = make_bundle()
    manifest = open_bundle(folder).manifest
    with room(10), pytest.raises(WriteError, match=r"bundle\.json was not written"):
        seal(folder, manifest=manifest, card="# Tiny\n", license_note="None.\n")
    with pytest.raises(BundleError, match="SHA256SUMS: missing"):
        open_bundle(folder)
    seal(folder, manifest=manifest, card="# Tiny\n", license_note="None.\n")
    assert open_bundle(folder).manifest == manifest


def test_git_never_changes_the_line_ends_of_a_bundle_or_a_word_list():
    told = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "models/bundles/** -text" in told
