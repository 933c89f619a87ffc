"""After a crash: nothing runs that nobody reads, and every file is where its row says."""

from __future__ import annotations

from datetime import timedelta

from app.core.config import Settings
from app.db import batches, cards, readings
from app.engines.base import Card
from app.models.enums import BatchStatus
from app.services import integrity, results, run_lock
from app.services.schemata import specs
from drawers import Drawer, OpenDrawer
from readers import reading_of, torn


def crashed(drawer: Drawer, batch: str, status: BatchStatus) -> None:
    """As if the process had died in this status."""
    with drawer.parts.database.session() as session:
        assert batches.move(session, batch, sources=list(BatchStatus), target=status)


def codes(drawer: Drawer) -> list[str]:
    parts = drawer.parts
    found = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)
    return [finding.code for finding in found.findings]


def test_row_08_an_orphan_is_interrupted_before_the_first_answer(open_drawer: OpenDrawer) -> None:
    before = open_drawer()
    running, cancelling, idle = (before.filled("a.jpg") for _ in range(3))
    crashed(before, running, BatchStatus.RUNNING)
    crashed(before, cancelling, BatchStatus.CANCELLING)
    assert codes(before) == ["orphaned_run", "orphaned_run"]

    after = open_drawer()

    assert after.get(running)["status"] == "interrupted"
    assert "Resume" in str(after.get(running)["reason"])
    assert after.get(cancelling)["status"] == "cancelled"
    assert after.get(idle)["status"] == "draft"
    assert codes(after) == []
    assert after.run_to_end(running)["done"] == 1
    assert after.run_to_end(cancelling)["done"] == 1


def test_row_08_a_run_that_died_took_until_its_last_reading(open_drawer: OpenDrawer) -> None:
    before = open_drawer()
    batch = before.filled("a.jpg")
    crashed(before, batch, BatchStatus.RUNNING)
    with before.parts.database.session() as session:
        row = batches.get(session, batch)
        assert row is not None
        assert row.began_at is not None
        card = cards.get(session, row.id, "a.jpg")
        assert card is not None
        kept = results.row(card.id, reading_of(Card(batch, "a.jpg", (), specs(row.fields))))
        kept.created_at = row.began_at + timedelta(seconds=90)
        readings.keep(session, kept)

    took = open_drawer().get(batch)["took"]

    assert took == {"seconds": 90.0, "cards": 1, "rate": 0.011}


def test_row_08_a_batch_that_another_process_reads_is_left_alone(open_drawer: OpenDrawer, settings: Settings) -> None:
    before = open_drawer()
    batch = before.filled("a.jpg")
    crashed(before, batch, BatchStatus.RUNNING)

    with run_lock.held(settings.data_dir, batch) as mine:
        after = open_drawer()

        assert mine
        assert after.get(batch)["status"] == "running"


def test_row_08_a_reading_that_was_kept_but_not_shown_is_shown_and_not_made_again(open_drawer: OpenDrawer) -> None:
    before = open_drawer()
    batch = before.filled("a.jpg", "b.jpg")
    with before.parts.database.session() as session:
        row = batches.get(session, batch)
        assert row is not None
        card = cards.get(session, row.id, "a.jpg")
        assert card is not None
        kept = results.row(card.id, reading_of(Card(batch, "a.jpg", (), specs(row.fields))))
        assert readings.keep(session, kept)
    crashed(before, batch, BatchStatus.RUNNING)

    after = open_drawer()

    assert [entry["filename"] for entry in after.results(batch)] == ["a.jpg"]
    found = after.get(batch)
    assert (found["status"], found["done"], found["pending"]) == ("interrupted", 1, 1)
    hits = after.client.get(f"/api/v1/batches/{batch}/records", params={"q": "a.jpg"}).json()
    assert hits["total"] == 1
    assert after.run_to_end(batch)["done"] == 2
    assert [entry["attempts"] for entry in after.results(batch)] == [1, 1]


def test_row_08_files_go_back_to_where_their_rows_say(open_drawer: OpenDrawer) -> None:
    before = open_drawer(torn("torn.jpg"))
    batch = before.filled("a.jpg", "torn.jpg")
    before.run_to_end(batch)
    folder = before.folder(batch)
    (folder / "_errors" / "torn.jpg").rename(folder / "torn.jpg")  # a retry died before its commit
    (folder / "a.jpg").rename(folder / "_errors" / "a.jpg")
    assert codes(before) != []

    after = open_drawer(torn("torn.jpg"))

    assert after.on_disk(batch, "_errors") == ["torn.jpg"]
    assert codes(after) == []


def test_row_08_what_was_half_written_is_removed(open_drawer: OpenDrawer) -> None:
    before = open_drawer()
    batch = before.filled("a.jpg")
    (before.folder(batch) / ".tmp-checkpoint").write_text("half")
    (before.folder(batch) / ".incoming" / ".tmp-upload").write_text("half")

    after = open_drawer()

    assert codes(after) == []
    assert after.on_disk(batch, ".incoming") == []


def test_row_08_a_deletion_that_was_committed_is_finished(open_drawer: OpenDrawer) -> None:
    before = open_drawer()
    kept, gone = before.filled("a.jpg"), before.filled("b.jpg")
    trash = before.parts.settings.data_dir / "trash"
    trash.mkdir()
    before.folder(kept).rename(trash / f"{kept}.0000")  # its row is still there: the commit never came
    (trash / f"{gone}-old.1111").mkdir()

    after = open_drawer()

    assert after.on_disk(kept) == ["a.jpg", "config.json"]
    assert list(trash.iterdir()) == []
    assert codes(after) == []
