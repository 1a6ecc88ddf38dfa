"""A trained bundle on disk: its files, the check that none was altered, loading and saving."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import BundleError
from framing.ports import Identity
from framing.writing import put_together, write_text, write_whole
from models.digest import file_sha256
from models.encoder import EncoderFiles
from models.manifest import Manifest, manifest_text, read_manifest

if TYPE_CHECKING:
    from torch import nn

    from models.network import Network

BUNDLES = Path(__file__).parent / "bundles"
DEFAULT_BUNDLE = BUNDLES / "joint"


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one bundle folder."""

    folder: Path

    @property
    def weights(self) -> Path:
        return self.folder / "weights.safetensors"

    @property
    def manifest(self) -> Path:
        return self.folder / "bundle.json"

    @property
    def card(self) -> Path:
        return self.folder / "MODEL_CARD.md"

    @property
    def license(self) -> Path:
        return self.folder / "LICENSE"

    @property
    def sums(self) -> Path:
        return self.folder / "SHA256SUMS"

    @property
    def summed(self) -> tuple[Path, ...]:
        """The files that SHA256SUMS must list."""
        return (self.license, self.card, self.manifest, self.weights)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A verified bundle: its manifest, and what provenance says of it."""

    layout: Layout
    manifest: Manifest
    identity: Identity


def open_bundle(folder: Path) -> Bundle:
    """Verify a bundle's files against SHA256SUMS and read its manifest.

    Raises:
        BundleError: a file is missing, altered or not listed, or cannot be read; the message names it.
    """
    layout = Layout(folder)
    try:
        _verify(layout)
        manifest = read_manifest(layout.manifest)
        return Bundle(layout, manifest, Identity(manifest.name, file_sha256(layout.sums)))
    except OSError as error:
        named = error.filename or folder
        raise BundleError(f"{named}: cannot be read ({error.strerror}); see to its permissions") from error


def _verify(layout: Layout) -> None:
    if not layout.sums.is_file():
        raise BundleError(f"{layout.sums}: missing; name a folder written by training.train")
    listed = _read_sums(layout.sums)
    for path in layout.summed:
        if path.name not in listed:
            raise BundleError(f"{layout.sums}: does not list {path.name}; get the bundle again")
        if not path.is_file():
            raise BundleError(f"{path}: missing; get the bundle again")
        actual = file_sha256(path)
        if actual != listed[path.name]:
            raise BundleError(f"{path}: SHA-256 is {actual}, SHA256SUMS says {listed[path.name]}; get the bundle again")


def load_network(bundle: Bundle, encoder: nn.Module) -> Network:
    """Put the bundle's trained layers into a freshly loaded encoder and add its heads (float32).

    Raises:
        BundleError: the weights do not fit the encoder or the heads.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    from models.deltas import unpack
    from models.network import Network

    network = Network(encoder, [card.spec for card in bundle.manifest.heads])
    try:
        weights = unpack(load_file(bundle.layout.weights), network.state_dict())
    except (KeyError, OSError, RuntimeError, SafetensorError) as error:
        raise BundleError(f"{bundle.layout.weights}: does not fit the encoder ({error})") from error
    wanted = {f"heads.{name}" for name in network.heads.state_dict()}
    wanted |= {name for name, _ in network.named_parameters() if name.startswith("turns.")}
    lacking = sorted(wanted - weights.keys())
    if lacking:
        raise BundleError(f"{bundle.layout.weights}: {lacking[0]} is missing; get the bundle again")
    try:
        extra = network.load_state_dict(weights, strict=False).unexpected_keys
    except RuntimeError as error:
        raise BundleError(f"{bundle.layout.weights}: does not fit the encoder ({error})") from error
    if extra:
        raise BundleError(f"{bundle.layout.weights}: {extra[0]} is unknown; update Hedgerow or the bundle")
    return network.eval()


def save_weights(folder: Path, network: Network, published: nn.Module) -> None:
    """Write the heads, and what training changed in the encoder as it was published. The folder has to be sealed anew.

    Raises:
        WriteError: the disk is full or read-only.
    """
    from safetensors.torch import save

    from models.deltas import pack

    trained = {name: value for name, value in sorted(network.named_parameters()) if value.requires_grad}
    weights = pack(trained, {f"encoder.{name}": value for name, value in published.state_dict().items()})
    folder.mkdir(parents=True, exist_ok=True)
    content = save(weights)  # save_file would leave it unreadable for others
    write_whole(Layout(folder).weights, lambda file: file.write(content))


def seal(folder: Path, *, manifest: Manifest, card: str, license_note: str) -> None:
    """Write the texts of a bundle beside its weights, then SHA256SUMS over all of them.

    Raises:
        WriteError: the disk is full or read-only.
    """
    layout = Layout(folder)
    layout.sums.unlink(missing_ok=True)
    write_text(layout.manifest, manifest_text(manifest))
    write_text(layout.card, card)
    write_text(layout.license, license_note)
    write_text(layout.sums, "".join(f"{file_sha256(path)}  {path.name}\n" for path in layout.summed))


def put_in_place(built: Path, folder: Path) -> None:
    """Move a sealed bundle to where it is looked for; without SHA256SUMS, which comes last, nobody opens it.

    Raises:
        WriteError: a file cannot be moved there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = [path.name for path in (*Layout(built).summed, Layout(built).sums)]
    put_together({folder / name: built / name for name in files})
    shutil.rmtree(built, ignore_errors=True)


def fits(bundle: Bundle, encoder: EncoderFiles) -> None:
    """Refuse an encoder other than the one the bundle was trained on.

    Raises:
        BundleError: the hashes differ.
    """
    if bundle.manifest.encoder_sha256 != encoder.sha256:
        raise BundleError(
            f"{encoder.folder}: encoder {encoder.sha256}, the bundle {bundle.manifest.name!r} was trained on "
            f"{bundle.manifest.encoder_sha256}; name a folder with {bundle.manifest.encoder}"
        )


def _read_sums(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        raise BundleError(f"{path}: is not UTF-8 ({error.reason}); get the bundle again") from error
    sums: dict[str, str] = {}
    for line in lines:
        digest, _, name = line.partition("  ")
        if not name:
            raise BundleError(f"{path}: line {line!r} is not 'hash  name'; get the bundle again")
        sums[name] = digest
    return sums
