"""The page as `app.py` shows it, served with a strict content policy and with the engine loaded at the start.

Started by `make serve`, or `python -m streamlit run asgi.py`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components import session
from components.policy import PolicyHeaders


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    session.serve_others()
    session.preload()
    yield


app = st.App(Path(__file__).with_name("app.py"), lifespan=lifespan, middleware=[Middleware(PolicyHeaders)])
