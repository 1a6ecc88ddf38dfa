"""The served page, content policy and all, with the engine that needs no models."""

from pathlib import Path

import streamlit as st

from asgi import lifespan, middleware, routes
from tests.components import fake

fake.install()
app = st.App(Path(__file__).with_name("fake_page.py"), lifespan=lifespan, middleware=middleware, routes=routes)
