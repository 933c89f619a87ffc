"""Uploading, listing and removing scans."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Mapping
from typing import Any

import pytest
from httpx2 import Response
from PIL import Image

from app.services import integrity
from drawers import House, OpenDrawer, scan

TIFF_PAGES = 3


def tiff(pages: int = TIFF_PAGES, label: str = "") -> bytes:
    out = io.BytesIO()
    leaves = [Image.open(io.BytesIO(scan(f"{label}{n}"))) for n in range(pages)]
    leaves[0].save(out, "TIFF", save_all=True, append_images=leaves[1:])
    return out.getvalue()


def pdf(pages: int = 2) -> bytes:
    out = io.BytesIO()
    leaves = [Image.open(io.BytesIO(scan(f"pdf{n}"))) for n in range(pages)]
    leaves[0].save(out, "PDF", save_all=True, append_images=leaves[1:])
    return out.getvalue()


def send(house: House, batch: str, files: list[tuple[str, bytes]]) -> Response:
    parts = [("files", (name, content)) for name, content in files]
    return house.client.post(f"/api/v1/batches/{batch}/images", files=parts)


def report(house: House, batch: str, *files: tuple[str, bytes]) -> dict[str, Any]:
    answer = send(house, batch, list(files))
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def listed(house: House, batch: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = house.client.get(f"/api/v1/batches/{batch}/images").json()["items"]
    return items


def test_each_file_of_a_request_is_judged_alone(house: House) -> None:
    batch = house.batch()
    good = scan("good")

    told = report(
        house, batch, ("good.jpg", good), ("again.jpg", good), ("empty.jpg", b""), ("half.jpg", good[:2000]),
        ("words.jpg", b"not a picture"), ("moving.gif", b"GIF89a" + bytes(20)), ("other.png", scan("o", kind="PNG")),
    )  # fmt: skip

    assert [s["filename"] for s in told["stored"]] == ["good.jpg", "other.png"]
    assert [(s["original_name"], s["code"]) for s in told["skipped"]] == [("again.jpg", "duplicate")]
    assert [(r["original_name"], r["code"]) for r in told["rejected"]] == [
        ("empty.jpg", "empty"), ("half.jpg", "damaged"), ("words.jpg", "not_an_image"),
        ("moving.gif", "unsupported_format"),
    ]  # fmt: skip
    assert all(item["reason"].endswith(".") for part in told.values() for item in part)
    assert house.get(batch)["total"] == 2
    assert house.on_disk(batch, ".incoming") == []


def test_the_bytes_on_disk_are_those_that_were_sent(house: House) -> None:
    batch, sent = house.batch(), scan("bytes")

    report(house, batch, ("a.jpg", sent))

    (image,) = listed(house, batch)
    assert (house.folder(batch) / "a.jpg").read_bytes() == sent
    assert (image["sha256"], image["bytes"]) == (hashlib.sha256(sent).hexdigest(), len(sent))
    assert (image["width"], image["height"], image["media_type"]) == (320, 200, "image/jpeg")
    assert house.client.get(image["url"]).content == sent


def test_other_bytes_of_the_same_name_are_both_kept(house: House) -> None:
    batch = house.batch()

    first = report(house, batch, ("a.jpg", scan("1")), ("a.jpg", scan("2")))
    second = report(house, batch, ("A.JPG", scan("3")), ("a.png", scan("4", kind="PNG")))

    stored = first["stored"] + second["stored"]
    assert [s["filename"] for s in stored] == ["a.jpg", "a-2.jpg", "A-3.JPG", "a-4.png"]
    assert stored[0]["reason"] == "Stored."
    assert "a-2.jpg" in stored[1]["reason"]
    assert sorted(i["original_name"] for i in listed(house, batch)) == ["A.JPG", "a.jpg", "a.jpg", "a.png"]


def test_the_same_bytes_are_stored_once_however_often_they_come(house: House) -> None:
    batch = house.batch()
    files = [(f"{n}.jpg", scan(str(n))) for n in range(3)]

    first, second = report(house, batch, *files), report(house, batch, *files, ("renamed.jpg", files[0][1]))

    assert (len(first["stored"]), len(second["stored"]), len(second["skipped"])) == (3, 0, 4)
    assert "0.jpg" in second["skipped"][3]["reason"]
    assert house.get(batch)["total"] == 3


def test_a_suffix_that_lies_is_put_right(house: House) -> None:
    batch = house.batch()

    told = report(
        house, batch, ("photo.png", scan("1")), ("photo2", scan("2")), ("photo3.jpeg", scan("3")),
        ("Nr. 12", scan("4")), ("a.html", scan("5")), ("x" * 120, scan("6")),
    )  # fmt: skip

    assert [s["filename"] for s in told["stored"]] == [
        "photo.jpg", "photo2.jpg", "photo3.jpeg", "Nr._12.jpg", "a.html.jpg", "x" * 116 + ".jpg",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "pages"), [("band.tif", tiff(), 3), ("akte.pdf", pdf(), 2)])
def test_a_file_of_several_pages_becomes_several_images(house: House, name: str, content: bytes, pages: int) -> None:
    batch = house.batch()

    told = report(house, batch, (name, content))
    again = report(house, batch, (name, content))

    stem = name.partition(".")[0]
    assert [(s["filename"], s["page"]) for s in told["stored"]] == [
        (f"{stem}_p{n:04d}.png", n) for n in range(1, pages + 1)
    ]
    assert house.on_disk(batch, "_sources") == [name]
    assert (house.folder(batch) / "_sources" / name).read_bytes() == content
    assert {i["source_name"] for i in listed(house, batch)} == {name}
    assert [s["code"] for s in again["skipped"]] == ["duplicate"]
    assert house.run_to_end(batch)["done"] == pages


def test_a_source_goes_with_its_last_page(house: House) -> None:
    batch = house.batch()
    report(house, batch, ("band.tif", tiff(2, "x")))

    house.client.delete(f"/api/v1/batches/{batch}/images/band_p0001.png")
    assert house.on_disk(batch, "_sources") == ["band.tif"]
    house.client.delete(f"/api/v1/batches/{batch}/images/band_p0002.png")

    assert house.on_disk(batch, "_sources") == []
    assert house.get(batch)["total"] == 0


def test_a_tiff_of_one_page_stays_as_it_is(house: House) -> None:
    batch = house.batch()

    report(house, batch, ("a.tif", tiff(1)))

    (image,) = listed(house, batch)
    assert (image["format"], image["page"]) == ("tiff", None)
    assert image["view_url"].endswith("/_view/a.webp")


def test_one_file_that_is_too_large_is_refused_alone(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(max_upload_bytes=20_000)
    batch = drawer.batch()
    large = scan("large") + bytes(40_000)

    told = drawer.upload(batch, "small.jpg", "large.jpg", "last.jpg", content={"large.jpg": large})

    assert [s["filename"] for s in told["stored"]] == ["small.jpg", "last.jpg"]
    assert [r["code"] for r in told["rejected"]] == ["too_many_bytes"]
    assert drawer.on_disk(batch, ".incoming") == []


def test_images_are_listed_in_the_order_of_cards(house: House) -> None:
    batch = house.filled("10.jpg", "9.jpg", "1.jpg")

    page = house.client.get(f"/api/v1/batches/{batch}/images", params={"offset": 1, "limit": 1}).json()

    assert [i["filename"] for i in listed(house, batch)] == ["1.jpg", "9.jpg", "10.jpg"]
    assert ([i["filename"] for i in page["items"]], page["total"]) == (["9.jpg"], 3)


def test_a_removed_image_leaves_no_trace(house: House) -> None:
    batch = house.filled("a.jpg", "b.jpg")
    house.run_to_end(batch)
    house.client.get(f"/batches-static/{batch}/_thumbs/a.webp")

    answer = house.client.delete(f"/api/v1/batches/{batch}/images/a.jpg")

    assert answer.status_code == 204
    assert [p.name for p in house.folder(batch).rglob("a.*")] == []
    assert (house.get(batch)["total"], house.get(batch)["done"]) == (1, 1)
    assert [r["filename"] for r in house.results(batch)] == ["b.jpg"]
    assert house.client.delete(f"/api/v1/batches/{batch}/images/a.jpg").status_code == 404
    assert house.client.get(f"/api/v1/batches/{batch}/records", params={"q": "a.jpg"}).json()["total"] == 0


def test_a_full_disk_is_507_before_a_byte_is_taken(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(min_free_bytes=2**60)
    batch = drawer.batch()

    answer = drawer.client.post(f"/api/v1/batches/{batch}/images", files=[("files", ("a.jpg", scan("a")))])

    assert (answer.status_code, answer.json()["code"]) == (507, "no_space")
    assert drawer.get(batch)["total"] == 0


class Full:
    """A decoder whose disk has no room for pages."""

    def judge(self, path: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_fills_meanwhile_is_507_and_leaves_nothing(house: House) -> None:
    batch, ingest = house.batch(), house.parts.ingest
    decoder, ingest._decoder = ingest._decoder, Full()  # type: ignore[assignment]
    try:
        answer = send(house, batch, [("a.jpg", scan("a")), ("b.jpg", scan("b"))])
    finally:
        ingest._decoder = decoder

    assert (answer.status_code, answer.json()["code"]) == (507, "no_space")
    assert house.on_disk(batch, ".incoming") == []


def test_all_files_of_all_batches_are_accounted_for(house: House) -> None:
    parts = house.parts
    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)
    found: Mapping[str, int] = {f.code: 1 for f in checked.findings}

    assert found == {}
