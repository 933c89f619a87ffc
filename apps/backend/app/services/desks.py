"""Where a run's cards come from and where its readings go: into the records, or beside them."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from sqlalchemy.orm import Session

from app.db import batches, cards, passes, readings
from app.models import tables
from app.models.tables import Pass
from app.services import passes as planning
from app.services import results, side_by_side
from app.services.workplace import Errand, Progress

SHOW_EVERY = 0.5
SHOW_MOST = 32
"""Seconds, and cards, between two transactions that show what was read; the first reading is shown at once."""


class Desk(Protocol):
    def page(self, session: Session, *, after: str, limit: int) -> list[tables.Card]:
        """The next cards in card order, from behind ``after``."""
        ...

    def wants(self, card: tables.Card) -> bool:
        """Whether a card of a page is to be read."""
        ...

    def keep(self, reading: tables.Reading) -> None:
        """The reading, durably and in one short transaction, if the batch is still this run's."""
        ...

    def show_if_due(self, *, idle: bool) -> None:
        """``idle``: nothing waits that would occupy a free place."""
        ...


class RecordDesk:
    """The first reader's: pending cards become records, shown for several together."""

    def __init__(self, errand: Errand, batch_id: int, only: Collection[int] | None) -> None:
        self._errand = errand
        self._batch_id = batch_id
        self._only = only
        self._kept: list[tables.Reading] = []
        self._shown = 0.0

    def page(self, session: Session, *, after: str, limit: int) -> list[tables.Card]:
        return cards.pending(session, self._batch_id, after=after, limit=limit)

    def wants(self, card: tables.Card) -> bool:
        return self._only is None or card.id in self._only

    def keep(self, reading: tables.Reading) -> None:
        with self._errand.home.database.session() as session:
            if batches.lock_run(session, self._errand.name) != self._errand.fence:
                self._lost()
                return
            there = readings.keep(session, reading)
        if there:
            self._kept.append(reading)

    def show_if_due(self, *, idle: bool) -> None:
        if not self._kept:
            return
        if len(self._kept) >= SHOW_MOST or (idle and time.monotonic() - self._shown >= SHOW_EVERY):
            self._show()

    def recall(self) -> None:
        """Show what an earlier run kept and could not show."""
        with self._errand.home.database.reading() as session:
            self._kept = readings.unshown(session, self._batch_id)
        self.show_rest()

    def show_rest(self) -> None:
        while self._kept:
            self._show()

    def _show(self) -> None:
        errand = self._errand
        chosen = self._kept[:SHOW_MOST]
        with errand.home.database.session() as session:
            batch = batches.lock(session, errand.name)
            if batch is None or batch.run != errand.fence:
                self._lost()
                return
            stored = results.show(session, batch, chosen, errand.folder)
            read = sum(1 for card in stored if card.success)
            done, failed = batch.done + read, batch.failed + len(stored) - read
            progress = Progress(errand.name, tuple(stored), batch.total, done, failed, len(stored))
        del self._kept[: len(chosen)]
        self._shown = time.monotonic()
        errand.home.publisher.touch(errand.name, running=True)
        errand.home.listener(progress)

    def _lost(self) -> None:
        self._errand.lost()
        self._kept.clear()


class BesideDesk:
    """Another reader's: its readings are kept, and the records stay as they are."""

    def __init__(self, errand: Errand, batch: tables.Batch, row: Pass) -> None:
        self._errand = errand
        self._batch = batch
        self._counts = (batch.total, batch.done, batch.failed)
        self._pass = row

    def page(self, session: Session, *, after: str, limit: int) -> list[tables.Card]:
        return passes.page(session, self._pass.id, after=after, limit=limit)

    def wants(self, card: tables.Card) -> bool:  # noqa: ARG002 - the pass has chosen its cards
        return True

    def keep(self, reading: tables.Reading) -> None:
        errand, row = self._errand, self._pass
        reading.beside = True
        with errand.home.database.session() as session:
            if batches.lock_run(session, errand.name) != errand.fence:
                errand.lost()
                return
            if readings.keep(session, reading) and reading.success:
                side_by_side.note(session, [reading.card_id])
            done, failed = passes.strike(session, row.id, reading.card_id, success=reading.success)
        self.tell(done, failed, read=1)

    def show_if_due(self, *, idle: bool) -> None:
        """Nothing is shown."""

    def tell(self, done: int, failed: int, *, read: int = 0) -> None:
        state = replace(planning.state_of(self._pass, self._batch), done=done, failed=failed)
        self._errand.home.listener(Progress(self._errand.name, (), *self._counts, read=read, under_way=state))
