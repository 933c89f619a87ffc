"""Changes of many records at once, and their undoing: one transaction, in chunks, one mark on every row of history."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import NotFound, no_batch, no_field
from app.db import batches, cards, cells, reviews, search
from app.db.records import Query
from app.models.bulk_schemas import BulkChange, BulkReport, LeftOut
from app.models.enums import CardStatus, Verdict
from app.models.tables import Batch, Card, Review
from app.services import records, results, schemata
from app.services.records import RecordDict
from app.services.review import Change, texts

CHUNK = 500
TOLD = 200
"""Cards left out that are named; the others are counted."""
Reason = Literal["changed_since", "not_read", "gone"]


@dataclass(slots=True)
class _Bulk:
    """One change under way."""

    session: Session
    batch: Batch
    who: str
    revision: int
    mark: str = field(default_factory=lambda: secrets.token_hex(8))
    changed: int = 0
    unchanged: int = 0
    completed: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    left_out_total: int = 0

    def leave(self, filename: str, code: Reason, fields: Sequence[str] = ()) -> None:
        self.left_out_total += 1
        if len(self.left_out) < TOLD:
            self.left_out.append(LeftOut(filename=filename, code=code, fields=list(fields)))

    def report(self) -> BulkReport:
        revision = batches.count(self.session, self.batch.id, reviewed=self.completed)
        return BulkReport(
            id=self.mark if self.changed else None,
            changed=self.changed,
            unchanged=self.unchanged,
            left_out=self.left_out,
            left_out_total=self.left_out_total,
            revision=revision,
        )


def change(session: Session, batch_name: str, wanted: BulkChange) -> BulkReport:
    """Set or accept values of many records. Raises ``NotFound`` and, for an unknown field, ``Invalid``."""
    batch = _held(session, batch_name)
    known = schemata.names(batch.fields)
    named = [*wanted.set, *([] if wanted.accept == "all" else wanted.accept)]
    if unknown := [name for name in named if name not in known]:
        raise no_field(unknown[0])
    work = _begin(session, batch, wanted.who)
    accepted = [name for name in (known if wanted.accept == "all" else wanted.accept) if name not in wanted.set]
    chosen = _named(work, wanted.cards) if wanted.cards is not None else _matching(work, wanted)
    for chunk in chosen:
        readable = [card for card in chunk if _may_change(work, card, wanted)]
        _change_chunk(work, readable, lambda _card, record: _changes(record, wanted.set, accepted))
    return work.report()


def undo(session: Session, batch_name: str, mark: str, who: str) -> BulkReport:
    """Give every value back what it was before, where that change is still the last one."""
    batch = _held(session, batch_name)
    touched = reviews.cards_of_bulk(session, batch.id, mark)
    if not touched:
        raise NotFound(f"Batch {batch_name!r} knows no change {mark!r}.", code="bulk_not_found", params={"id": mark})
    work = _begin(session, batch, who)
    for start in range(0, len(touched), CHUNK):
        chunk = cards.by_ids(session, touched[start : start + CHUNK])
        told = reviews.of_cards(session, [card.id for card in chunk])
        _change_chunk(work, chunk, lambda card, _record, told=told: _before(work, card, told[card.id], mark))  # type: ignore[misc]
    return work.report()


def _held(session: Session, batch_name: str) -> Batch:
    batch = batches.lock(session, batch_name)
    if batch is None:
        raise no_batch(batch_name)
    return batch


def _begin(session: Session, batch: Batch, who: str) -> _Bulk:
    return _Bulk(session, batch, who, batches.count(session, batch.id))


# which cards


def _named(work: _Bulk, wanted: Mapping[str, int]) -> Iterator[list[Card]]:
    filenames = list(wanted)
    for start in range(0, len(filenames), CHUNK):
        some = filenames[start : start + CHUNK]
        found = cards.by_filenames(work.session, work.batch.id, some)
        there = {card.filename for card in found}
        for filename in some:
            if filename not in there:
                work.leave(filename, "gone")
        fresh = [card for card in found if card.version == wanted[card.filename]]
        for card in found:
            if card.version != wanted[card.filename]:
                work.leave(card.filename, "changed_since")
        yield fresh


def _matching(work: _Bulk, wanted: BulkChange) -> Iterator[list[Card]]:
    """All that match now; what changed since it was seen is told, not touched."""
    by = wanted.filter.model_dump(mode="json") if wanted.filter is not None else {}
    ids = records.matching(work.session, work.batch, Query(**by))
    without, revision = set(wanted.without), wanted.revision or 0
    for start in range(0, len(ids), CHUNK):
        fresh: list[Card] = []
        for card in cards.by_ids(work.session, ids[start : start + CHUNK]):
            if card.filename in without:
                continue
            if card.revision <= revision or wanted.seen.get(card.filename) == card.version:
                fresh.append(card)
            else:
                work.leave(card.filename, "changed_since")
        yield fresh


def _may_change(work: _Bulk, card: Card, wanted: BulkChange) -> bool:
    """A card that could not be read has nothing to accept, but may be typed in."""
    if not card.has_record or (card.status == CardStatus.FAILED and not wanted.set):
        work.leave(card.filename, "not_read")
        return False
    return True


# what changes


def _changes(record: RecordDict, typed: Mapping[str, str | None], accepted: Sequence[str]) -> dict[str, Change]:
    data, machine, verdicts = texts(record["data"]), texts(record["extracted"]), texts(record["review"])
    changes: dict[str, Change] = {}
    for name, value in typed.items():
        clean = (value or "").strip() or None
        if name in verdicts and data[name] == clean:
            continue
        changes[name] = (Verdict.ACCEPTED if clean == machine[name] else Verdict.CORRECTED, clean)
    if record["success"]:
        changes.update({name: (Verdict.ACCEPTED, data[name]) for name in accepted if name not in verdicts})
    return changes


def _before(work: _Bulk, card: Card, history: Sequence[Review], mark: str) -> dict[str, Change]:
    """What held before the marked rows, field by field, where nothing came after them."""
    of_field: dict[str, list[Review]] = {}
    for row in history:
        of_field.setdefault(row.field, []).append(row)
    changes: dict[str, Change] = {}
    later: list[str] = []
    for name, told in of_field.items():
        if not any(row.bulk == mark for row in told):
            continue
        if told[-1].bulk != mark:
            later.append(name)
            continue
        held = told[-2] if len(told) > 1 else None
        verdict = Verdict(held.verdict) if held is not None and held.verdict is not None else None
        changes[name] = (verdict, held.value if held is not None and verdict is not None else None)
    if later:
        work.leave(card.filename, "changed_since", later)
    return changes


# writing


def _change_chunk(
    work: _Bulk, chunk: Sequence[Card], changes_of: Callable[[Card, RecordDict], dict[str, Change]]
) -> None:
    session, moment = work.session, now()
    told: list[dict[str, object]] = []
    shown: list[tuple[int, list[cells.CellRow]]] = []
    found_by: list[tuple[int, str]] = []
    names = schemata.names(work.batch.fields)
    for card, record in zip(chunk, records.assemble(session, work.batch, chunk), strict=True):
        changes = changes_of(card, record)
        if not changes:
            work.unchanged += 1
            continue
        data, machine = texts(record["data"]), texts(record["extracted"])
        after = _overlaid(record, changes)
        was_complete = card.review == "complete"
        card.version += 1
        card.revision = work.revision
        card.review = results.review_state(names, texts(after["review"]))
        card.min_confidence = results.lowest(after)
        work.changed += 1
        work.completed += (card.review == "complete") - was_complete
        told += [
            {
                "card_id": card.id, "field": name, "verdict": verdict, "value": value, "previous": data.get(name),
                "machine": machine.get(name), "version": card.version, "who": work.who, "created_at": moment,
                "bulk": work.mark,
            }
            for name, (verdict, value) in changes.items()
        ]  # fmt: skip
        shown.append((card.id, [row for row in records.cells_of(after) if row[0] in changes]))
        if after["data"] != record["data"]:
            found_by.append((card.id, records.search_body(after)))
    reviews.add(session, told)
    cells.put(session, shown)
    search.put(session, work.batch.id, found_by)
    session.flush()
    session.expunge_all()


def _overlaid(record: RecordDict, changes: Mapping[str, Change]) -> RecordDict:
    data, machine, verdicts = texts(record["data"]), texts(record["extracted"]), texts(record["review"])
    values, said = dict(data), dict(verdicts)
    for name, (verdict, value) in changes.items():
        if verdict is None:
            values[name] = machine.get(name)
            said.pop(name, None)
        else:
            values[name] = None if verdict == Verdict.REJECTED else value
            said[name] = verdict
    return {**record, "data": {**values}, "review": {**said}}
