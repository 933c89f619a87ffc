"""Sockets without a server: what is told, how often, and who is dropped."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

from app.models.enums import BatchStatus
from app.models.events import FinishedCard, FinishedEvent, ProgressEvent, SnapshotEvent
from app.services import ws_manager
from app.services.ws_manager import WsManager

COUNTS: dict[str, Any] = {"seq": 0, "total": 9, "pending": 9, "done": 0, "failed": 0, "rate": None, "eta": None}


def progress(number: int, batch: str = "b") -> ProgressEvent:
    card = FinishedCard(filename=f"{number}.jpg", success=True, data=None, error=None)
    return ProgressEvent(batch=batch, status=BatchStatus.RUNNING, cards=[card], **{**COUNTS, "done": number})


async def snapshot() -> SnapshotEvent:
    return SnapshotEvent(batch="b", status=BatchStatus.RUNNING, **COUNTS)


class Listener:
    """Reads at once and remembers."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []
        self.closed: int | None = None
        self.heard = asyncio.Event()

    async def send_text(self, data: str) -> None:
        self.told.append(json.loads(data))
        self.heard.set()

    async def close(self, code: int = 1000, reason: str | None = None) -> None:
        self.closed = code


class Deaf(Listener):
    """Reads the snapshot and nothing after."""

    async def send_text(self, data: str) -> None:
        await super().send_text(data)
        if len(self.told) > 1:
            await asyncio.Event().wait()


async def joined(manager: WsManager, listener: Listener) -> tuple[asyncio.Task[None], asyncio.Event]:
    gone = asyncio.Event()
    serving = asyncio.create_task(manager.serve("b", listener, snapshot, gone))
    await listener.heard.wait()
    return serving, gone


def test_cards_of_a_quarter_second_are_told_together() -> None:
    async def scene() -> list[dict[str, Any]]:
        manager, listener = WsManager(), Listener()
        manager.bind(asyncio.get_running_loop())
        serving, gone = await joined(manager, listener)
        for number in range(1, 6):
            manager.publish(progress(number))
        manager.publish(FinishedEvent(batch="b", status=BatchStatus.COMPLETED, **COUNTS))
        while listener.told[-1]["type"] != "finished":
            listener.heard.clear()
            await listener.heard.wait()
        gone.set()
        await serving
        return listener.told

    told = asyncio.run(scene())

    assert [event["type"] for event in told] == ["snapshot", "progress", "finished"]
    assert [card["filename"] for card in told[1]["cards"]] == [f"{n}.jpg" for n in range(1, 6)]
    assert told[1]["done"] == 5
    assert [event["seq"] for event in told] == [0, 1, 2]


def test_one_message_never_names_more_cards_than_it_may() -> None:
    async def scene() -> list[dict[str, Any]]:
        manager, listener = WsManager(), Listener()
        manager.bind(asyncio.get_running_loop())
        serving, gone = await joined(manager, listener)
        threads = [
            threading.Thread(target=lambda n=n: [manager.publish(progress(n * 100 + i)) for i in range(100)])
            for n in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)
        listener.heard.clear()
        await listener.heard.wait()
        gone.set()
        await serving
        return listener.told

    told = asyncio.run(scene())

    assert all(len(event.get("cards", [])) <= ws_manager.MAX_CARDS for event in told)


def test_one_message_is_never_larger_than_a_client_takes_and_names_the_newest_cards() -> None:
    async def scene() -> dict[str, Any]:
        manager, listener = WsManager(), Listener()
        manager.bind(asyncio.get_running_loop())
        serving, gone = await joined(manager, listener)
        for number in range(1, 31):
            long = progress(number)
            manager.publish(
                long.model_copy(update={"cards": [long.cards[0].model_copy(update={"data": {"Text": "ä" * 20_000}})]})
            )
        while listener.told[-1]["type"] != "progress":
            listener.heard.clear()
            await listener.heard.wait()
        gone.set()
        await serving
        return listener.told[-1]

    told = asyncio.run(scene())

    assert len(json.dumps(told, ensure_ascii=False).encode()) < 2**20
    assert [card["filename"] for card in told["cards"]] == [f"{n}.jpg" for n in range(19, 31)]
    assert told["done"] == 30


def test_who_does_not_read_is_dropped_and_holds_up_nobody() -> None:
    async def scene() -> tuple[Deaf, Listener]:
        manager, deaf, listener = WsManager(), Deaf(), Listener()
        manager.bind(asyncio.get_running_loop())
        stuck, _ = await joined(manager, deaf)
        serving, gone = await joined(manager, listener)
        for number in range(ws_manager.QUEUE + 5):
            manager._take(progress(number))
            manager._flush("b")
            listener.heard.clear()
            await listener.heard.wait()
        stuck.cancel()
        await asyncio.gather(stuck, return_exceptions=True)
        assert len(manager._channels["b"].clients) == 1
        gone.set()
        await serving
        assert not manager.has_listeners("b")
        return deaf, listener

    deaf, listener = asyncio.run(scene())

    assert len(deaf.told) == 2
    assert len(listener.told) == ws_manager.QUEUE + 6
    numbers = [event["seq"] for event in listener.told]
    assert numbers == sorted(set(numbers))


def test_an_overflowing_listener_is_told_to_connect_again() -> None:
    class Slow(Listener):
        def __init__(self) -> None:
            super().__init__()
            self.go_on = asyncio.Event()

        async def send_text(self, data: str) -> None:
            await super().send_text(data)
            if len(self.told) == 2:
                await self.go_on.wait()

    async def scene() -> Slow:
        manager, slow = WsManager(), Slow()
        manager.bind(asyncio.get_running_loop())
        serving, _ = await joined(manager, slow)
        for number in range(ws_manager.QUEUE + 5):
            manager._take(progress(number))
            manager._flush("b")
            await asyncio.sleep(0)
        slow.go_on.set()
        await serving
        return slow

    assert asyncio.run(scene()).closed == 1013


def test_nobody_listens_and_nothing_is_kept() -> None:
    async def scene() -> WsManager:
        manager = WsManager()
        manager.bind(asyncio.get_running_loop())
        for number in range(1000):
            manager.publish(progress(number))
        await asyncio.sleep(0)
        return manager

    manager = asyncio.run(scene())

    assert manager._channels == {}
    manager.publish(progress(1))  # the loop is closed: nothing happens
