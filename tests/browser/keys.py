"""A person without a mouse: Tab until something has the focus, then press keys."""

from playwright.sync_api import Page

MOST = 400  # presses of Tab; more than any page of ours has stops
NAMED = """() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    const control = node?.matches('button, summary, a, input, textarea, [role]');  // not a pane that scrolls
    const names = [node?.getAttribute('aria-label'), node?.labels?.[0]?.innerText, node?.innerText, node?.placeholder];
    return control ? names.filter(Boolean).join(' | ') : '';
}"""


def focused(page: Page) -> str:
    """All that names the element that has the focus, also inside a component."""
    return page.evaluate(NAMED)


def tab_to(page: Page, *names: str) -> None:
    """Press Tab until what has the focus carries one of these names."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if any(name in focused(page) for name in names):
            return
    raise AssertionError(f"{MOST} presses of Tab never reach {' or '.join(names)}; last: {focused(page)!r}")


def arrow_to(page: Page, name: str, key: str = "ArrowRight") -> None:
    """Press an arrow key until what has the focus carries this name."""
    for _ in range(MOST):
        if name in focused(page):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{MOST} presses of {key} never reach {name!r}; last: {focused(page)!r}")
