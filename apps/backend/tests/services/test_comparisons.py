"""Readers and mixes of them compared on verified cards or a file, with the test that tells noise from a difference."""

from __future__ import annotations

from typing import Any

import pytest
from two_readers import CARDS, FIELDS, REST, TRUTH, VERIFIED, Transcriber, api, read_twice, verify

from app.core.clock import now
from app.models.learning_tables import Comparison
from app.services import records
from drawers import House

ALPHA, BETA = "vision alpha-1", "vision beta-1"
MIXED = f"referee: {ALPHA} + {BETA} + local"


def compared(house: House, batch: str, **wanted: object) -> dict[str, Any]:
    begun = api(house, batch, "POST", "/comparisons", 202, json=wanted)
    assert house.parts.comparisons.join(int(str(begun["id"])), 240)
    done: dict[str, Any] = api(house, batch, "GET", f"/comparisons/{begun['id']}")
    assert (done["status"], done["step"]) == ("done", done["steps"])
    return done


@pytest.mark.timeout(300)
def test_a_mix_of_two_readers_is_measurably_better_and_is_suggested(house: House) -> None:
    batch = read_twice(house)
    verify(house, batch, VERIFIED)
    assert house.parts.learning.settled(120)
    plan = api(house, batch, "POST", "/comparisons/plan", json={"size": 5})
    assert (plan["verified"], plan["cards"]) == (len(VERIFIED), VERIFIED[-5:])
    assert [(one["reader"], one["missing"]) for one in plan["readers"]] == [(ALPHA, []), (BETA, [])]  # type: ignore[attr-defined]

    done = compared(house, batch)

    mixes = {mix["key"]: mix for mix in done["mixes"]}
    assert (done["cards"], done["against"]) == (len(VERIFIED), "verified")
    assert [mix["way"] for mix in done["mixes"]] == ["alone", "alone", "alone", "vote", *["referee"] * 3]
    assert {mix["usable"] for key, mix in mixes.items() if key.startswith("vote")} == {False}
    mixed, alone = mixes[MIXED], mixes[f"alone: {ALPHA}"]
    assert mixed["f1"] > alone["f1"] + 0.1
    assert mixed["low"] <= mixed["f1"] <= mixed["high"]
    assert mixed["cer"] < alone["cer"]
    assert 0 < mixed["accepted"] <= 1
    assert mixed["precision"] > 0.8
    assert mixed["seconds"] == pytest.approx(0.02)
    assert set(mixed["fields"]) == set(FIELDS)
    best = mixes[done["best"]]
    suggested = mixes[done["suggested"]]
    assert suggested["usable"]
    assert suggested["key"] == done["best"] or suggested["difference"]["noise"]
    assert best["difference"] is None

    other = api(house, batch, "GET", f"/comparisons/{done['id']}", params={"against": f"alone: {ALPHA}"})
    difference = next(mix["difference"] for mix in other["mixes"] if mix["key"] == MIXED)  # type: ignore[attr-defined]
    assert difference["difference"] == pytest.approx(mixed["f1"] - alone["f1"])
    assert not difference["noise"]
    assert (
        api(house, batch, "GET", f"/comparisons/{done['id']}", 404, params={"against": "x"})["code"] == "mix_not_found"
    )
    assert api(house, batch, "GET", "/comparisons")["items"][0]["id"] == done["id"]  # type: ignore[index]


@pytest.mark.timeout(300)
def test_a_file_says_what_stands_on_cards_that_nobody_has_verified(house: House) -> None:
    batch = read_twice(house)
    truth = {name: TRUTH[name] for name in CARDS[:6]}
    done = compared(house, batch, truth={**truth, "unknown.jpg": {FIELDS[0]: "x"}})

    assert (done["cards"], done["against"]) == (6, "truth")
    assert all(record["review"] == {} for record in house.results(batch))


def plan_of(house: House, batch: str, status: int = 200, **wanted: object) -> dict[str, Any]:
    found: dict[str, Any] = api(house, batch, "POST", "/comparisons/plan", status, json=wanted)
    return found


def test_cards_are_drawn_over_the_drawer_and_the_same_ones_again(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", ""), *CARDS, fields=FIELDS)
    house.run_to_end(batch)
    verify(house, batch, CARDS[::-1])

    newest = plan_of(house, batch, size=5)
    drawn = [plan_of(house, batch, size=5, spread=True, seed=seed)["cards"] for seed in range(8)]

    assert newest["cards"] == CARDS[4::-1]
    assert newest["verified"] == len(CARDS)
    assert plan_of(house, batch, size=5, spread=True, seed=3)["cards"] == drawn[3]
    assert len({tuple(cards) for cards in drawn}) > 4
    ends = [len(CARDS) * n // 5 for n in range(6)]
    for cards in drawn:
        assert [CARDS[start:end].count(card) for card, start, end in zip(cards, ends, ends[1:], strict=False)] == [
            1
        ] * 5
    assert plan_of(house, batch, size=100, spread=True)["cards"] == CARDS


@pytest.mark.timeout(300)
def test_cards_are_picked_by_hand_and_how_they_were_chosen_is_kept(house: House) -> None:
    batch = read_twice(house)
    verify(house, batch, VERIFIED)
    assert house.parts.learning.settled(120)
    picked = [VERIFIED[n] for n in (6, 0, 3, 2, 5)]

    plan = plan_of(house, batch, cards=[*picked, REST[0], picked[0], "unknown.jpg"])
    assert (plan["cards"], plan["left_out"]) == (picked, [REST[0], "unknown.jpg"])
    assert plan_of(house, batch, 422, cards=picked, spread=True)["code"] == "invalid"
    truth = {**{name: TRUTH[name] for name in picked}, "x.jpg": {FIELDS[0]: "x"}}
    assert plan_of(house, batch, truth=truth)["left_out"] == ["x.jpg"]

    done = compared(house, batch, cards=picked)
    assert done["cards"] == 5
    assert done["choice"] == {"by": "hand", "size": None, "seed": None}
    drawn = compared(house, batch, size=6, spread=True, seed=9)
    assert drawn["choice"] == {"by": "random", "size": 6, "seed": 9}
    assert [one["choice"]["by"] for one in api(house, batch, "GET", "/comparisons")["items"]] == ["random", "hand"]  # type: ignore[attr-defined]


def test_too_few_cards_are_no_comparison_and_a_reader_that_lacks_them_is_named(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", ""), *CARDS[:6], fields=FIELDS)
    house.run_to_end(batch)
    verify(house, batch, CARDS[:5])

    wanted = {"readers": [{"engine": "double", "model": "double-1"}]}
    plan = api(house, batch, "POST", "/comparisons/plan", json=wanted)
    assert [(one["reader"], one["missing"]) for one in plan["readers"]] == [("double double-1", CARDS[:5])]  # type: ignore[attr-defined]
    assert api(house, batch, "POST", "/comparisons", 409, json=wanted)["code"] == "too_few_cards"
    api(house, batch, "POST", "/comparisons", 422, json={"readers": [{"engine": "nobody"}]})


def test_a_comparison_that_a_crash_cut_short_is_called_failed(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", ""), *CARDS[:1], fields=FIELDS)
    with house.parts.database.session() as session:
        row = Comparison(
            batch_id=records.require_batch(session, batch).id, created_at=now(), status="running", cards=5, step=1,
            steps=7, against="verified", result=[],
        )  # fmt: skip
        session.add(row)

    house.parts.comparisons.recover()

    assert [one["status"] for one in api(house, batch, "GET", "/comparisons")["items"]] == ["failed"]  # type: ignore[attr-defined]
