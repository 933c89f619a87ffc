"""Row 7: a service that is told to end keeps what is finished, begins nothing and is gone in time."""

from __future__ import annotations

import signal
import socket
import threading
import time
from contextlib import closing, suppress

import pytest
from faults.conftest import Record, Serve
from faults.served import Served, small_scans, until, upload, whole
from websockets.exceptions import ConnectionClosed

from app.db import batches
from app.db.session import Database
from app.imaging.decoder import Decoder

GONE_WITHIN = 15.0
AT_ONCE = 1.0
"""Seconds for a signal to be heard on a machine with other guests; cards would be begun for seconds longer."""
GOING_AWAY = 1012
CARDS = 200


def _reading(server: Served, cards: int = CARDS) -> str:
    """A batch under way, with every place taken."""
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(cards))
        drawer.start(batch)
    until(lambda: len(server.calls(batch=batch)) >= 2 * server.workers, "cards are being read")
    return batch


class Listener(threading.Thread):
    """Follows a batch to the end of the connection; ``code`` is how that ended."""

    def __init__(self, server: Served, batch: str) -> None:
        super().__init__(daemon=True)
        self.code: int | None = None
        self.connected = threading.Event()
        self._server, self._batch = server, batch
        self.start()

    def run(self) -> None:
        with self._server.follow(self._batch) as client, suppress(ConnectionClosed):
            while client.recv():
                self.connected.set()
        self.code = client.close_code


def test_row_07_a_stop_keeps_what_is_finished_and_begins_nothing(
    serve: Serve, decoder: Decoder, record: Record
) -> None:
    server = serve(latency=(0.3, 0.3))
    batch = _reading(server)
    listeners = [Listener(server, batch) for _ in range(3)]
    assert all(listener.connected.wait(20) for listener in listeners)

    signalled = time.time()
    server.send(signal.SIGTERM)
    time.sleep(0.05)
    server.send(signal.SIGTERM)
    took = server.ended()
    for listener in listeners:
        listener.join(10)

    begun, ended = server.calls("begin", batch), server.calls("end", batch)
    record("seconds_to_exit", took)
    assert took <= GONE_WITHIN
    assert [call for call in begun if call.moment > signalled + AT_ONCE] == []
    assert len(begun) == len(ended), "what had begun was read to its end"
    assert [listener.code for listener in listeners] == [GOING_AWAY] * 3
    assert "Traceback" not in server.said

    server.latency = (0.0, 0.02)
    server.start()
    with server.drawer() as drawer:
        stopped = drawer.get(batch)
        assert (stopped["status"], stopped["done"]) == ("interrupted", len(ended))
        assert set(whole(drawer.results(batch))) == {call.filename for call in ended}
        drawer.start(batch)
        until(lambda: drawer.get(batch)["status"] == "completed", "the resume ends", 40)
    assert server.twice(batch) == []
    assert server.check(decoder) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_row_07_a_reader_that_hangs_does_not_hold_the_service(
    serve_sqlite: Serve, number: signal.Signals, record: Record
) -> None:
    server = serve_sqlite(latency=(300.0, 300.0))
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(10))
        drawer.start(batch)
    until(lambda: len(server.calls(batch=batch)) == server.workers, "every place is taken")

    server.send(number)
    took = server.ended()

    record("seconds_to_exit", took)
    assert took <= GONE_WITHIN
    with closing(Database(f"sqlite:///{server.data_dir / 'indexcards.db'}")) as database, database.reading() as session:
        left = batches.get(session, batch)
        assert left is not None
        assert (left.status, left.done, left.failed) == ("interrupted", 0, 0)


def test_row_07_no_card_is_begun_while_a_slow_upload_holds_the_service(serve_sqlite: Serve, decoder: Decoder) -> None:
    server = serve_sqlite(latency=(0.3, 0.3))
    batch = _reading(server)
    with server.drawer() as drawer:
        other = drawer.batch("Other")
    head = (
        f"POST /api/v1/batches/{other}/images HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as slow:
        slow.sendall(head.encode() + bytes(1_000_000))
        until(lambda: any((server.batches_dir / other / ".incoming").glob("*")), "the upload has begun")

        signalled = time.time()
        took = server.terminate()

    assert took <= GONE_WITHIN
    assert [call for call in server.calls(batch=batch) if call.moment > signalled + AT_ONCE] == []
    server.start()
    assert server.check(decoder) == []


def test_row_07_a_client_that_never_reads_does_not_hold_the_service(serve_sqlite: Serve) -> None:
    server = serve_sqlite(latency=(0.3, 0.3))
    batch = _reading(server, 40)
    deaf = server.follow_deaf(batch)

    took = server.terminate()

    deaf.close()
    assert took <= GONE_WITHIN
