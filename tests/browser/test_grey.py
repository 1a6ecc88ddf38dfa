"""What the legend names without its colours: in shades of grey, each kind is drawn otherwise than each other."""

import io
import itertools
import re

import pytest
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
STEP = 30  # of 255: tints differ from the paper by less, lines and hatching by more
# By what the reader's style sheet knows a kind: data-fill, data-line and a class of the same words.
KINDS = {
    "plain": ("", "", ""),
    "claim": ("claim", "", ""),
    "contested": ("contested", "", ""),
    "contest": ("contest", "", ""),
    "silence": ("silence", "", ""),
    "may": ("", "wavy", ""),
    "belief": ("", "dotted", ""),
    "hearsay": ("", "dashed", ""),
    "not sure": ("contest", "", "doubtful"),
    "holder": ("", "", "holder"),
    "cue": ("", "", "cue"),
    "name": ("", "", "name"),
}
TEXTURED = (0, 1, 4)  # places of the charts that the record draws as stacked bars


@pytest.fixture
def grey(open_page, scheme) -> Page:
    """The page as somebody sees it who sees no colours."""
    page = open_page(scheme=scheme)
    page.locator(".st-key-charts path[aria-label]").first.wait_for()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    return page


def picture(page: Page, node: Locator, margin: int) -> Image.Image:
    box = node.bounding_box()
    clip = {
        "x": round(box["x"]) - margin,
        "y": round(box["y"]) - margin,
        "width": round(box["width"]) + 2 * margin,
        "height": round(box["height"]) + 2 * margin,
    }
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")


def apart(one: Image.Image, other: Image.Image) -> int:
    """Pixels in which the two differ by more than a tint."""
    size = (max(one.width, other.width), max(one.height, other.height))
    found = ImageChops.difference(*(ImageOps.pad(item, size, centering=(0, 0)) for item in (one, other)))
    return sum(found.point(lambda value: value > STEP).histogram()[1:])


def alike(drawn: dict[str, Image.Image], least: int) -> list[tuple[str, str]]:
    """Pairs that differ in fewer pixels than this."""
    return [(one, other) for one, other in itertools.combinations(drawn, 2) if apart(drawn[one], drawn[other]) < least]


@SCHEMES
def test_the_same_words_look_different_as_each_kind(grey):
    words = grey.locator(".text .piece", has_text="did not respond")
    grey.locator(".card .close").click()
    grey.locator(".card").wait_for(state="detached")
    drawn = {}
    for kind, (fill, line, name) in KINDS.items():
        words.evaluate(
            """(node, [fill, line, name]) => {
                node.className = `piece ${name}`;
                delete node.dataset.fill;
                delete node.dataset.line;
                if (fill) node.dataset.fill = fill;
                if (line) node.dataset.line = line;
            }""",
            [fill, line, name],
        )
        drawn[kind] = picture(grey, words, margin=7)
    assert alike(drawn, 40) == []


@SCHEMES
@pytest.mark.parametrize("place", TEXTURED)
def test_labels_of_a_chart_differ_in_texture(grey, place):
    swatches = grey.locator(f"[class*=chart_half_{place}] .role-legend-symbol path")
    swatches.first.scroll_into_view_if_needed()
    swatches = [item for item in swatches.all() if item.get_attribute("stroke") != "none"]
    assert len(swatches) >= 4
    drawn = {str(number): picture(grey, item, margin=1) for number, item in enumerate(swatches)}
    assert alike(drawn, 15) == []


@SCHEMES
def test_every_letter_of_a_mark_is_legible(grey):
    colours = grey.locator(".text .tag, .legend .tag").evaluate_all(
        "all => all.map(node => [getComputedStyle(node).color, node.ariaPressed === 'true'])"
    )
    paper = grey.locator(".bar:has(.legend)").evaluate("node => getComputedStyle(node).backgroundColor")
    pale = [colour for colour, pressed in colours if not pressed and contrast(colour, paper) < 4.5]
    assert len(colours) > 10
    assert pale == []
    letters = grey.locator(".legend .tag").all_inner_texts()
    assert len(set(letters)) == len(letters) == 6


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Of `rgb(r, g, b)`, by WCAG; it knows no hue, so a contrast is the same in grey."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_differs_in_a_tint_alone_is_noticed():
    red, blue, lined = (Image.new("L", (50, 20), value) for value in (236, 230, 236))
    lined.paste(100, (0, 18, 50, 20))
    assert alike({"red": red, "blue": blue, "lined": lined}, 40) == [("red", "blue")]
