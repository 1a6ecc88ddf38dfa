"""Articles written for this project; README.md of this folder says what is invented in them."""

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sample:
    name: str  # the file name without its ending
    title: str  # what a menu shows; the text has a headline of its own
    text: str


SAMPLES = (
    ("01_moscow_visit", "Moscow: a visit that nobody confirms"),
    ("02_port_contract", "Accra: a port contract in dispute"),
    ("03_border_lagoon", "La Paz and Santiago: who poisoned the lagoon?"),
    ("04_port_wire", "Tema: the port contract as another newspaper has it"),
)


def all_samples() -> tuple[Sample, ...]:
    """Read every sample, in the order of the menu."""
    return tuple(Sample(name, title, _read(name)) for name, title in SAMPLES)


def _read(name: str) -> str:
    return files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
