"""Text that looks like markup, a formula, mathematics or a directive, in every place where the page shows text.

`open_page` checks at the end of each test that nothing reached the console and that no request left the page.
"""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from components.wording import WORD_JOINER
from framing.exports._csv import FORMULA_STARTS
from tests.browser.intake import FIELD, paste
from tests.components import article, probes

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EACH_ROUND = pytest.mark.parametrize("round", probes.ROUNDS)
# Elements that a probe has made, in the page and in its components; none of them belongs to the page itself.
MADE = """() => {
    const suspects = ['img', 'iframe', 'form[action]', 'math', '.katex', '[onerror]', '[onload]', '[href^="javascript:"]',
        '[href*="192.0.2.1"]', '[src*="192.0.2.1"]', '[class*=ColoredText]'].join();
    const made = node => node.matches(suspects)
        || node.matches('script, style') && /^(hacked|\\*\\{display)/.test(node.textContent)
        || node.matches('strong') && node.textContent === 'y'
        || node.matches('[data-testid=stIconMaterial]') && node.textContent === 'delete';
    const inside = root => [...root.querySelectorAll('*')].flatMap(node => [node, ...(node.shadowRoot ? inside(node.shadowRoot) : [])]);
    return inside(document).filter(made).map(node => node.outerHTML.slice(0, 200));
}"""


def inert(page: Page) -> None:
    assert page.evaluate(MADE) == []
    assert page.evaluate("window.hacked") is None


def mine(round: int) -> tuple[str, ...]:
    return probes.PROBES[round * probes.ACTORS : (round + 1) * probes.ACTORS]


@pytest.fixture
def probed(open_page, round):
    """The page with the record of this round."""
    page = open_page()
    paste(page, probes.record(round).article.text)
    expect(page.locator(".text")).to_contain_text(mine(round)[0])
    inert(page)
    return page


def shown(texts: list[str]) -> str:
    return "\n".join(texts).replace(WORD_JOINER, "")


def labels(page: Page) -> str:
    """What the marks of all charts say to a screen reader."""
    page.locator(".st-key-charts path[aria-label]").first.wait_for()
    return shown(page.locator(".st-key-charts path[aria-label]").evaluate_all("all => all.map(n => n.ariaLabel)"))


def stands_in_a_table(page: Page, *words: str) -> None:
    """Any of these words is in a cell, or comes there; a canvas draws the cells and holds them for screen readers."""
    for _ in range(200):
        cells = shown(page.locator("[data-testid=stDataFrame] canvas td").all_text_contents())
        if any(word in cells for word in words):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"none of {words} in {cells!r}")


@EACH_ROUND
def test_probes_in_reader_and_card_are_text(probed, round):
    for probe in mine(round):
        assert probe in probed.locator(".text").inner_text().replace("\xa0", " ")
    probed.get_by_role("button", name="names of actors").click()
    name = probed.locator(".text .block p .name").first
    name.hover()
    expect(probed.locator(".tip")).to_contain_text(re.compile("|".join(map(re.escape, mine(round)))))
    told = ""
    for tag in probed.locator(".text .tag").all():
        tag.press("Enter")
        expect(tag).to_have_attribute("aria-pressed", "true")
        probed.locator(".card details").evaluate_all("all => all.forEach(node => { node.open = true })")
        told += probed.locator(".card").inner_text()
        inert(probed)
    probed.locator(".folded summary").first.click()
    probed.emulate_media(media="print")
    inert(probed)
    assert [probe for probe in mine(round) if probe not in told] == []


@EACH_ROUND
def test_probes_in_pills_charts_and_their_lists_are_text(probed, round):
    sides = [probe for number, probe in enumerate(mine(round)) if number != article.BRANDT]
    pills = shown(probed.locator("[data-testid=stPills] button, .st-key-actor button").all_inner_texts())
    assert [side for side in sides if side not in pills] == []
    assert [side for side in sides if side not in labels(probed)] == []
    probed.get_by_role("radio", name="Persons and bodies").click()
    expect(probed.get_by_role("radio", name="Persons and bodies")).to_be_checked()
    probed.wait_for_function("name => !document.querySelector('[data-test-script-state=running]')")
    expect(probed.locator(".st-key-charts path[aria-label]").first).to_be_attached()
    inert(probed)
    mark = probed.locator("[class*=chart_half_1] path[aria-label*='opens: ']").first
    mark.hover()
    expect(probed.locator("#vg-tooltip-element")).to_contain_text(re.compile("|".join(map(re.escape, mine(round)))))
    inert(probed)
    mark.click()
    expect(probed.locator(".opened h4")).to_contain_text(re.compile("|".join(map(re.escape, mine(round)))))
    inert(probed)
    probed.locator("[class*=chart_head_1]").get_by_role("button", name="Open by keyboard").press("Enter")
    probed.get_by_role("combobox", name=re.compile("Marks of")).press("ArrowDown")
    assert any(probe in shown(probed.get_by_role("option").all_inner_texts()) for probe in mine(round))
    inert(probed)
    assert "192.0.2.1" not in probed.url  # what an article of one's own names stays out of the address
    assert "hacked" not in probed.url


