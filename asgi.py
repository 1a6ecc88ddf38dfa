"""The page as `app.py` shows it, served with a strict content policy and with the engine loaded at the start.

Started by `make serve`, or `python -m streamlit run asgi.py`.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components import logs, session
from components.policy import OwnSockets, PolicyHeaders, framed_by


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    logs.keep_wordless()
    session.serve_others()
    session.preload()
    yield


async def ready(_: Request) -> PlainTextResponse:
    """Whether the engine is loaded; until then a first article would wait for it."""
    if session.shared().loaded:
        return PlainTextResponse("ready")
    return PlainTextResponse("the models are not loaded", status_code=503)


middleware = [Middleware(PolicyHeaders, frames=framed_by(os.environ)), Middleware(OwnSockets)]
routes = [Route("/ready", ready)]
app = st.App(Path(__file__).with_name("app.py"), lifespan=lifespan, middleware=middleware, routes=routes)
