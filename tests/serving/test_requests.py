"""What the served page answers to those who do not come by its own page."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from tests.browser.server import ROOT, serving
from tests.serving.sockets import begin, request, socket

MEGABYTE = 2**20
LIMIT = 20 * MEGABYTE  # server.maxUploadSize
BOUNDARY = b"e5c9"
KIND = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY.decode()}"}
HEADERS = {"content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"}


def form(data: bytes) -> bytes:
    head = b'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n'
    return b"--" + BOUNDARY + b"\r\n" + head + data + b"\r\n--" + BOUNDARY + b"--\r\n"


@pytest.fixture
def upload(address):
    """Where the files of a session of its own go, and the token that its page was given."""
    cookie = request(address, "GET", "/_stcore/health").headers["set-cookie"].partition(";")[0]
    with socket(address) as opened:
        yield f"/_stcore/upload_file/{begin(opened)}/a", cookie


def with_token(cookie: str) -> dict[str, str]:
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2], **KIND}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/_stcore/health", 200),
        ("GET", "/ready", 200),
        ("GET", "/media/none.png", 404),
        ("GET", "/xyz/../app.py", 400),
        ("PUT", "/_stcore/upload_file/a/b", 403),
        ("POST", "/ready", 405),
    ],
)
def test_every_answer_carries_the_headers(address, method, path, status):
    answer = request(address, method, path)
    assert answer.status == status
    assert answer.headers.keys() >= HEADERS


# Uploads


def test_a_file_is_taken_from_the_page_that_was_given_a_token(address, upload):
    path, cookie = upload
    assert request(address, "PUT", path, body=form(b"calm"), headers=with_token(cookie)).status == 204


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize("lacking", ["Cookie", "X-Xsrftoken"])
def test_a_file_without_the_token_is_refused(address, upload, method, lacking):
    path, cookie = upload
    headers = {name: value for name, value in with_token(cookie).items() if name != lacking}
    assert request(address, method, path, body=form(b"calm"), headers=headers).status == 403


def test_the_token_of_another_visit_is_refused(address, upload):
    path, cookie = upload
    other = request(address, "GET", "/_stcore/health").headers["set-cookie"].partition(";")[0]
    headers = with_token(cookie) | {"Cookie": other}
    assert request(address, "PUT", path, body=form(b"calm"), headers=headers).status == 403


def test_a_file_for_a_session_that_does_not_exist_is_refused(address, upload):
    _, cookie = upload
    path = "/_stcore/upload_file/00000000-0000-0000-0000-000000000000/a"
    assert request(address, "PUT", path, body=form(b"calm"), headers=with_token(cookie)).status == 400


@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in chunks"])
def test_a_file_above_the_limit_is_refused_by_the_server(address, upload, told):
    path, cookie = upload
    body = form(bytes(LIMIT + 2 * MEGABYTE))
    pieces = (body[start : start + MEGABYTE] for start in range(0, len(body), MEGABYTE))
    try:
        answer = request(address, "PUT", path, body=body if told else pieces, headers=with_token(cookie))
    except (BrokenPipeError, ConnectionResetError):
        return  # it did not even wait for the end
    assert answer.status == 413


# Files of the server


@pytest.mark.parametrize("on", ["false", "true"])
def test_files_beside_the_page_are_not_served(tmp_path, on):
    """With the setting that the project turns off, the same request gets the file: so the check can fail."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/notes.txt").write_text("heron", encoding="utf-8")
    page = tmp_path / "page.py"
    page.write_text("import streamlit as st\nst.write('a page')\n", encoding="utf-8")
    setting = {"STREAMLIT_SERVER_ENABLE_STATIC_SERVING": on} if on == "true" else {}
    with serving(page, tmp_path / "log.txt", environment=setting) as address:
        assert (b"heron" in request(address, "GET", "/app/static/notes.txt").body) == (on == "true")


@pytest.mark.parametrize(
    "path",
    [
        "/app/static/../../app.py",
        "/app/static/..%2f..%2fapp.py",
        "/static/../../../app.py",
        "/static/..%2f..%2f..%2fapp.py",
        "/static/%2e%2e/%2e%2e/app.py",
        "/media/..%2f..%2fapp.py",
        "/component/..%2f..%2fapp.py",
        "/_stcore/bidi-components/..%2f..%2fapp.py",
        "//app.py",
        "/app.py",
        "/.streamlit/config.toml",
        "/\\\\127.0.0.1\\app.py",
    ],
)
def test_no_path_leads_to_a_file_of_the_project(address, path):
    answer = request(address, "GET", path)
    secrets = ("app.py", ".streamlit/config.toml")
    lines = {line for name in secrets for line in (ROOT / name).read_bytes().splitlines() if len(line) > 30}
    assert answer.status in {400, 404} or answer.body == request(address, "GET", "/").body
    assert not lines & set(answer.body.splitlines())


# Sockets


def test_the_page_itself_and_a_client_without_a_page_are_let_in(address):
    for headers in ({}, {"origin": None}):
        with socket(address, **headers) as opened:
            assert begin(opened)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "http://127.0.0.1:1", "null", "http://localhost"])
def test_the_page_of_another_site_is_not(address, origin):
    with pytest.raises(InvalidStatus) as refused, socket(address, origin=origin):
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize(("name", "status"), [(None, 101), ("elsewhere.example", 403), ("localhost.example", 403)])
def test_another_name_of_this_machine_is_not(address, name, status):
    """A site can have its name lead to this machine, and its page then is of the same origin."""
    host = name or urlsplit(address).netloc
    shake = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    headers = {"Host": host, "Origin": f"http://{host}", "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==", **shake}
    assert request(address, "GET", "/_stcore/stream", headers=headers).status == status


def ended(opened: ClientConnection, size: int) -> int | None:
    """The code with which the server ends a socket after a message of so many bytes."""
    try:
        opened.send(bytes(size))
        opened.recv(timeout=30)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd is not None else None
    pytest.fail("a message of zeros was taken")


@pytest.mark.parametrize(("size", "code"), [(24_000_000, 1002), (26_000_000, 1009)], ids=["no message", "too long"])
def test_a_message_above_the_limit_ends_its_socket_and_no_other(address, size, code):
    """Below the limit it is read, and found to be none."""
    with socket(address) as opened, socket(address) as other:
        assert ended(opened, size) == code
        assert begin(other)


@pytest.mark.parametrize(("loaded", "status"), [(False, 503), (True, 200)])
def test_it_is_ready_when_the_engine_is_loaded(monkeypatch, loaded, status):
    import asgi  # makes an application, which tests of the page by itself do without

    monkeypatch.setattr(asgi.session, "shared", lambda: SimpleNamespace(loaded=loaded))
    with ThreadPoolExecutor(1) as thread:  # the browser tests leave a loop in this one
        assert thread.submit(asyncio.run, asgi.ready(None)).result().status_code == status
