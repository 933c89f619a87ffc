"""Sockets and cancel events: where threads meet the loop.

Workers call ``publish`` from any thread and never wait. The loop coalesces to four messages a second and
batch, gives each client its own small queue, and drops a client that does not read.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.models.events import BatchEvent, FinishedCard, FinishedEvent, ProgressEvent, SnapshotEvent

INTERVAL = 0.25
QUEUE = 64
SEND_TIMEOUT = 20.0
CLOSE_TIMEOUT = 2.0
MAX_CARDS = 200
MAX_LETTERS = 250_000
"""Cards, and letters of their values, in one progress message: clients take 1 MB. What is more than that in a
quarter second is told by the counts alone."""


class Socket(Protocol):
    """What is needed of a WebSocket connection."""

    async def send_text(self, data: str) -> None: ...

    async def close(self, code: int = 1000, reason: str | None = None) -> None: ...


@dataclass(eq=False, slots=True)
class Client:
    socket: Socket
    queue: asyncio.Queue[BatchEvent] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    overflowed: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Channel:
    """One batch's listeners and what has not been told yet. Touched by the loop only."""

    clients: set[Client] = field(default_factory=set)
    cards: list[FinishedCard] = field(default_factory=list)
    latest: ProgressEvent | None = None
    timer: asyncio.TimerHandle | None = None


class WsManager:
    """One per process. ``cancel_events`` are made lazily, set by ``cancel_batch``, dropped by ``clear``."""

    def __init__(self, send_timeout: float = SEND_TIMEOUT) -> None:
        self.send_timeout = send_timeout
        self.cancel_events: dict[str, threading.Event] = {}
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._channels: dict[str, Channel] = {}
        self._sequence: dict[str, int] = {}

    # cancel events: any thread

    def get_or_create_cancel_event(self, batch_id: str) -> threading.Event:
        with self._guard:
            return self.cancel_events.setdefault(batch_id, threading.Event())

    def cancel_batch(self, batch_id: str) -> None:
        self.get_or_create_cancel_event(batch_id).set()

    def clear_cancel_event(self, batch_id: str) -> None:
        with self._guard:
            self.cancel_events.pop(batch_id, None)

    # messages: any thread

    def bind(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """The loop that serves the sockets; None when it stops."""
        self._loop = loop
        if loop is None:
            self._channels.clear()

    def has_listeners(self, batch: str) -> bool:
        return batch in self._channels

    def publish(self, event: ProgressEvent | FinishedEvent) -> None:
        """Tell the listeners of a batch; never blocks, does nothing when nobody can listen."""
        loop = self._loop
        if loop is None or not self.has_listeners(event.batch):
            return
        with contextlib.suppress(RuntimeError):  # the loop closed meanwhile
            loop.call_soon_threadsafe(self._take, event)

    # the loop only

    def _take(self, event: ProgressEvent | FinishedEvent) -> None:
        channel = self._channels.get(event.batch)
        if channel is None:
            return
        if isinstance(event, FinishedEvent):
            self._flush(event.batch)
            self._send(channel, event)
            return
        channel.cards.extend(event.cards)
        channel.latest = event
        if channel.timer is None and self._loop is not None:
            channel.timer = self._loop.call_later(INTERVAL, self._flush, event.batch)

    def _flush(self, batch: str) -> None:
        channel = self._channels.get(batch)
        if channel is None:
            return
        if channel.timer is not None:
            channel.timer.cancel()
            channel.timer = None
        if channel.latest is not None:
            told = channel.latest.model_copy(update={"cards": _newest(channel.cards)})
            channel.latest, channel.cards = None, []
            self._send(channel, told)

    def _send(self, channel: Channel, event: BatchEvent) -> None:
        if not channel.clients:
            return
        self._sequence[event.batch] = self._sequence.get(event.batch, 0) + 1
        numbered = event.model_copy(update={"seq": self._sequence[event.batch]})
        for client in tuple(channel.clients):
            try:
                client.queue.put_nowait(numbered)
            except asyncio.QueueFull:
                client.overflowed.set()

    async def serve(
        self,
        batch: str,
        socket: Socket,
        snapshot: Callable[[], Coroutine[object, object, SnapshotEvent]],
        gone: asyncio.Event,
    ) -> None:
        """Send the snapshot, then what happens, until the client is gone or does not read."""
        client = Client(socket)
        channel = self._channels.setdefault(batch, Channel())
        channel.clients.add(client)
        try:
            last = self._sequence.get(batch, 0)
            first = await snapshot()
            await self._deliver(client, first.model_copy(update={"seq": last}))
            while not gone.is_set() and not client.overflowed.is_set():
                event = await _first(client.queue.get(), gone.wait(), client.overflowed.wait())
                if event is not None and event.seq > last:
                    await self._deliver(client, event)
        except TimeoutError:
            client.overflowed.set()
        finally:
            self._leave(batch, channel, client)
        if client.overflowed.is_set():
            with contextlib.suppress(RuntimeError, TimeoutError):
                async with asyncio.timeout(CLOSE_TIMEOUT):  # who does not read may not take this either
                    await socket.close(1013, "too slow; connect again")

    def _leave(self, batch: str, channel: Channel, client: Client) -> None:
        channel.clients.discard(client)
        if channel.clients:
            return
        if channel.timer is not None:
            channel.timer.cancel()
            channel.timer = None
        if self._channels.get(batch) is channel:
            del self._channels[batch]

    async def _deliver(self, client: Client, event: BatchEvent) -> None:
        async with asyncio.timeout(self.send_timeout):
            await client.socket.send_text(event.model_dump_json())


def _newest(cards: Sequence[FinishedCard]) -> list[FinishedCard]:
    """The last cards that one message holds, in their order."""
    letters, found = 0, deque[FinishedCard]()
    for card in reversed(cards[-MAX_CARDS:]):
        letters += sum(len(value) for value in (card.data or {}).values() if value) + len(card.error or "")
        if letters > MAX_LETTERS:
            break
        found.appendleft(card)
    return list(found)


async def _first(
    wanted: Coroutine[object, object, BatchEvent], *others: Coroutine[object, object, bool]
) -> BatchEvent | None:
    """The event, or None when one of the others came first."""
    task = asyncio.ensure_future(wanted)
    stops = [asyncio.ensure_future(other) for other in others]
    try:
        await asyncio.wait([task, *stops], return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for pending in (task, *stops):
            pending.cancel()


ws_manager = WsManager()
