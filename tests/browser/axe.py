"""What axe-core finds wrong with a page, by its rules for WCAG 2.0 to 2.2, A and AA, and its own best practice."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python

SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Best practice that Streamlit and Vega break in markup of their own, which this page cannot reach; no rule of WCAG
# is excused. By rule and selector of the element.
FOREIGN = (
    ("presentation-role-conflict", "[data-testid=stFileUploaderDropzone]"),  # a section that takes the focus by script
    ("region", "#vg-tooltip-element"),  # tooltip of a chart, hung onto the body
    ("region", "[role=listbox]"),  # options of a select box, hung onto the body
)
SETTLED = """async () => {
    const running = () => document.querySelector('[data-test-script-state=running]');
    while (running()) await new Promise(done => setTimeout(done, 50));
    await new Promise(done => setTimeout(done, 250));
    const timed = document.getAnimations().filter(item => item.timeline === document.timeline);  // not by scrolling
    await Promise.allSettled(timed.map(item => item.finished));
}"""
AUDIT = """async ([tags, foreign]) => {
    const excused = (rule, path) => {
        const node = [path].flat().reduce((root, part) => (root.shadowRoot ?? root).querySelector(part), document);
        return foreign.some(([name, selector]) => name === rule && node?.matches(selector));
    };
    const {violations} = await axe.run({runOnly: tags});
    return violations.flatMap(({id, nodes}) => nodes
        .filter(node => !excused(id, node.target[0]))
        .map(node => `${id}: ${node.html.slice(0, 160)}`));
}"""


def violations(page) -> Iterator[str]:
    """In the light theme and in the dark one; each as theme, rule and element."""
    page.evaluate(SCRIPT)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        yield from (f"{scheme}, {found}" for found in page.evaluate(AUDIT, [TAGS, FOREIGN]))
