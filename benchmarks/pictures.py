"""Pictures of the page as it looks with a sample: `python -m benchmarks.pictures` writes them into docs/pictures."""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from framing.writing import write_whole
from tests.browser.server import ARGUMENTS, ROOT, WIDE, find_chromium, serving

FOLDER = ROOT / "docs" / "pictures"
PHONE: ViewportSize = {"width": 390, "height": 844}
SETTLED = 3_000  # milliseconds until charts are drawn


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    scheme: Literal["light", "dark"]
    viewport: ViewportSize
    grey: bool = False  # as somebody sees it who sees no colours, or on a printer without them
    path: str = "/"


PICTURES = (
    Picture("light", "light", WIDE),
    Picture("dark", "dark", WIDE),
    Picture("narrow", "light", PHONE),
    Picture("grey", "light", WIDE, grey=True),
)
COMPARED = Picture("compare", "light", WIDE, path="/?sample=02_port_contract&beside=04_port_wire")


def take(browser: Browser, address: str, picture: Picture, folder: Path) -> Path:
    """Open the first sample, pass by the tour, and keep what the window shows."""
    page = open_page(browser, address, picture)
    page.locator(".text .stop").first.wait_for()
    page.get_by_role("button", name="Skip the tour").click()
    page.locator("[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas").first.wait_for()
    return keep(page, picture, folder)


def take_comparison(browser: Browser, address: str, folder: Path) -> Path:
    """Open two samples on one event with a denial that the second drops."""
    page = open_page(browser, address, COMPARED)
    page.locator(".entry[data-kind=contest]").first.click()
    return keep(page, COMPARED, folder)


def open_page(browser: Browser, address: str, picture: Picture) -> Page:
    context = browser.new_context(
        viewport=picture.viewport, color_scheme=picture.scheme, reduced_motion="reduce", device_scale_factor=1
    )
    page = context.new_page()
    page.set_default_timeout(120_000)
    if picture.grey:
        context.new_cdp_session(page).send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    page.goto(address + picture.path)
    return page


def keep(page: Page, picture: Picture, folder: Path) -> Path:
    page.wait_for_timeout(SETTLED)
    path = folder / f"{picture.name}.png"
    drawn = page.screenshot()
    write_whole(path, lambda file: file.write(drawn))
    page.context.close()
    return path


def main() -> None:
    argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=__doc__).parse_args()
    chromium = find_chromium()
    if chromium is None:
        sys.exit("benchmarks.pictures: no Chromium found; install one or name it in HEDGEROW_CHROMIUM")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with serving(ROOT / "app.py", Path(folder) / "log.txt") as address:
            for picture in PICTURES:
                sys.stdout.write(f"{take(browser, address, picture, FOLDER)}\n")
            sys.stdout.write(f"{take_comparison(browser, address, FOLDER)}\n")
        browser.close()


if __name__ == "__main__":
    main()
