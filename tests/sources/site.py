"""A web site on this machine whose pages misbehave, and the rules under which a test may reach it.

Loopback is refused, so the tests hand in a book of names and allow this one address. The rest of the rules stays.
"""

import contextlib
import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from framing.errors import FetchError
from sources.addresses import Address, why_refused
from sources.fetch import Rules

HOME = "127.0.0.1"
PAGE = b"<html><body><p>Veria denied the report.</p></body></html>"
PLAIN = {"content-type": "text/html; charset=utf-8"}
DRIP = 0.05  # seconds between two bytes of a slow page
REDIRECTS = {
    "/moved": "/page",
    "/loop": "/loop",
    "/to-loopback": "http://127.0.0.1/",
    "/to-metadata": "http://169.254.169.254/latest/meta-data/",
    "/to-inside": "http://inside.test/",
    "/to-file": "file:///etc/hostname",
    "/to-nonsense": "http://[::1",
    "/to-password": "http://somebody:secret@news.test/",
    "/to-hostile": "http://evil.test/<img src=x>",
}


class Site:
    """A running site: what it was asked for, and the rules by which it can be reached as `news.test`."""

    def __init__(self, port: int, asked: list[tuple[str, dict[str, str]]]) -> None:
        self.port = port
        self.asked = asked  # path and headers of every request

    def url(self, path: str, *, host: str = "news.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def rules(self, names: "Names", **changes: object) -> Rules:
        given = {"resolve": names, "refuse": only_home, "ports": frozenset({80, 443, self.port})} | changes
        return Rules(**given)


class Names:
    """A book of names in the place of the network's; counts how often each is looked up."""

    def __init__(self, addresses: Mapping[str, Sequence[str]] | None = None) -> None:
        self.addresses = {"news.test": [HOME]} if addresses is None else addresses
        self.looked_up: Counter[str] = Counter()

    def __call__(self, host: str, port: int) -> tuple[Address, ...]:  # noqa: ARG002
        self.looked_up[host] += 1
        if host not in self.addresses:
            raise FetchError(f"no address is known for the name {host}")
        return tuple(map(ip_address, self.addresses[host]))


def only_home(address: Address) -> str | None:
    """As in earnest, but for the address of the site of the test, when a name leads there."""
    return None if address == ip_address(HOME) else why_refused(address)


@contextlib.contextmanager
def site(*, certificate: ssl.SSLContext | None = None) -> Iterator[Site]:
    asked: list[tuple[str, dict[str, str]]] = []
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            with contextlib.suppress(OSError):  # the reader hangs up, as it should
                if self.path in REDIRECTS:
                    self.answer(302, {"location": REDIRECTS[self.path]})
                else:
                    getattr(self, "page_" + self.path.strip("/").partition("?")[0].replace("-", "_"))()

        def answer(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
            self.send_response(status)
            for name, value in ({"content-length": str(len(body))} | dict(headers)).items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def page_page(self) -> None:
            self.answer(200, PLAIN | {"set-cookie": "who=you"}, PAGE)

        def page_packed(self) -> None:
            self.answer(200, PLAIN | {"content-encoding": "gzip"}, gzip.compress(PAGE))

        def page_brotli(self) -> None:
            self.answer(200, PLAIN | {"content-encoding": "br"}, PAGE)

        def page_old(self) -> None:
            self.answer(200, {"content-type": "text/html; charset=windows-1251"}, "<p>Киев</p>".encode("cp1251"))

        def page_picture(self) -> None:
            self.answer(200, {"content-type": "image/png"}, b"\x89PNG")

        def page_untyped(self) -> None:
            self.answer(200, {}, PAGE)

        def page_missing(self) -> None:
            self.answer(404, PLAIN, b"<p>gone</p>")

        def page_lost(self) -> None:
            self.answer(302, {})

        def page_large(self) -> None:  # it says so at once
            self.answer(200, PLAIN | {"content-length": str(100 * 2**20)})
            self.pour(b"x" * 65_536)

        def page_endless(self) -> None:  # it never says how much there is
            self.answer(200, PLAIN | {"content-length": ""})
            self.pour(b"x" * 65_536)

        def page_bomb(self) -> None:
            self.answer(200, PLAIN | {"content-encoding": "gzip"}, gzip.compress(bytes(100 * 2**20), 1))

        def page_broken(self) -> None:
            self.answer(200, PLAIN | {"content-length": "1000"}, PAGE)

        def page_slow(self) -> None:
            self.answer(200, PLAIN | {"content-length": "100000"})
            self.pour(b"x", every=DRIP)

        def page_slow_head(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nx-patience: ")
            self.pour(b"x", every=DRIP)

        def page_long_head(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            self.pour(b"x-more: " + b"x" * 1_000 + b"\r\n")

        def page_silent(self) -> None:
            closing.wait(60)

        def page_garbage(self) -> None:
            self.wfile.write(b"220 mail.example ESMTP\r\n" * 50)

        def pour(self, piece: bytes, *, every: float = 0.0) -> None:
            while not closing.is_set():
                self.wfile.write(piece)
                time.sleep(every)

    server = ThreadingHTTPServer((HOME, 0), Handler)
    if certificate is not None:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield Site(server.server_port, asked)
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
