"""The built frontend: its own addresses answer with the page, files that are not there do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from drawers import OpenDrawer


@pytest.fixture
def client(open_drawer: OpenDrawer, tmp_path: Path) -> TestClient:
    built = tmp_path / "built"
    built.mkdir()
    (built / "index.html").write_text("<!doctype html><title>Indexcards</title>")
    return open_drawer(frontend_dir=built).client


@pytest.mark.parametrize(
    ("address", "status"),
    [("/batches/a/verify/000123.jpg", 200), ("/batches/a/results", 200), ("/missing.js", 404), ("/api/v1/none", 404)],
)
def test_a_cards_own_address_opens_the_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)

    assert answer.status_code == status
    assert ("<title>Indexcards" in answer.text) == (status == 200)


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_address_that_the_api_does_not_have_is_404_for_every_method(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/v1/none")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert "/api/v1/none" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/api/v1/batches", "GET, HEAD, POST"),
        ("OPTIONS", "/api/v1/batches/none", "DELETE, GET, HEAD, PATCH"),
        ("GET", "/api/v1/batches/none/start", "POST"),
        ("POST", "/", "GET, HEAD"),
        ("DELETE", "/batches-static/none/a.jpg", "GET, HEAD"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_405_and_the_others_are_named(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)

    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == allowed


def test_a_head_is_a_get_without_its_body(client: TestClient) -> None:
    asked, headed = client.get("/api/v1/batches"), client.head("/api/v1/batches")

    assert (headed.status_code, headed.content) == (200, b"")
    assert headed.headers["content-length"] == str(len(asked.content))
    assert client.head("/api/v1/batches/none").status_code == 404
    assert client.head("/api/v1/none").status_code == 404


def test_a_slash_too_many_leads_to_the_address(client: TestClient) -> None:
    assert client.get("/api/v1/batches/").json() == client.get("/api/v1/batches").json()


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1"])
def test_the_api_itself_is_no_page(client: TestClient, path: str) -> None:
    assert (client.get(path).status_code, client.get(path).json()["code"]) == (404, "not_found")


def test_a_socket_that_is_nowhere_is_refused(client: TestClient) -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("ws://localhost/nowhere"),
    ):
        pass
