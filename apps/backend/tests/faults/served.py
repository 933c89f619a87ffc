"""A real server in a process of its own: started, killed, stopped and started again on the same data."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import cast

import httpx2
import psutil
from fastapi.testclient import TestClient
from websockets.sync.client import ClientConnection, connect

from app.db.session import Database
from app.imaging.decoder import Decoder
from app.services import integrity
from app.services.bootstrap import Parts
from drawers import Drawer, scan
from ports import held_port

TESTS = Path(__file__).resolve().parents[1]
START_SECONDS = 60.0
STOP_SECONDS = 40.0
Entry = dict[str, object]


def until(true: Callable[[], bool], what: str, seconds: float = 20.0) -> float:
    """Ask until it is so; returns how long that took."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, f"not within {seconds} s: {what}"
        time.sleep(0.03)
    return time.monotonic() - began


def small_scans(count: int, prefix: str = "card") -> dict[str, bytes]:
    """Names and bytes of little cards, each different."""
    return {f"{prefix}{n:04d}.jpg": scan(f"{prefix}{n}", size=(96, 64)) for n in range(count)}


@dataclass(frozen=True, slots=True)
class Call:
    """One card begun or ended by the stand-in reader. ``moment``: seconds of the wall clock."""

    what: str
    pid: int
    moment: float
    batch: str
    filename: str


