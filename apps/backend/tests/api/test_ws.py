"""The socket: a snapshot, what happens, the end."""

from __future__ import annotations

import pytest
from starlette.websockets import WebSocketDisconnect

from drawers import Drawer, OpenDrawer
from readers import Gated


def test_a_listener_gets_a_snapshot_first_then_every_card_then_the_end(open_drawer: OpenDrawer) -> None:
    reader = Gated()
    drawer = open_drawer(reader)
    names = [f"{n}.jpg" for n in range(6)]
    batch = drawer.filled(*names)
    events = []

    with drawer.listen(batch) as socket:
        events.append(socket.receive_json())
        drawer.start(batch)
        reader.gate.release(6)
        while events[-1]["type"] != "finished":
            events.append(socket.receive_json())

    first, last = events[0], events[-1]
    told = [card["filename"] for event in events[1:-1] for card in event["cards"]]
    assert (first["type"], first["status"], first["total"], first["pending"]) == ("snapshot", "draft", 6, 6)
    assert sorted(told) == names
    assert (last["status"], last["done"], last["failed"]) == ("completed", 6, 0)
    assert [e["seq"] for e in events] == sorted({e["seq"] for e in events})


def test_a_second_listener_starts_from_what_is(open_drawer: OpenDrawer) -> None:
    reader = Gated()
    drawer = open_drawer(reader)
    batch = drawer.filled("a.jpg", "b.jpg")
    drawer.start(batch)
    assert reader.begun.acquire(timeout=10)

    with drawer.listen(batch) as socket:
        snapshot = socket.receive_json()

    assert (snapshot["status"], snapshot["done"], snapshot["pending"]) == ("running", 0, 2)
    reader.gate.release(2)
    drawer.run_to_end(batch, start=False)


def test_an_unknown_batch_is_closed_with_1008(drawer: Drawer) -> None:
    with pytest.raises(WebSocketDisconnect) as refused, drawer.listen("none") as socket:
        socket.receive_json()

    assert refused.value.code == 1008
