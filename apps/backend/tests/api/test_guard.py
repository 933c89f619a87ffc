"""Who may talk to the service: rows of the fault bar by plain requests."""

from __future__ import annotations

import pytest
from starlette.websockets import WebSocketDisconnect

from drawers import Drawer, House

FOREIGN = ["http://evil.test", "http://localhost.evil.test", "http://127.0.0.1:9999", "null", "https://localhost:8000"]
OURS = ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000", "LOCALHOST"]
UNKNOWN = [
    "evil.test",
    "127.0.0.1.evil.test",
    "localhost.evil.test:80",
    "",
    "[::2]",
    "localhost:8000:1",
    "localhost.",
    "[::1",
]


@pytest.fixture
def drawer(house: House) -> Drawer:
    """Each test looks only at a batch of its own."""
    return house


@pytest.mark.parametrize("host", OURS)
def test_row_42_the_service_answers_under_its_own_names(drawer: Drawer, host: str) -> None:
    assert drawer.client.get("/api/v1/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", UNKNOWN)
def test_row_42_a_rebound_name_reads_nothing(drawer: Drawer, host: str) -> None:
    answer = drawer.client.get("/api/v1/batches", headers={"host": host})

    assert (answer.status_code, answer.json()["code"]) == (400, "unknown_host")


@pytest.mark.parametrize("origin", FOREIGN)
def test_row_42_another_site_changes_nothing(drawer: Drawer, origin: str) -> None:
    batch = drawer.filled("a.jpg")
    before = drawer.get(batch)
    address = f"/api/v1/batches/{batch}"
    headers = {"origin": origin}

    answers = [
        drawer.client.post(f"{address}/start", headers=headers),
        drawer.client.post(f"{address}/cancel", headers=headers),
        drawer.client.post(f"{address}/retry", headers=headers),
        drawer.client.post(f"{address}/images", files=[("files", ("b.jpg", b"x"))], headers=headers),
        drawer.client.delete(address, headers=headers),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "foreign_origin")] * 5
    assert drawer.get(batch) == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_row_42_a_form_of_another_site_without_origin_is_refused(drawer: Drawer, site: str) -> None:
    batch = drawer.filled("a.jpg")

    answer = drawer.client.post(f"/api/v1/batches/{batch}/start", headers={"sec-fetch-site": site})

    assert answer.status_code == 403
    assert drawer.get(batch)["status"] == "draft"


def test_row_42_our_own_page_may_write(drawer: Drawer) -> None:
    headers = {"host": "localhost:5173", "origin": "http://localhost:5173", "sec-fetch-site": "same-origin"}

    answer = drawer.client.post("/api/v1/batches", json={"title": "T", "fields": ["A"]}, headers=headers)

    assert answer.status_code == 201


@pytest.mark.parametrize("origin", FOREIGN)
def test_row_42_another_site_hears_nothing(drawer: Drawer, origin: str) -> None:
    batch = drawer.filled("a.jpg")
    with drawer.listen(batch, origin="http://localhost") as ours:
        assert ours.receive_json()["type"] == "snapshot"

    with pytest.raises(WebSocketDisconnect) as refused, drawer.listen(batch, origin=origin) as theirs:
        theirs.receive_json()

    assert refused.value.code == 1008
    assert "other sites" in refused.value.reason


def test_row_42_pages_cannot_be_framed_and_reading_changes_nothing(drawer: Drawer) -> None:
    batch = drawer.filled("a.jpg")
    before = drawer.get(batch)

    for part in ("", "/images", "/results", "/records", "/export?format=csv"):
        answer = drawer.client.get(f"/api/v1/batches/{batch}{part}", headers={"origin": "http://evil.test"})
        assert answer.status_code == 200
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers
    assert drawer.get(batch) == before


def test_a_body_that_is_too_large_is_refused_from_its_header(drawer: Drawer) -> None:
    answer = drawer.client.post(
        "/api/v1/batches", content=b" " * (5 * 2**20), headers={"content-type": "application/json"}
    )

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
