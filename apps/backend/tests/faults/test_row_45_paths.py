"""Row 45 on the wire: paths as no client library would send them, and ranges without end."""

from __future__ import annotations

import socket
from collections.abc import Iterable

from faults.conftest import Serve
from faults.served import Served, small_scans

SECRET = b"INDEXCARDS-SECRET"
MILLISECONDS = 50
RANGES = {
    "ten thousand": "bytes=" + ",".join(f"{n}-{n}" for n in range(10_000)),
    "overlapping": "bytes=" + ",".join(["0-"] * 10_000),
    "of nothing": "bytes=" + "," * 40_000,
    "of blanks": "bytes=" + " " * 50_000 + "0-1",
    "of digits": "bytes=" + "9" * 50_000 + "-",
}


def _outside(batch: str) -> Iterable[str]:
    """Ways out of the images of a batch, to files that are there."""
    ups = ("..", "%2e%2e", "%2E.", "..%2f..", "%252e%252e", "..%5c..", "..;", "%c0%ae%c0%ae", "....//", ".%00./..")
    for start in ("/batches-static", f"/batches-static/{batch}", f"/batches-static/{batch}/_thumbs", "/assets", ""):
        for up in ups:
            for target in ("indexcards.db", "secret.txt", "etc/passwd"):
                yield f"{start}/{'/'.join([up] * 3)}/{target}"
    for path in (
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "file:///etc/passwd",
        "config.json",
        "checkpoint.json",
        "%00",
        "a" * 5000,
    ):
        yield f"/batches-static/{batch}/{path}"
        yield f"/batches-static//{path}"
    yield f"http://localhost/batches-static/{batch}/../config.json"


def _ask(connection: socket.socket, server: Served, path: str, *headers: str) -> tuple[int, bytes]:
    """Status and body, of a path sent byte for byte."""
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *headers, "", "")
    connection.sendall("\r\n".join(lines).encode())
    with connection.makefile("rb") as answer:
        status = int(answer.readline().split()[1])
        length = 0
        while (line := answer.readline().strip().lower()) != b"":
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return status, answer.read(length)


def test_row_45_no_path_on_the_wire_leads_out(serve_sqlite: Serve) -> None:
    server = serve_sqlite()
    frontend = server.folder / "no-frontend"
    (frontend / "assets").mkdir(parents=True)
    (frontend / "index.html").write_text("the page")
    server.start()
    for folder in (server.data_dir, server.batches_dir, server.folder):
        (folder / "secret.txt").write_bytes(SECRET)
    with server.drawer() as drawer:
        batch = drawer.batch()
        drawer.upload(batch, "a.jpg", content={"a.jpg": small_scans(1)["card0000.jpg"]})
    paths = list(_outside(batch))
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        answers = {path: _ask(connection, server, path) for path in paths}
        good = _ask(connection, server, f"/batches-static/{batch}/a.jpg")

    assert good[0] == 200
    assert len(paths) > 150
    for path, (status, body) in answers.items():
        assert status == 404 or (status, body) == (200, b"the page"), path
        assert not any(word in body for word in (SECRET, b"SQLite format", b"root:", b'"title": "Drawer"')), path


def test_row_45_ranges_without_end_cost_little(serve_sqlite: Serve) -> None:
    server = serve_sqlite()
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        drawer.upload(batch, "a.jpg", content={"a.jpg": small_scans(1)["card0000.jpg"]})
    times = 10
    for kind, ranges in RANGES.items():
        before = server.worked()
        for _ in range(times):
            with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
                status, _ = _ask(connection, server, f"/batches-static/{batch}/a.jpg", f"Range: {ranges}")
            assert status in ((206,) if kind == "of blanks" else (400, 416)), kind
        assert (server.worked() - before) / times * 1000 <= MILLISECONDS, kind
    assert server.answers()
