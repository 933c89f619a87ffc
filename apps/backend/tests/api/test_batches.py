"""Batches over HTTP: create, list, change, delete."""

from __future__ import annotations

import json

import pytest
from httpx2 import Response

from app.services import integrity
from drawers import House
from readers import Gated

BATCHES = "/api/v1/batches"


def problem(answer: Response, status: int, code: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, object] = answer.json()
    assert body["code"] == code, body
    assert body["status"] == status
    assert body["detail"]
    return body


def test_a_field_is_a_name_or_an_object(house: House) -> None:
    fields = ["Titel", {"name": "Jahr", "type": "year"}, {"name": "Art", "type": "enum", "values": ["A", "B"]}]

    answer = house.client.post(BATCHES, json={"title": "  Zwei  Worte ", "fields": fields})

    batch = answer.json()
    assert answer.status_code == 201
    assert [(f["name"], f["type"]) for f in batch["fields"]] == [("Titel", "text"), ("Jahr", "year"), ("Art", "enum")]
    assert (batch["title"], batch["status"], batch["engine"]) == ("Zwei Worte", "draft", "double")
    assert [batch[count] for count in ("total", "pending", "done", "failed", "reviewed")] == [0, 0, 0, 0, 0]


def test_a_batch_has_a_folder_that_says_what_it_is(house: House) -> None:
    batch = house.batch("Drawer", ["Titel"], options={"pairing": "suffix", "own": [1, None]})

    config = json.loads((house.folder(batch) / "config.json").read_bytes())

    assert (config["name"], config["title"], config["engine"]) == (batch, "Drawer", "double")
    assert [f["name"] for f in config["fields"]] == ["Titel"]
    assert config["options"] == {"pairing": "suffix", "own": [1, None]}


def test_a_template_gives_fields_engine_and_options(house: House) -> None:
    template = {"name": "Musik", "fields": ["Komponist"], "engine": "double", "options": {"pairing": "suffix"}}
    made = house.client.post("/api/v1/templates", json=template).json()

    batch = house.client.post(BATCHES, json={"title": "x", "template_id": made["id"], "options": {"own": 1}}).json()

    assert [f["name"] for f in batch["fields"]] == ["Komponist"]
    assert batch["options"] == {"pairing": "suffix", "own": 1}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid"),
        ({"title": " "}, "invalid"),
        ({"title": "x", "fields": [""]}, "invalid"),
        ({"title": "x", "fields": ["A", "a"]}, "invalid"),
        ({"title": "x", "fields": [{"name": "A", "type": "colour"}]}, "invalid"),
        ({"title": "x", "fields": [{"name": "A", "type": "enum"}]}, "invalid"),
        ({"title": "x", "fields": [{"nam": "A"}]}, "invalid"),
        ({"title": "x", "fields": "A"}, "invalid"),
        ({"title": "x\x00y"}, "invalid"),
        ({"title": "x", "unknown": 1}, "invalid"),
        ({"title": "x", "engine": "abacus"}, "unknown_engine"),
        ({"title": "x", "model": "double-2"}, "unknown_model"),
        ({"title": "x", "model": "\x00"}, "invalid"),
        ({"title": "x", "template_id": 999}, "template_not_found"),
        ({"title": "x", "template_id": 2**70}, "invalid"),
        ({"title": "x", "options": {"pairing": "threes"}}, "invalid"),
        ({"title": "x", "options": {"pairing": "pattern"}}, "invalid"),
        ({"title": "x", "options": {"pairing": "pattern", "pattern": "("}}, "invalid"),
        ({"title": "x", "options": {"pairing": "pattern", "pattern": "(a)(b)"}}, "invalid"),
        ({"title": "x", "options": {"pairing": "pattern", "pattern": "a{99999999999}"}}, "invalid"),
        ({"title": "x", "options": {"pairing": "pattern", "pattern": "(" * 240 + ")" * 240}}, "invalid"),
        ({"title": "x", "options": {"own": "\x00"}}, "invalid"),
        ({"title": "x", "options": {"own": [2**80]}}, "invalid"),
    ],
)
def test_what_does_not_fit_is_a_problem_with_a_code(house: House, body: dict[str, object], code: str) -> None:
    problem(house.client.post(BATCHES, json=body), 422, code)


@pytest.mark.parametrize(
    "body",
    [
        rb'{"title": "\ud800"}', rb'{"\ud800": 1}', rb'{"title": "x", "options": {"own": NaN}}',
        rb'{"title": "x", "options": {"own": "\udfff"}}', rb'{"title": "x", "model": "\ud800"}',
    ],
)  # fmt: skip
def test_half_characters_and_numbers_that_are_none_are_refused(house: House, body: bytes) -> None:
    answer = house.client.post(BATCHES, content=body, headers={"content-type": "application/json"})

    problem(answer, 422, "invalid")


@pytest.mark.parametrize("body", [b"{", b"[" * 50_000, b"1" * 5_000, b"\xff\xfe"])
def test_what_is_no_json_is_refused(house: House, body: bytes) -> None:
    answer = house.client.post(BATCHES, content=body, headers={"content-type": "application/json"})

    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_batches_are_listed_newest_first(house: House) -> None:
    made = [house.batch(f"Reihe {n}") for n in range(5)]

    page = house.client.get(BATCHES, params={"q": "reihe", "offset": 1, "limit": 2}).json()

    assert page["total"] == 5
    assert [b["name"] for b in page["items"]] == [made[3], made[2]]


