"""Storing what engines return: reading, card and cells in one transaction; search text for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import files
from app.core.clock import now
from app.db import batches, cards, cells, images, reviews, search
from app.models import layout
from app.models.enums import CardStatus
from app.models.record import Reading as MachineReading
from app.models.tables import Batch, Card, Image, Reading, Review
from app.services import records, schemata
from app.services.folders import ERRORS, BatchFolder


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a card could not be read: one sentence, and a cause to group by."""

    message: str
    cause: str
    engine: str
    model: str | None = None
    duration: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    card_id: int
    result: MachineReading | Failure


@dataclass(frozen=True, slots=True)
class Stored:
    """What is told to the browser about one card."""

    filename: str
    success: bool
    data: dict[str, str | None] | None
    error: str | None


def store(session: Session, batch: Batch, outcomes: Sequence[Outcome], folder: BatchFolder) -> list[Stored]:
    """Add one reading per outcome and let the records show it. ``batch`` is held by the caller's lock.

    Cards that were deleted meanwhile are left out. A person's verdicts stay over the new reading.
    """
    found = {card.id: card for card in cards.by_ids(session, [o.card_id for o in outcomes])}
    taken = [o for o in outcomes if o.card_id in found]
    if not taken:
        return []
    moment = now()
    added = _add_readings(session, taken, found, moment)
    of_cards = images.of_cards(session, list(found))
    verdicts = reviews.current(session, list(found))
    revision = batch.revision + 1
    stored: list[Stored] = []
    for outcome, reading in zip(taken, added, strict=True):
        card = found[outcome.card_id]
        _advance(card, reading, moment, revision)
        sides = of_cards.get(card.id, [])
        _place(sides, folder, failed=not reading.success)
        record = records.overlay(batch, card, reading, verdicts.get(card.id, {}), [image.filename for image in sides])
        _show(session, batch, card, record, verdicts.get(card.id, {}))
        data = record["data"]
        told = {k: v for k, v in data.items() if v is None or isinstance(v, str)} if isinstance(data, dict) else {}
        stored.append(Stored(card.filename, reading.success, told if reading.success else None, card.error))
    session.flush()
    succeeded = sum(1 for reading in added if reading.success)
    batches.count(session, batch.id, done=succeeded, failed=len(added) - succeeded)
    return stored


def _add_readings(
    session: Session, outcomes: Sequence[Outcome], found: dict[int, Card], moment: datetime
) -> list[Reading]:
    rows = [_reading(outcome, found[outcome.card_id].attempts + 1, moment) for outcome in outcomes]
    session.add_all(rows)
    session.flush()
    return rows


def _reading(outcome: Outcome, attempt: int, moment: datetime) -> Reading:
    result = outcome.result
    if isinstance(result, Failure):
        return Reading(
            card_id=outcome.card_id, attempt=attempt, engine=result.engine, model=result.model, success=False,
            error=result.message, cause=result.cause, duration=round(result.duration, 4), created_at=moment,
            values=[], text="",
        )  # fmt: skip
    return Reading(
        card_id=outcome.card_id, attempt=attempt, engine=result.engine, model=result.model, success=True,
        duration=round(result.duration, 4), created_at=moment,
        values=[records.value_to_json(value) for value in result.values], text=result.text,
        layout=layout.pack(result.pages) if result.pages else None, raw=result.raw,
    )  # fmt: skip


def _advance(card: Card, reading: Reading, moment: datetime, revision: int) -> None:
    card.status = CardStatus.DONE if reading.success else CardStatus.FAILED
    card.attempts += 1
    card.version += 1
    card.revision = revision
    card.reading_id = reading.id
    card.error = reading.error
    card.cause = reading.cause
    card.processed_at = moment


def _place(sides: Sequence[Image], folder: BatchFolder, *, failed: bool) -> None:
    """Failed cards lie in ``_errors``, the others do not."""
    target = ERRORS if failed else ""
    for image in sides:
        if image.folder != target:
            move(image, folder, target)


def move(image: Image, folder: BatchFolder, target: str) -> None:
    """Move one image's file and say so in its row; a file that is gone stays gone."""
    present = folder.locate(image.filename, image.folder)
    place = folder.image(image.filename, target)
    if present is not None and present != place:
        place.parent.mkdir(exist_ok=True)
        present.rename(place)
        _sync(present.parent, place.parent)
    image.folder = target


def _sync(*folders: Path) -> None:
    for folder in folders:
        files.sync_dir(folder)


def _show(session: Session, batch: Batch, card: Card, record: records.RecordDict, verdicts: dict[str, Review]) -> None:
    """Cells and the sums on the card, from its record."""
    if card.attempts > 1 or verdicts:
        cells.clear(session, [card.id])
    cells.add(session, [(card.id, records.cells_of(record))])
    card.min_confidence = lowest(record)
    card.review = review_state(schemata.names(batch.fields), verdicts)


def index(session: Session, batch: Batch, card_ids: Sequence[int]) -> None:
    """Bring the search text of these cards in line with their records. Cheap for many, dear for one."""
    for start in range(0, len(card_ids), 500):
        chosen = [c for c in cards.by_ids(session, card_ids[start : start + 500]) if c.status != CardStatus.PENDING]
        made = records.assemble(session, batch, chosen)
        bodies = [(c.id, records.search_body(record)) for c, record in zip(chosen, made, strict=True)]
        search.put(session, batch.id, bodies)


def index_missing(session: Session, batch: Batch) -> None:
    """After a crash: index what was stored but not indexed."""
    index(session, batch, search.missing(session, batch.id))


def lowest(record: records.RecordDict) -> float | None:
    """The lowest certainty among the values that nobody has looked at; None when there is none."""
    data, confidence, review = record["data"], record["confidence"], record["review"]
    if not (isinstance(data, dict) and isinstance(confidence, dict) and isinstance(review, dict)):
        return None
    open_values = [
        float(number)
        for field, number in confidence.items()
        if isinstance(number, (int, float)) and field not in review and data.get(field) is not None
    ]
    return min(open_values) if open_values else None


def review_state(fields: Sequence[str], verdicts: dict[str, Review]) -> str:
    """``complete`` when every field has a verdict, ``partial`` when some have."""
    judged = sum(1 for field in fields if field in verdicts)
    if judged and judged == len(fields):
        return "complete"
    return "partial" if judged else "none"
