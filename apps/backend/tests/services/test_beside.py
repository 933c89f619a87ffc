"""A second reader beside the first: its readings are kept, and records, files and people's values stay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient

from app.core.config import Settings
from app.db import batches, cards, passes, readings
from app.engines.base import CancelToken, Card, EngineDown, UnreadableAnswer
from app.main import create_app
from app.models.enums import BatchStatus
from app.models.record import Reading
from app.services import results
from app.services.readers import Offer
from drawers import FIELDS, Drawer, OpenVision
from providers import Says
from readers import Double, Gated, reading_of

NAMES = [f"{n:02}.jpg" for n in range(8)]
GOOD = Says({"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"})
OTHER = {"engine": "other"}
THIRD = {"engine": "third"}
ALONE = {"engine": "other", "model": "other-1", "judge": False, "place": 1, "places": 1}


class Other(Gated):
    """The second reader: reads at once unless it is ``held``; raises what ``failure`` says of a card."""

    def __init__(self, name: str = "other") -> None:
        super().__init__()
        self.name, self.model = name, f"{name}-1"
        self.held = False
        self.failure: Callable[[Card], Exception | None] = lambda _card: None

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        if self.held:
            super().answer(card, cancel)
        error = self.failure(card)
        if error is not None:
            raise error
        found = reading_of(card)
        return Reading(found.values, found.text, self.name, self.model, 0.01, pages=found.pages)


class Pair:
    """An application with two readers (and a ``third``), and what tests do with it."""

    def __init__(self, drawer: Drawer, first: Double, other: Other, third: Other) -> None:
        self.drawer, self.first, self.other, self.third = drawer, first, other, third

    def read(self, *names: str, **options: object) -> str:
        """A batch that the first reader has read."""
        batch = self.drawer.batch(options=options)
        self.drawer.upload(batch, *(names or NAMES))
        assert self.drawer.run_to_end(batch)["status"] == "completed"
        return batch

    def read_with(self, **options: object) -> str:
        """The same, wherever the run ends."""
        batch = self.drawer.batch(options=options)
        self.drawer.upload(batch, *NAMES)
        self.drawer.run_to_end(batch)
        return batch

    def ask(self, batch: str, status: int = 202, **wanted: object) -> dict[str, object]:
        answer = self.drawer.client.post(f"/api/v1/batches/{batch}/readings", json={**OTHER, **wanted})
        assert answer.status_code == status, answer.text
        found: dict[str, object] = answer.json()
        return found

    def seen(self, batch: str) -> tuple[object, ...]:
        """All that may not change: records, checkpoint, counts, files."""
        found = self.drawer.get(batch)
        self.drawer.parts.publisher.publish(batch)
        counts = [found[name] for name in ("total", "pending", "done", "failed", "reviewed", "fields")]
        checkpoint = (self.drawer.folder(batch) / "checkpoint.json").read_bytes()
        table = self.drawer.client.get(f"/api/v1/batches/{batch}/records").content
        files = (self.drawer.on_disk(batch), self.drawer.on_disk(batch, "_errors"))
        return self.drawer.client.get(f"/api/v1/batches/{batch}/results").content, checkpoint, table, counts, files

    def by(self, batch: str) -> dict[object, object]:
        return {one["engine"]: one["cards"] for one in self.drawer.readers(batch)["items"]}


@pytest.fixture
def open_pair(settings: Settings) -> Iterator[Callable[[], Pair]]:
    """Start it; a second start on the same data is what follows a crash."""
    with ExitStack() as stack:

        def start() -> Pair:
            first, other, third = Double(), Other(), Other("third")
            offers = {
                "double": Offer(make=lambda: first, models=("double-1",)),
                "other": Offer(make=lambda: other, models=("other-1",)),
                "third": Offer(make=lambda: third, models=("third-1",)),
            }
            client = stack.enter_context(TestClient(create_app(settings, offers), base_url="http://localhost"))
            return Pair(Drawer(client, client.app.state.indexcards), first, other, third)  # type: ignore[attr-defined]

        yield start


@pytest.fixture
def pair(open_pair: Callable[[], Pair]) -> Pair:
    return open_pair()


def test_another_reader_changes_no_record_during_and_after(pair: Pair) -> None:
    batch = pair.read()
    version = pair.drawer.record(batch, NAMES[0])["version"]
    body = {"version": version, "set": {"Titel": "Mein"}}
    pair.drawer.client.patch(f"/api/v1/batches/{batch}/records/{NAMES[0]}", json=body).raise_for_status()
    before = pair.seen(batch)
    pair.other.held = True

    begun = pair.ask(batch)
    assert begun["status"] == "running"
    assert begun["pass"] == {**ALONE, "total": 8, "done": 0, "failed": 0}
    pair.other.gate.release(3)
    while pair.drawer.get(batch)["pass"]["done"] < 3:  # type: ignore[index]
        assert pair.drawer.get(batch)["status"] == "running"
    assert pair.seen(batch) == before
    pair.other.gate.release(5)
    ended = pair.drawer.run_to_end(batch, start=False)

    assert (ended["status"], ended["pass"]) == ("completed", None)
    assert pair.seen(batch) == before
    assert pair.by(batch) == {"double": 8, "other": 8}
    kept = pair.drawer.record(batch, NAMES[0])["readings"]
    assert [(one["engine"], one["attempt"], one["current"]) for one in kept] == [  # type: ignore[attr-defined]
        ("double", 1, True),
        ("other", 1, False),
    ]


def test_only_cards_that_the_reader_lacks_are_read(pair: Pair) -> None:
    batch = pair.read()
    pair.ask(batch, cards=NAMES[:2])
    pair.drawer.run_to_end(batch, start=False)
    pair.ask(batch, sample=3)
    pair.drawer.run_to_end(batch, start=False)
    pair.ask(batch)
    pair.drawer.run_to_end(batch, start=False)

    assert sorted(pair.other.calls) == NAMES
    assert sorted(pair.other.calls[2:5]) == ["02.jpg", "04.jpg", "06.jpg"]
    assert pair.ask(batch, 409)["code"] == "nothing_to_read"
    assert pair.ask(batch, 409, engine="double")["code"] == "nothing_to_read"
    pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"fields": ["Neu"]}).raise_for_status()
    assert pair.ask(batch)["pass"]["total"] == 8  # type: ignore[index]
    pair.drawer.run_to_end(batch, start=False)


def test_an_unknown_reader_or_card_is_refused(pair: Pair) -> None:
    batch = pair.read("a.jpg")

    pair.ask(batch, 422, engine="nobody")
    pair.ask(batch, 422, model="nothing")
    assert pair.ask(batch, 404, cards=["b.jpg"])["code"] == "card_not_found"
    pair.ask("no-such-batch", 404)
    answer = pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": {"second": {"engine": "nobody"}}})
    assert answer.status_code == 422
    same = {"options": {"second": {"engine": "double"}}}
    assert pair.drawer.client.patch(f"/api/v1/batches/{batch}", json=same).json()["code"] == "same_reader"


def test_one_run_at_a_time(pair: Pair) -> None:
    batch = pair.read()
    pair.other.held = True
    pair.ask(batch)

    assert pair.ask(batch, 409)["code"] == "batch_running"
    assert pair.drawer.client.post(f"/api/v1/batches/{batch}/start").json()["code"] == "batch_running"
    pair.other.gate.release(8)
    pair.drawer.run_to_end(batch, start=False)


def test_a_cancelled_pass_goes_on_with_the_next_start(pair: Pair) -> None:
    batch = pair.read()
    before = pair.seen(batch)
    pair.other.held = True
    pair.ask(batch)
    pair.other.gate.release(2)
    while pair.drawer.get(batch)["pass"]["done"] < 2:  # type: ignore[index]
        assert pair.drawer.get(batch)["status"] == "running"
    pair.drawer.client.post(f"/api/v1/batches/{batch}/cancel").raise_for_status()
    cancelled = pair.drawer.run_to_end(batch, start=False)

    assert (cancelled["status"], cancelled["pass"]["done"]) == ("cancelled", 2)  # type: ignore[index]
    pair.other.held = False
    assert pair.drawer.run_to_end(batch)["status"] == "completed"
    assert pair.by(batch) == {"double": 8, "other": 8}
    assert pair.first.calls.count(NAMES[0]) == 1
    assert pair.seen(batch) == before


def abandon(pair: Pair, batch: str, status: int = 200) -> dict[str, object]:
    answer = pair.drawer.client.delete(f"/api/v1/batches/{batch}/readings/pass")
    assert answer.status_code == status, answer.text
    found: dict[str, object] = answer.json()
    return found


def stopped(pair: Pair, batch: str, after: int) -> dict[str, object]:
    """Whoever reads beside the first is stopped when it has read so many cards."""
    while (pair.drawer.get(batch)["pass"] or {"done": -1})["done"] < after:  # type: ignore[index]
        assert pair.drawer.get(batch)["status"] == "running"
    pair.drawer.client.post(f"/api/v1/batches/{batch}/cancel").raise_for_status()
    return pair.drawer.run_to_end(batch, start=False)


def test_a_stopped_pass_is_abandoned_and_what_it_has_read_stays(pair: Pair) -> None:
    batch = pair.read()
    before = pair.seen(batch)
    assert abandon(pair, batch, 409)["code"] == "no_pass"
    pair.other.held = True
    pair.ask(batch)
    assert abandon(pair, batch, 409)["code"] == "batch_running"
    pair.other.gate.release(2)
    assert stopped(pair, batch, 2)["status"] == "cancelled"

    left = abandon(pair, batch)

    assert (left["status"], left["reason"], left["pass"]) == ("completed", None, None)
    assert pair.by(batch) == {"double": 8, "other": 2}
    assert pair.drawer.client.post(f"/api/v1/batches/{batch}/start").json()["code"] == "nothing_to_read"
    assert pair.seen(batch) == before
    pair.other.held = False
    assert pair.ask(batch)["pass"]["total"] == 6  # type: ignore[index]
    pair.drawer.run_to_end(batch, start=False)


def test_an_abandoned_second_reader_is_not_begun_again_by_a_retry(pair: Pair) -> None:
    pair.other.failure = lambda _card: EngineDown("The key is refused.")
    batch = pair.drawer.batch(options={"second": OTHER})
    pair.drawer.upload(batch, *NAMES)
    paused = pair.drawer.run_to_end(batch)
    assert (paused["status"], paused["pass"]["judge"]) == ("paused", True)  # type: ignore[index]

    left = abandon(pair, batch)

    assert (left["status"], left["reason"], left["options"]["second"]) == ("completed", None, None)  # type: ignore[index]
    config = json.loads((pair.drawer.folder(batch) / "config.json").read_bytes())
    assert config["options"]["second"] is None
    pair.other.failure = lambda _card: None
    pair.drawer.upload(batch, "later.jpg")
    assert pair.drawer.run_to_end(batch)["done"] == 9
    assert pair.by(batch) == {"double": 9}


def test_what_waits_for_the_first_reader_waits_on_when_a_pass_is_abandoned(pair: Pair) -> None:
    batch = pair.read("a.jpg", "b.jpg")
    pair.drawer.upload(batch, "c.jpg")
    pair.other.failure = lambda _card: EngineDown("The key is refused.")
    pair.ask(batch)
    pair.drawer.run_to_end(batch, start=False)

    left = abandon(pair, batch)
    assert (left["status"], left["pending"]) == ("completed", 1)
    assert pair.drawer.run_to_end(batch)["done"] == 3


def test_several_further_readers_read_one_after_the_other_and_then_the_referee_judges(pair: Pair) -> None:
    batch = pair.drawer.batch(options={"second": [OTHER, THIRD]})
    pair.drawer.upload(batch, *NAMES)
    pair.third.held = True
    pair.drawer.start(batch)
    pair.third.gate.release(3)
    cancelled = stopped(pair, batch, 3) if wait_for_place(pair, batch, 2) else {}

    under_way = {**ALONE, "engine": "third", "model": "third-1", "judge": True, "place": 2, "places": 2}
    assert cancelled["pass"] == {**under_way, "total": 8, "done": 3, "failed": 0}
    assert pair.by(batch) == {"double": 8, "other": 8, "third": 3}
    pair.third.held = False
    ended = pair.drawer.run_to_end(batch, seconds=90)

    assert (ended["status"], ended["pass"]) == ("completed", None)
    assert pair.by(batch) == {"double": 8, "other": 8, "third": 8, "referee": 8}
    assert (len(pair.first.calls), len(pair.other.calls)) == (8, 8)
    record = pair.drawer.record(batch, NAMES[0])
    assert [one["reader"] for one in record["readers"]] == ["double double-1", "other other-1", "third third-1"]  # type: ignore[attr-defined]
    assert pair.drawer.client.post(f"/api/v1/batches/{batch}/start").json()["code"] == "nothing_to_read"


def wait_for_place(pair: Pair, batch: str, place: int) -> bool:
    while (pair.drawer.get(batch)["pass"] or {"place": 0})["place"] < place:  # type: ignore[index]
        assert pair.drawer.get(batch)["status"] == "running"
    return True


def test_new_cards_are_read_by_all_readers_from_the_first_on(pair: Pair) -> None:
    batch = pair.read(second=[OTHER, THIRD])
    pair.drawer.upload(batch, "later.jpg")
    assert pair.drawer.run_to_end(batch, seconds=90)["status"] == "completed"

    assert pair.other.calls == pair.third.calls
    assert sorted(pair.other.calls) == sorted([*NAMES, "later.jpg"])
    assert pair.drawer.record(batch, "later.jpg")["engine"] == "referee"


def test_a_third_reader_is_abandoned_without_the_second(pair: Pair) -> None:
    pair.third.failure = lambda _card: EngineDown("The key is refused.")
    batch = pair.read_with(second=[OTHER, THIRD])
    assert pair.drawer.get(batch)["status"] == "paused"

    left = abandon(pair, batch)

    assert (left["status"], left["options"]["second"]) == ("completed", OTHER)  # type: ignore[index]
    assert pair.by(batch) == {"double": 8, "other": 8}


def test_a_reader_is_named_once(pair: Pair) -> None:
    batch = pair.read("a.jpg")
    for second in ([OTHER, OTHER], [OTHER, {"engine": "other", "model": "other-1"}], [{"engine": "double"}, OTHER]):
        answer = pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": {"second": second}})
        assert (answer.status_code, answer.json()["code"]) == (422, "same_reader"), second
    unknown = {"options": {"second": [OTHER, {"engine": "nobody"}]}}
    assert pair.drawer.client.patch(f"/api/v1/batches/{batch}", json=unknown).json()["code"] == "unknown_engine"
    too_many = {"options": {"second": [{"engine": "other", "model": f"m{n}"} for n in range(5)]}}
    assert pair.drawer.client.patch(f"/api/v1/batches/{batch}", json=too_many).json()["code"] == "invalid"


def test_a_reader_has_not_read_what_it_was_asked_otherwise(pair: Pair) -> None:
    batch = pair.read("a.jpg", "b.jpg")
    pair.ask(batch)
    pair.drawer.run_to_end(batch, start=False)
    told = [{"name": name} for name in FIELDS]
    assert pair.ask(batch, 409)["code"] == "nothing_to_read"

    other = [{**told[0], "description": "Only the last name"}, *told[1:]]
    pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"fields": other}).raise_for_status()
    pair.ask(batch, cards=["a.jpg"])
    pair.drawer.run_to_end(batch, start=False)
    assert pair.ask(batch)["pass"]["total"] == 1  # type: ignore[index]
    pair.drawer.run_to_end(batch, start=False)

    pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"fields": told}).raise_for_status()
    assert pair.ask(batch, 409)["code"] == "nothing_to_read", "as it was asked at first"


def test_a_pass_ends_in_the_status_of_before_and_reads_no_pending_card(pair: Pair) -> None:
    batch = pair.read("a.jpg", "b.jpg")
    pair.drawer.upload(batch, "c.jpg")
    pair.other.failure = lambda _card: EngineDown("The key is refused.")
    pair.ask(batch)
    paused = pair.drawer.run_to_end(batch, start=False)
    assert (paused["status"], paused["reason"]) == ("paused", "The key is refused.")

    pair.other.failure = lambda _card: None
    ended = pair.drawer.run_to_end(batch)

    assert (ended["status"], ended["pending"], ended["pass"]) == ("completed", 1, None)
    assert pair.first.calls == ["a.jpg", "b.jpg"]
    assert pair.drawer.run_to_end(batch)["done"] == 3


def test_failures_beside_are_counted_by_cause_and_fail_no_record(pair: Pair) -> None:
    batch = pair.read()
    before = pair.seen(batch)
    pair.other.failure = lambda card: UnreadableAnswer("It refused.", "refusal") if card.filename < "03" else None
    pair.ask(batch)
    ended = pair.drawer.run_to_end(batch, start=False)

    assert (ended["status"], ended["failed"]) == ("completed", 0)
    assert pair.drawer.readers(batch)["failures"] == [
        {"engine": "other", "model": "other-1", "cause": "refusal", "count": 3, "error": "It refused.",
         "cards": NAMES[:3]}
    ]  # fmt: skip
    assert pair.seen(batch) == before
    pair.other.failure = lambda _card: None
    pair.ask(batch)
    assert pair.drawer.run_to_end(batch, start=False)["status"] == "completed"
    assert pair.drawer.readers(batch)["failures"] == []
    assert len(pair.other.calls) == 11


def test_a_reading_beside_is_never_shown_and_never_made_again_after_a_crash(open_pair: Callable[[], Pair]) -> None:
    before = open_pair()
    batch = before.read("a.jpg", "b.jpg")
    seen = before.drawer.results(batch)
    with before.drawer.parts.database.session() as session:
        row = batches.get(session, batch)
        assert row is not None
        chosen = [(card.id, card.order_key) for card in cards.pending(session, row.id, after="", limit=9)]
        assert chosen == []
        chosen = cards.done_keys(session, row.id)
        under_way = passes.add(session, row.id, "other", "other-1", after="completed")
        passes.plan(session, under_way, chosen)
        card = cards.get(session, row.id, "a.jpg")
        assert card is not None
        kept = results.row(card.id, reading_of(Card(batch, "a.jpg", (), ()), engine="other"))
        kept.beside, kept.model = True, "other-1"
        assert readings.keep(session, kept)
        passes.strike(session, under_way.id, card.id, success=True)
        card.status = "pending"  # as if it waited to be read anew
        assert [one.id for one in readings.unshown(session, row.id)] == []
        card.status = "done"
        assert batches.move(session, batch, sources=list(BatchStatus), target=BatchStatus.RUNNING)

    after = open_pair()

    found = after.drawer.get(batch)
    assert (found["status"], found["pass"]["done"]) == ("interrupted", 1)  # type: ignore[index]
    assert after.drawer.results(batch) == seen
    assert after.drawer.run_to_end(batch)["status"] == "completed"
    assert after.other.calls == ["b.jpg"]


def test_the_second_reader_follows_the_first_and_the_referee_judges(pair: Pair) -> None:
    batch = pair.drawer.batch(options={"second": OTHER})
    pair.drawer.upload(batch, *NAMES)
    ended = pair.drawer.run_to_end(batch, seconds=90)

    assert (ended["status"], ended["done"], ended["pass"]) == ("completed", 8, None)
    assert pair.by(batch) == {"double": 8, "other": 8, "referee": 8}
    record = pair.drawer.record(batch, NAMES[0])
    assert (record["engine"], record["model"]) == ("referee", "vote")
    again = pair.drawer.client.post(f"/api/v1/batches/{batch}/start")
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_read")


def test_the_judged_values_of_people_stay(pair: Pair) -> None:
    batch = pair.read()
    version = pair.drawer.record(batch, NAMES[0])["version"]
    body = {"version": version, "set": {"Titel": "Mein"}}
    pair.drawer.client.patch(f"/api/v1/batches/{batch}/records/{NAMES[0]}", json=body).raise_for_status()
    pair.drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": {"second": OTHER}}).raise_for_status()
    assert pair.drawer.run_to_end(batch, seconds=90)["status"] == "completed"

    record = pair.drawer.record(batch, NAMES[0])
    assert record["data"]["Titel"] == "Mein"  # type: ignore[index]
    assert record["engine"] == "referee"
    assert len(pair.first.calls) == 8


def test_a_second_reader_that_fails_on_all_cards_leaves_the_first_ones_values(pair: Pair) -> None:
    pair.other.failure = lambda _card: UnreadableAnswer("It refused.", "refusal")
    batch = pair.read(second=OTHER)

    assert pair.drawer.record(batch, NAMES[0])["engine"] == "double"
    assert pair.drawer.readers(batch)["failures"][0]["count"] == 8


def test_the_socket_says_how_far_the_second_reader_is(pair: Pair) -> None:
    batch = pair.read()
    events = []
    with pair.drawer.listen(batch) as socket:
        events.append(socket.receive_json())
        pair.ask(batch)
        while events[-1]["type"] != "finished":
            events.append(socket.receive_json())

    assert events[0]["pass"] is None
    told = [event["pass"] for event in events[1:-1]]
    assert told[-1] == {**ALONE, "total": 8, "done": 8, "failed": 0}
    assert (events[-1]["status"], events[-1]["pass"], events[-1]["done"]) == ("completed", None, 8)


def test_row_30_no_credit_pauses_the_second_reader_and_resume_goes_on(read_by: OpenVision) -> None:
    broke = [True]
    drawer, server = read_by(lambda body, _n: Says("pay", 402) if body["model"] == "n" and broke[0] else GOOD)
    second = {"engine": "vision", "model": "n"}
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored", "second": second})
    drawer.upload(batch, *NAMES)
    paused = drawer.run_to_end(batch)

    assert (paused["status"], paused["done"], paused["pass"]["done"]) == ("paused", 8, 0)  # type: ignore[index]
    broke[0] = False
    assert drawer.run_to_end(batch, seconds=90)["status"] == "completed"
    assert drawer.record(batch, NAMES[0])["engine"] == "referee"
    assert sum(1 for body in server.bodies if body["model"] == "m") == 8


def test_row_36_the_ceiling_counts_the_readings_of_both(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored", "ceiling": 0.0125})
    drawer.upload(batch, *NAMES)
    drawer.run_to_end(batch)
    wanted = {"engine": "vision", "model": "n"}
    drawer.client.post(f"/api/v1/batches/{batch}/readings", json=wanted).raise_for_status()
    paused = drawer.run_to_end(batch, start=False)
    cost = drawer.client.get(f"/api/v1/batches/{batch}/cost", params=wanted).json()

    assert (paused["status"], paused["pass"]["done"]) == ("paused", 4)  # type: ignore[index]
    assert "ceiling" in str(paused["reason"])
    assert len(server.bodies) == 12
    assert (cost["estimate"]["cards"], cost["readings"]) == (4, 4)
    assert cost["estimate"]["cost"] == pytest.approx(0.004)
    drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": {"ceiling": 1.0}}).raise_for_status()
    assert drawer.run_to_end(batch)["status"] == "completed"
    assert drawer.client.get(f"/api/v1/batches/{batch}/cost").json()["spent"] == pytest.approx(0.016)


def test_a_model_has_not_read_what_another_prompt_asked(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, "a.jpg", "b.jpg")
    drawer.run_to_end(batch)
    wanted = {"engine": "vision", "model": "n"}

    def ask(**options: object) -> int:
        """How many cards it has yet to read when the batch is set up so."""
        drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": options}).raise_for_status()
        answer = drawer.client.post(f"/api/v1/batches/{batch}/readings", json=wanted)
        left = drawer.client.get(f"/api/v1/batches/{batch}/cost", params=wanted).json()["estimate"]
        if answer.status_code == 409:
            assert answer.json()["code"] == "nothing_to_read"
            assert left["cards"] == 0
            return 0
        drawer.run_to_end(batch, start=False)
        return int(answer.json()["pass"]["total"])

    assert [ask(), ask()] == [2, 0]
    assert [ask(language="Latin"), ask(language="Latin")] == [2, 0]
    assert [ask(prompt="Read: {fields}"), ask(hint=True), ask(hint=True)] == [2, 2, 0]
    assert [ask(prompt="", language="", hint=False)] == [0], "as it was asked at first"
    assert len(server.bodies) == 10


def test_money_is_told_by_reader_and_in_all(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD)
    further = [{"engine": "vision", "model": "n"}, {"engine": "vision", "model": "o"}]
    options = {"evidence": "stored", "second": further, "ceiling": 0.0125}
    batch = drawer.batch(engine="vision", model="m", options=options)
    drawer.upload(batch, *NAMES)
    paused = drawer.run_to_end(batch)
    assert (paused["reason_code"], paused["pass"]["place"]) == ("ceiling", 1)  # type: ignore[index]
    assert paused["reason"] == "The ceiling of $0.0125 is reached: $0.012 spent. Raise it, then resume."
    version = drawer.record(batch, NAMES[0])["version"]
    body = {"version": version, "accept": FIELDS}
    drawer.client.patch(f"/api/v1/batches/{batch}/records/{NAMES[0]}", json=body).raise_for_status()
    cost = drawer.client.get(f"/api/v1/batches/{batch}/cost").json()

    by = {one["model"]: one for one in cost["readers"]}
    assert list(by) == ["m", "n", "o"]
    assert [one["cards"] for one in by.values()] == [8, 4, 0]
    assert [one["left"] for one in by.values()] == [0, 4, 8]
    assert [one["spent"] for one in by.values()] == [pytest.approx(0.008), pytest.approx(0.004), None]
    assert cost["spent"] == pytest.approx(0.012) == cost["per_verified"]
    assert by["n"]["per_card"] == pytest.approx(0.001)
    assert by["n"]["per_verified"] == pytest.approx(0.004)
    assert by["m"]["prompt_tokens"] + by["n"]["prompt_tokens"] == cost["prompt_tokens"]
    assert cost["expected"] is None, "nobody knows what a card costs the third reader"

    one_less = {**options, "second": further[0]}
    drawer.client.patch(f"/api/v1/batches/{batch}", json={"options": one_less}).raise_for_status()
    cost = drawer.client.get(f"/api/v1/batches/{batch}/cost").json()
    assert cost["expected"]["cost"] == pytest.approx(0.004)
