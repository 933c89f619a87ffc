"""Eight threads publish at once, in a process of its own: run with ``-X dev`` and asyncio's debug mode.

Prints one line of JSON for each client: what it was told, in order.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import zlib

from app.models.enums import BatchStatus
from app.models.events import FinishedCard, FinishedEvent, ProgressEvent, SnapshotEvent
from app.services.ws_manager import WsManager

THREADS = 8
EVENTS = 100
EVERY = 0.02
CLIENTS = 4
BATCH = "storm"
NOTHING = {
    "batch": BATCH, "seq": 0, "total": THREADS * EVENTS, "pending": 0, "done": 0, "failed": 0, "rate": None,
    "eta": None,
}  # fmt: skip


class Told:
    """A client that keeps what it is told."""

    def __init__(self) -> None:
        self.frames: list[str] = []

    async def send_text(self, data: str) -> None:
        await asyncio.sleep(0)
        self.frames.append(data)

    async def close(self, code: int = 1000, reason: str | None = None) -> None:
        self.frames.append(json.dumps({"type": "closed", "code": code}))


def _publish(sockets: WsManager, thread: int, start: threading.Barrier) -> None:
    start.wait()
    pause = threading.Event()
    for number in range(EVENTS):
        name = f"{thread}-{number}"
        card = FinishedCard(filename=name, success=True, data={"sum": str(zlib.crc32(name.encode()))}, error=None)
        sockets.publish(ProgressEvent(**NOTHING, status=BatchStatus.RUNNING, cards=[card]))
        pause.wait(EVERY)


async def _snapshot() -> SnapshotEvent:
    return SnapshotEvent(**NOTHING, status=BatchStatus.RUNNING)


async def main() -> list[Told]:
    sockets = WsManager()
    sockets.bind(asyncio.get_running_loop())
    gone = asyncio.Event()
    clients = [Told() for _ in range(CLIENTS)]
    serving = [asyncio.create_task(sockets.serve(BATCH, client, _snapshot, gone)) for client in clients]
    while not all(client.frames for client in clients):
        await asyncio.sleep(0.01)
    start = threading.Barrier(THREADS)
    threads = [threading.Thread(target=_publish, args=(sockets, number, start)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join)
    sockets.publish(FinishedEvent(**NOTHING, status=BatchStatus.COMPLETED, reason=None))
    while not all('"finished"' in client.frames[-1] for client in clients):
        await asyncio.sleep(0.01)
    gone.set()
    await asyncio.gather(*serving)
    return clients


if __name__ == "__main__":
    for client in asyncio.run(main()):
        sys.stdout.write(json.dumps(client.frames) + "\n")
