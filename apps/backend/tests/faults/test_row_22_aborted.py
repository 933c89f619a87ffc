"""Row 22: an upload that breaks off leaves nothing behind and can be sent again."""

from __future__ import annotations

import secrets
import socket
import struct

from faults.conftest import Serve
from faults.served import Served, small_scans, until

POOLS = 9
"""Threads of pools that fill up once and do not shrink: asyncio's own (6), and those that judge scans (3)."""
ABORTS = 100
"""More than ten for each thread that a pool may still make: one lost with each would be seen at once."""
BOUNDARY = secrets.token_hex(8)


def _body(scans: dict[str, bytes]) -> bytes:
    parts = [
        b'--%b\r\nContent-Disposition: form-data; name="files"; filename="%b"\r\n\r\n%b\r\n'
        % (BOUNDARY.encode(), name.encode(), data)
        for name, data in scans.items()
    ]
    return b"".join([*parts, b"--%b--\r\n" % BOUNDARY.encode()])


def _break_off(server: Served, batch: str, body: bytes, share: float, *, rudely: bool) -> None:
    """Send so much of the body, then go away; ``rudely``: with a reset instead of a goodbye."""
    head = (
        f"POST /api/v1/batches/{batch}/images HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head.encode() + body[: int(len(body) * share)])
        if rudely:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _open_scans(server: Served) -> list[str]:
    return [file.path for file in server.measured().open_files() if str(server.batches_dir) in file.path]


def test_row_22_aborted_uploads_leave_nothing_and_are_repeated(serve_sqlite: Serve) -> None:
    server = serve_sqlite()
    server.start()
    scans = small_scans(12)
    scans["large.jpg"] = scans["card0000.jpg"] + secrets.token_bytes(2_000_000)
    body = _body(scans)
    with server.drawer() as drawer:
        batch = drawer.batch()
        drawer.upload(batch, "first.jpg")
        incoming = server.batches_dir / batch / ".incoming"
        process = server.measured()
        until(lambda: not list(incoming.iterdir()), "the first upload is over")
        for tenth in range(1, 10):  # warm: threads and pools are there from now on
            _break_off(server, batch, body, tenth / 10, rudely=False)
        until(lambda: not _open_scans(server) and not list(incoming.iterdir()), "nothing is left of them")
        sockets, threads = len(process.net_connections()), process.num_threads()

        for number in range(ABORTS):
            _break_off(server, batch, body, (1 + number % 9) / 10, rudely=number % 3 != 1)

        until(lambda: len(process.net_connections()) <= sockets, f"sockets are back to {sockets}", 10)
        until(lambda: not list(incoming.iterdir()), "nothing is left of them", 10)
        until(lambda: not _open_scans(server), "no file is left open", 10)
        until(lambda: server.answers() and process.num_threads() <= threads + POOLS, "threads are back", 10)
        assert drawer.get(batch)["total"] == 1
        kind = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
        first, again = (
            drawer.client.post(f"/api/v1/batches/{batch}/images", content=body, headers=kind).json() for _ in range(2)
        )
        assert (len(first["stored"]), first["skipped"], first["rejected"]) == (13, [], [])
        assert (again["stored"], len(again["skipped"]), again["rejected"]) == ([], 13, [])
        assert list(incoming.iterdir()) == []
    assert "Traceback" not in server.said
