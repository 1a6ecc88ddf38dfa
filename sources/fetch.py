"""Fetch one page that somebody asks for, from public addresses only and within limits.

Nothing about this machine leaves with it: no cookies, no passwords, no settings of proxies, no address it came from.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address

import httpcore2

from framing import __version__
from framing.errors import FetchError
from sources.addresses import Address, resolve, why_refused
from sources.body import read_body, too_large
from sources.connection import Pinned
from sources.errand import Errand, Watch, unwatched
from sources.locations import Location, locate, shown
from sources.media import ACCEPTED, TEXTS, charset_of, recoded, suffix_of

USER_AGENT = f"Hedgerow/{__version__} (reads one page when a person asks for it)"
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched. The defaults are the only ones that Hedgerow uses.

    Args:
        resolve: all addresses of a name; asked once for each host on the way.
        refuse: why an address is refused, `None` where it is not.
        ports: others are refused, since services that are no web sites listen there.
        max_bytes: of the page after unpacking; the limit of an upload.
        max_redirects: each of them is checked like the first address.
        seconds: for everything together, from the first name to the last byte.
        patience: seconds to connect to one address.
        trust: by which certificates a site proves its name; `None` takes those of the system.
    """

    resolve: Callable[[str, int], Sequence[Address]] = resolve
    refuse: Callable[[Address], str | None] = why_refused
    ports: frozenset[int] = frozenset({80, 443})
    max_bytes: int = 5 * 2**20
    max_redirects: int = 5
    seconds: float = 20.0
    patience: float = 5.0
    trust: ssl.SSLContext | None = None


PUBLIC = Rules()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Args:
        data: its bytes; text whose encoding only the server knew is in UTF-8.
        url: where it lay in the end, without fragment.
        suffix: the kind of file that it is, for `framing.document.from_bytes`.
        charset: the encoding that the server names, as Python calls it.
    """

    data: bytes
    url: str
    suffix: str
    charset: str | None

    @property
    def name(self) -> str:
        return f"page{self.suffix}"


def fetch(address: str, *, rules: Rules = PUBLIC, watch: Watch = unwatched) -> Fetched:
    """Fetch the page at an address.

    Args:
        watch: told several times a second how many bytes have come; what it raises ends the fetch.

    Raises:
        FetchError: refused by the rules, or the site gives no page.
    """
    errand = Errand(rules.seconds, watch)
    first = here = locate(address)
    for _ in range(rules.max_redirects + 1):
        try:
            found = _visit(here, rules, errand)
        except FetchError as error:
            if here is first:
                raise
            raise FetchError(f"{shown(first.url)} leads on to another address: {error}") from error
        if isinstance(found, Fetched):
            return found
        here = found
    raise FetchError(
        f"{shown(first.url)} leads on more than {rules.max_redirects} times; open it in a browser and paste its text"
    )


def _visit(location: Location, rules: Rules, errand: Errand) -> Fetched | Location:
    """Ask for one page; a redirect is returned and not followed."""
    network = Pinned(_checked(location, rules, errand), patience=rules.patience, errand=errand)
    url = httpcore2.URL(
        scheme=location.scheme.encode(),
        host=location.host.encode(),
        port=location.port,
        target=location.target.encode(),
    )
    headers = (
        ("Host", location.authority),
        ("User-Agent", USER_AGENT),
        ("Accept", ", ".join(ACCEPTED)),
        ("Accept-Language", "en"),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    )
    try:
        with (
            httpcore2.ConnectionPool(network_backend=network, ssl_context=rules.trust, retries=0) as pool,
            pool.stream("GET", url, headers=headers) as response,
        ):
            return _answer(location, response, rules)
    except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
        raise FetchError(
            f"{location.host} does not answer; look whether the address is right, or try again later"
        ) from error
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
        raise FetchError(
            f"{location.host} broke the answer off, or it is no answer of a web site; try again"
        ) from error


def _checked(location: Location, rules: Rules, errand: Errand) -> tuple[Address, ...]:
    """All addresses of the host, each of them allowed: with one private address among them it may be a trap."""
    if location.port not in rules.ports:
        allowed = " and ".join(map(str, sorted(rules.ports)))
        raise FetchError(f"{shown(location.url)} asks for port {location.port}; only {allowed} are fetched from")
    addresses = _addresses(location, rules, errand)
    for address in addresses:
        reason = rules.refuse(address)
        if reason is not None:
            named = location.host != str(address)
            subject = f"{location.host} has the address {address}, which" if named else location.host
            raise FetchError(f"{shown(location.url)} is refused. {subject} {reason}; only public addresses are fetched")
    return addresses


def _addresses(location: Location, rules: Rules, errand: Errand) -> tuple[Address, ...]:
    try:
        return (ip_address(location.host),)
    except ValueError:
        pass
    # In a thread of its own: the system's look-up knows no deadline.
    with_deadline = ThreadPoolExecutor(1, thread_name_prefix="look-up")
    try:
        answer = with_deadline.submit(rules.resolve, location.host, location.port)
        errand.wait_for(answer)
        return tuple(answer.result())
    finally:
        with_deadline.shutdown(wait=False)


def _answer(location: Location, response: httpcore2.Response, rules: Rules) -> Fetched | Location:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    if response.status in REDIRECTS and "location" in headers:
        return location.follow(headers["location"])
    if response.status != HTTPStatus.OK:
        raise FetchError(_status(location, response.status))
    kind = headers.get("content-type", "")
    suffix, charset = suffix_of(kind), charset_of(kind)
    length = headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > rules.max_bytes:
        raise too_large(rules.max_bytes)
    data = read_body(response.iter_stream(), headers.get("content-encoding", ""), limit=rules.max_bytes)
    return Fetched(recoded(data, charset) if suffix in TEXTS else data, location.url, suffix, charset)


def _status(location: Location, status: int) -> str:
    try:
        words = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        words = str(status)
    return f"{location.host} answers {words}; if a browser shows the page, paste its text"
