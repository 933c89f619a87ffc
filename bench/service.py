"""The client's side: the server's process, what it uses, and plain HTTP to it."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import psutil

from bench.standin import FIELDS

ROOT = Path(__file__).resolve().parents[1]
ENDED = {"completed", "cancelled", "paused", "interrupted"}
IDLE = 5.0
"""Seconds without a request after which a connection is not trusted: the server ends idle ones."""
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Usage:
    """Of the server with its children, since its start. Seconds and bytes; ``rss`` of the server alone."""

    cpu: float
    written: int
    """``write_bytes``: what it caused to be sent to the disk."""
    passed: int
    """``wchar``: what it gave to write calls, of any kind, sockets included."""
    rss: int
    moment: float


class Client:
    """One kept-alive connection. Not for several threads."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self._used = 0.0

    def raw(
        self, method: str, path: str, body: bytes | None = None, kind: str = "application/json"
    ) -> tuple[int, bytes]:
        headers = {"content-type": kind} if body is not None else {}
        if time.monotonic() - self._used > IDLE:
            self._connection.close()  # it connects anew by itself
        try:
            self._connection.request(method, f"/api/v1{path}", body, headers)
            answer = self._connection.getresponse()
            said = answer.read()
            self._used = time.monotonic()
            return answer.status, said
        except (http.client.HTTPException, OSError):
            self._connection.close()
            raise

    def ask(self, method: str, path: str, body: object = None) -> Json:
        """The answer's JSON; raises ``RuntimeError`` for anything but 2xx."""
        status, said = self.raw(method, path, None if body is None else json.dumps(body).encode())
        if not 200 <= status < 300:
            raise RuntimeError(f"{method} {path}: {status} {said[:300]!r}")
        return cast(Json, json.loads(said)) if said else {}

    def timed(self, method: str, path: str, body: object = None) -> tuple[float, int, bytes]:
        """Seconds until the whole answer is here, status, body."""
        sent = None if body is None else json.dumps(body).encode()
        began = time.perf_counter()
        status, said = self.raw(method, path, sent)
        return time.perf_counter() - began, status, said

    def close(self) -> None:
        self._connection.close()


class Server:
    """A server process on a data directory; ends with the ``with`` block."""

    def __init__(
        self,
        data_dir: Path,
        *,
        engine: str = "standin",
        workers: int = 8,
        latency: float = 0.2,
        log: Path | None = None,
        provider: str = "",
    ) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self.data_dir = data_dir
        self.log = log
        self.port = _free_port()
        command = [
            sys.executable, "-m", "bench.server", "--data-dir", str(data_dir), "--port", str(self.port),
            "--engine", engine, "--workers", str(workers), "--latency", str(latency), "--provider", provider,
        ]  # fmt: skip
        if log is not None:
            command += ["--log", str(log)]
        began = time.perf_counter()
        self.process = subprocess.Popen(command, cwd=ROOT)
        self.seen = psutil.Process(self.process.pid)
        self._wait()
        self.start_seconds = time.perf_counter() - began

    def _wait(self) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError("the server ended at its start")
            try:
                client = self.client()
                if client.raw("GET", "/health")[0] == 200:
                    client.close()
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server does not answer")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is not None and self.process.poll() is not None:
            print(f"  the server had ended by itself, with {self.process.returncode}")
        self.stop()

    def client(self) -> Client:
        return Client(self.port)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """kill -9; its decoders end when their pipe does."""
        self.process.kill()
        self.process.wait()

    def usage(self) -> Usage:
        times, io = self.seen.cpu_times(), self.seen.io_counters()
        cpu = times.user + times.system + times.children_user + times.children_system
        written, passed = io.write_bytes, io.write_chars
        for child in self.seen.children(recursive=True):
            try:
                own, own_io = child.cpu_times(), child.io_counters()
            except psutil.Error:
                continue
            cpu += own.user + own.system
            written, passed = written + own_io.write_bytes, passed + own_io.write_chars
        return Usage(cpu, written, passed, self.seen.memory_info().rss, time.perf_counter())

    def calls(self) -> list[tuple[float, str]]:
        """When each call of the stand-in began (monotonic seconds) and for which card."""
        if self.log is None or not self.log.exists():
            return []
        rows = (line.split(" ", 1) for line in self.log.read_text().splitlines())
        return [(float(moment), name) for moment, name in rows]

    def publications(self) -> list[tuple[float, float, int]]:
        """Of ``checkpoint.json``: when each began (monotonic), its seconds, the size of the file."""
        log = self.log.with_name("publications") if self.log else None
        if log is None or not log.exists():
            return []
        rows = (line.split() for line in log.read_text().splitlines())
        return [(float(began), float(seconds), int(size)) for began, seconds, size in rows]

    # words for what the parts do

    def create(self, client: Client, title: str, engine: str = "standin", fields: object = None, **more: object) -> str:
        made = client.ask("POST", "/batches", {"title": title, "fields": fields or FIELDS, "engine": engine, **more})
        return str(made["name"])

    def start(self, client: Client, batch: str) -> float:
        """Start a batch; the moment of asking (``perf_counter``)."""
        began = time.perf_counter()
        client.ask("POST", f"/batches/{batch}/start")
        return began

    def wait_for_end(self, client: Client, batch: str) -> tuple[Json, float]:
        """The batch and the moment it was seen to have ended; asks once a second, and often near the end."""
        while True:
            found = client.ask("GET", f"/batches/{batch}")
            if found["status"] in ENDED:
                return found, time.perf_counter()
            time.sleep(1.0 if cast(int, found["pending"]) > 60 else 0.05)

    def wait_for_thumbnails(self, batch: str, wanted: int, seconds: float = 1800) -> float:
        """Seconds until as many thumbnails are there; the disk is asked, not the server."""
        began = time.perf_counter()
        folder = self.data_dir / "batches" / batch / "_thumbs"
        while time.perf_counter() - began < seconds:
            if folder.is_dir() and sum(not path.name.startswith(".") for path in folder.iterdir()) >= wanted:
                return time.perf_counter() - began
            time.sleep(0.25)
        raise RuntimeError("the thumbnails do not come")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
