"""Draws Vega-Lite specifications in a process of its own: `python -m components.drawing`, JSON in and JSON out.

The drawing engine (vl-convert) aborts its whole process on some text. In a child it cannot take the page with it, and
its memory is given back.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.errors import HedgerowError, told

VEGA_LITE = "6.4"  # what altair writes and vl-convert carries
SHARPNESS = 2.0  # pixels of the PNG for each of the drawing
PATIENCE = 120  # seconds for all drawings of one article; they take some three
ROOT = Path(__file__).resolve().parents[1]

Spec = Mapping[str, Any]  # any: Vega-Lite


class DrawingError(HedgerowError):
    """The charts could not be drawn to files."""

    stage = "charts"


@dataclass(frozen=True, slots=True)
class Picture:
    svg: str
    png: bytes


def draw(specs: Sequence[Spec], config: Spec) -> list[Picture]:
    """Draw each specification.

    Raises:
        DrawingError: the child stopped without an answer.
    """
    command = [sys.executable, "-m", __name__]
    asked = json.dumps({"specs": specs, "config": config})
    try:
        done = subprocess.run(command, input=asked, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise DrawingError(
            f"drawing {len(specs)} charts took over {PATIENCE} s; try again when less is going on"
        ) from error
    except OSError as error:
        raise DrawingError(f"drawing {len(specs)} charts could not be begun: {told(error)}; try again later") from error
    if done.returncode != 0:
        raise DrawingError(f"drawing {len(specs)} charts failed ({done.returncode}); take the report or the tables")
    return [Picture(svg, base64.b64decode(png)) for svg, png in json.loads(done.stdout)]


def main() -> None:
    import vl_convert

    asked = json.load(sys.stdin)
    options = {"vl_version": VEGA_LITE, "config": asked["config"], "allowed_base_urls": []}  # nothing to load from
    drawn = [
        (
            vl_convert.vegalite_to_svg(spec, **options),
            base64.b64encode(vl_convert.vegalite_to_png(spec, scale=SHARPNESS, **options)).decode(),
        )
        for spec in asked["specs"]
    ]
    json.dump(drawn, sys.stdout)


if __name__ == "__main__":
    main()
