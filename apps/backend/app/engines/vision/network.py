"""The wire: every wait on a socket ends at the call's deadline or soon after a cancel, and only allowed addresses
are connected.

Bytes that drip do not prolong a call: what is left of its deadline bounds each read.
"""

from __future__ import annotations

import contextlib
import ipaddress
import select
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpcore2
import httpx2

from app.engines.vision import resolving
from app.engines.vision.providers import Origin, may_connect
from app.engines.vision.resolving import SLICE, Resolve, resolved

UNSENT = ("x-stainless-", "openai-organization", "openai-project")
"""Headers that the SDK takes from the machine or its environment; nobody has asked for them."""
CONNECT_SECONDS = 10.0
TLS_SECONDS = 10.0


class Stopped(Exception):
    """The batch was stopped while a call was under way."""


class TooLate(Exception):
    """The call's deadline has passed."""


class TooMuch(Exception):
    """The body is larger than any answer may be."""


class NotAllowed(Exception):
    """The name leads to an address that this provider may not have."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the call under way may take. ``ends`` by the monotonic clock."""

    ends: float
    stopped: Callable[[], bool]

    def check(self) -> float:
        """Seconds left; raises ``Stopped`` or ``TooLate``."""
        if self.stopped():
            raise Stopped
        left = self.ends - time.monotonic()
        if left <= 0:
            raise TooLate
        return left


_UNDER_WAY: ContextVar[Patience | None] = ContextVar("patience", default=None)


@contextlib.contextmanager
def patience(seconds: float, stopped: Callable[[], bool]) -> Iterator[None]:
    """All that this thread does on the wire within the block ends after ``seconds`` or when stopped."""
    token = _UNDER_WAY.set(Patience(time.monotonic() + seconds, stopped))
    try:
        yield
    finally:
        _UNDER_WAY.reset(token)


def _check() -> float:
    found = _UNDER_WAY.get()
    return found.check() if found else CONNECT_SECONDS


class _Stream(httpcore2.NetworkStream):
    """A socket whose reads and writes come in slices."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline counts
        while True:
            self._sock.settimeout(min(SLICE, _check()))
            try:
                return self._sock.recv(max_bytes)
            except TimeoutError:
                continue
            except OSError as error:
                raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        view = memoryview(buffer)
        while view:
            self._sock.settimeout(min(SLICE, _check()))
            try:
                view = view[self._sock.send(view) :]
            except TimeoutError:
                continue
            except OSError as error:
                raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        ends = time.monotonic() + min(timeout or TLS_SECONDS, TLS_SECONDS)
        wrapped: socket.socket = self._sock  # takes its place, and must be closed in its stead
        try:
            wrapped = made = ssl_context.wrap_socket(
                self._sock, server_hostname=server_hostname, do_handshake_on_connect=False
            )
            _shake_hands(made, ends)
        except OSError as error:
            wrapped.close()
            raise httpcore2.ConnectError(str(error)) from error
        except BaseException:
            wrapped.close()
            raise
        return _Stream(wrapped)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return bool(select.select([self._sock], [], [], 0)[0])
        return {"socket": self._sock, "ssl_object": getattr(self._sock, "_sslobj", None)}.get(info)


def _shake_hands(sock: ssl.SSLSocket, ends: float) -> None:
    sock.settimeout(0)
    while True:
        try:
            return sock.do_handshake()
        except ssl.SSLWantReadError:
            _await(sock, ends, writing=False)
        except ssl.SSLWantWriteError:
            _await(sock, ends, writing=True)


def _await(sock: socket.socket, ends: float, *, writing: bool) -> None:
    """Wait until a socket is ready; raises ``ConnectTimeout`` after ``ends``."""
    while True:
        left = min(_check(), ends - time.monotonic())
        if left <= 0:
            raise httpcore2.ConnectTimeout("no connection in time")
        waiting = [sock]
        ready = select.select([] if writing else waiting, waiting if writing else [], [], min(SLICE, left))
        if ready[0] or ready[1]:
            return


class _Backend(httpcore2.NetworkBackend):
    """Connects to addresses that the provider may have, and to the very address that was judged."""

    def __init__(self, origin: Origin, resolve: Resolve) -> None:
        self._origin = origin
        self._resolve = resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - ours counts
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        if (host, port) != (self._origin.host, self._origin.port):
            raise NotAllowed("another origin")
        ends = time.monotonic() + CONNECT_SECONDS
        trouble: OSError | httpcore2.ConnectTimeout = OSError("no address")
        for family, address in self._addresses(ends):
            try:
                return _Stream(_connected(family, address, ends))
            except (OSError, httpcore2.ConnectTimeout) as error:
                trouble = error
        raise httpcore2.ConnectError(str(trouble)) from trouble

    def _addresses(self, ends: float) -> Iterator[tuple[int, tuple[str, int]]]:
        try:
            found = resolving.beside(self._resolve, self._origin, lambda: min(_check(), ends - time.monotonic()))
        except OSError as error:
            raise httpcore2.ConnectError(str(error)) from error
        allowed = [
            (family, (place, self._origin.port))
            for family, place in found
            if may_connect(self._origin, ipaddress.ip_address(place.partition("%")[0]))
        ]
        if not allowed:
            raise NotAllowed("the provider's name leads to an address that is not allowed")
        yield from allowed


def _connected(family: int, address: tuple[str, int], ends: float) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.connect_ex(address)
        _await(sock, ends, writing=True)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, "not connected")
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        sock.close()
        raise
    return sock


class _Body(httpx2.SyncByteStream):
    """A body that ends with an error past its cap."""

    def __init__(self, parts: Iterable[bytes], most: int) -> None:
        self._parts = parts
        self._most = most

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        try:
            for part in self._parts:
                _check()
                size += len(part)
                if size > self._most:
                    raise TooMuch
                yield part
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise httpx2.ReadError(str(error)) from error

    def close(self) -> None:
        if hasattr(self._parts, "close"):
            self._parts.close()


class Wire(httpx2.BaseTransport):
    """One provider's connections. Takes no proxy, no redirect and no compressed body."""

    def __init__(self, origin: Origin, *, connections: int, most: int, resolve: Resolve = resolved) -> None:
        self._most = most
        self._origin = origin
        self._pool = httpcore2.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=30,
            network_backend=_Backend(origin, resolve),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if (request.url.scheme, request.url.host) != (self._origin.scheme, self._origin.host):
            raise NotAllowed("another origin")
        request.headers["Accept-Encoding"] = "identity"
        for name in [name for name in request.headers if name.startswith(UNSENT)]:
            del request.headers[name]
        wanted = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
        )
        try:
            answer = self._pool.handle_request(wanted)
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException) as error:
            raise httpx2.ReadError(str(error)) from error
        if not isinstance(answer.stream, Iterable):
            raise TypeError("not a stream to iterate")
        headers = [(k, v) for k, v in answer.headers if k.lower() != b"content-encoding"]
        return httpx2.Response(answer.status, headers=headers, stream=_Body(answer.stream, self._most))

    def close(self) -> None:
        self._pool.close()
