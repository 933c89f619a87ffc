"""Row 17 for uploads: in one request with every kind of damage, each file is judged alone and whole ones are stored."""

from __future__ import annotations

import random

from imaging import samples

from drawers import House

KINDS = ("jpg", "png", "webp", "tif", "jp2", "heic")
TENTHS = range(10)


def test_row_17_whole_files_among_sixty_damaged_ones_are_stored_and_read(house: House) -> None:
    wholes = {f"whole.{kind}": samples.encode(samples.scene(300 + n, 200), kind) for n, kind in enumerate(KINDS)}
    cuts = {
        f"cut{tenth}.{kind}": wholes[f"whole.{kind}"][: len(wholes[f"whole.{kind}"]) * tenth // 10]
        for kind in KINDS
        for tenth in TENTHS
    }
    dice = random.Random(17)
    others = {"noise.jpg": dice.randbytes(5000), "page.png": b"<!doctype html>", "anim.gif": b"GIF89a" + bytes(40)}
    files = [*wholes.items(), *cuts.items(), *others.items()]
    dice.shuffle(files)
    batch = house.batch()

    answer = house.client.post(f"/api/v1/batches/{batch}/images", files=[("files", each) for each in files])
    report = answer.json()
    refused = {each["original_name"]: each for each in report["rejected"]}

    assert answer.status_code == 200
    assert {each["original_name"] for each in report["stored"]} == set(wholes)
    assert set(refused) == set(cuts) | set(others)
    assert len(refused) > 60
    assert {refused[name]["code"] for name in cuts} == {"empty", "damaged"}
    assert all(each["reason"].endswith(".") for each in refused.values())
    assert house.on_disk(batch, ".incoming") == []
    assert house.run_to_end(batch)["done"] == len(KINDS)
