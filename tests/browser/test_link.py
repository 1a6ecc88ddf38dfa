"""An address in a real browser: the refusal is told and is no link, and what was typed stays."""

import re

import pytest
from playwright.sync_api import expect

from sources.permission import VARIABLE

pytestmark = pytest.mark.browser
FIELD = "Address of the article"
# Nothing lies over the middle of it.
ON_TOP = """alert => {
    const box = alert.getBoundingClientRect()
    return alert.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
}"""


@pytest.fixture(scope="module", autouse=True)
def no_setting():
    """The server that this module starts takes over no setting of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        yield


def ask_for(page, address: str) -> None:
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Link", exact=True).click()
    page.get_by_label(FIELD).fill(address)
    page.get_by_role("button", name="Read", exact=True).click()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is this machine itself (loopback); only public addresses are fetched"),
        ("http://[::ffff:169.254.169.254]/latest", "which is where clouds keep the secrets of a machine"),
        ("file:///etc/hostname", "only http and https are fetched"),
        ('http://127.0.0.1/"><img src=x onerror=window.hacked=1>![x](http://127.0.0.1/x.png)', "this machine itself"),
    ],
)
def test_a_refused_address_says_why_and_stays(page, typed, reason):
    ask_for(page, typed)
    alert = page.get_by_role("alert").filter(has_text="Not read:")
    expect(alert).to_contain_text(reason)
    expect(page.get_by_label(FIELD)).to_have_value(typed)
    expect(page.locator(".text .block").first).to_contain_text("Harbour talks stall")
    assert alert.locator(":is(img, a)").count() == 0
    assert alert.evaluate(ON_TOP)
    assert page.evaluate("window.hacked") is None
    assert "127" not in page.evaluate("location.search")


def test_enter_reads_the_address(page):
    page.get_by_role("button", name="New article").click()
    page.get_by_role("radio", name="Link", exact=True).click()
    page.get_by_label(FIELD).fill("localhost")
    page.get_by_label(FIELD).press("Enter")
    expect(page.get_by_text(re.compile("localhost has the address 127"))).to_be_visible()
