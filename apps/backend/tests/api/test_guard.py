"""Who may talk to the service: rows of the fault bar by plain requests."""

from __future__ import annotations

import re

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


def operations(drawer: Drawer, batch: str, *methods: str) -> list[tuple[str, str]]:
    """Every method and address that the service describes, for this batch and its card."""
    known = {"batch_name": batch, "filename": "a.jpg", "engine_name": "double"}
    found = []
    for path, described in drawer.client.get("/api/v1/openapi.json").json()["paths"].items():
        address = re.sub(r"{(\w+)}", lambda name: known.get(name[1], "1"), path)
        found += [(method.upper(), address) for method in described if method.upper() in methods]
    return found


@pytest.mark.parametrize("headers", [{"origin": "http://evil.test"}, {"sec-fetch-site": "cross-site"}, {"origin": ""}])
def test_row_42_no_unsafe_method_of_any_address_is_open_to_another_site(drawer: House, headers: dict[str, str]) -> None:
    batch = drawer.filled("a.jpg")
    before = drawer.dump()
    unsafe = operations(drawer, batch, "POST", "PUT", "PATCH", "DELETE")

    answers = {
        (method, path, kind): drawer.client.request(
            method, path, headers={**headers, "content-type": kind}, content=b"{}"
        ).status_code
        for method, path in unsafe
        for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x")
    }

    assert len(unsafe) > 30
    assert set(answers.values()) == {403}
    assert drawer.dump() == before


@pytest.mark.parametrize(
    "origin", ["http://[", "http://[::1", "http://]", "//", "http://localhost@evil.test", "http://localhost\x00.evil",
               "http://localhost/", "ftp://localhost", "http://localhost,http://evil.test", "\xff",
               "http://" + "[" * 5000],
)  # fmt: skip
def test_row_42_an_origin_that_is_none_is_another_site(drawer: Drawer, origin: str) -> None:
    answer = drawer.client.post("/api/v1/batches", json={"title": "T"}, headers={b"origin": origin.encode("latin-1")})

    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")


def test_row_42_no_get_changes_anything(drawer: House) -> None:
    batch = drawer.filled("a.jpg")
    drawer.run_to_end(batch)
    reading = operations(drawer, batch, "GET")
    before = drawer.dump()

    for headers in ({"origin": "http://evil.test"}, {"sec-fetch-site": "cross-site"}, {}):
        for path in (*(path for _, path in reading), f"/batches-static/{batch}/a.jpg"):
            answer = drawer.client.get(path, headers=headers)
            assert answer.status_code < 500, path
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], path
            assert not [name for name in answer.headers if name.startswith("access-control-")], path

    assert len(reading) > 20
    assert drawer.dump() == before


def test_row_42_no_browser_is_told_that_another_site_may(drawer: Drawer) -> None:
    asks = {"origin": "http://evil.test", "access-control-request-method": "DELETE"}
    answer = drawer.client.options("/api/v1/batches/x", headers=asks)

    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("host", OURS)
def test_row_42_our_own_page_hears_and_writes_under_each_of_its_names(drawer: Drawer, host: str) -> None:
    batch = drawer.batch()
    ours = {"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"}

    with drawer.listen(batch, **ours) as socket:
        assert socket.receive_json()["type"] == "snapshot"
    assert drawer.client.patch(f"/api/v1/batches/{batch}", json={"title": host}, headers=ours).status_code == 200


@pytest.mark.parametrize("host", UNKNOWN)
def test_row_42_a_rebound_name_hears_nothing(drawer: Drawer, host: str) -> None:
    batch = drawer.batch()

    with pytest.raises(WebSocketDisconnect) as refused, drawer.listen(batch, host=host) as socket:
        socket.receive_json()

    assert refused.value.code == 1008


@pytest.mark.parametrize("length", ["9" * 5000, "-1", "1e3", "0x10", "\xb2", "", "1,1"])
def test_a_length_that_is_none_is_refused(drawer: Drawer, length: str) -> None:
    told = {b"content-length": length.encode("latin-1"), b"content-type": b"application/json"}
    answer = drawer.client.post("/api/v1/batches", content=b"{}", headers=told)

    assert answer.status_code in (400, 413)


def test_a_body_that_is_too_large_is_refused_from_its_header(drawer: Drawer) -> None:
    answer = drawer.client.post(
        "/api/v1/batches", content=b" " * (5 * 2**20), headers={"content-type": "application/json"}
    )

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
