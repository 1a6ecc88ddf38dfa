"""What the reader draws: the kinds of marks, names of actors, and a fill under every claim."""

from framing.marks import MarkKind

NAMES = "names"
FILL = "fill"
ALL = (*MarkKind, NAMES, FILL)
DEFAULT = frozenset(MarkKind)


def parse(text: str | None) -> frozenset[str]:
    """Read layers from an address or from the browser; without any, and for what is no layer, the default."""
    named = frozenset((text or "").split(","))
    return named & frozenset(ALL) if text is not None and named <= {*ALL, "none"} else DEFAULT


def write(layers: frozenset[str]) -> str | None:
    """The layers for an address; `None` for the default, which an address need not name."""
    return None if layers == DEFAULT else ",".join(layer for layer in ALL if layer in layers) or "none"
