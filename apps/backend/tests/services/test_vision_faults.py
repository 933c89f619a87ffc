"""Rows 29, 33 and 36 for whole batches: a model behind a provider that fails in each way."""

from __future__ import annotations

import base64
import io
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from app.engines.vision.ladder import MORE_ROOM
from drawers import Drawer, OpenVision, scan
from providers import Says

FIELDS = ["Komponist", "Titel", "Signatur"]
GOOD = {"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"}
FAULTS = (
    Says("", 429, {"Retry-After": "0"}), Says("", 500), Says("", 503), Says(kind="reset"), Says("<html>", kind="raw"),
    Says('{"cho', kind="raw"), Says(""), Says(None), Says("I'm sorry, I can't help with that."),
    Says('{"Komponist": "Reger", "Ti', finish="length"), Says('{"Komponist":' + " \n" * 3000, finish="length"),
)  # fmt: skip


def filled(drawer: Drawer, count: int, **options: object) -> tuple[str, list[str]]:
    names = [f"{n:03}.jpg" for n in range(count)]
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored", **options})
    drawer.upload(batch, *names)
    return batch, names


LATENCY = 0.3
CALLS = 4


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_row_29_thirty_percent_of_mixed_faults_lose_no_card_and_little_time(read_by: OpenVision) -> None:
    dice = random.Random(28)

    def script(_body: dict[str, Any], _number: int) -> Says:
        says = dice.choice(FAULTS) if dice.random() < 0.3 else Says(GOOD)
        at_once = says.status != 200 or says.kind == "reset"
        return replace(says, seconds=0.0 if at_once else LATENCY)

    drawer, server = read_by(script)
    batch, names = filled(drawer, 60)
    ideal = len(names) * LATENCY / CALLS
    shares = []
    while len(shares) < 3 and (not shares or shares[-1] < 0.6):
        before = len(server.bodies)
        drawer.client.post(f"/api/v1/batches/{batch}/start", params={"anew": bool(before)}).raise_for_status()
        ended = drawer.run_to_end(batch, start=False, seconds=120)
        shares.append(ideal / (server.moments[-1] + LATENCY - server.moments[before]))

        assert (ended["done"], ended["failed"]) == (len(names), 0)
        assert all(each["data"] == GOOD for each in drawer.results(batch))
        assert len(server.bodies) - before > 1.2 * len(names)
    assert max(shares) >= 0.6, f"another guest of the machine may cost one run, not three: {shares}"


def test_row_33_the_same_invented_card_again_and_again_pauses_the_batch(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says({"Komponist": "Schmidt, Hans", "Titel": "Die Lage", "Signatur": "Z 99"}))
    batch, names = filled(drawer, 16)
    drawer.run_to_end(batch)
    drawer.with_words({name: f"Reger\nMax\n{name}\nLied\nNummer\nzwei\nKasten\nvier" for name in names})
    drawer.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    paused = drawer.run_to_end(batch, start=False)

    assert paused["status"] == "paused"
    assert "does not seem to see" in str(paused["reason"])
    assert paused["pending"] != 0


def test_row_36_a_hundred_clicks_spend_nothing_past_the_ceiling(read_by: OpenVision) -> None:
    refused = Says("I'm sorry, I can't help with that.")
    drawer, server = read_by(lambda _b, n: Says(GOOD) if n < 3 else refused)
    batch, _ = filled(drawer, 8, ceiling=0.0125)
    drawer.run_to_end(batch)
    before = drawer.get(batch)

    def click(number: int) -> int:
        return drawer.client.post(f"/api/v1/batches/{batch}/{'retry' if number % 4 else 'start'}").status_code

    with ThreadPoolExecutor(8) as clicks:
        answers = list(clicks.map(click, range(100)))
    assert drawer.parts.runs.join(batch, 30)
    ended, cost = drawer.get(batch), drawer.client.get(f"/api/v1/batches/{batch}/cost").json()

    assert before["failed"], "there was something to retry"
    assert set(answers) <= {202, 409}
    assert ended["status"] in ("paused", before["status"])
    assert ended["done"] == 3
    assert len(server.bodies) <= 12 + 2, "the last card may be asked for twice more"
    assert cost["spent"] == pytest.approx(len(server.bodies) * 0.001)


def test_row_36_a_double_click_is_one_job(read_by: OpenVision) -> None:
    ill = [False]
    drawer, server = read_by(lambda _b, _n: Says("I'm sorry, I can't help with that." if ill[0] else GOOD, seconds=0.2))
    batch, names = filled(drawer, 8)
    for action in ("start", "retry"):
        ill[0] = action == "start"
        at_once, before = threading.Barrier(2), len(server.bodies)

        def click(_: int, action: str = action, at_once: threading.Barrier = at_once) -> int:
            at_once.wait(10)
            return drawer.client.post(f"/api/v1/batches/{batch}/{action}").status_code

        with ThreadPoolExecutor(2) as fingers:
            assert sorted(fingers.map(click, range(2))) == [202, 409]
        drawer.run_to_end(batch, start=False)
        assert len(server.bodies) - before == len(names) * (3 if action == "start" else 1)
    assert drawer.get(batch)["done"] == len(names)


def test_row_36_no_answer_may_be_longer_than_the_cap_on_tokens(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: Says('{"Komponist": "Reger", "Ti', finish="length"))
    batch, _ = filled(drawer, 3)
    drawer.run_to_end(batch)
    asked = [body.get("max_tokens") or body.get("max_completion_tokens") for body in server.bodies]

    assert len(asked) == 6, "once more, with more room"
    assert max(asked) <= MORE_ROOM * min(asked)


def test_scans_are_sent_no_larger_than_the_provider_wants(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: Says(GOOD))
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, "large.jpg", content={"large.jpg": scan("large", size=(2400, 1500))})
    drawer.run_to_end(batch)
    url = server.bodies[0]["messages"][0]["content"][1]["image_url"]["url"]

    with Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))) as sent:
        assert sent.size == (1400, 875)
