"""The served page, content policy and all, with the engine that needs no models."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from asgi import lifespan
from components.policy import PolicyHeaders
from tests.components import fake

fake.install()
app = st.App(Path(__file__).with_name("fake_page.py"), lifespan=lifespan, middleware=[Middleware(PolicyHeaders)])
