"""A connection that leads to addresses checked before, whatever its name says by now."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from framing.errors import FetchError
from sources.addresses import Address
from sources.errand import Errand


class Pinned(httpcore2.NetworkBackend):
    """Connects to the first of `addresses` that answers. No name is looked up here, so none can change its address.

    Args:
        addresses: where to connect, already checked.
        patience: seconds for each of them.
    """

    def __init__(self, addresses: Sequence[Address], *, patience: float, errand: Errand) -> None:
        self._addresses, self._patience, self._errand = addresses, patience, errand
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the name was looked up once, before its addresses were checked
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the errand keeps one deadline over everything
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses:
            wait = min(self._patience, self._errand.left())
            try:
                stream = self._network.connect_tcp(str(address), port, wait, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Watched(stream, self._errand)
        raise failure


class _Watched(httpcore2.NetworkStream):
    """A stream under the deadline of its errand; it wakes up now and then to see whether it is still wanted."""

    def __init__(self, inner: httpcore2.NetworkStream, errand: Errand) -> None:
        self._inner, self._errand = inner, errand

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - see connect_tcp
        while True:
            try:
                data = self._inner.read(max_bytes, self._errand.pause())
            except httpcore2.ReadTimeout:
                continue
            self._errand.received += len(data)
            return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - see connect_tcp
        self._inner.write(buffer, self._errand.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - see connect_tcp
    ) -> httpcore2.NetworkStream:
        try:
            inner = self._inner.start_tls(ssl_context, server_hostname, self._errand.left())
        except httpcore2.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                raise FetchError(
                    f"{server_hostname} does not prove its name ({error.__cause__.verify_message}), "
                    "so its answer is not read; look at it in a browser, and paste its text if you trust it"
                ) from error
            raise
        return _Watched(inner, self._errand)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
