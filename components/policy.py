"""What a browser may do with the page: nothing that does not come from this server."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INDEX: Final = Path(streamlit.__file__).with_name("static") / "index.html"
INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_policy(index: str) -> str:
    """The policy for a page that starts as `index`; of inline scripts it allows those that stand there, by hash.

    `blob:` is how Streamlit loads the scripts of components; styles are written into the page by its own scripts.
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
            "frame-ancestors 'self'",
            "form-action 'none'",
            "base-uri 'self'",
            "object-src 'none'",
        )
    )


def digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class PolicyHeaders:
    """Sends the policy with every answer; sockets pass as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "content-security-policy": content_policy(INDEX.read_text(encoding="utf-8")),
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