@EACH_ROUND
def test_probes_in_tables_search_and_find_are_text(probed, round):
    for view in ("Contests", "Silences", "Hedges", "Actors", "Claims"):
        probed.get_by_role("radio", name=view).click()
        expect(probed.get_by_role("radio", name=view)).to_be_checked()
        stands_in_a_table(probed, *mine(round))
        inert(probed)
    field = probed.get_by_label("Search the table")
    for probe in mine(round):
        field.fill(probe)
        field.press("Enter")
        expect(field).to_have_value(probe)
        stands_in_a_table(probed, probe)
        probed.get_by_label("Find in the text").fill(probe)
        expect(probed.locator(".find output")).to_have_text(re.compile(r"1 of \d+"))
    field.fill(f"{mine(round)[0]} nowhere")
    field.press("Enter")
    expect(probed.get_by_text("Claims: none that matches the search.")).to_be_visible()
    inert(probed)
    probed.get_by_role("button", name="left out").click()
    stands_in_a_table(probed, mine(round)[1])
    inert(probed)


@EACH_ROUND
def test_what_is_taken_away_carries_probes_as_text(probed, round):
    record = probes.record(round)
    probed.context.grant_permissions(["clipboard-read", "clipboard-write"])
    probed.get_by_role("button", name="Copy with citation").click()
    expect(probed.get_by_role("button", name="Copied")).to_be_visible()
    assert mine(round)[article.BRANDT] in probed.evaluate("navigator.clipboard.readText()")
    kinds = probed.evaluate("navigator.clipboard.read().then(items => items.flatMap(item => item.types))")
    assert kinds == ["text/plain"]
    probed.get_by_role("button", name="Export").click()
    taken = {}
    for button in ("Record (JSON)", "All tables (ZIP of CSV)"):
        with probed.expect_download() as download:
            probed.get_by_role("button", name=button).click()
        assert re.fullmatch(r"hedgerow-[0-9a-f]{12}(\.tables)?\.\w+", download.value.suggested_filename)
        taken[button] = Path(download.value.path()).read_bytes()
    assert json.loads(taken["Record (JSON)"])["article"]["text"] == record.article.text
    with zipfile.ZipFile(io.BytesIO(taken["All tables (ZIP of CSV)"])) as tables:
        for name in tables.namelist():
            rows = csv.reader(io.StringIO(tables.read(name).decode("utf-8-sig")))
            assert [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS)] == []
    probed.keyboard.press("Escape")
    paste(probed, article.TEXT)  # so that the probed one is among the recent articles
    expect(probed.locator(".text")).to_contain_text("Harbour talks stall")
    probed.get_by_role("button", name="New article").click()
    probed.get_by_role("radio", name="Recent").click()
    recent = probed.locator("[class*=st-key-recent] button")
    expect(recent).to_have_count(2)  # and the sample that the page opened with
    assert mine(round)[0] in shown(recent.all_inner_texts())
    inert(probed)


@EACH_ROUND
def test_refusals_and_what_was_typed_keep_probes_as_text(open_page, round):
    page = open_page()
    typed = "refuse " + " ".join(mine(round))
    paste(page, typed)
    message = page.locator("[data-testid=stAlert]")
    expect(message).to_contain_text("Not read: refused")
    assert typed in shown(message.all_inner_texts())
    expect(page.get_by_label(FIELD)).to_have_value(typed)
    inert(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label(FIELD)).to_be_hidden()
    expect(message).to_be_visible()
    inert(page)


@EACH_ROUND
def test_names_of_files_and_the_address_are_text(open_page, round):
    names = ("sample", "actor", "view", "layers", "other")
    page = open_page("/?" + urlencode(dict(zip(names, mine(round), strict=True))))
    expect(page.get_by_role("heading", name=re.compile("Harbour talks stall"))).to_be_visible()
    expect(page.get_by_role("radio", name="Framing")).to_be_checked()
    inert(page)
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Upload").click()
    for probe in mine(round):
        name = f"{probe.replace('/', '∕')}.txt"  # no system has a slash in a name
        page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": b"A calm day."}
        )
        expect(page.get_by_test_id("stFileChipName")).to_contain_text(probe[:4])
        expect(page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)  # the next upload would cancel it
        inert(page)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".text")).to_contain_text("A calm day.")
    inert(page)


def test_an_element_that_a_probe_makes_is_noticed(page):
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforeend', '<strong>y</strong>')")
    with pytest.raises(AssertionError, match="strong"):
        inert(page)
