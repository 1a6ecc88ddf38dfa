"""What comes from a network or an address bar: bodies, headers, addresses, parameters."""

import zlib
from ipaddress import ip_address
from urllib.parse import urlsplit

from components.reader import layers
from sources import addresses, body, locations, media
from tests.fuzzing.outcome import attempt

LIMIT = 20_000  # bytes of a body


def read_body(data: bytes) -> None:
    """The first byte says how large the chunks are and how they are packed, the rest comes in chunks."""
    size, rest = (data[0] >> 1) + 1 if data else 1, data[1:]
    packing = "gzip" if data and data[0] & 1 else ""
    chunks = [rest[start : start + size] for start in range(0, len(rest), size)]
    whole = attempt(lambda: body.read_body(chunks, packing, limit=LIMIT))
    assert whole == attempt(lambda: body.read_body([rest], packing, limit=LIMIT)), "the size of chunks tells"
    assert whole is None or len(whole) <= LIMIT
    if packing:
        packer = zlib.compressobj(wbits=body.GZIP)
        packed = packer.compress(rest) + packer.flush()
        assert attempt(lambda: body.read_body([packed], packing, limit=LIMIT)) == rest[:LIMIT]


def read_media(data: bytes) -> None:
    """The first line is a Content-Type, the rest the bytes that came with it."""
    named, _, rest = data.partition(b"\n")
    told = named.decode("latin-1")
    suffix = attempt(lambda: media.suffix_of(told))
    assert suffix is None or suffix.startswith(".")
    charset = media.charset_of(told)
    recoded = media.recoded(rest, charset)
    assert media.recoded(recoded, charset) == recoded or charset is not None
    assert charset is None or media.ENCODINGS.fullmatch(charset)


def read_address(data: bytes) -> None:
    """An address, and on a second line where it leads on to; what was checked is what is asked for."""
    first, _, second = data.decode("utf-8", "replace").partition("\n")
    found = attempt(lambda: locations.locate(first))
    if found is None:
        return
    _check(found)
    onward = attempt(lambda: found.follow(second))
    if onward is not None:
        _check(onward)


def _check(found: locations.Location) -> None:
    assert found.url.isascii()
    assert found.url.isprintable()
    assert " " not in found.url
    assert 1 <= found.port <= 65_535, found
    parts = urlsplit(found.url)
    assert (parts.scheme, parts.hostname) == (found.scheme, found.host), found
    assert parts.username is None, found
    assert (parts.port or locations.PORTS[found.scheme]) == found.port, found
    if len(found.url) <= locations.LONGEST:  # signs that are spelled out take up to twelve times the room
        assert locations.locate(found.url) == found
    try:
        address = ip_address(found.host)
    except ValueError:
        return
    addresses.why_refused(address)


def read_parameters(data: bytes) -> None:
    """What an address says of layers."""
    chosen = layers.parse(data.decode("utf-8", "replace"))
    assert chosen <= frozenset(layers.ALL)
    assert layers.parse(layers.write(chosen)) == chosen
