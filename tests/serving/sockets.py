"""A client without a browser: a session of the page over its socket, and requests as they are typed."""

import contextlib
import http.client
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LARGEST = 64 * 2**20  # bytes of a message


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def request(
    address: str, method: str, path: str, *, body: bytes | Iterator[bytes] | None = None, headers: dict | None = None
) -> Answer:
    """Send the path as it is, dots and all; an iterator is sent in chunks, without its length."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    with contextlib.closing(connection):
        connection.request(method, path, body=body, headers=headers or {}, encode_chunked=body is not None)
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


@contextlib.contextmanager
def socket(address: str, **headers: str) -> Iterator[ClientConnection]:
    """The socket of a page, with these headers."""
    place = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    origin = headers.pop("origin", address)
    with connect(
        place, origin=origin, additional_headers=headers, subprotocols=["streamlit"], max_size=LARGEST, proxy=None
    ) as opened:
        yield opened


def begin(opened: ClientConnection) -> str:
    """Have the page run, and wait until it has; the id of its session."""
    opened.send(BackMsg(rerun_script={"query_string": ""}).SerializeToString())
    session = ""
    while True:
        message = ForwardMsg()
        message.ParseFromString(opened.recv(timeout=60))
        session = message.new_session.initialize.session_id or session
        if message.WhichOneof("type") == "script_finished":
            return session
