"""The headers that keep a browser from doing what no part of the page asks for."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.policy import INDEX, PolicyHeaders, content_policy, digest

POLICY = content_policy(INDEX.read_text(encoding="utf-8"))
DIRECTIVES = {name: values for name, *values in (part.split() for part in POLICY.split("; "))}


async def plain(scope, receive, send):
    """An application that answers or accepts."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b"as it was"})
    else:
        await send({"type": "websocket.accept", "headers": []})


def sent(kind: str) -> list[dict]:
    messages: list[dict] = []

    async def send(message):
        messages.append(message)

    with ThreadPoolExecutor(1) as thread:  # the browser tests leave a loop in this one
        thread.submit(asyncio.run, PolicyHeaders(plain)({"type": kind}, None, send)).result()
    return messages


def test_every_answer_carries_the_policy_and_stays_what_it_was():
    start, body = sent("http")
    headers = dict(start["headers"])
    assert headers[b"content-security-policy"].decode() == POLICY
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"content-type"] == b"text/html"
    assert body["body"] == b"as it was"


def test_a_socket_passes_untouched():
    assert sent("websocket") == [{"type": "websocket.accept", "headers": []}]


def test_only_the_inline_scripts_of_streamlits_own_page_may_run():
    index = INDEX.read_text(encoding="utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", index, re.DOTALL)
    assert scripts
    hashes = [value for value in DIRECTIVES["script-src"] if "sha256" in value]
    assert hashes == [f"'sha256-{digest(script)}'" for script in scripts]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"} & set(DIRECTIVES["script-src"])


def test_a_changed_inline_script_has_another_hash():
    assert content_policy("<script>a</script>") != content_policy("<script>b</script>")


@pytest.mark.parametrize("directive", ["default-src", "connect-src", "img-src", "font-src", "media-src", "worker-src"])
def test_nothing_is_fetched_from_elsewhere(directive):
    assert set(DIRECTIVES[directive]) <= {"'self'", "data:", "blob:"}


@pytest.mark.parametrize("directive", ["frame-src", "form-action", "object-src"])
def test_what_the_page_never_does_is_forbidden(directive):
    assert DIRECTIVES[directive] == ["'none'"]
