"""Row 8: what a dead process left running is settled before the first request is answered."""

from __future__ import annotations

from contextlib import closing

from faults.conftest import Serve
from faults.last_act import opened

from app.core.config import Settings
from app.db import batches
from app.db.session import Database
from app.models.enums import BatchStatus
from drawers import Drawer
from readers import Double

SETTLED = {BatchStatus.RUNNING: "interrupted", BatchStatus.CANCELLING: "cancelled"}


def _orphaned(settings: Settings) -> dict[str, str]:
    """Batches that the database says are being read, although nothing reads them; and how they must end."""
    with opened(settings, Double()) as client:
        drawer = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
        made = {status: drawer.filled("a.jpg", "b.jpg") for status in SETTLED}
    with closing(Database(settings.url)) as database, database.session() as session:
        for status, batch in made.items():
            assert batches.move(session, batch, sources=[BatchStatus.DRAFT], target=status, new_run=True)
    return {batch: SETTLED[status] for status, batch in made.items()}


def test_row_08_orphaned_runs_are_settled_before_the_first_answer(serve: Serve, settings: Settings) -> None:
    orphans = _orphaned(settings)
    server = serve()

    server.start()

    with server.drawer() as drawer:
        for batch, settled in orphans.items():
            assert drawer.get(batch)["status"] == settled
            drawer.start(batch)
            assert drawer.wait_for(batch, "completed", 20)["done"] == 2
