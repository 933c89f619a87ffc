"""Row 18 for a whole service: bombs that are sent to it are refused one by one, and it does not grow."""

from __future__ import annotations

import psutil
from faults.conftest import Serve
from faults.served import small_scans
from imaging.processes import peak_bytes
from imaging.test_row_18_bombs import CHILD_BYTES, CLAIMS, HEAVY, PARENT_BYTES


def test_row_18_bombs_are_refused_one_by_one_and_the_service_does_not_grow(serve_sqlite: Serve) -> None:
    server = serve_sqlite()
    server.start()
    bombs = {f"claim{n}.jpg": make() for n, (make, _) in enumerate(CLAIMS.values())}
    codes = {f"claim{n}.jpg": code for n, (_, code) in enumerate(CLAIMS.values())}
    heavy = {"heavy.png": HEAVY["png, 110 MP with alpha"]()}
    good = small_scans(3)
    with server.drawer() as drawer:
        batch = drawer.batch()
        here = f"/api/v1/batches/{batch}/images"

        def send(contents: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
            files = [("files", (name, data, "image/jpeg")) for name, data in contents.items()]
            report: dict[str, list[dict[str, str]]] = drawer.client.post(here, files=files).raise_for_status().json()
            return report

        warm = small_scans(3, "warm")
        send({**warm, "bomb.jpg": bombs["claim0.jpg"]})
        before = server.measured().memory_info().rss
        children = {child.pid for child in server.measured().children(recursive=True)}
        report = send({**bombs, **heavy, **good})
        grown = server.measured().memory_info().rss - before
        peaks = [peak_bytes(pid) for pid in children if psutil.pid_exists(pid)]

        assert {each["filename"] for each in report["stored"]} >= set(good)
        refused = {each["original_name"]: each["code"] for each in report["rejected"]}
        assert {name: refused[name] for name in codes} == codes
        assert drawer.client.get(f"/batches-static/{batch}/card0000.jpg").status_code == 200
    assert grown <= PARENT_BYTES
    assert peaks
    assert max(peaks) <= CHILD_BYTES
    assert "Traceback" not in server.said
