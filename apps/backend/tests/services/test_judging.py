"""Several readers of one batch: their readings side by side, compared, and judged by the referee."""

from __future__ import annotations

import pytest
from two_readers import CARDS, FIELDS, REST, TRUTH, VERIFIED, Transcriber, api, read_twice, verify

from app.engines import scoring
from drawers import House


def macro(house: House, batch: str, cards: list[str]) -> float:
    found = {str(r["filename"]): r["data"] for r in house.results(batch)}
    return scoring.compare({name: TRUTH[name] for name in cards}, found).macro or 0.0  # type: ignore[arg-type]


def judged(house: House, batch: str) -> dict[str, object]:
    begun = api(house, batch, "POST", "/judgements", status=202)
    assert house.parts.refielder.join(int(str(begun["id"])), 120)
    found = api(house, batch, "GET", "/refieldings")["items"]
    assert isinstance(found, list)
    done: dict[str, object] = found[0]
    assert done["status"] == "done"
    return done


def test_one_reader_alone_is_not_judged(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", ""), *CARDS[:2], fields=FIELDS)
    house.run_to_end(batch)

    assert api(house, batch, "POST", "/judgements/preview", 409)["code"] == "one_reader"
    assert api(house, batch, "POST", "/judgements", 409)["code"] == "one_reader"


@pytest.mark.timeout(300)
def test_the_referee_is_better_than_each_reader_and_can_be_taken_back(house: House) -> None:
    batch = read_twice(house)
    few = api(house, batch, "POST", "/comparison")
    assert (few["verified"], few["needed"], few["referee"]) == (0, 5, None)
    verify(house, batch, VERIFIED)
    assert house.parts.learning.settled(120)
    before = macro(house, batch, REST)

    compared = api(house, batch, "POST", "/comparison")
    readers = {str(one["reader"]): one for one in compared["readers"]}  # type: ignore[attr-defined]
    assert list(readers) == ["vision alpha-1", "vision beta-1"]
    assert {one["verified"] for one in readers.values()} == {len(VERIFIED)}
    best = max(one["f1"] for one in readers.values())
    assert float(str(compared["referee"])) > best

    preview = api(house, batch, "POST", "/judgements/preview")
    done = judged(house, batch)
    assert (done["cards"], done["version"]) == (len(REST), 0)
    assert preview["changed"] == done["changed"]
    assert macro(house, batch, REST) > before + 0.1
    record = house.record(batch, REST[0])
    assert (record["engine"], record["model"]) == ("referee", "8 cards")
    assert house.record(batch, VERIFIED[0])["data"] == TRUTH[VERIFIED[0]]

    refused = api(house, batch, "POST", "/refieldings/preview")
    assert refused["cards"] == 0, "what the referee has judged is not fielded again by one reader"
    api(house, batch, "DELETE", f"/refieldings/{done['id']}")
    assert macro(house, batch, REST) == before


def test_a_vote_judges_while_few_cards_are_verified(house: House) -> None:
    batch = read_twice(house)
    done = judged(house, batch)

    assert done["cards"] == len(CARDS)
    record = house.record(batch, REST[0])
    assert record["model"] == "vote"
    assert {record["sources"][field] for field, value in record["data"].items() if value} == {"vote"}


def test_a_card_says_what_each_reader_says_and_where_they_differ(house: House) -> None:
    batch = read_twice(house)
    record = house.record(batch, REST[0])

    readers = {one["reader"]: one for one in record["readers"]}  # type: ignore[attr-defined]
    assert list(readers) == ["vision alpha-1", "vision beta-1"]
    assert (readers["vision beta-1"]["engine"], readers["vision beta-1"]["model"]) == ("vision", "beta-1")
    value = readers["vision beta-1"]["values"][FIELDS[0]]
    assert value == {"text": f"{TRUTH[REST[0]][FIELDS[0]]} (sic)", "confidence": 0.7, "evidence": []}
    assert readers["vision alpha-1"]["values"][FIELDS[0]]["text"] is None
    assert record["differ"] == [f for f in FIELDS[:2] if TRUTH[REST[0]][f]]


def test_the_queue_of_differences_empties_as_people_speak(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", ""), *CARDS[:3], fields=FIELDS)
    house.run_to_end(batch)
    assert waiting(house, batch) == [], "one reader differs from nobody"
    house.reader.of[batch] = Transcriber("beta-1", FIELDS[0], ".")
    house.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    house.run_to_end(batch, start=False)
    have = [name for name in CARDS[:3] if TRUTH[name][FIELDS[0]]]
    assert have
    assert waiting(house, batch) == have
    assert waiting(house, batch, field=FIELDS[0]) == have
    assert waiting(house, batch, field=FIELDS[1]) == [], "both say the same of it"

    version = house.record(batch, have[0])["version"]
    change = {"version": version, "set": {FIELDS[0]: TRUTH[have[0]][FIELDS[0]]}}
    api(house, batch, "PATCH", f"/records/{have[0]}", json=change)
    assert waiting(house, batch) == have[1:], "the field in which they differ has been judged"

    house.reader.of[batch] = Transcriber("beta-1", "", ".")
    house.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    house.run_to_end(batch, start=False)
    assert waiting(house, batch) == [], "read again, they agree"


def test_the_table_shows_where_readers_differ_and_changes_all_of_it(house: House) -> None:
    batch = house.read_by(Transcriber("alpha-1", FIELDS[1]), *CARDS, fields=FIELDS)
    house.run_to_end(batch)
    assert shown(house, batch, differ="any") == [], "one reader differs from nobody"
    house.reader.of[batch] = Transcriber("beta-1", "", ".")
    house.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    house.run_to_end(batch, start=False)
    have = [name for name in CARDS if TRUTH[name][FIELDS[1]]]
    assert len(have) > 2

    assert shown(house, batch, differ="open") == have == waiting(house, batch)
    assert shown(house, batch, differ="open", sort=f"field:{FIELDS[1]}", order="desc") != have
    assert shown(house, batch, differ="open", field=FIELDS[1]) == have
    assert shown(house, batch, differ="open", field=FIELDS[0]) == []
    value = str(TRUTH[have[0]][FIELDS[1]])
    assert have[0] in shown(house, batch, differ="open", field=FIELDS[1], value=value)
    assert shown(house, batch, differ="open", field=FIELDS[1], value="") == [], "blank on none of them"
    second = api(house, batch, "GET", "/records", params={"differ": "open", "offset": 1, "limit": 1})
    assert ([r["filename"] for r in second["items"]], second["total"]) == ([have[1]], len(have))  # type: ignore[attr-defined]
    exported = house.client.get(f"/api/v1/batches/{batch}/export", params={"format": "json", "differ": "open"}).json()
    assert [record["filename"] for record in exported] == have

    change = {"filter": {"differ": "open"}, "revision": second["revision"], "accept": [FIELDS[1]]}
    assert api(house, batch, "POST", "/records/bulk", json=change)["changed"] == len(have)
    assert (shown(house, batch, differ="open"), shown(house, batch, differ="any")) == ([], have)
    assert api(house, batch, "GET", "/records", 422, params={"differ": "perhaps"})["code"] == "invalid"


def shown(house: House, batch: str, **query: object) -> list[str]:
    found = api(house, batch, "GET", "/records", params=query)
    assert found["total"] == len(found["items"])  # type: ignore[arg-type]
    return [item["filename"] for item in found["items"]]  # type: ignore[attr-defined]


def waiting(house: House, batch: str, **more: object) -> list[str]:
    found = api(house, batch, "GET", "/queue", params={"show": "differ", "order": "card", **more})
    assert found["total"] == len(found["items"])  # type: ignore[arg-type]
    return [item["filename"] for item in found["items"]]  # type: ignore[attr-defined]