@dataclass
class Served:
    """One installation. ``latency``: least and most seconds that the reader takes for a card."""

    folder: Path
    database_url: str = ""
    workers: int = 8
    latency: tuple[float, float] = (0.05, 0.2)
    environment: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    port: int = 0
    held: socket.socket | None = None
    children: list[psutil.Process] = field(default_factory=list)

    # its places

    @property
    def data_dir(self) -> Path:
        return self.folder / "data"

    @property
    def batches_dir(self) -> Path:
        return self.data_dir / "batches"

    @property
    def torn(self) -> Path:
        """While this file is there, no card can be read."""
        return self.folder / "torn"

    @property
    def said(self) -> str:
        """What the process wrote to standard error, of all its lives."""
        log = self.folder / "stderr"
        return log.read_text(errors="replace") if log.exists() else ""

    # its life

    def start(self) -> None:
        """Start and wait until it answers."""
        self.launch()
        until(self.answers, "the server answers", START_SECONDS)

    def launch(self) -> None:
        """Start without waiting."""
        assert self.process is None
        self.folder.mkdir(exist_ok=True)
        if self.held is not None:
            self.held.close()
        self.held, self.port = held_port()
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)]),
            "INDEXCARDS_DATA_DIR": str(self.data_dir),
            "INDEXCARDS_DATABASE_URL": self.database_url,
            "INDEXCARDS_ENGINE": "double",
            "INDEXCARDS_WORKERS": str(self.workers),
            "INDEXCARDS_DECODERS": "1",
            "INDEXCARDS_MIN_FREE_BYTES": "0",
            "INDEXCARDS_FRONTEND_DIR": str(self.folder / "no-frontend"),
            "STAND_IN_CALLS": str(self.folder / "calls"),
            "STAND_IN_LEAST": str(self.latency[0]),
            "STAND_IN_MOST": str(self.latency[1]),
            "STAND_IN_TORN": str(self.torn),
            **self.environment,
        }
        with (self.folder / "stderr").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.flags, "-m", "faults.stand_in", "--port", str(self.port)],
                env=environment, cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log,
                start_new_session=True,
            )  # fmt: skip

    def answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"the server ended with {self.process.poll()}: {self.said[-2000:]}"
        asked = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asked.request("GET", "/api/v1/health")
            return asked.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            asked.close()

    def kill(self) -> None:
        """SIGKILL, at once. Its helpers notice and end by themselves."""
        assert self.process is not None
        with suppress(psutil.NoSuchProcess):
            self.children = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        self._reap(self.process, STOP_SECONDS)
        _, alive = psutil.wait_procs(self.children, timeout=10)
        assert not alive, f"helpers outlive a killed server: {alive}"

    def send(self, number: int) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def terminate(self) -> float:
        """SIGTERM and wait for the end; returns the seconds that it took."""
        self.send(signal.SIGTERM)
        return self.ended()

    def ended(self, seconds: float = STOP_SECONDS) -> float:
        """Wait for the end of the process; returns the seconds that it took."""
        assert self.process is not None
        began = time.monotonic()
        self._reap(self.process, seconds)
        return time.monotonic() - began

    def _reap(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        process.wait(seconds)
        assert process.stdin is not None
        process.stdin.close()
        self.process = None

    def close(self) -> None:
        """End it whatever it does, with all that it started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self._reap(self.process, STOP_SECONDS)
        if self.held is not None:
            self.held.close()

    # talking to it

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.address, trust_env=False, verify=False, timeout=60)

    @contextmanager
    def drawer(self) -> Iterator[Drawer]:
        """The words of the other tests, over real HTTP."""
        with self.client() as client:
            yield Drawer(cast("TestClient", client), cast("Parts", None))

    @contextmanager
    def follow(self, batch: str) -> Iterator[ClientConnection]:
        """A WebSocket client of a batch."""
        address = f"ws://127.0.0.1:{self.port}/api/v1/ws/task/{batch}"
        with connect(address, proxy=None, open_timeout=20, close_timeout=5) as client:
            yield client

    def follow_deaf(self, batch: str) -> socket.socket:
        """A WebSocket client that greets, and then never reads."""
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", self.port))
        greeting = (
            f"GET /api/v1/ws/task/{batch} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Connection: Upgrade",
            "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "", "",
        )  # fmt: skip
        connection.sendall("\r\n".join(greeting).encode())
        assert b" 101 " in connection.recv(16)
        return connection

    def measured(self) -> psutil.Process:
        assert self.process is not None
        return psutil.Process(self.process.pid)

    def worked(self) -> float:
        """Seconds that its processors have worked so far."""
        used = self.measured().cpu_times()
        return float(used.user + used.system)

    # what it did

    def calls(self, what: str = "begin", batch: str = "", reader: str = "") -> list[Call]:
        """Cards that the reader began (or ended), in order; ``reader``: ``.other`` for the one beside."""
        log = self.folder / f"calls{reader}"
        lines = log.read_text().splitlines() if log.exists() else []
        found = []
        for line in lines:
            kind, pid, moment, of, filename = line.split(" ", 4)
            if kind == what and (not batch or of == batch):
                found.append(Call(kind, int(pid), float(moment), of, filename))
        return found

    def twice(self, batch: str = "") -> list[str]:
        """Cards that the reader was asked for more than once."""
        return [name for name, times in Counter(c.filename for c in self.calls(batch=batch)).items() if times > 1]

    def check(self, decoder: Decoder) -> list[str]:
        """What ``indexcards check`` finds."""
        database = Database(self.database_url or f"sqlite:///{self.data_dir / 'indexcards.db'}")
        try:
            checked = integrity.check(database, self.data_dir, self.batches_dir, decoder)
        finally:
            database.close()
        return [f"{f.code}: {f.batch}: {f.detail}" for f in checked.findings]


def upload(drawer: Drawer, batch: str, scans: dict[str, bytes], at_once: int = 50) -> None:
    """Upload them all, some at a time."""
    names = list(scans)
    for start in range(0, len(names), at_once):
        drawer.upload(batch, *names[start : start + at_once], content=scans)


def whole(found: list[Entry]) -> dict[str, Entry]:
    """Results by file name; every entry is whole and there once."""
    by_name: dict[str, Entry] = {}
    for entry in found:
        filename = entry["filename"]
        assert isinstance(filename, str)
        assert filename not in by_name, f"{filename} is there twice"
        assert entry["success"] in (True, False)
        if entry["success"]:
            data, extracted = entry["data"], entry["extracted"]
            assert isinstance(data, dict)
            assert isinstance(extracted, dict)
            assert extracted == {name: f"{name} of {filename}" for name in data}, entry
        by_name[filename] = entry
    return by_name
