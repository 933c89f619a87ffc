"""``checkpoint.json``: current when nothing runs, whole at any moment, equal to the results."""

from __future__ import annotations

import json
import os
import random
import threading
from pathlib import Path
from typing import Any

import pytest

from app.services.checkpoint import Publisher
from drawers import House
from readers import Failing, Gated, UnreadableCard


def path_of(house: House, batch: str) -> Path:
    return house.folder(batch) / "checkpoint.json"


def published(house: House, batch: str) -> list[dict[str, Any]]:
    """What the file holds once all that is due is written."""
    house.parts.publisher.publish(batch)
    kept: list[dict[str, Any]] = json.loads(path_of(house, batch).read_bytes())
    return kept


class Moody(Failing):
    def __init__(self, dice: random.Random) -> None:
        super().__init__(lambda card: UnreadableCard("torn", "torn") if dice.random() < 0.3 else None)


def test_it_is_current_when_a_run_has_ended(house: House) -> None:
    batch = house.filled("b.jpg", "a.jpg")

    house.run_to_end(batch)

    assert json.loads(path_of(house, batch).read_bytes()) == house.results(batch)


def test_it_has_the_form_of_the_contract(house: House) -> None:
    batch = house.filled("a.jpg")
    house.run_to_end(batch)

    (entry,) = published(house, batch)

    wanted = {
        "filename", "images", "batch", "success", "data", "extracted", "confidence", "evidence", "review", "text",
        "error", "engine", "model", "attempts", "duration", "processed_at",
    }  # fmt: skip
    assert wanted <= set(entry)
    assert (entry["filename"], entry["images"], entry["batch"]) == ("a.jpg", ["a.jpg"], batch)
    assert entry["evidence"]["Titel"] == [{"image": 0, "box": [0.1, 0.1, 0.5, 0.05]}]
    assert entry["processed_at"].endswith("Z")


def test_it_follows_edits_without_being_asked(house: House) -> None:
    batch = house.filled("a.jpg")
    house.run_to_end(batch)
    before = path_of(house, batch).stat().st_mtime_ns
    waiting = threading.Event()

    house.client.patch(f"/api/v1/batches/{batch}/records/a.jpg", json={"version": 2, "set": {"Titel": "Hand"}})
    for _ in range(100):
        if path_of(house, batch).stat().st_mtime_ns != before:
            break
        waiting.wait(0.05)

    assert json.loads(path_of(house, batch).read_bytes()) == house.results(batch)
    assert house.results(batch)[0]["data"]["Titel"] == "Hand"  # type: ignore[index]


def test_pending_cards_are_not_in_it(house: House) -> None:
    batch = house.filled("a.jpg")
    house.run_to_end(batch)
    house.upload(batch, "b.jpg")

    assert [entry["filename"] for entry in published(house, batch)] == ["a.jpg"]
    assert [r["filename"] for r in house.results(batch)] == ["a.jpg"]


@pytest.mark.parametrize("seed", range(2))
def test_it_equals_the_results_whatever_happened(house: House, seed: int) -> None:
    dice = random.Random(seed)
    batch = house.read_by(Moody(dice), *[f"{n}.jpg" for n in range(8)], options={"pairing": "suffix"})
    house.run_to_end(batch)
    base = f"/api/v1/batches/{batch}"

    for turn in range(25):
        names = [r["filename"] for r in house.results(batch)]
        name = dice.choice(names) if names else "none"
        match dice.choice(["edit", "edit", "remove", "retry", "retry-image", "upload", "fields", "other"]):
            case "edit" if names:
                version = house.record(batch, str(name))["version"]
                value = "ü" * dice.randrange(400)
                house.client.patch(f"{base}/records/{name}", json={"version": version, "set": {"Titel": value}})
            case "remove" if len(names) > 2:
                house.client.delete(f"{base}/images/{name}")
            case "retry":
                house.client.post(f"{base}/retry")
            case "retry-image":
                house.client.post(f"{base}/retry-image/{name}")
            case "upload":
                house.upload(batch, f"{turn}_{dice.choice('abc')}.jpg", f"{turn}_b.jpg")
                house.client.post(f"{base}/start")
            case "fields":
                extra = [f"Feld {n}" for n in range(dice.randrange(3))]
                house.client.patch(base, json={"fields": ["Komponist", "Titel", *extra]})
            case "other":
                path_of(house, batch).write_text("[]")  # somebody else wrote here: nothing of it is believed
        assert house.parts.runs.join(batch, 20)
        if dice.random() < 0.6:
            if path_of(house, batch).read_text() == "[]":
                house.client.patch(base, json={"fields": ["Komponist", "Titel"]})
            assert published(house, batch) == house.results(batch), turn

    house.client.patch(base, json={"fields": ["Komponist", "Titel"]})
    assert published(house, batch) == house.results(batch)


def test_a_second_publisher_writes_the_same(house: House) -> None:
    batch = house.filled("a.jpg", "b.jpg", "c.jpg")
    house.run_to_end(batch)
    house.client.patch(f"/api/v1/batches/{batch}/records/b.jpg", json={"version": 2, "set": {"Titel": "Hand"}})
    published(house, batch)
    ours = path_of(house, batch).read_bytes()
    path_of(house, batch).unlink()

    Publisher(house.parts.database, house.parts.settings.batches_dir, interval=1).publish(batch)

    assert path_of(house, batch).read_bytes() == ours


@pytest.mark.parametrize("touched", [False, True])
def test_after_a_restart_only_what_changed_is_made_anew_unless_the_file_is_not_ours(
    house: House, touched: bool
) -> None:
    batch = house.filled("a.jpg", "b.jpg", "c.jpg")
    house.run_to_end(batch)
    published(house, batch)
    path = path_of(house, batch)
    ours, was = path.read_bytes(), path.stat()
    marked = ours.replace(b'"cause":null', b'"cause":NULL')
    assert marked != ours
    path.write_bytes(marked)  # as long as before; with its old time the file is taken for what was published
    if not touched:
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    house.client.patch(f"/api/v1/batches/{batch}/records/b.jpg", json={"version": 2, "set": {"Titel": "Hand"}})

    Publisher(house.parts.database, house.parts.settings.batches_dir, interval=1).publish(batch)

    lines = path.read_bytes().splitlines()
    assert [b'"cause":NULL' in line for line in lines] == [False, not touched, False, not touched, False]
    assert b"Hand" in lines[2]


def test_nobody_ever_sees_half_of_it(house: House) -> None:
    gate = Gated()
    names = [f"{n}.jpg" for n in range(30)]
    batch = house.read_by(gate, *names)
    house.start(batch)
    seen: list[int] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.is_set():
            if path_of(house, batch).exists():
                seen.append(len(json.loads(path_of(house, batch).read_bytes())))

    reader = threading.Thread(target=look)
    reader.start()
    for _ in names:
        gate.gate.release()
        house.parts.publisher.publish(batch)
    house.run_to_end(batch, start=False)
    ended.set()
    reader.join(10)

    assert seen == sorted(seen)
    assert len(published(house, batch)) == 30
    assert [p for p in house.folder(batch).iterdir() if p.name.startswith(".tmp-")] == []


def test_a_folder_that_is_gone_is_not_made_again(house: House) -> None:
    batch = house.filled("a.jpg")
    house.run_to_end(batch)
    assert house.client.delete(f"/api/v1/batches/{batch}").status_code == 204

    house.parts.publisher.publish(batch)

    assert not house.folder(batch).exists()
