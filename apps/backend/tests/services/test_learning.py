"""From verified cards to better readings: learned in the background, applied without reading again, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import words

from app.core.errors import Conflict
from app.engines import scoring
from app.services import evaluations, records, repeating
from app.services.folders import BatchFolder
from app.services.repeating import Repeated
from drawers import House

FIELDS, TRUTH = words.nameless()
CARDS = sorted(TRUTH)
VERIFIED = CARDS[:8]
REST = CARDS[8:]


def read(house: House) -> str:
    """A drawer whose field names tell the rules nothing."""
    made = house.read_by(words.WordReader(), *CARDS, fields=FIELDS)
    house.run_to_end(made)
    return made


@pytest.fixture
def batch(house: House) -> str:
    return read(house)


@pytest.fixture(scope="module")
def taught(open_house: House) -> str:
    """A drawer that was taught once, for tests that leave it as they found it."""
    made = read(open_house)
    learned(open_house, made)
    return made


def api(house: House, batch: str, method: str, path: str, status: int = 200, **more: object) -> dict[str, object]:
    answer = house.client.request(method, f"/api/v1/batches/{batch}{path}", **more)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    found: dict[str, object] = answer.json()
    return found


def verify(house: House, batch: str, cards: list[str]) -> None:
    for name in cards:
        version = house.record(batch, name)["version"]
        api(house, batch, "PATCH", f"/records/{name}", json={"version": version, "set": TRUTH[name], "who": "Ada"})


def learned(house: House, batch: str) -> None:
    verify(house, batch, VERIFIED)
    assert house.parts.learning.settled(60)
    api(house, batch, "POST", "/learning/train")


def refield(house: House, batch: str) -> dict[str, object]:
    begun = api(house, batch, "POST", "/refieldings", status=202)
    assert house.parts.refielder.join(int(str(begun["id"])), 60)
    found = api(house, batch, "GET", "/refieldings")["items"]
    assert isinstance(found, list)
    done: dict[str, object] = found[0]
    return done


@pytest.fixture
def fielded(house: House, taught: str) -> Iterator[str]:
    """The taught drawer, fielded again until the test ends."""
    done = refield(house, taught)
    yield taught
    api(house, taught, "DELETE", f"/refieldings/{done['id']}")


def data(house: House, batch: str) -> dict[str, dict[str, str | None]]:
    return {str(r["filename"]): r["data"] for r in house.results(batch)}  # type: ignore[misc]


def macro(house: House, batch: str, cards: list[str]) -> float:
    return scoring.compare({name: TRUTH[name] for name in cards}, data(house, batch)).macro or 0.0


def test_verifying_some_cards_improves_the_rest(house: House, taught: str) -> None:
    batch = taught
    before, held = macro(house, batch, REST), data(house, batch)
    calls = len(house.reader.calls)
    preview = api(house, batch, "POST", "/refieldings/preview")

    done = refield(house, batch)

    assert before < 0.1
    assert macro(house, batch, REST) > 0.6
    assert len(house.reader.calls) == calls, "no card was read again"
    assert (done["status"], done["cards"]) == ("done", len(REST))
    assert {k: preview[k] for k in ("changed", "filled", "emptied")} == {
        k: done[k] for k in ("changed", "filled", "emptied")
    }
    assert int(str(done["filled"])) > 10
    record = house.record(batch, REST[0])
    assert str(record["model"]).startswith("double-1+learned-")
    assert len(record["readings"]) == 2  # type: ignore[arg-type]
    filled = [f for f, v in record["data"].items() if v]  # type: ignore[attr-defined]
    assert all(record["evidence"].get(f) for f in filled), "every value shows where it stands"  # type: ignore[attr-defined]

    taken = api(house, batch, "DELETE", f"/refieldings/{done['id']}")

    assert taken["status"] == "taken_back"
    assert data(house, batch) == held
    api(house, batch, "DELETE", f"/refieldings/{done['id']}", status=409)


def test_peoples_values_stay_as_they_are(house: House, taught: str) -> None:
    batch = taught
    one = REST[0]
    version = house.record(batch, one)["version"]
    api(house, batch, "PATCH", f"/records/{one}", json={"version": version, "set": {FIELDS[0]: "my own"}})
    before = data(house, batch)

    done = refield(house, batch)

    after = data(house, batch)
    assert after[one][FIELDS[0]] == "my own"
    assert all(after[name] == before[name] == TRUTH[name] for name in VERIFIED)
    assert after[one][FIELDS[2]] != before[one][FIELDS[2]]
    api(house, batch, "DELETE", f"/refieldings/{done['id']}")
    version = house.record(batch, one)["version"]
    api(house, batch, "PATCH", f"/records/{one}", json={"version": version, "clear": [FIELDS[0]]})


def test_a_model_is_trained_in_the_background_after_a_few_reviews(house: House, batch: str) -> None:
    told = api(house, batch, "GET", "/learning")
    assert (told["verified"], told["until_next"], told["model"]) == (0, 3, None)

    verify(house, batch, CARDS[:3])
    assert house.parts.learning.settled(60)

    told = api(house, batch, "GET", "/learning")
    assert (told["verified"], told["until_next"]) == (3, 3)
    model = told["model"]
    assert isinstance(model, dict)
    assert (model["version"], model["cards"]) == (1, 3)
    verify(house, batch, CARDS[3:6])
    assert house.parts.learning.settled(60)
    curve = api(house, batch, "GET", "/learning")["curve"]
    assert isinstance(curve, list)
    assert [one["cards"] for one in curve] == [3, 6]


def test_too_few_cards_teach_nothing_and_say_so(house: House, batch: str) -> None:
    assert "Verify some more" in str(api(house, batch, "POST", "/learning/train", status=422)["detail"])
    assert api(house, batch, "POST", "/refieldings", status=409)["code"] == "nothing_learned"


def test_below_fifty_cards_certainty_is_not_called_calibrated(house: House, taught: str) -> None:
    batch = taught

    told = api(house, batch, "GET", "/certainty")

    assert (told["calibrated"], told["verified"], told["needed"]) == (False, len(VERIFIED), 50)
    assert told["measured_on"] == len(VERIFIED)
    assert told["bins"]
    assert told["rows"]


def test_certainty_counts_verified_cards_as_verify_does_and_says_on_how_many_it_was_measured(
    house: House, batch: str
) -> None:
    learned(house, batch)
    verify(house, batch, REST[:1])

    told = api(house, batch, "GET", "/certainty")

    assert told["verified"] == api(house, batch, "GET", "/learning")["verified"] == len(VERIFIED) + 1
    assert told["measured_on"] == len(VERIFIED)


def test_what_was_learned_is_said_and_can_be_switched_off(house: House, taught: str) -> None:
    batch = taught
    rules = api(house, batch, "GET", "/learning")["normalisers"]
    assert isinstance(rules, list)
    assert rules
    assert all(rule["on"] and rule["says"] for rule in rules)

    told = api(house, batch, "PUT", "/learning/normalisers", json={"off": [rules[0]["key"]]})

    after = told["normalisers"]
    assert isinstance(after, list)
    assert [rule["on"] for rule in after] == [False] + [True] * (len(after) - 1)


def test_cards_to_verify_next_are_spread_over_the_drawer(house: House, batch: str) -> None:
    verify(house, batch, CARDS[:2])

    names = api(house, batch, "GET", "/learning/next?count=5&seed=3")["filenames"]

    assert isinstance(names, list)
    assert len(names) == len(set(names)) == 5
    assert not set(names) & set(CARDS[:2])
    assert names == sorted(names)


def test_accepting_by_rule_is_one_step_that_can_be_undone(house: House, fielded: str) -> None:
    batch = fielded
    before = house.results(batch)

    done = api(house, batch, "POST", "/rule-acceptances", status=201, json={"at": 0.5, "who": "Ada"})

    after = {str(r["filename"]): r for r in house.results(batch)}
    accepted = [(name, f) for name in REST for f, v in after[name]["review"].items() if v == "accepted"]  # type: ignore[attr-defined]
    assert len(accepted) == done["count"] > 0
    assert all(after[name]["confidence"][f] >= 0.5 for name, f in accepted)  # type: ignore[index]
    history = house.record(batch, accepted[0][0])["history"]
    assert history[-1]["who"] == "rule: from 0.5 (Ada)"  # type: ignore[index]
    standing = api(house, batch, "GET", "/learning")
    assert standing["verified"] == len(VERIFIED), "what a rule accepted teaches nothing"
    undone = api(house, batch, "DELETE", f"/rule-acceptances/{done['id']}")
    assert undone["undone_at"]
    keys = ("data", "review")
    assert [{k: r[k] for k in keys} for r in house.results(batch)] == [{k: r[k] for k in keys} for r in before]
    api(house, batch, "DELETE", f"/rule-acceptances/{done['id']}", status=409)


def test_what_a_person_said_after_the_rule_stays(house: House, fielded: str) -> None:
    batch = fielded
    done = api(house, batch, "POST", "/rule-acceptances", status=201, json={"at": 0.3})
    name = next(n for n in REST if house.record(batch, n)["review"])
    field = next(iter(house.record(batch, name)["review"]))  # type: ignore[call-overload]
    version = house.record(batch, name)["version"]
    api(house, batch, "PATCH", f"/records/{name}", json={"version": version, "set": {field: "mine"}})

    api(house, batch, "DELETE", f"/rule-acceptances/{done['id']}")

    assert house.record(batch, name)["data"][field] == "mine"  # type: ignore[index]
    assert list(house.record(batch, name)["review"]) == [field]  # type: ignore[call-overload]
    version = house.record(batch, name)["version"]
    api(house, batch, "PATCH", f"/records/{name}", json={"version": version, "clear": [field]})


def test_an_evaluation_is_repeated_from_its_manifest(house: House, batch: str) -> None:
    learned(house, batch)
    refield(house, batch)
    truth = {name: TRUTH[name] for name in REST}
    kept = api(house, batch, "POST", "/evaluations", status=201, json={"title": "Rest", "truth": truth})
    verify(house, batch, REST[:1])  # what people say later changes nothing of what was read then
    assert house.parts.learning.settled(60)

    found = repeated(house, batch, int(str(kept["id"])), truth)

    assert (found.same, found.as_kept, found.changed_images) == (True, 0, ())
    assert found.found.score.macro == kept["summary"]["macro"] > 0.5  # type: ignore[index]
    with pytest.raises(Conflict, match="not the truth"):
        repeated(house, batch, int(str(kept["id"])), {REST[0]: TRUTH[REST[0]]})
    (house.parts.settings.batches_dir / batch / REST[0]).write_bytes(b"another scan")
    assert repeated(house, batch, int(str(kept["id"])), truth).changed_images == (REST[0],)


def repeated(house: House, batch: str, number: int, truth: words.Truth) -> Repeated:
    with house.parts.database.session() as session:
        row = records.require_batch(session, batch)
        folder = BatchFolder(house.parts.settings.batches_dir / batch)
        return repeating.repeat(session, row, evaluations.require(session, row, number), truth, folder)


def test_where_rules_lead_is_said_field_by_field(house: House, taught: str) -> None:
    fields = {f["field"]: f for f in api(house, taught, "GET", "/learning")["fields"]}  # type: ignore[attr-defined]

    assert any(one["learning_leads"] for one in fields.values()), "the rules know nothing of such names"


def test_a_new_schema_forgets_the_old_model(house: House, batch: str) -> None:
    learned(house, batch)

    api(house, batch, "PATCH", "", json={"fields": [*FIELDS, "Neu"]})

    assert api(house, batch, "GET", "/learning")["model"] is None


def test_batches_of_a_template_learn_together(house: House) -> None:
    template = house.client.post("/api/v1/templates", json={"name": "Zusammen", "fields": FIELDS}).json()["id"]
    first, second = (house.batch(title, FIELDS, template_id=template) for title in ("Eins", "Zwei"))
    for made, cards in ((first, VERIFIED), (second, REST)):
        house.reader.of[made] = words.WordReader()
        house.upload(made, *cards)
        house.run_to_end(made)
    verify(house, first, VERIFIED)
    assert house.parts.learning.settled(60)

    assert api(house, second, "GET", "/learning")["verified"] == len(VERIFIED)
    refield(house, second)

    assert macro(house, second, REST) > 0.5
    house.client.delete(f"/api/v1/templates/{template}")
