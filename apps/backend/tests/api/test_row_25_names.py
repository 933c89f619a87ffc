"""Hostile names of files and batches: never outside, never over another, always shown as they were."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core import names
from app.services import shelf
from drawers import House, scan

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt9"}
HOSTILE = [
    "../../etc/passwd.jpg", "..\\..\\windows\\system.jpg", "/etc/shadow.jpg", "C:\\x.jpg", "a\x00.jpg",
    "x" * 255 + ".jpg",
    "ü" * 4096 + ".jpg", "CON", "aux.jpg", "NUL.tar.jpg", "com1.jpg", "trailing.", "trailing .jpg", " leading.jpg",
    "-rf.jpg", "--help", "\u202egpj.exe", "\ufeffbom.jpg", "Mu\u0308ller.jpg", "M\u00fcller.jpg", "a.jpg", "A.jpg",
    "😀.jpg", "😀", ".jpg", "..", ".", "", " ", "...jpg", ".htaccess", "_errors", "_thumbs.jpg", "config.json",
    "config.jpg", "checkpoint.json", "CHECKPOINT.png", "checkpoint.adopted.jpg", "<script>alert(1)</script>.jpg",
    "a\r\nb.jpg", "a;rm -rf.jpg", "%2e%2e%2fx.jpg", "x.jpg:stream", "日本語.jpg", "ß.jpg", "SS.jpg", "ﬁ.jpg",
]  # fmt: skip


def is_portable(name: str) -> bool:
    return (
        SAFE.fullmatch(name) is not None
        and len(name.encode()) <= 120
        and not name.endswith(".")
        and ".." not in name
        and name.split(".")[0].lower() not in RESERVED
    )


@given(st.text(), st.sampled_from(sorted(shelf.SUFFIXES)))
@example("x" * 120, "heic")
@example("x" * 115 + ".png", "heic")
@example("a.b.c.", "jpeg")
@example("con.jpg", "jpeg")
@settings(max_examples=400, deadline=None)
def test_row_25_every_name_has_a_safe_form(name: str, kind: str) -> None:
    safe = shelf.safe_name(name, kind)

    assert is_portable(safe), safe
    assert safe.rpartition(".")[2].lower() in {s[1:] for s in shelf.SUFFIXES[kind]}
    assert shelf.safe_name(safe, kind) == safe


@given(st.lists(st.text(max_size=12), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_row_25_distinct_names_differ_on_every_system(wished: list[str]) -> None:
    taken: set[str] = set()
    for name in wished:
        given_name = names.distinct(shelf.safe_name(name, "jpeg"), taken)
        assert is_portable(given_name)
        assert names.stem_key(given_name) not in taken
        taken.add(names.stem_key(given_name))


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.glob("*") if p.is_file()}


def test_row_25_hostile_files_stay_in_their_batch(house: House) -> None:
    batch, other = house.batch(), house.filled("a.jpg")
    before = _snapshot(house.folder(other))
    outside = {p for p in house.parts.settings.data_dir.parent.rglob("*") if house.folder(batch) not in p.parents}
    kept: dict[str, bytes] = {}
    shown: list[str] = []

    for number, name in enumerate(HOSTILE):
        content = scan(f"hostile {number}")
        report = _send(house, batch, name, content)
        (stored,) = report["stored"]
        assert is_portable(stored["filename"]), stored
        assert stored["filename"] not in kept
        kept[stored["filename"]] = content
        shown.append(stored["original_name"])

    on_disk = {n: (house.folder(batch) / n).read_bytes() for n in house.on_disk(batch) if n != "config.json"}
    assert on_disk == kept
    assert len({names.stem_key(n) for n in kept}) == len(HOSTILE)
    now = {p for p in house.parts.settings.data_dir.parent.rglob("*") if house.folder(batch) not in p.parents}
    assert {p for p in now - outside if "indexcards.db" not in p.name and "_thumbs" not in p.parts} == set()
    assert _snapshot(house.folder(other)).items() >= before.items()
    assert shown[HOSTILE.index("日本語.jpg")] == "日本語.jpg"
    assert shown[HOSTILE.index("../../etc/passwd.jpg")] == "../../etc/passwd.jpg"
    assert house.run_to_end(batch)["done"] == len(HOSTILE)
    for filename in kept:
        assert house.client.get(f"/batches-static/{batch}/{filename}").status_code == 200


def _send(house: House, batch: str, name: str, content: bytes) -> dict[str, Any]:
    """As a client that quotes nothing would send it; a NUL and line ends have no place in a header."""
    told = name.encode().replace(b"\r\n", b"%0D%0A").replace(b"\x00", b"%00").replace(b"\\", b"\\\\")
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="' + told + b'"\r\n\r\n'
    answer = house.client.post(
        f"/api/v1/batches/{batch}/images",
        content=head + content + b"\r\n--x--\r\n", headers={"content-type": "multipart/form-data; boundary=x"},
    )  # fmt: skip
    assert answer.status_code == 200, (name, answer.text)
    report: dict[str, Any] = answer.json()
    assert report["rejected"] == report["skipped"] == [], name
    return report


@pytest.mark.parametrize("name", [n for n in HOSTILE if n.strip() and "\x00" not in n and len(n) <= 300])
def test_row_25_hostile_titles_make_safe_folders(house: House, name: str) -> None:
    batch = house.batch(name)

    assert is_portable(batch), batch
    assert house.folder(batch).parent == house.parts.settings.batches_dir
    assert (house.folder(batch) / "config.json").is_file()
    assert house.get(batch)["title"] == " ".join(name.split())


ANY = st.characters(exclude_categories=())
TITLES = st.text(ANY, min_size=1, max_size=300) | st.sampled_from(HOSTILE).flatmap(
    lambda name: st.text(max_size=3).map(lambda more: name[:250] + more)
)
WIRE = st.binary(min_size=1, max_size=300).map(lambda raw: re.sub(rb'[\r\n\x00"\\\\]', b"_", raw)) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters='\r\n\x00"\\'), min_size=1
).map(str.encode)
"""Names of files as bytes: not always UTF-8, half characters too."""
BOUNDED = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def test_row_25_any_title_makes_a_safe_folder_or_is_refused(house: House) -> None:
    root = house.parts.settings.batches_dir
    made = 0

    @BOUNDED
    @given(TITLES)
    def check(title: str) -> None:
        nonlocal made
        before = {path.name for path in root.iterdir()}
        body = json.dumps({"title": title, "fields": ["A"]})
        answer = house.client.post("/api/v1/batches", content=body, headers={"content-type": "application/json"})
        new = {path.name for path in root.iterdir()} - before
        if answer.status_code == 422:
            assert new == set()
            return
        assert answer.status_code == 201, answer.text
        name = answer.json()["name"]
        assert new == {name}
        assert is_portable(name), name
        assert answer.json()["title"] == " ".join(title.split())
        made += 1

    check()
    assert made


def test_row_25_any_name_of_a_file_stays_in_its_batch_and_is_shown(house: House) -> None:
    batch, data_dir = house.batch(), house.parts.settings.data_dir
    stored: list[str] = []

    @BOUNDED
    @given(WIRE)
    def check(name: bytes) -> None:
        head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="' + name + b'"\r\n\r\n'
        content = head + scan(str(len(stored)), size=(64, 48)) + b"\r\n--x--\r\n"
        kind = {"content-type": "multipart/form-data; boundary=x"}
        answer = house.client.post(f"/api/v1/batches/{batch}/images", content=content, headers=kind)
        assert answer.status_code == 200, answer.text
        (one,) = answer.json()["stored"]
        assert is_portable(one["filename"]), one
        assert one["original_name"].encode("utf-8")
        if (told := name.decode("utf-8", "ignore")).isprintable() and told.encode() == name and len(told) <= 500:
            assert one["original_name"] == told
        stored.append(one["filename"])

    check()
    kept = {path.name for path in house.folder(batch).iterdir() if path.is_file()} - {"config.json"}
    assert kept == set(stored)
    assert len({names.stem_key(name) for name in stored}) == len(stored)
    assert {path.name for path in data_dir.iterdir()} <= {
        "batches", "indexcards.db", "indexcards.db-wal", "indexcards.db-shm", "runs", "trash", "locks",
    }  # fmt: skip
