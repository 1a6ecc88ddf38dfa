"""What a reader waits for in the browser, told by its own clock: from the press of the mouse to what is drawn."""

from collections.abc import Callable
from statistics import median

from playwright.sync_api import Page

CLICKS = 40  # after the first few, which fill caches
CHOICES = 16
WARM_UP = 4
REST = 120  # milliseconds in which the page comes to rest

# Brings the first mark from this share of the text on that is not open into view.
_BRING = """share => {
    const reader = [...document.querySelectorAll("*")].find((node) => node.shadowRoot?.querySelector(".text"));
    const stops = [...reader.shadowRoot.querySelectorAll(".text .stop")];
    const closed = (node) => !node.hidden && node.ariaPressed === "false";
    window.mark = stops.slice(Math.floor(share * (stops.length - 1))).find(closed) ?? stops.find(closed);
    window.mark.scrollIntoView({ block: "center" });
}"""

# The middle of its beginning.
_POINT = """() => {
    const box = window.mark.getClientRects()[0];
    return [box.x + Math.min(box.width, 8) / 2, box.y + Math.min(box.height, 8) / 2];
}"""

# From the next click on: milliseconds until the card is written anew and the frame with it is drawn.
_LISTEN = """() => {
    const host = [...document.querySelectorAll("*")].find((node) => node.shadowRoot?.querySelector(".card"));
    window.answered = new Promise((done, fail) => document.addEventListener("click", ({ timeStamp }) => {
        const drawn = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp)));
        const watch = new MutationObserver(() => {
            watch.disconnect();
            drawn();
        });
        watch.observe(host.shadowRoot, { childList: true, subtree: true, characterData: true });
        setTimeout(() => fail(new Error("no evidence within 30 seconds")), 30_000);
    }, { capture: true, once: true }));
}"""

STILL = 600  # milliseconds without a change after which the charts stand

# From the next click on: milliseconds until the frame with the last change beside the text is drawn.
_STAND = """still => {
    const pane = document.querySelector(".st-key-right_pane");
    window.stands = new Promise((done, fail) => document.addEventListener("click", ({ timeStamp }) => {
        let last = timeStamp;
        const drawn = () => requestAnimationFrame(() => setTimeout(() => { last = performance.now(); }));
        const watch = new MutationObserver(drawn);
        watch.observe(pane, { attributes: true, childList: true, subtree: true });
        const look = setInterval(() => {
            const since = performance.now() - Math.max(last, timeStamp);
            if (last === timeStamp ? since < 30_000 : since < still) return;
            clearInterval(look);
            watch.disconnect();
            if (last === timeStamp) fail(new Error("nothing changed within 30 seconds"));
            else done(last - timeStamp);
        }, 20);
    }, { capture: true, once: true }));
}"""


def click_times(page: Page, *, going: Callable[[], bool] = lambda: True, clicks: int = CLICKS) -> list[float]:
    """Milliseconds from each click on a mark until its evidence is drawn; the marks stand all over the text.

    Args:
        going: asked before each click whether what it is measured beside still goes on.
    """
    page.locator(".text .tag").first.click()  # the card of a mark that somebody chose is another one, and stays
    page.locator(".st-key-evidence_chosen .card").wait_for()
    taken = []
    for turn in range(WARM_UP + clicks):
        if not going():
            break
        page.evaluate(_BRING, turn * 0.618 % 1)
        page.wait_for_timeout(REST)  # what comes into view is laid out, and may move
        page.mouse.move(*page.evaluate(_POINT))
        page.wait_for_timeout(REST)
        page.evaluate(_LISTEN)
        page.mouse.click(*page.evaluate(_POINT))
        taken.append(float(page.evaluate("answered")))
    return taken[WARM_UP:]


def choice_times(page: Page) -> list[float]:
    """Milliseconds from each choice of an actor, one after the other, until all charts and what is about them stand."""
    pills = page.locator(".st-key-actor button")
    taken = []
    for turn in range(WARM_UP + CHOICES):
        page.wait_for_timeout(REST)
        page.evaluate(_STAND, STILL)
        pills.nth(turn % min(pills.count(), 4)).click()
        taken.append(float(page.evaluate("stands")))
    return taken[WARM_UP:]


def told(what: str, taken: list[float]) -> str:
    ordered = sorted(taken)
    nine = ordered[int(0.9 * len(ordered))]
    return f"{what}: median {median(ordered):.0f} ms, nine of ten under {nine:.0f} ms ({len(taken)} clicks)\n"
