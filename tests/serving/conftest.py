"""The served page with the engine that needs no models, for clients that are no browsers."""

import pytest

from tests.browser.server import ROOT, serving


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with serving(ROOT / "tests/browser/fake_asgi.py", tmp_path_factory.mktemp("served") / "log.txt") as found:
        yield found
