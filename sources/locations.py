"""An address as somebody typed it, taken apart once; what is checked is what is asked for."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from framing.errors import FetchError

LONGEST = 2_000  # code points; longer ones carry data rather than name a page
SHOWN = 120  # code points of an address in a message
PORTS = {"http": 80, "https": 443}
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|\Z))")  # "example.org:443" is a host with its port
HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}")
KEPT = "/%:@!$&'()*+,;=~-._?"  # signs of a path or query that are sent as they stand


@dataclass(frozen=True, slots=True)
class Location:
    """Where a page lies.

    Args:
        scheme: `http` or `https`.
        host: a name in ASCII, in lower case and without a final dot, or an IP address without brackets.
        port: 1 to 65535.
        target: path and query in ASCII, with `/` in front.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    def follow(self, target: str) -> "Location":
        """Where a redirect from here leads.

        Raises:
            FetchError: as `locate`; or it gives up encryption.
        """
        try:
            found = locate(urljoin(self.url, target))
        except (ValueError, FetchError) as error:
            raise FetchError(f"{self.host} leads on to what is no address: {shown(str(error))}") from error
        if self.scheme == "https" and found.scheme == "http":
            raise FetchError(
                f"{self.host} leads on to {shown(found.url)}, which is not encrypted; "
                "give that address yourself if it is to be read nevertheless"
            )
        return found


def locate(text: str) -> Location:
    """Take an address apart; without a scheme it is one of https.

    Raises:
        FetchError: no address of a web page, or one with a name and password in it.
    """
    text = text.strip()
    _check_signs(text)
    parts = _split(text if SCHEME.match(text) else f"https://{text.removeprefix('//')}")
    if parts.username is not None or parts.password is not None:
        # Not shown: it may hold a password.
        raise FetchError("the address has a user name in it, which is not sent; leave out what stands before the @")
    return Location(parts.scheme, _host(parts, text), _port(parts, text), _target(parts))


def shown(text: str) -> str:
    """Text from outside as a message may have it: short, and without signs that hide or turn round."""
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[: SHOWN + 1])
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN]}…"


def _check_signs(text: str) -> None:
    if not text:
        raise FetchError("there is no address; give one such as https://example.org/article")
    if len(text) > LONGEST:
        raise FetchError(
            f"the address has {len(text):,} characters, the limit is {LONGEST:,}; "
            "a text is read under Paste, and what follows the ? of an address can often be left out"
        )
    # Libraries differ in what they make of these, so a check could see another address than the connection.
    strange = next((sign for sign in text if not sign.isprintable() or sign == "\\"), None)
    if strange is not None:
        raise FetchError(f"{shown(text)} holds the sign U+{ord(strange):04X}, which no address has; type it anew")


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise FetchError(f"{shown(text)} is no address; look at its brackets and signs") from error
    if parts.scheme not in PORTS:
        raise FetchError(
            f"{shown(text)} is an address of kind {shown(parts.scheme)}:, and only http and https are fetched; "
            "a file is read under Upload"
        )
    return parts


def _host(parts: SplitResult, text: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    if "[" in parts.netloc:
        return _literal(host, text)
    if not host.isascii():
        try:
            host = idna.encode(host[:LONGEST], uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise FetchError(
                f"{shown(host)} is no name that a host may have; look whether it is spelt right"
            ) from error
    if HOST.fullmatch(host) is None:
        raise FetchError(
            f"{shown(text)} names no host; give an address such as https://example.org/article, "
            "and paste a text under Paste"
        )
    return host


def _literal(host: str, text: str) -> str:
    try:
        found = ip_address(host)
    except ValueError as error:
        raise FetchError(f"{shown(text)} has no IP address in its brackets") from error
    if isinstance(found, IPv6Address) and found.scope_id is not None:
        raise FetchError(f"{shown(text)} names a network card of this machine; only public addresses are fetched")
    return str(found)


def _port(parts: SplitResult, text: str) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{shown(text)} has a port that is no number from 1 to 65535") from error
    if port == 0:
        raise FetchError(f"{shown(text)} has port 0, at which nothing answers; leave it out")
    return PORTS[parts.scheme] if port is None else port


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=KEPT)}" if parts.query else ""
    return (quote(parts.path, safe=KEPT.rstrip("?")) or "/") + query
