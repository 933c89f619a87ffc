"""Batches read by a vision model: pause, resume, ceiling, estimate, and what an installation may forbid."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from hostile import HOSTILE

from app.core.config import Settings
from app.main import create_app
from drawers import Drawer, OpenVision, scan
from providers import KEY, Says, serving

NAMES = [f"{n:02}.jpg" for n in range(20)]
GOOD = Says({"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"})


def filled(drawer: Drawer, **options: object) -> str:
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored", **options})
    drawer.upload(batch, *NAMES)
    return batch


def test_row_30_a_dead_key_pauses_the_batch_and_the_right_one_reads_the_rest(settings: Settings) -> None:
    right = "right-0123456789"
    with serving(lambda _b, n: GOOD if server.keys[n] == f"Bearer {right}" else Says("no", 401)) as server:
        batch = ""
        for key in (KEY, right):
            listed = json.dumps([{"name": "test", "base_url": server.url, "key": key, "calls": 4}])
            chosen = Settings.model_validate({**settings.model_dump(), "engine": "vision", "providers": listed})
            with TestClient(create_app(chosen), base_url="http://localhost") as client:
                drawer = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
                batch = batch or filled(drawer)
                ended = drawer.run_to_end(batch)
                if key == KEY:
                    assert (ended["status"], ended["pending"], ended["failed"]) == ("paused", 20, 0)
                    assert "key" in str(ended["reason"])
                    assert len(server.bodies) <= 4 + 5

    assert (ended["status"], ended["done"], ended["reason"]) == ("completed", 20, None)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (Says("pay", 402), "credit"),
        (Says("insufficient_quota: see your billing", 429), "credit"),
        (Says("no such model", 404), "model"),
        (Says("moved", 307, {"Location": "http://127.0.0.2:9/v1"}), "another address"),
        pytest.param(Says("", 503), "503", marks=pytest.mark.bar),
        pytest.param(Says(kind="reset"), "connection", marks=pytest.mark.bar),
    ],
)
def test_row_30_what_ails_the_whole_provider_pauses_the_batch_after_few_calls(
    read_by: OpenVision, says: Says, reason: str
) -> None:
    ill = [True]
    drawer, server = read_by(lambda _b, _n: says if ill[0] else GOOD)
    batch = filled(drawer)
    paused = drawer.run_to_end(batch)

    assert (paused["status"], paused["pending"], paused["failed"]) == ("paused", 20, 0)
    assert reason in str(paused["reason"])
    assert len(server.bodies) <= 4 + 5
    ill[0] = False
    assert drawer.run_to_end(batch)["done"] == 20


def test_row_36_the_ceiling_stops_the_batch_before_it_is_passed(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    batch = filled(drawer, ceiling=0.0105)
    paused = drawer.run_to_end(batch)
    cost = drawer.client.get(f"/api/v1/batches/{batch}/cost").json()

    assert (paused["status"], paused["done"]) == ("paused", 10)
    assert "ceiling" in str(paused["reason"])
    assert cost["spent"] == pytest.approx(0.01)
    assert cost["estimate"]["cost"] == pytest.approx(0.01)
    assert len(server.bodies) == 10


def test_a_sample_says_what_the_rest_will_cost(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD)
    batch = filled(drawer)
    assert drawer.client.post(f"/api/v1/batches/{batch}/sample", json={"cards": 4}).status_code == 202
    assert drawer.parts.runs.join(batch, 20)
    drawer.wait_for(batch, "draft")
    estimate = drawer.client.get(f"/api/v1/batches/{batch}/cost").json()["estimate"]

    assert (estimate["cards"], estimate["sample"]) == (16, 4)
    assert estimate["cost"] == pytest.approx(0.016)


def test_row_31_a_failed_card_keeps_its_cause_its_cost_and_no_value(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says("I'm sorry, I can't help with that."))
    batch = drawer.batch(engine="vision", model="m")
    drawer.upload(batch, "a.jpg")
    ended = drawer.run_to_end(batch)
    record = drawer.record(batch, "a.jpg")

    assert (ended["failed"], record["cause"]) == (1, "refusal")
    readings = record["readings"]
    assert isinstance(readings, list)
    assert readings[0]["calls"] == 3
    assert readings[0]["cost"] == pytest.approx(0.003)


def test_an_installation_can_forbid_that_scans_leave_the_machine(read_by: OpenVision) -> None:
    away = json.dumps([{"name": "far", "base_url": "https://api.example/v1", "key": KEY}])
    drawer, _ = read_by(lambda _b, _n: GOOD, allow_remote=False, providers=away)
    engines = {each["name"]: each for each in drawer.client.get("/api/v1/engines").json()["items"]}

    assert engines["vision"]["leaves_machine"]
    assert engines["vision"]["state"] == "unavailable"
    body = {"title": "T", "fields": ["a"], "engine": "vision"}
    refused = drawer.client.post("/api/v1/batches", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "reader_forbidden")


def test_row_35_cards_that_instruct_the_model_change_nothing_but_their_value(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, n: Says({"Komponist": "Reger", "Titel": HOSTILE[n], "Signatur": "A 1"}))
    names = [f"{n:02}.jpg" for n in range(len(HOSTILE))]
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, *names, content={name: scan(text) for name, text in zip(names, HOSTILE, strict=True)})
    before = drawer.get(batch)
    ended = drawer.run_to_end(batch)
    items = [drawer.record(batch, name) for name in names]
    data = [item["data"] for item in items]

    assert len(HOSTILE) == ended["done"] == 30
    assert sorted(each["Titel"] for each in data) == sorted(HOSTILE)  # type: ignore[index]
    assert {(each["Komponist"], each["Signatur"]) for each in data} == {("Reger", "A 1")}  # type: ignore[index]
    assert all("suspicious" in item["flags"] for item in items)  # type: ignore[operator]
    assert (ended["fields"], ended["options"], ended["title"]) == (before["fields"], before["options"], before["title"])
    assert not server.pages, "no address of an answer is asked for"
    assert KEY not in json.dumps(server.bodies), "no secret in any prompt"
    assert all(item["review"] == {} for item in items), "nothing is verified by itself"
    assert len(server.bodies) == 30


def verify(drawer: Drawer, batch: str, filename: str, values: dict[str, str | None]) -> None:
    body = {"version": drawer.record(batch, filename)["version"], "set": values, "who": "tests"}
    answer = drawer.client.patch(f"/api/v1/batches/{batch}/records/{filename}", json=body)
    assert answer.status_code == 200, answer.text


def test_verified_cards_of_the_batch_are_examples_for_the_others_and_never_for_themselves(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored", "examples": 1})
    words = {"a.jpg": "Reger Lied", "b.jpg": "Reger Messe", "c.jpg": "Bach Fuge", "d.jpg": "Bach Kantate"}
    drawer.upload(batch, *words)
    drawer.run_to_end(batch)
    assert "Example" not in json.dumps(server.bodies)
    drawer.with_words(words)
    verify(drawer, batch, "a.jpg", {"Komponist": "Reger, Max", "Titel": "Das Lied", "Signatur": None})
    verify(drawer, batch, "c.jpg", {"Komponist": "Bach, J. S.", "Titel": "Die Fuge", "Signatur": "F 1"})
    before = len(server.bodies)
    drawer.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    drawer.run_to_end(batch, start=False)
    asked = [json.dumps(body, ensure_ascii=False) for body in server.bodies[before:]]
    prompts = {name: drawer.record(batch, name)["readings"][-1]["prompt"] for name in words}  # type: ignore[index]

    assert sorted("Das Lied" in body for body in asked) == [False, False, True, True]
    assert all(("Das Lied" in body) != ("Die Fuge" in body) for body in asked)
    shown = {name: str(version).rpartition(":")[2] for name, version in prompts.items()}
    assert shown["b.jpg"] == shown["c.jpg"], "both were shown a.jpg"
    assert shown["a.jpg"] == shown["d.jpg"], "both were shown c.jpg"
    assert shown["a.jpg"] != shown["b.jpg"]


def test_row_46_no_option_moves_the_provider_and_no_error_repeats_what_it_said(
    read_by: OpenVision, caplog: pytest.LogCaptureFixture
) -> None:
    """What an inside server says in an error would be the booty of who could choose the address."""
    booty = "inside-booty-0123"
    with serving(lambda _b, _n: GOOD) as other:
        drawer, server = read_by(lambda _b, n: Says(booty, 500 if n % 2 else 400))
        elsewhere = {
            "base_url": other.url,
            "url": other.url,
            "provider": {"base_url": other.url},
            "api_base": other.url,
        }
        body = {"title": "T", "fields": ["Titel"], "engine": "vision", "model": other.url, "options": elsewhere}
        made = drawer.client.post("/api/v1/batches", json=body)
        batch = made.json()["name"] if made.status_code == 201 else filled(drawer)
        drawer.upload(batch, "more.jpg")
        drawer.run_to_end(batch, seconds=60)
        told = json.dumps([drawer.get(batch), drawer.results(batch), drawer.record(batch, "more.jpg"), drawer.dump()])

    assert server.bodies
    assert not other.bodies
    assert not other.pages
    assert booty not in told
    assert booty not in caplog.text
