"""Reading batches through engines: the name that runs, commands and scripts call."""

from __future__ import annotations

import threading
from collections.abc import Collection

from app.models.enums import BatchStatus
from app.services.drain import Run
from app.services.workplace import Workplace


class OcrEngine(Workplace):
    """Reads batches. One instance serves all; each ``process_batch`` is one run in its own thread."""

    def process_batch(
        self,
        batch_name: str,
        *,
        resume: bool = True,
        cancel_event: threading.Event | None = None,
        only: Collection[int] | None = None,
        after: BatchStatus | None = None,
    ) -> BatchStatus:
        """Read what is pending and return the batch's status then.

        ``resume`` False reads every card anew. ``only``: ids of the cards to read, and nothing else; the
        status ``after`` then holds if others are still pending. Between cards ``cancel_event.is_set()`` is
        looked at. Raises ``NotFound`` and ``Conflict`` when there is no such batch or it cannot start.
        """
        run = Run(self, batch_name, cancel_event or threading.Event(), only, after)
        return run.drain(resume=resume)
