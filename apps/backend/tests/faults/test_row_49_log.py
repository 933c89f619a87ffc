"""Row 49: whatever names come in and whatever goes wrong, the log is one line of JSON an event, and forges none."""

from __future__ import annotations

import json
import socket
from urllib.parse import quote

from faults.conftest import Serve
from faults.served import Served, small_scans, until

from drawers import FIELDS

FORGED = '\r\n{"level": "ERROR", "message": "forged"}\r\n\x1b[2J\x1b[31mforged\u2028\x85'


def _say(server: Served, raw: bytes) -> bytes:
    """Bytes as they are, which no client library would send; returns the answer's first line."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(raw)
        return connection.recv(4096).partition(b"\r\n")[0]


def test_row_49_hostile_names_forge_no_line_of_the_log(serve_sqlite: Serve) -> None:
    server = serve_sqlite(latency=(0.0, 0.01), environment={"INDEXCARDS_ADOPT_AFTER": "0"})
    folder = server.batches_dir / f"batch{FORGED}".replace("/", "_")
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(FORGED)
    (folder / f"a{FORGED}.jpg").write_text(FORGED)
    (folder / "checkpoint.json").write_text("[1]")
    server.start()
    with server.drawer() as drawer:
        hostile = {"title": FORGED, "fields": [FORGED]}
        assert drawer.client.post("/api/v1/batches", json=hostile).status_code == 422
        batch = drawer.batch("\u2028<forged>", FIELDS)
        here = f"/api/v1/batches/{batch}"
        parts = {f"{n}{FORGED}.jpg": data for n, data in enumerate(small_scans(3).values())}
        for name, data in [*parts.items(), (f"{FORGED}.pdf", FORGED.encode())]:
            drawer.client.post(f"{here}/images", files=[("files", (name, data, FORGED.encode().hex()))])
        names = [str(each["filename"]) for each in drawer.client.get(f"{here}/images").json()["items"]]
        assert len(names) == 3
        (server.batches_dir / batch / names[0]).write_text(FORGED)  # no thumbnail can be made of it
        server.torn.touch()
        drawer.start(batch)
        drawer.wait_for(batch, "completed")
        for path in (f"{here}/records/", f"/batches-static/{batch}/", "/api/v1/"):
            assert drawer.client.get(path + quote(FORGED)).status_code in (404, 422)
        drawer.client.get("/api/v1/batches", params={"q": FORGED})
        drawer.client.post(f"{here}/retry-image/{quote(FORGED)}")
    assert b" 400 " in _say(server, f"GET /{FORGED} HTTP/1.1\r\n\r\n".encode())
    assert b" 400 " in _say(server, b"\x16\x03\x01\x02\x00\x01\x00" + FORGED.encode() + b"\r\n\r\n")
    until(lambda: "adopt" in server.said, "the folder was looked at")
    server.terminate()

    lines = server.said.encode().splitlines()
    events = [json.loads(line) for line in lines]
    assert {event["level"] for event in events} >= {"INFO", "WARNING"}
    assert any("forged" in event["message"] for event in events), "a hostile name was logged"
    assert all(event["message"] != "forged" for event in events)
    assert all({"time", "level", "logger", "message"} <= set(event) for event in events)
    assert "\x1b" not in server.said
