"""``indexcards serve``: API, WebSocket and UI in one process."""

from __future__ import annotations

import argparse
import gc
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from app.api.guard import LOCAL_HOSTS
from app.commands.sockets import Sockets
from app.core import config, logging
from app.core.errors import Conflict
from app.main import create_app
from app.services import run_lock

KEEP_ALIVE = 15
LINGER = 3
"""Seconds that open connections have to end before the readers are drained."""
SWITCH = 0.0005
"""Seconds a busy thread keeps the interpreter. Every statement of a request gives it up and must get it back: with
Python's 5 ms a correction took 110 ms (p99) while a checkpoint was published."""
GARBAGE = (20_000, 20, 20)
"""When Python looks for cycles. A page of 100 records is 4,000 lists and objects that no cycle holds: with Python's own
700 it looked through them six times a page, which was two fifths of the page's processor time."""
MAX_MESSAGE = 64 * 1024
ANY_HOST = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - named, not listened on
SERVICE = ".service"
"""The lock of the process that serves a data directory; no batch is called so."""


def _require_free(host: str, port: int) -> None:
    """Raises ``Conflict`` where another program listens already."""
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(kind, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Conflict(
                f"Cannot listen on {host}, port {port}: {error.strerror}. Another program, perhaps another Indexcards, "
                "may be there; give another port, as in --port 8001.",
                code="port_taken",
            ) from error


def run(wanted: argparse.Namespace) -> int:
    _require_free(wanted.host, wanted.port)
    settings = config.load(wanted.data_dir)
    logging.configure(settings.log_level)
    app = create_app(settings)
    with _alone(settings.data_dir):
        app.state.indexcards.database.engine.connect().close()  # a database that is none is said here, in a sentence
        listen(app, host=wanted.host, port=wanted.port)
    return 0


def told(host: str, port: int) -> Iterator[str]:
    """Where the service is, for people; and what it means that other machines reach it."""
    name = ANY_HOST.get(host, f"[{host}]" if ":" in host else host)
    yield f"Indexcards is at http://{name}:{port}{' (Ctrl-C ends it)' if sys.stdout.isatty() else ''}"
    if host in ANY_HOST or not (host in LOCAL_HOSTS or host.startswith("127.") or host == "::1"):
        yield (
            f"Warning: it listens on {host}, and there are no accounts yet: whoever reaches it can read, change and "
            "delete everything. Under which names others may call it stands in INDEXCARDS_ALLOWED_HOSTS."
        )


class Service(uvicorn.Server):
    """Tells where it is as soon as it takes connections: on standard output, since logs go to standard error."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            port = self.servers[0].sockets[0].getsockname()[1]
            print(*told(self.config.host, port), sep="\n", flush=True)  # noqa: T201


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Sockets and cancel events of a data directory live in one process. Raises ``Conflict``."""
    with ExitStack() as stack:
        with suppress(OSError):  # a folder that cannot be written: the application says so
            if not stack.enter_context(run_lock.held(data_dir, SERVICE)):
                raise Conflict(
                    f"Another Indexcards serves {data_dir.resolve()} already. Use that one, or give this one another "
                    "folder with --data-dir.",
                    code="data_in_use",
                    params={"data_dir": str(data_dir.resolve())},
                )
        yield


def listen(app: ASGIApp, *, host: str, port: int) -> None:
    """Serve until the process is told to end."""
    sys.setswitchinterval(SWITCH)
    gc.set_threshold(*GARBAGE)
    gc.collect()
    gc.freeze()  # modules and classes stay: a full collection that looks at them again holds every answer for 0.2 s
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws=Sockets,
        ws_max_size=MAX_MESSAGE,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LINGER,
    )
    with suppress(KeyboardInterrupt):
        Service(config).run()
    _leave_hung_readers()


def _leave_hung_readers() -> None:
    """Python waits for every thread of a pool before it ends, and a reader may hang for ever."""
    hung = [thread for thread in threading.enumerate() if thread.name.startswith("reader")]
    for thread in hung:
        thread.join(timeout=0.2)
    if any(thread.is_alive() for thread in hung):
        os._exit(0)
