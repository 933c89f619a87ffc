"""Folders without rows: taken in on first sight, and nothing in them is lost."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from app.services import integrity
from drawers import Drawer, House, OpenDrawer, scan
from readers import torn


def put(house: House, name: str, files: dict[str, bytes | object], folder: str = "") -> Path:
    """A folder as somebody may have copied it; what is no bytes is written as JSON."""
    root = house.parts.settings.batches_dir / name / folder
    root.mkdir(parents=True)
    for filename, content in files.items():
        (root / filename).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return root


def adopted(house: House, title: str) -> dict[str, Any]:
    """The batch of this title, after somebody has looked at the list."""
    page = house.client.get("/api/v1/batches", params={"limit": 1000}).json()
    (batch,) = [b for b in page["items"] if b["title"] == title]
    found: dict[str, Any] = batch
    return found


def findings(house: Drawer, batch: str) -> list[str]:
    parts = house.parts
    parts.publisher.publish(batch)
    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)
    return [f"{f.code}: {f.detail}" for f in checked.findings if f.batch == batch]


def test_a_folder_of_scans_becomes_a_draft(house: House) -> None:
    put(house, "kasten-1", {"b.jpg": scan("1"), "a.png": scan("2", kind="PNG"), "notes.txt": b"hello"})

    batch = adopted(house, "kasten-1")

    assert (batch["name"], batch["status"], batch["total"], batch["fields"]) == ("kasten-1", "draft", 2, [])
    assert house.on_disk("kasten-1") == ["a.png", "b.jpg", "config.json", "notes.txt"]
    house.client.patch("/api/v1/batches/kasten-1", json={"fields": ["Titel"]})
    assert house.run_to_end("kasten-1")["done"] == 2


def test_a_batch_that_is_asked_for_by_name_is_adopted_too(house: House) -> None:
    put(house, "by-name", {"a.jpg": scan("by name")})

    assert house.get("by-name")["total"] == 1


def test_an_empty_folder_is_nobodys_batch(house: House) -> None:
    put(house, "empty", {})

    assert house.client.get("/api/v1/batches/empty").status_code == 404


def test_our_own_folder_keeps_every_record(open_drawer: OpenDrawer, tmp_path: Path) -> None:
    there = open_drawer(torn("torn.jpg"), data_dir=tmp_path / "there", database_url="")
    batch = there.batch("Reise", options={"pairing": "suffix", "own": [1, {"two": None}]})
    there.upload(batch, "x_a.jpg", "x_b.jpg", "torn.jpg", "plain.jpg")
    there.run_to_end(batch)
    path = f"/api/v1/batches/{batch}/records"
    for name, change in {
        "plain.jpg": {"set": {"Titel": "Hand"}, "accept": ["Komponist"], "reject": ["Signatur"]},
        "x_a.jpg": {"accept": ["Titel"]},
        "torn.jpg": {"set": {"Titel": "Getippt"}},
    }.items():
        version = there.record(batch, name)["version"]
        assert there.client.patch(f"{path}/{name}", json={"version": version, **change}).status_code == 200
    there.upload(batch, "unread.jpg")
    there.parts.publisher.publish(batch)
    before, told = there.results(batch), there.get(batch)
    here = open_drawer(torn("torn.jpg"))
    shutil.copytree(there.folder(batch), here.folder(batch))

    after = here.get(batch)

    assert here.results(batch) == before
    for key in ("title", "fields", "options", "total", "done", "failed", "pending", "reviewed"):
        assert after[key] == told[key], key
    assert after["status"] == "interrupted"
    assert here.on_disk(batch, "_errors") == ["torn.jpg"]
    assert findings(here, batch) == []
    assert here.run_to_end(batch)["done"] == 3


def test_keys_we_do_not_know_are_kept_and_returned(house: House) -> None:
    entry = {"filename": "a.jpg", "success": True, "data": {"Titel": "T"}, "shelf": {"row": [1, None]}, "note": "n"}
    put(house, "extra-keys", {"a.jpg": scan("extra"), "checkpoint.json": [entry]})

    batch = adopted(house, "extra-keys")

    (record,) = house.results("extra-keys")
    assert (record["shelf"], record["note"]) == ({"row": [1, None]}, "n")
    assert house.record("extra-keys", "a.jpg")["note"] == "n"
    assert (batch["status"], batch["done"], [f["name"] for f in batch["fields"]]) == ("completed", 1, ["Titel"])
    kept = json.loads((house.folder("extra-keys") / "checkpoint.adopted.json").read_bytes())
    assert kept == [entry]
    assert findings(house, "extra-keys") == []


def test_another_tools_edits_become_reviews(house: House) -> None:
    results = [
        {"filename": "a.jpg", "data": {"Titel": "Sonate", "Jahr": "1900"}, "edited_data": {"Titel": "Sonate 2"}},
        {"filename": "b.jpg", "data": {"Titel": "L", "Jahr": 1901}, "edited_data": {"Titel": "L", "Jahr": "1902"}},
        {"filename": "c.jpg", "success": False, "error": "no text"},
        {"filename": "gone.jpg", "data": {"Titel": "kept in checkpoint.adopted.json"}},
    ]  # fmt: skip
    files: dict[str, bytes | object] = {n: scan(n + "other") for n in ("a.jpg", "b.jpg", "c.jpg")}
    put(house, "other-tool", {**files, "checkpoint.json": {"results": results, "audit": [{"who": "Ada"}]}})

    batch = adopted(house, "other-tool")

    a, b, c = house.results("other-tool")
    assert (a["data"], a["extracted"]) == ({"Titel": "Sonate 2", "Jahr": "1900"}, {"Titel": "Sonate", "Jahr": "1900"})
    assert (a["review"], b["review"]) == ({"Titel": "corrected"}, {"Titel": "accepted", "Jahr": "corrected"})
    assert b["extracted"] == {"Titel": "L", "Jahr": "1901"}
    assert (c["success"], c["error"]) == (False, "no text")
    assert house.on_disk("other-tool", "_errors") == ["c.jpg"]
    assert (batch["done"], batch["failed"], batch["reviewed"], batch["status"]) == (2, 1, 1, "completed")
    kept = json.loads((house.folder("other-tool") / "checkpoint.adopted.json").read_bytes())
    assert (len(kept["results"]), kept["audit"]) == (4, [{"who": "Ada"}])
    assert findings(house, "other-tool") == []


@pytest.mark.parametrize("content", [b"[{", b"", b"\xff\xfe\x00", b"[" * 100_000, b"[1" + b"1" * 6_000 + b"]"])
def test_a_broken_checkpoint_is_neither_lost_nor_half_adopted(house: House, content: bytes) -> None:
    name = f"broken-{len(content)}"
    folder = put(house, name, {"a.jpg": scan(name), "checkpoint.json": content})

    page = house.client.get("/api/v1/batches", params={"q": name}).json()

    assert page["total"] == 0
    assert (folder / "checkpoint.json").read_bytes() == content
    assert sorted(p.name for p in folder.iterdir()) == ["a.jpg", "checkpoint.json"]


def test_one_folder_that_cannot_be_adopted_does_not_stop_the_others(house: House) -> None:
    put(house, "aaa-broken", {"a.jpg": scan("aaa"), "checkpoint.json": b"{"})
    put(house, "zzz-whole", {"a.jpg": scan("zzz")})

    assert adopted(house, "zzz-whole")["total"] == 1


def test_an_odd_checkpoint_is_taken_as_far_as_it_goes(house: House) -> None:
    odd = (
        b'[{"filename": "a.jpg", "data": {"Titel": "x\\u0000y\\ud800", "titel": "twice",'
        b'"' + b"f" * 300 + b'": "long"},'
        b'"confidence": {"Titel": NaN, "titel": "high"}, "evidence": {"Titel": [{"image": 0, "box": [1, 2]}, 7, '
        b'{"image": 0, "box": [0.1, 0.2, 0.3, "x"]}, {"image": 0, "box": [0.1, -1, Infinity, 0.4]}]},'
        b'"attempts": 1e3, "version": 99999999999999, "duration": NaN, "processed_at": "yesterday", "model": "'
        + b"m" * 500 + b'", "own": [NaN, "\\udfff", 99999999999999999999]}, 7, {"data": {}}, {"filename": ["a.jpg"]}]'
    )  # fmt: skip
    put(house, "odd", {"a.jpg": scan("odd"), "checkpoint.json": odd, "config.json": {"fields": [7], "options": 3}})

    assert adopted(house, "odd")["done"] == 1

    (record,) = house.results("odd")
    assert record["data"]["Titel"] == "x\ufffdy\ufffd"  # type: ignore[index]
    assert record["own"] == [None, "\ufffd", "99999999999999999999"]
    page = house.client.get("/api/v1/batches/odd/records").json()
    assert page["items"][0]["confidence"]["Titel"] == 0.5
    assert page["items"][0]["version"] == 2**31 - 1
    assert findings(house, "odd") == []


def test_an_unsafe_folder_is_renamed_and_shown_as_it_was(house: House) -> None:
    put(house, "Kasten 1 (Müller)", {"a.jpg": scan("unsafe 1")})
    put(house, "Kasten_1_Mueller", {"a.jpg": scan("unsafe 2")})

    batch, other = adopted(house, "Kasten 1 (Müller)"), adopted(house, "Kasten_1_Mueller")

    assert (batch["name"], other["name"]) == ("Kasten_1_Mueller-2", "Kasten_1_Mueller")
    assert house.on_disk(batch["name"]) == ["a.jpg", "config.json"]
    assert not (house.parts.settings.batches_dir / "Kasten 1 (Müller)").exists()


def test_images_whose_names_collide_are_all_kept(house: House) -> None:
    files = {
        "a b.jpg": scan("c1"), "a_b.jpg": scan("c2"), "a_b.png": scan("c3", kind="PNG"),
        "a_b-2.png": scan("c4", kind="PNG"),
        "A_B.jpg": scan("c5"), "wrong.png": scan("c6"), "wrong.jpg": b"no picture", "config.jpg": scan("c7"),
        "M\u00fcller.jpg": scan("c8"), "Mu\u0308ller.jpg": scan("c9"),
    }  # fmt: skip
    put(house, "collisions", dict(files))
    put(house, "collisions", {"a b.jpg": scan("c10"), "wrong.jpg": scan("c11")}, folder="_errors")

    batch = adopted(house, "collisions")

    images = house.client.get("/api/v1/batches/collisions/images").json()["items"]
    wanted = sorted([*[c for c in files.values() if c != b"no picture"], scan("c10"), scan("c11")])
    assert batch["total"] == 11
    assert sorted((house.folder("collisions") / i["filename"]).read_bytes() for i in images) == wanted
    assert (house.folder("collisions") / "wrong.jpg").read_bytes() == b"no picture"
    assert {i["filename"] for i in images} >= {"A_B.jpg", "a_b-2.png"}
    extra = [f for f in findings(house, "collisions") if "wrong.jpg" not in f]
    assert extra == []


def test_a_record_finds_its_image_whatever_the_system_made_of_the_name(house: House) -> None:
    entry = {"filename": "M\u00fcller.JPG", "data": {"Titel": "T"}}
    put(house, "nfd", {"Mu\u0308ller.jpg": scan("nfd"), "checkpoint.json": [entry]})

    assert adopted(house, "nfd")["done"] == 1
    assert house.results("nfd")[0]["filename"] == "Mueller.jpg"


def test_links_and_pipes_are_left_alone(house: House, tmp_path: Path) -> None:
    import os

    (tmp_path / "secret.jpg").write_bytes(scan("secret"))
    folder = put(house, "links", {"a.jpg": scan("links")})
    (folder / "b.jpg").symlink_to(tmp_path / "secret.jpg")
    os.mkfifo(folder / "c.jpg")
    (house.parts.settings.batches_dir / "linked").symlink_to(tmp_path)

    assert adopted(house, "links")["total"] == 1
    assert house.client.get("/api/v1/batches/linked").status_code == 404
    assert (tmp_path / "secret.jpg").read_bytes() == scan("secret")


def test_a_batch_that_is_just_being_made_is_not_adopted(house: House) -> None:
    for n in range(10):
        assert house.batch(f"new {n}")
        house.parts.adoption.look()

    page = house.client.get("/api/v1/batches", params={"q": "new "}).json()
    assert page["total"] == 10


def test_a_folder_that_is_still_being_copied_is_taken_in_when_it_is_whole(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(adopt_after=1.2)  # the copying may be held up for a second by other work
    folder = drawer.parts.settings.batches_dir / "slowly"
    folder.mkdir()
    over = threading.Event()

    def copy() -> None:
        for number in range(12):
            (folder / f"{number:02d}.jpg").write_bytes(scan(str(number)))
            over.wait(0.2)

    copying = threading.Thread(target=copy)
    copying.start()
    first = drawer.client.get("/api/v1/batches").json()["items"]  # type: ignore[union-attr]
    copying.join()
    found = drawer.client.get("/api/v1/batches/slowly").json()

    assert first == []
    assert found["total"] == 12
