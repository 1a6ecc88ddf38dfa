"""The content policy, as a browser enforces it: each thing that a planted element would try is refused."""

import http.server
import threading

import pytest

from tests.browser.server import ROOT, serving

pytestmark = pytest.mark.browser
TRY = """action => new Promise(done => {
    document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), {once: true});
    setTimeout(action);  // by the page itself: what the test's own protocol evaluates may do more
    setTimeout(() => done('nothing'), 5000);
})"""
ELSEWHERE = "http://127.0.0.2:9"  # nobody listens there; the refusal comes before the connection

TRIED = {
    "an inline script": ("script-src-elem", "const s = document.createElement('script'); s.text = 'window.ran = 1'; document.body.append(s)"),
    "a handler": ("script-src-attr", "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')"),
    "eval": ("script-src", "try { eval('window.ran = 1') } catch {}"),
    "a function made of text": ("script-src", "try { new Function('window.ran = 1')() } catch {}"),
    "a link that is a script": ("script-src-elem", "const a = document.createElement('a'); a.href = 'javascript:window.ran = 1'; document.body.append(a); a.click()"),
    "a script from elsewhere": ("script-src-elem", f"const s = document.createElement('script'); s.src = '{ELSEWHERE}/a.js'; document.body.append(s)"),
    "an image from elsewhere": ("img-src", f"new Image().src = '{ELSEWHERE}/a.png'"),
    "a style sheet from elsewhere": ("style-src-elem", f"document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href=\"{ELSEWHERE}/a.css\">')"),
    "a font from elsewhere": ("font-src", f"new FontFace('a', 'url({ELSEWHERE}/a.woff2)').load().catch(() => 0)"),
    "a request to elsewhere": ("connect-src", f"fetch('{ELSEWHERE}/').catch(() => 0)"),
    "a beacon": ("connect-src", f"navigator.sendBeacon('{ELSEWHERE}/', 'text')"),
    "a socket to elsewhere": ("connect-src", "try { new WebSocket('ws://127.0.0.2:9/') } catch {}"),
    "a frame": ("frame-src", f"const f = document.createElement('iframe'); f.src = '{ELSEWHERE}/'; document.body.append(f)"),
    "a plug-in": ("object-src", f"const o = document.createElement('object'); o.data = '{ELSEWHERE}/a'; document.body.append(o)"),
    "a form": ("form-action", f"const f = document.createElement('form'); f.action = '{ELSEWHERE}/'; document.body.append(f); f.submit()"),
    "another base": ("base-uri", f"const b = document.createElement('base'); b.href = '{ELSEWHERE}/'; document.head.append(b)"),
}  # fmt: skip


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    with serving(ROOT / "tests/browser/fake_asgi.py", tmp_path_factory.mktemp("policy") / "log.txt") as address:
        yield address


@pytest.fixture(scope="module")
def unguarded(browser, tmp_path_factory):
    """The same page without a policy, which shows that each thing is really tried."""
    with serving(ROOT / "tests/browser/fake_page.py", tmp_path_factory.mktemp("none") / "log.txt") as address:
        yield address


def tried(browser, address: str, action: str) -> tuple[str, bool]:
    """The directive that refused it, and whether a script has run."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.locator("[data-testid=stApp]").wait_for()
        refused = page.evaluate(f"({TRY})(() => {{ {action} }})")
        return refused, page.evaluate("window.ran === 1")


@pytest.mark.parametrize("name", TRIED)
def test_what_the_page_does_not_need_is_refused(browser, served, name):
    directive, action = TRIED[name]
    assert tried(browser, served, action) == (directive, False)


@pytest.mark.parametrize("name", ["an inline script", "a handler", "eval"])
def test_without_the_policy_it_would_run(browser, unguarded, name):
    assert tried(browser, unguarded, TRIED[name][1]) == ("nothing", True)


@pytest.fixture
def elsewhere(served, unguarded):
    """A site of its own whose page frames what the path names."""

    class Framing(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            framed = {"/served": served, "/unguarded": unguarded}[self.path]
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f"<iframe src='{framed}' width=900 height=600></iframe>".encode())

        def log_message(self, *arguments):
            """A test says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.3", 0), Framing) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.3:{site.server_port}"
        site.shutdown()


@pytest.mark.parametrize(("page", "shown"), [("served", 0), ("unguarded", 1)])
def test_another_site_cannot_frame_it(browser, elsewhere, page, shown):
    with browser.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{elsewhere}/{page}")
        frame = opened.frame_locator("iframe").locator("[data-testid=stApp]")
        if shown:
            frame.wait_for()
        else:
            opened.wait_for_timeout(3000)
        assert frame.count() == shown
