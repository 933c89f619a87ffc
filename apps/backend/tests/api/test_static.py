"""Files of batches over HTTP: images that were decoded, and nothing else."""

from __future__ import annotations

import time

import pytest

from drawers import Drawer, House, OpenDrawer, scan
from readers import torn

OUTSIDE = [
    "../indexcards.db",
    "%2e%2e/%2e%2e/indexcards.db", "..%2findexcards.db", "..%5cindexcards.db", "a.jpg/../config.json",
    "config.json", "checkpoint.json", ".incoming", "_errors", "_errors/a.jpg", "_thumbs/../config.json", "a.jpg%00",
    "_sources/a.pdf", "x" * 300, "A.JPG", "_thumbs/a.jpg", "_view/../../../../etc/passwd", "a.jpg/",
]  # fmt: skip


@pytest.fixture
def drawer(house: House) -> Drawer:
    """Each test looks only at a batch of its own."""
    return house


@pytest.mark.parametrize("path", OUTSIDE)
def test_row_45_no_path_leads_out_of_the_images(drawer: Drawer, path: str) -> None:
    batch = drawer.filled("a.jpg")

    answer = drawer.client.get(f"/batches-static/{batch}/{path}")

    assert answer.status_code in ((404,) if path != "a.jpg/" else (200, 404))


def test_row_45_a_link_out_of_the_folder_is_not_followed(drawer: Drawer) -> None:
    batch = drawer.filled("a.jpg")
    original = drawer.folder(batch) / "a.jpg"
    original.unlink()
    original.symlink_to("/etc/hostname")

    assert drawer.client.get(f"/batches-static/{batch}/a.jpg").status_code == 404


def test_row_45_ten_thousand_ranges_cost_nothing(drawer: Drawer) -> None:
    batch = drawer.filled("a.jpg")
    ranges = "bytes=" + ",".join(f"{n}-{n}" for n in range(10_000))

    spent = []
    for _ in range(5):
        begun = time.process_time()
        answer = drawer.client.get(f"/batches-static/{batch}/a.jpg", headers={"range": ranges})
        spent.append(time.process_time() - begun)

    assert answer.status_code == 416
    assert min(spent) < 0.05


@pytest.mark.parametrize(
    ("ranges", "status"),
    [
        ("bytes=0-9", 206),
        ("bytes=-5", 206),
        ("bytes=5-", 206),
        ("bytes=5-2", 416),
        ("bytes=x", 416),
        ("bytes=-", 416),
        ("items=0-1", 416),
        ("bytes=999999999-", 416),
        (f"bytes={'9' * 5000}-", 416),
        ("bytes=0-1,,2-3", 416),
    ],
)
def test_row_45_a_range_is_served_or_416(drawer: Drawer, ranges: str, status: int) -> None:
    batch = drawer.filled("a.jpg")

    answer = drawer.client.get(f"/batches-static/{batch}/a.jpg", headers={"range": ranges})

    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    if status == 416:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-range"] == f"bytes */{len(scan('a.jpg'))}"


@pytest.mark.parametrize("place", ["a.jpg", "_thumbs/a.webp"])
def test_a_file_that_the_client_has_is_not_sent_again(drawer: Drawer, place: str) -> None:
    address = f"/batches-static/{drawer.filled('a.jpg')}/{place}"
    first = drawer.client.get(address)
    tag, time_of_it = first.headers["etag"], first.headers["last-modified"]
    known = [{"if-none-match": tag}, {"if-none-match": f'"x", W/{tag}'}, {"if-modified-since": time_of_it}]
    other = [{"if-none-match": '"x"', "if-modified-since": time_of_it}, {"if-modified-since": "never"}]

    told = [drawer.client.get(address, headers=asked) for asked in known]

    assert [(answer.status_code, answer.content, answer.headers["etag"]) for answer in told] == [(304, b"", tag)] * 3
    assert [drawer.client.get(address, headers=asked).content for asked in other] == [first.content] * 2


def test_an_image_is_served_as_what_it_is(drawer: Drawer) -> None:
    batch = drawer.batch()
    drawer.upload(batch, "wrong.jpg", content={"wrong.jpg": scan("p", kind="PNG")})
    stored = drawer.on_disk(batch)

    answer = drawer.client.get(f"/batches-static/{batch}/wrong.png")

    assert "wrong.png" in stored
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.content == scan("p", kind="PNG")


def test_a_failed_image_is_served_from_its_place(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(torn("torn.jpg"))
    batch = drawer.filled("torn.jpg")
    drawer.run_to_end(batch)

    assert drawer.client.get(f"/batches-static/{batch}/_errors/torn.jpg").content == scan("torn.jpg")
    assert drawer.client.get(f"/batches-static/{batch}/torn.jpg").status_code == 200


def test_thumbnails_and_viewable_copies_are_made_when_somebody_looks(drawer: Drawer) -> None:
    batch = drawer.batch()
    drawer.upload(batch, "a.tif", content={"a.tif": scan("t", kind="TIFF")})
    image = drawer.client.get(f"/api/v1/batches/{batch}/images").json()["items"][0]

    thumbnail, view = (drawer.client.get(image[part]) for part in ("thumbnail_url", "view_url"))

    assert (thumbnail.status_code, thumbnail.headers["content-type"]) == (200, "image/webp")
    assert (view.status_code, view.headers["content-type"]) == (200, "image/webp")
    assert "/_view/" in image["view_url"]
