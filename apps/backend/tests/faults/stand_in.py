"""The service with a reader that stands in: run by ``faults.served`` in a process of its own.

The reader says in a file, at once and whole, when it begins a card and when it ends one; what it does is in
``STAND_IN_…`` of the environment. The process ends when the one that started it does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from app.commands import serve
from app.core import logging
from app.core.config import Settings
from app.engines.base import CancelToken, Card, UnreadableCard
from app.main import create_app
from app.models.record import Reading
from app.services.readers import Offer
from app.services.ws_manager import ws_manager
from readers import Double, reading_of

PROBE = "/lag"
OTHER = ".other"
"""The file with the calls of the reader beside the first has this behind its name."""
PROBE_EVERY = 0.01


class Logged(Double):
    """Takes between ``least`` and ``most`` seconds, deaf to cancels; cannot read while ``torn`` exists."""

    def __init__(self, calls: Path, least: float, most: float, torn: Path, weight: int) -> None:
        super().__init__()
        self._log = os.open(calls, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._between = (least, most)
        self._torn = torn
        self._weight = weight

    def _say(self, what: str, card: Card) -> None:
        line = f"{what} {os.getpid()} {time.time():.6f} {card.batch} {card.filename}\n"
        os.write(self._log, line.encode())

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        self._say("begin", card)
        time.sleep(random.uniform(*self._between))
        self._say("end", card)
        if self._torn.exists():
            raise UnreadableCard("The card is torn.", "undecodable")
        reading = reading_of(card, engine=self.name)
        if not self._weight:
            return reading
        heavy = tuple(replace(value, text="x" * self._weight) for value in reading.values)
        return replace(reading, values=heavy)


class Probed:
    """Measures by how much the loop is late, every few milliseconds; tells the worst at ``/lag``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._late: list[float] = []
        self._task: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._task is None:
            self._task = asyncio.create_task(self._measure())
        if scope["type"] == "http" and scope["path"] == PROBE:
            await self._tell(send)
        else:
            await self._app(scope, receive, send)

    async def _measure(self) -> None:
        while True:
            due = time.monotonic() + PROBE_EVERY
            await asyncio.sleep(PROBE_EVERY)
            self._late.append(time.monotonic() - due)

    async def _tell(self, send: Send) -> None:
        ordered, self._late = sorted(self._late) or [0.0], []
        told = {"max": ordered[-1], "p99": ordered[int(len(ordered) * 0.99)], "n": len(ordered)}
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(told).encode()})


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(3)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    port: int = parser.parse_args().port
    threading.Thread(target=_end_with_parent, daemon=True).start()
    settings = Settings()
    logging.configure("INFO")
    said = os.environ
    reader, other = (
        Logged(
            Path(said["STAND_IN_CALLS"] + suffix),
            float(said["STAND_IN_LEAST"]),
            float(said["STAND_IN_MOST"]),
            Path(said["STAND_IN_TORN"]),
            int(said.get("STAND_IN_WEIGHT", "0")),
        )
        for suffix in ("", OTHER)
    )
    other.name = "other"
    if "STAND_IN_SEND_TIMEOUT" in said:
        ws_manager.send_timeout = float(said["STAND_IN_SEND_TIMEOUT"])
    offers = {each.name: Offer(make=lambda each=each: each, models=("double-1",)) for each in (reader, other)}
    app = create_app(settings, offers)
    serve.listen(Probed(app), host="127.0.0.1", port=port)


if __name__ == "__main__":
    main()
