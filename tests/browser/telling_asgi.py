"""The served page with an engine that fails in every way, and a way to ask what the server still holds.

Every failure says the words of the article, as a careless one would.
"""

import gc
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from asgi import lifespan, middleware, routes
from components import session
from framing.errors import InputError
from tests.components import article, fake


class Telling(fake.FakeEngine):
    def analyse(self, document, *_):
        if "refused" in document.text:
            raise InputError(f"refused: {document.text}")
        if "faulty" in document.text:
            try:
                {}[document.text]
            except KeyError as error:
                raise ValueError(f"a fault: {document.text}") from error
        return article.bare(document.text)


def supplied(source):
    return fake.document(source) if isinstance(source.data, str) else from_bytes(source)


async def held(request: Request) -> PlainTextResponse:
    """What of the server holds the word, which is asked for backwards so that the question is none; a line each."""
    word = request.path_params["drow"][::-1]
    raw = word.encode()
    gc.collect()
    owners = {
        id(text): f"{type(text).__name__} of {len(text)} in a {type(owner).__qualname__}"
        for owner in gc.get_objects()
        for text in gc.get_referents(owner)
        if holds(text, word, raw)
    }
    return PlainTextResponse("\n".join(owners.values()))


def holds(text: object, word: str, raw: bytes) -> bool:
    if isinstance(text, str):
        return word in text and text is not word
    return isinstance(text, bytes | bytearray) and raw in text and text is not raw


from_bytes = session._supplied
fake.install()
session._supplied = supplied
session.load_engine = Telling
app = st.App(
    Path(__file__).parents[2] / "app.py",
    lifespan=lifespan,
    middleware=middleware,
    routes=[*routes, Route("/held/{drow}", held)],
)
