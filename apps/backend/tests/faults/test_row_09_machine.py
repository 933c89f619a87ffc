"""Row 9: whatever a browser asks in whatever order, a batch does what its model says."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

import pytest
from faults.last_act import opened
from faults.served import small_scans, until
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import booleans, integers

from app.core.config import Settings
from app.engines.base import CancelToken, Card, UnreadableCard
from app.models.record import Reading
from drawers import FIELDS, Drawer
from readers import Gated, reading_of

# from one status that was seen to the next; ``running`` may have been too short to be seen between them
LEGAL = {
    "draft": {"running"},
    "running": {"completed", "cancelling", "cancelled", "draft", "interrupted"},
    "cancelling": {"cancelled"},
    "cancelled": {"running"},
    "completed": {"running"},
    "interrupted": {"running"},
}
WORKERS = 3


class Choosy(Gated):
    """Holds every card until it is let go; cannot read any while ``torn``."""

    torn = False

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        super().answer(card, cancel)
        if self.torn:
            raise UnreadableCard("The card is torn.", "undecodable")
        return reading_of(card)


class OneBatch(RuleBasedStateMachine):
    """The model: how many cards there are, were read, failed; whether it runs, and how it stood before."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="indexcards-model-"))
        self.reader = Choosy()
        installation = Settings(
            data_dir=self.folder / "data", engine="double", workers=WORKERS, min_free_bytes=0, decoders=1,
            frontend_dir=self.folder / "none",
        )  # fmt: skip
        self.client = opened(installation, self.reader)
        self.client.__enter__()
        self.drawer = Drawer(self.client, self.client.app.state.indexcards)  # type: ignore[attr-defined]
        self.numbers = itertools.count()
        self.seen: list[str] = []

    def teardown(self) -> None:
        self.reader.gate.release(10_000)
        self.client.__exit__(None, None, None)
        shutil.rmtree(self.folder, ignore_errors=True)

    # what is asked

    def post(self, action: str) -> int:
        return self.client.post(f"{self.here}/{action}").status_code

    def until_counts(self) -> None:
        """The model's state is where the batch comes to rest."""
        until(lambda: self.told() == self.expected(), f"{self.told()} becomes {self.expected()}")

    def told(self) -> tuple[object, ...]:
        found = self.drawer.get(self.batch)
        status = str(found["status"])
        if not self.seen or self.seen[-1] != status:
            self.seen.append(status)
        return status, found["total"], found["done"], found["failed"]

    def expected(self) -> tuple[object, ...]:
        return self.status, self.total, self.done, self.failed

    def ended(self) -> None:
        """All that was to be read has been."""
        pending = self.total - self.done - self.failed
        self.status = "completed" if not pending else self.before if self.retrying else "completed"
        self.todo, self.retrying = 0, False

    @property
    def running(self) -> bool:
        return self.status == "running"

    # rules

    @initialize()
    def create(self) -> None:
        self.batch = self.drawer.batch("Model", FIELDS)
        self.here = f"/api/v1/batches/{self.batch}"
        self.status, self.before, self.retrying = "draft", "draft", False
        self.total = self.done = self.failed = self.todo = 0

    @rule(count=integers(1, 4))
    def upload(self, count: int) -> None:
        scans = {f"{next(self.numbers)}-{name}": data for name, data in small_scans(count).items()}
        unique = {name: data + name.encode() for name, data in scans.items()}
        files = [("files", (name, data, "image/jpeg")) for name, data in unique.items()]
        answer = self.client.post(f"{self.here}/images", files=files)
        assert answer.status_code == (409 if self.running else 200), answer.text
        if not self.running:
            assert len(answer.json()["stored"]) == count, answer.json()
            self.total += count

    @rule()
    def start(self) -> None:
        code = self.post("start")
        if self.running:
            assert code == 409
        elif not self.total:
            assert code == 422
        elif self.status == "completed" and self.total == self.done + self.failed:
            assert code == 409
        else:
            assert code == 202
            self.todo = self.total - self.done - self.failed
            self.status, self.retrying = "running", False
            if not self.todo:
                self.ended()

    @rule()
    def retry(self) -> None:
        code = self.post("retry")
        if self.running or not self.failed:
            assert code == 409
        else:
            assert code == 202
            self.before, self.status, self.retrying = self.status, "running", True
            self.todo, self.failed = self.failed, 0

    @precondition(lambda self: self.running)
    @rule(count=integers(1, 6), torn=booleans())
    def read_some(self, count: int, torn: bool) -> None:
        self.until_counts()
        self.reader.torn = torn
        count = min(count, self.todo)
        for _ in range(count):
            self.reader.gate.release()
        self.todo -= count
        self.done, self.failed = (self.done, self.failed + count) if torn else (self.done + count, self.failed)
        if not self.todo:
            self.ended()
        self.until_counts()

    @rule()
    def cancel(self) -> None:
        assert self.post("cancel") == 200
        if self.running:
            self.status, self.retrying, self.todo = "cancelled", False, 0

    @rule()
    def correct(self) -> None:
        for entry in self.drawer.results(self.batch)[:1]:
            body = {"version": entry["version"], "set": {FIELDS[0]: f"by hand {next(self.numbers)}"}}
            path = f"{self.here}/records/{entry['filename']}"
            assert self.client.patch(path, json=body).status_code == 200

    @rule()
    def rename(self) -> None:
        code = self.client.patch(self.here, json={"title": "New"}).status_code
        assert code == (409 if self.running else 200)

    @rule()
    def delete_and_create(self) -> None:
        code = self.client.delete(self.here).status_code
        assert code == (409 if self.running else 204)
        if not self.running:
            assert self.client.get(self.here).status_code == 404
            assert self.post("start") == 404
            assert self.post("cancel") == 200
            assert not self.drawer.folder(self.batch).exists()
            self.seen.clear()
            self.create()

    # what always holds

    @invariant()
    def the_batch_is_as_the_model_says(self) -> None:
        self.until_counts()
        assert len(self.drawer.results(self.batch)) == self.done + self.failed
        assert len(self.drawer.on_disk(self.batch, "_errors")) == self.failed

    @invariant()
    def every_change_of_status_was_legal(self) -> None:
        steps = itertools.pairwise(self.seen)
        assert all(after in LEGAL[before] | LEGAL["running"] for before, after in steps), self.seen


BOUNDED = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
LONG = settings(BOUNDED, max_examples=200, stateful_step_count=30, derandomize=False)


def test_row_09_a_batch_does_what_its_model_says() -> None:
    run_state_machine_as_test(OneBatch, settings=BOUNDED)


@pytest.mark.bar
@pytest.mark.timeout(3600)
def test_row_09_a_batch_does_what_its_model_says_for_long() -> None:
    run_state_machine_as_test(OneBatch, settings=LONG)
