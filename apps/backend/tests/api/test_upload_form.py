"""The form that scans come in: how much it may hold, and what happens when it is none or breaks off."""

from __future__ import annotations

import pytest
from httpx2 import Response

from drawers import House, OpenDrawer, scan


def send(house: House, batch: str, files: list[tuple[str, bytes]]) -> Response:
    parts = [("files", (name, content)) for name, content in files]
    return house.client.post(f"/api/v1/batches/{batch}/images", files=parts)


def raw(house: House, batch: str, body: bytes, kind: str = "multipart/form-data; boundary=x") -> Response:
    path = f"/api/v1/batches/{batch}/images"
    return house.client.post(path, content=body, headers={"content-type": kind})


def test_a_request_that_is_too_large_is_refused(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(max_request_bytes=30_000)
    batch = drawer.batch()
    files = [("files", (f"{n}.jpg", bytes(20_000))) for n in range(3)]

    told = drawer.client.post(f"/api/v1/batches/{batch}/images", files=files)
    unsaid = drawer.client.post(
        f"/api/v1/batches/{batch}/images", content=iter([bytes(20_000)] * 4),
        headers={"content-type": "multipart/form-data; boundary=x"},
    )  # fmt: skip

    assert (told.status_code, told.json()["code"]) == (413, "too_large")
    assert unsaid.status_code in (400, 413)
    assert drawer.on_disk(batch, ".incoming") == []


def test_five_hundred_files_a_request_and_no_more(house: House) -> None:
    batch = house.batch()

    answer = send(house, batch, [(f"{n}.jpg", b"") for n in range(501)])
    most = send(house, batch, [(f"{n}.jpg", b"") for n in range(500)])

    assert (answer.status_code, answer.json()["code"]) == (413, "too_many_files")
    assert answer.json()["params"] == {"most": 500}
    assert (most.status_code, len(most.json()["rejected"])) == (200, 500)
    assert house.on_disk(batch, ".incoming") == []


def test_a_million_parts_are_not_read(house: House) -> None:
    batch = house.batch()
    body = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n' * 20_000 + b"--x--\r\n"

    answer = raw(house, batch, body)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"), ("multipart/form-data", b""), ("text/plain", b"x"),
        ("multipart/form-data; boundary=", b""),
    ],
)  # fmt: skip
def test_what_is_no_form_is_422(house: House, kind: str, body: bytes) -> None:
    answer = raw(house, house.batch(), body, kind)

    assert (answer.status_code, answer.json()["code"]) == (422, "not_a_form")


PART = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'


@pytest.mark.parametrize(
    "body",
    [
        b"garbage", b"--y\r\n\r\n", PART + scan("cut")[:3000], PART[:30], PART + b"\r\n--x\r\nbad header\r\n\r\n",
        b"--x\r\nContent-Disposition: form-data; x=" + b"y" * 40_000, PART + scan("one") + b"\r\n" + PART + b"rest",
    ],
)  # fmt: skip
def test_a_body_that_breaks_off_leaves_nothing(house: House, body: bytes) -> None:
    batch = house.batch()

    answer = raw(house, batch, body)

    assert answer.status_code == 400, answer.text
    assert house.on_disk(batch, ".incoming") == []
    assert house.on_disk(batch) == ["config.json"]


def test_other_form_fields_do_no_harm(house: House) -> None:
    batch = house.batch()
    body = (
        b'--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
        b'--x\r\nContent-Disposition: form-data; name="else"; filename="b.jpg"\r\n\r\nhello\r\n'
        + PART + scan("a") + b"\r\n--x--\r\n"
    )  # fmt: skip

    answer = raw(house, batch, body)

    assert [s["filename"] for s in answer.json()["stored"]] == ["a.jpg"]
    assert house.on_disk(batch, ".incoming") == []


@pytest.mark.parametrize(
    "body",
    [b"--x--\r\n", b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhello\r\n--x--\r\n'],
)
def test_a_form_without_files_is_told_where_they_go(house: House, body: bytes) -> None:
    answer = raw(house, house.batch(), body)

    assert (answer.status_code, answer.json()["code"]) == (422, "no_files")
    assert "'files'" in answer.json()["detail"]
