"""The page under its content policy: everything works, and the browser has nothing to refuse."""

import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.server import ROOT, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    """In the place of the page without a policy; `open_page` watches this one for errors too."""
    with serving(ROOT / "tests/browser/fake_asgi.py", tmp_path_factory.mktemp("served") / "log.txt") as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/nothing-here"])
def test_every_answer_carries_the_policy(address, path):
    with urllib.request.urlopen(address + path) as answer:
        assert "script-src 'self' blob: 'sha256-" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_reader_charts_tables_and_downloads_work_under_it(page):
    """That no violation and no other error reached the console, `open_page` checks at the end."""
    page.locator(".text .piece[data-fill=contested]").first.click()
    expect(page.locator(".card")).to_contain_text("Lena Brandt")
    page.locator("path[aria-label*='actor: Oskar']").first.click()
    expect(page.get_by_role("radio", name="Oskar")).to_be_checked()
    page.get_by_role("radio", name="Claims").click()
    expect(page.locator("[data-testid=stDataFrame]").first).to_be_visible()
    page.get_by_role("button", name="Export").click()
    with page.expect_download():
        page.get_by_role("button", name="Record (JSON)").click()


def test_those_who_visit_are_not_offered_the_network_of_the_server(page):
    page.get_by_role("button", name="New article").click()
    expect(page.get_by_role("radio", name="Upload", exact=True)).to_be_visible()
    expect(page.get_by_role("radio", name="Link", exact=True)).to_have_count(0)


def test_the_policy_refuses_a_script_from_elsewhere(browser, address):
    with browser.new_context() as context:  # unwatched: the refusal is an error in its console
        page = context.new_page()
        page.goto(address)
        refused = page.evaluate(
            """() => new Promise(done => {
                const script = document.createElement('script');
                script.src = 'data:text/javascript,window.hacked=1';
                document.addEventListener('securitypolicyviolation', event => done(event.violatedDirective));
                document.body.append(script);
                setTimeout(() => done('nothing'), 5000);
            })"""
        )
        assert refused.startswith("script-src")
        assert page.evaluate("window.hacked") is None
