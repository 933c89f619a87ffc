"""Many people at one batch at the same moment: one wins, nobody sees an error of ours."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.services import integrity
from drawers import House, scan
from readers import Failing, UnreadableCard

NAMES = [f"{n:02}.jpg" for n in range(12)]
ALLOWED = {200, 202, 204, 404, 409, 422}


class Moody(Failing):
    """Cannot read one card in three, another time another one."""

    def __init__(self, seed: int) -> None:
        dice = random.Random(seed)
        super().__init__(lambda card: UnreadableCard("torn", "torn") if dice.random() < 0.3 else None)


def ask(house: House, batch: str, dice: random.Random) -> tuple[str, int]:
    base = f"/api/v1/batches/{batch}"
    name = dice.choice(NAMES)
    what = dice.choice(["start", "cancel", "retry", "retry-image", "patch", "upload", "remove", "edit", "results"])
    client = house.client
    match what:
        case "start" | "cancel" | "retry":
            answer = client.post(f"{base}/{what}")
        case "retry-image":
            answer = client.post(f"{base}/retry-image/{name}")
        case "patch":
            answer = client.patch(base, json={"title": f"Title {dice.random()}"})
        case "upload":
            label = f"{dice.random()}.jpg"
            answer = client.post(f"{base}/images", files=[("files", (label, scan(label)))])
        case "remove":
            answer = client.delete(f"{base}/images/{name}")
        case "edit":
            body = {"version": dice.randrange(1, 4), "set": {"Titel": str(dice.random())}}
            answer = client.patch(f"{base}/records/{name}", json=body)
        case _:
            answer = client.get(f"{base}/results")
    return what, answer.status_code


@pytest.mark.parametrize("seed", [1, 2])
def test_row_09_rivals_see_no_error_and_leave_no_damage(house: House, seed: int) -> None:
    batch = house.read_by(Moody(seed), *NAMES)
    seen: Counter[tuple[str, int]] = Counter()

    with ThreadPoolExecutor(24) as crowd:
        for turn in range(3):
            dice = [random.Random(f"{seed}{turn}{n}") for n in range(40)]
            seen.update(crowd.map(lambda d: ask(house, batch, d), dice))
            assert house.parts.runs.join(batch, 30)
    parts = house.parts
    parts.publisher.publish(batch)

    assert {code for _, code in seen} <= ALLOWED, seen
    assert seen["start", 202] >= 1
    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)
    assert [f for f in checked.findings if f.batch == batch] == []
    readings = [len(r["readings"]) for r in (house.record(batch, str(i["filename"])) for i in house.results(batch))]  # type: ignore[arg-type]
    assert readings == [r["attempts"] for r in house.results(batch)]


def test_row_09_one_of_many_deletions_wins(house: House) -> None:
    batch = house.filled(*NAMES)

    with ThreadPoolExecutor(16) as crowd:
        codes = list(crowd.map(lambda _: house.client.delete(f"/api/v1/batches/{batch}").status_code, range(16)))

    assert sorted(codes) == [204] + [404] * 15
    assert not house.folder(batch).exists()


def test_row_09_a_deletion_between_uploads_leaves_no_folder(house: House) -> None:
    for turn in range(4):
        batch = house.batch()
        base = f"/api/v1/batches/{batch}"

        def upload(n: int, base: str = base, turn: int = turn) -> int:
            files = [("files", (f"{turn}-{n}.jpg", scan(f"{turn}-{n}")))]
            return house.client.post(f"{base}/images", files=files).status_code

        with ThreadPoolExecutor(8) as crowd:
            uploads = [crowd.submit(upload, n) for n in range(7)]
            deleted = crowd.submit(lambda base=base: house.client.delete(base).status_code)
        codes = {future.result() for future in uploads}

        assert deleted.result() == 204
        assert codes <= {200, 404}, codes
        assert not house.folder(batch).exists()
