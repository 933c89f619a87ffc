"""A light provider in a process of its own: recorded answers in turn after a fixed time; looks at no image.

``python -m bench.provider answers.jsonl --latency 0.2`` prints its base URL, then serves until it is ended.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import time
from collections.abc import Iterator
from pathlib import Path

LARGEST = 32 * 2**20


def answers(path: Path) -> Iterator[bytes]:
    """The bodies of whole HTTP answers, again and again."""
    bodies = []
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        choice = {"index": 0, "message": {"role": "assistant", "content": said["reply"]}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 1500, "completion_tokens": 200, "cost": 0.001}
        bodies.append(json.dumps({"id": "x", "model": said["model"], "choices": [choice], "usage": usage}).encode())
    return itertools.cycle(bodies)


class Provider:
    """``GET`` tells the calls, the most in flight, and this process's own processor seconds."""

    def __init__(self, replies: Iterator[bytes], latency: float) -> None:
        self._replies = replies
        self._latency = latency
        self._calls = self._busy = self._peak = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                _, _, rest = head.partition(b"content-length:")
                await reader.readexactly(int(rest.split(b"\r\n", 1)[0] or 0))
                body = await self._reply() if head.startswith(b"post") else self._told()
                kind = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                writer.write(kind % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _reply(self) -> bytes:
        self._calls += 1
        self._busy += 1
        self._peak = max(self._peak, self._busy)
        await asyncio.sleep(self._latency)
        self._busy -= 1
        return next(self._replies)

    def _told(self) -> bytes:
        told = {"calls": self._calls, "peak": self._peak, "cpu": time.process_time(), "data": []}
        self._peak = self._busy
        return json.dumps(told).encode()


async def run(path: Path, latency: float) -> None:
    made = Provider(answers(path), latency)
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0, limit=LARGEST, backlog=256)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--latency", type=float, default=0.2)
    wanted = parser.parse_args()
    asyncio.run(run(wanted.answers, wanted.latency))
