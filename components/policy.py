"""What a browser may do with the page: nothing that does not come from this server."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from framing.errors import SettingError

INDEX: Final = Path(streamlit.__file__).with_name("static") / "index.html"
INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FRAMES: Final = "HEDGEROW_FRAMED_BY"
SITE: Final = re.compile(r"https?://[\w.:-]+")


def framed_by(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The sites that may show the page in a frame, divided by spaces in the variable; none without it.

    Raises:
        SettingError: something in it is no site.
    """
    sites = tuple(environment.get(FRAMES, "").split())
    for site in sites:
        if SITE.fullmatch(site) is None:
            raise SettingError(f"{FRAMES} names {site!r}; name sites like https://example.org, divided by spaces")
    return sites


def content_policy(index: str, *, frames: Sequence[str] = ()) -> str:
    """The policy for a page that starts as `index`; of inline scripts it allows those that stand there, by hash.

    `blob:` is how Streamlit loads the scripts of components; styles are written into the page by its own scripts.

    Args:
        frames: sites that may show the page in a frame.
    """
    allowed = " ".join(f"'sha256-{digest(script)}'" for script in INLINE.findall(index))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {allowed}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "frame-src 'none'",
            " ".join(("frame-ancestors 'self'", *frames)),
            "form-action 'none'",
            "base-uri 'self'",
            "object-src 'none'",
        )
    )


def digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class PolicyHeaders:
    """Sends the policy with every answer; sockets pass as they are."""

    def __init__(self, app: ASGIApp, *, frames: Sequence[str] = ()) -> None:
        self._app = app
        self._headers = {
            "content-security-policy": content_policy(INDEX.read_text(encoding="utf-8"), frames=frames),
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class OwnSockets:
    """Refuses the socket of a page that another site has sent.

    Streamlit refuses it too, but first asks a server on the internet for this machine's address, and everybody waits.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not is_own(Headers(scope=scope)):
            await WebSocketClose()(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Whether a socket is opened by this server's page, by a site that the settings name, or by no page at all."""
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return True
    return origin in streamlit.get_option("server.corsAllowedOrigins")