def test_a_search_looks_at_titles_whatever_their_case(house: House) -> None:
    batch = house.batch("Übungsstücke 100%")

    def found(q: str) -> list[str]:
        return [b["name"] for b in house.client.get(BATCHES, params={"q": q}).json()["items"]]

    assert found("übungsSTÜCKE") == [batch]
    assert found("0%") == [batch]
    assert found("0_") == []
    assert found(batch.upper()) == [batch]


def test_a_list_may_be_of_one_status(house: House) -> None:
    draft, read = house.batch("Status"), house.filled("a.jpg", title="Status")
    house.run_to_end(read)

    def names(status: str) -> list[str]:
        answer = house.client.get(BATCHES, params={"status": status, "q": "Status"})
        return [b["name"] for b in answer.json()["items"]]

    assert names("draft") == [draft]
    assert names("completed") == [read]
    problem(house.client.get(BATCHES, params={"status": "lost"}), 422, "invalid")


@pytest.mark.parametrize("query", ["offset=-1", "limit=0", "limit=1001", "offset=99999999999", "q=a%00b"])
def test_a_list_that_cannot_be_is_refused(house: House, query: str) -> None:
    problem(house.client.get(f"{BATCHES}?{query}"), 422, "invalid")


@pytest.mark.parametrize("name", ["nowhere", "..%2f..%2fetc", "%20", "ü"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/images"), ("DELETE", "/images/a.jpg"), ("POST", "/start"),
        ("POST", "/retry"), ("POST", "/retry-image/a.jpg"), ("GET", "/results"), ("GET", "/records"),
        ("GET", "/records/a.jpg"), ("PATCH", "/records/a.jpg"), ("GET", "/export?format=csv"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_404(house: House, name: str, method: str, path: str) -> None:
    body = {"version": 1} if path == "/records/a.jpg" and method == "PATCH" else {}
    kwargs = {"json": body} if method == "PATCH" else {}

    answer = house.client.request(method, f"{BATCHES}/{name}{path}", **kwargs)  # type: ignore[arg-type]

    assert answer.status_code == 404, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["%00", "a%00b/records", "a/records/%00", "a/images?offset=x"])
def test_a_nul_in_an_address_is_no_error_of_ours(house: House, path: str) -> None:
    assert house.client.get(f"{BATCHES}/{path}").status_code == 422


def test_an_idle_batch_changes(house: House) -> None:
    batch = house.batch("Vorher", ["A"])

    changed = house.client.patch(
        f"{BATCHES}/{batch}", json={"title": "Nachher", "fields": ["B", "C"], "options": {"own": True}}
    ).json()

    assert (changed["title"], [f["name"] for f in changed["fields"]]) == ("Nachher", ["B", "C"])
    assert house.get(batch) == changed
    config = json.loads((house.folder(batch) / "config.json").read_bytes())
    assert (config["title"], config["options"]) == ("Nachher", {"own": True})


def test_a_patch_that_does_not_fit_changes_nothing(house: House) -> None:
    batch = house.batch("Vorher", ["A"])
    before = house.get(batch)

    problem(house.client.patch(f"{BATCHES}/{batch}", json={"title": "x", "engine": "abacus"}), 422, "unknown_engine")

    assert house.get(batch) == before
    assert json.loads((house.folder(batch) / "config.json").read_bytes())["title"] == "Vorher"


def test_a_running_batch_is_neither_changed_nor_deleted(house: House) -> None:
    reader = Gated()
    batch = house.read_by(reader, "a.jpg")
    house.start(batch)

    problem(house.client.patch(f"{BATCHES}/{batch}", json={"title": "x"}), 409, "batch_running")
    problem(house.client.delete(f"{BATCHES}/{batch}"), 409, "batch_running")

    reader.gate.release()
    assert house.run_to_end(batch, start=False)["done"] == 1


def test_a_batch_says_how_long_its_runs_took_and_how_many_cards_they_read(house: House) -> None:
    gated = Gated()
    batch = house.read_by(gated, "a.jpg", "b.jpg")
    assert house.get(batch)["took"] is None
    house.start(batch)
    gated.gate.release(1)
    assert gated.begun.acquire(timeout=10)
    assert gated.begun.acquire(timeout=10)
    house.client.post(f"/api/v1/batches/{batch}/cancel")
    gated.gate.release(9)
    house.wait_for(batch, "cancelled")
    once = house.get(batch)["took"]
    assert isinstance(once, dict)
    house.upload(batch, "c.jpg")

    twice = house.run_to_end(batch)["took"]

    assert isinstance(twice, dict)
    assert twice["cards"] == 3
    assert twice["seconds"] > once["seconds"] > 0
    assert twice["rate"] == pytest.approx(3 / twice["seconds"], rel=0.01)


def test_a_deleted_batch_leaves_nothing(house: House) -> None:
    batch = house.batch("Geheimsache")
    house.upload(batch, "geheim.jpg", "zwei.tif")
    house.run_to_end(batch)
    house.client.get(f"/batches-static/{batch}/_thumbs/geheim.webp")

    answer = house.client.delete(f"{BATCHES}/{batch}")

    data_dir = house.parts.settings.data_dir
    assert (answer.status_code, answer.content) == (204, b"")
    assert house.client.get(f"{BATCHES}/{batch}").status_code == 404
    assert house.client.delete(f"{BATCHES}/{batch}").status_code == 404
    assert [p for p in data_dir.rglob("*") if "geheim" in str(p.relative_to(data_dir)).lower()] == []
    assert house.client.get(f"/batches-static/{batch}/geheim.jpg").status_code == 404


def test_what_is_left_after_all_this_agrees(house: House) -> None:
    house.run_to_end(house.filled("a.jpg", "b.jpg"))
    parts = house.parts

    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)

    assert checked.findings == ()
