"""A small model provider on loopback that answers as a test tells it, faults included. Nothing leaves the machine."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

KEY = "canary-0123456789"
LISTED = [
    {"id": "m", "architecture": {"input_modalities": ["text", "image"]}, "pricing": {"prompt": "0.000001"}},
    {"id": "letters", "architecture": {"input_modalities": ["text"]}},
]


@dataclass(frozen=True, slots=True)
class Says:
    """One answer. ``kind``: ``answer``, ``raw`` (body as it is), ``junk`` (instead of HTTP), ``endless``, ``hang``,
    ``reset`` or ``drip``.
    """

    content: object = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "answer"
    finish: str = "stop"
    message: dict[str, object] = field(default_factory=dict)
    seconds: float = 0.0


Script = Callable[[dict[str, Any], int], Says]


class FaultyProvider(ThreadingHTTPServer):
    """``script(body, number)`` gives the answer to each call; ``bodies`` and ``keys`` are what came in."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.bodies: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.pages: list[str] = []
        """What was asked for by GET."""
        self.peak = self.busy = 0
        self.poured = 0
        """Bytes of endless bodies."""
        self.moments: list[float] = []
        self.ending = threading.Event()
        self.guard = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_GET(self) -> None:
        cast("FaultyProvider", self.server).pages.append(self.path)
        self._send(200, json.dumps({"data": LISTED}).encode(), {})

    def do_POST(self) -> None:
        server = cast("FaultyProvider", self.server)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with server.guard:
            number = len(server.bodies)
            server.bodies.append(body)
            server.keys.append(self.headers.get("Authorization"))
            server.moments.append(time.monotonic())
            server.busy += 1
            server.peak = max(server.peak, server.busy)
        try:
            self._answer(server.script(body, number), server)
        finally:
            with server.guard:
                server.busy -= 1

    def _answer(self, says: Says, server: FaultyProvider) -> None:
        server.ending.wait(says.seconds)
        if says.kind == "hang":
            server.ending.wait(60)
        if says.kind in ("hang", "reset"):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        content = says.content
        if says.kind == "junk":
            self.wfile.write(content if isinstance(content, bytes) else str(content).encode())
            self.close_connection = True
            return
        if says.kind == "endless":
            self._pour(server)
            return
        if says.kind == "raw":
            self._send(says.status, content if isinstance(content, bytes) else str(content).encode(), says.headers)
            return
        if says.status != 200:
            self._send(says.status, json.dumps({"error": {"message": str(content)}}).encode(), says.headers)
            return
        text = json.dumps(content) if isinstance(content, dict) else content
        message = {"role": "assistant", "content": text, **says.message}
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "cost": 0.001}
        choices = [{"index": 0, "message": message, "finish_reason": says.finish}]
        whole = json.dumps({"id": "x", "model": "m", "choices": choices, "usage": usage}).encode()
        if says.kind != "drip":
            self._send(200, whole, says.headers)
            return
        self._send(200, b"", {"Content-Length": str(len(whole))})
        for byte in whole:
            if server.ending.wait(0.05):
                return
            self.wfile.write(bytes([byte]))

    def _pour(self, server: FaultyProvider) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        while not server.ending.is_set():
            self.wfile.write(b" " * 65536)
            server.poured += 65536

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(script: Script) -> Iterator[FaultyProvider]:
    server = FaultyProvider(script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        server.shutdown()
        thread.join()
        server.server_close()
