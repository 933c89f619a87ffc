"""Who may talk to us: Host, Origin and size checks for HTTP and WebSocket, and headers that fence pages in.

Pure ASGI, so that it covers WebSockets and streams. A browser page of another origin can neither change
anything (CSRF), nor listen (cross-site WebSocket hijacking), nor read by a rebound name (DNS rebinding).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import of_app_error
from app.core.errors import AppError, BadRequest, Forbidden, TooLarge

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
JSON_LIMIT = 4 * 2**20
MOST_DIGITS = 18
CSP = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
PAGE_HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def host_of(value: str) -> str:
    """The host without its port, lower case; brackets of IPv6 kept; empty when malformed."""
    value = value.strip().lower()
    if value.startswith("["):
        head, bracket, rest = value.partition("]")
        return f"{head}]" if bracket and (not rest or rest.startswith(":")) else ""
    name, _, port = value.partition(":")
    return name if not port or port.isdigit() else ""


class Guard:
    """Wraps the whole application. ``hosts`` and ``origins`` come on top of the local ones."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], origins: frozenset[str], max_request_bytes: int) -> None:
        self.app = app
        self.hosts = LOCAL_HOSTS | hosts
        self.origins = origins
        self.max_request_bytes = max_request_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        try:
            self._judge(scope)
        except AppError as error:
            await _refuse(error, scope, receive, send)
            return
        if scope["type"] == "http":
            limited = _Limited(receive, self._limit(scope))
            await self.app(scope, limited.receive, _with_headers(send))
        else:
            await self.app(scope, receive, send)

    def _judge(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or host_of(hosts[0]) not in self.hosts:
            raise BadRequest(
                "The service does not answer under this name. Use localhost, or name it in INDEXCARDS_ALLOWED_HOSTS.",
                code="unknown_host",
            )
        if scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS:
            self._judge_origin(headers, hosts[0].strip().lower())
        if scope["type"] == "http":
            self._judge_length(headers, scope)

    def _judge_origin(self, headers: Headers, host: str) -> None:
        origin = headers.get("origin")
        if origin is not None:
            if origin.strip().lower() not in {f"http://{host}", f"https://{host}", *self.origins}:
                raise Forbidden("Requests from other sites are refused.", code="foreign_origin")
        elif headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise Forbidden("Requests from other sites are refused.", code="foreign_origin")

    def _limit(self, scope: Scope) -> int:
        return self.max_request_bytes if str(scope["path"]).endswith("/images") else JSON_LIMIT

    def _judge_length(self, headers: Headers, scope: Scope) -> None:
        told = headers.get("content-length")
        if told is None:
            return
        if not told.isdecimal():
            raise BadRequest("The length of the request is not a number.", code="bad_length")
        if len(told) > MOST_DIGITS or int(told) > self._limit(scope):
            raise _too_large(self._limit(scope))


def _too_large(limit: int) -> TooLarge:
    return TooLarge(
        f"The request is larger than {limit / 2**20:.0f} MB. Send less at a time.",
        params={"megabytes": round(limit / 2**20)},
    )


class _Limited:
    """Counts what comes in, whatever the headers promised."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = self._left = limit

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _too_large(self._limit)
        return message


def _with_headers(send: Send) -> Send:
    async def wrapped(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in PAGE_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return wrapped


async def _refuse(error: AppError, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})  # a handshake that fails would not tell the client why
        await send({"type": "websocket.close", "code": 1008, "reason": error.detail})
        return
    await of_app_error(error)(scope, receive, _with_headers(send))
