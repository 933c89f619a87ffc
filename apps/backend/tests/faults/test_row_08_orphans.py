"""Row 8: what a dead process left running is settled before the first request is answered."""

from __future__ import annotations

import pytest
from faults.conftest import Serve
from faults.last_act import opened
from faults.served import Served

from app.core.config import Settings
from app.db import batches
from app.db.session import Database
from app.models.enums import BatchStatus
from drawers import Drawer
from readers import Double


def _orphaned(server: Served, settings: Settings, status: BatchStatus) -> str:
    """A batch that the database says is being read, although nothing reads it."""
    with opened(settings, Double()) as client:
        batch = Drawer(client, client.app.state.indexcards).filled("a.jpg", "b.jpg")  # type: ignore[attr-defined]
    database = Database(settings.url)
    with database.session() as session:
        assert batches.move(session, batch, sources=[BatchStatus.DRAFT], target=status, new_run=True)
    database.close()
    return batch


@pytest.mark.parametrize(
    ("left", "settled"),
    [(BatchStatus.RUNNING, "interrupted"), (BatchStatus.CANCELLING, "cancelled")],
)
def test_row_08_an_orphaned_run_is_settled_before_the_first_answer(
    serve: Serve, settings: Settings, left: BatchStatus, settled: str
) -> None:
    server = serve()
    batch = _orphaned(server, settings, left)

    server.start()

    with server.drawer() as drawer:
        assert drawer.get(batch)["status"] == settled
        drawer.start(batch)
        assert drawer.wait_for(batch, "completed", 20)["done"] == 2
