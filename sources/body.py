"""The body of an answer, unpacked as it comes and counted as it is unpacked."""

import zlib
from collections.abc import Iterable, Iterator

from framing.errors import FetchError

PIECE = 65_536  # bytes unpacked at a time, so that a bomb is noticed before it fills memory
GZIP = 31  # wbits by which zlib expects the header of gzip
PACKED = {"gzip", "x-gzip"}
PLAIN = {"", "identity"}


def read_body(chunks: Iterable[bytes], packing: str, *, limit: int) -> bytes:
    """Collect a body.

    Args:
        chunks: as they come over the network.
        packing: the value of its Content-Encoding.
        limit: bytes after unpacking.

    Raises:
        FetchError: too large, packed in another way, or broken.
    """
    packing = packing.strip().lower()
    if packing not in PACKED | PLAIN:
        raise FetchError("the page is packed in a way that was not asked for; open it in a browser and paste its text")
    body = bytearray()
    for piece in _unpacked(chunks) if packing in PACKED else chunks:
        body += piece
        if len(body) > limit:
            raise too_large(limit)
    return bytes(body)


def too_large(limit: int) -> FetchError:
    return FetchError(f"the page has more than {limit / 2**20:g} MB; open it in a browser and paste its text")


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    unzip = zlib.decompressobj(GZIP)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if unzip.eof:  # gzip allows several members in a row
                    unzip = zlib.decompressobj(GZIP)
                yield unzip.decompress(rest, PIECE)
                rest = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
        yield unzip.flush()
    except zlib.error as error:
        raise FetchError("the page is not packed as it says (gzip); open it in a browser and paste its text") from error
    if not unzip.eof:
        raise FetchError("the page broke off before its end; try again")
