"""The built frontend: its own addresses answer with the page, files that are not there do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawers import OpenDrawer


@pytest.mark.parametrize(
    ("address", "status"),
    [("/batches/a/verify/000123.jpg", 200), ("/batches/a/results", 200), ("/missing.js", 404), ("/api/v1/none", 404)],
)
def test_a_cards_own_address_opens_the_page(open_drawer: OpenDrawer, tmp_path: Path, address: str, status: int) -> None:
    built = tmp_path / "built"
    built.mkdir()
    (built / "index.html").write_text("<!doctype html><title>Indexcards</title>")

    answer = open_drawer(frontend_dir=built).client.get(address)

    assert answer.status_code == status
    assert ("<title>Indexcards" in answer.text) == (status == 200)


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_address_that_the_api_does_not_have_is_404_for_every_method(
    open_drawer: OpenDrawer, tmp_path: Path, method: str
) -> None:
    built = tmp_path / "built"
    built.mkdir()
    (built / "index.html").write_text("<!doctype html><title>Indexcards</title>")

    answer = open_drawer(frontend_dir=built).client.request(method, "/api/v1/none")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert "/api/v1/none" in answer.json()["detail"]
