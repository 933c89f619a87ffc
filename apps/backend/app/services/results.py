"""Showing what engines returned: card, cells, search text and counts of several cards in one transaction.

A reading that is kept is never paid for again: a crash before it is shown leaves it to be shown at the next start.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import files
from app.core.clock import now
from app.db import batches, cards, cells, images, readings, reviews, search
from app.models import layout
from app.models.enums import CardStatus
from app.models.record import Reading as MachineReading
from app.models.record import Usage
from app.models.tables import Batch, Card, Image, Reading
from app.services import records, schemata, side_by_side
from app.services.folders import ERRORS, BatchFolder


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a card could not be read: one sentence, and a cause to group by."""

    message: str
    cause: str
    engine: str
    model: str | None = None
    duration: float = 0.0
    usage: Usage | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What is told to the browser about one card."""

    filename: str
    success: bool
    data: dict[str, str | None] | None
    error: str | None
    cause: str | None


def show(session: Session, batch: Batch, kept: Sequence[Reading], folder: BatchFolder) -> list[Stored]:
    """Let the records show these readings. ``batch`` is held by the caller's lock.

    Cards that were deleted meanwhile are left out. A person's verdicts stay over the new reading.
    """
    found = {card.id: card for card in cards.by_ids(session, [reading.card_id for reading in kept])}
    taken = [reading for reading in kept if reading.card_id in found]
    if not taken:
        return []
    of_cards = images.of_cards(session, list(found))
    verdicts = reviews.current(session, list(found))
    shown: list[tuple[Card, records.RecordDict]] = []
    for reading in taken:
        card = found[reading.card_id]
        _advance(card, reading, batch.revision + 1)
        sides = of_cards.get(card.id, [])
        _place(sides, folder, failed=not reading.success)
        said = verdicts.get(card.id, {})
        record = records.overlay(batch, card, reading, said, [image.filename for image in sides])
        card.min_confidence = lowest(record)
        card.review = review_state(schemata.names(batch.fields), said)
        shown.append((card, record))
    _fill(session, batch, shown)
    session.flush()
    side_by_side.note(session, [card.id for card, _ in shown if card.attempts > 1])
    succeeded = sum(1 for reading in taken if reading.success)
    batches.count(session, batch.id, done=succeeded, failed=len(taken) - succeeded)
    return [_stored(card, record) for card, record in shown]


def show_kept(session: Session, batch: Batch, folder: BatchFolder) -> None:
    """After a crash: show what was kept but not shown."""
    kept = readings.unshown(session, batch.id)
    for start in range(0, len(kept), 500):
        show(session, batch, kept[start : start + 500], folder)
        session.refresh(batch)


def _stored(card: Card, record: records.RecordDict) -> Stored:
    data = record["data"]
    success = card.status == CardStatus.DONE
    told = {k: v for k, v in data.items() if v is None or isinstance(v, str)} if isinstance(data, dict) else {}
    return Stored(card.filename, success, told if success else None, card.error, card.cause)


def row(card_id: int, result: MachineReading | Failure) -> Reading:
    """A row for ``readings.keep``. Packs words and boxes, so it is made outside of any transaction."""
    if isinstance(result, Failure):
        return Reading(
            card_id=card_id, engine=result.engine, model=result.model, success=False, error=result.message,
            cause=result.cause, duration=round(result.duration, 4), created_at=now(), values=[], text="",
            raw=result.raw, beside=False, **_costs(result.usage),
        )  # fmt: skip
    return Reading(
        card_id=card_id, engine=result.engine, model=result.model, success=True,
        duration=round(result.duration, 4), created_at=now(),
        values=[records.value_to_json(value) for value in result.values], text=result.text,
        layout=layout.pack(result.pages) if result.pages else None, raw=result.raw,
        prompt=result.prompt, flags=list(result.flags) or None, beside=False,
        **_costs(result.usage),
    )  # fmt: skip


def _costs(usage: Usage | None) -> dict[str, int | float | None]:
    if usage is None:
        return {}
    return {
        "calls": usage.calls, "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens, "cost": usage.cost,
    }  # fmt: skip


def _advance(card: Card, reading: Reading, revision: int) -> None:
    card.status = CardStatus.DONE if reading.success else CardStatus.FAILED
    card.attempts += 1
    card.version += 1
    card.revision = revision
    card.reading_id = reading.id
    card.error = reading.error
    card.cause = reading.cause
    card.processed_at = reading.created_at


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


def _fill(session: Session, batch: Batch, shown: Sequence[tuple[Card, records.RecordDict]]) -> None:
    """Cells and search text of these cards, from their records."""
    again = [card.id for card, _ in shown if card.attempts > 1 or card.review != "none"]
    if again:
        cells.clear(session, again)
        search.remove(session, again)
    cells.add(session, [(card.id, records.cells_of(record)) for card, record in shown])
    search.add(session, batch.id, [(card.id, records.search_body(record)) for card, record in shown])


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


def review_state(fields: Sequence[str], verdicts: Container[str]) -> str:
    """``complete`` when every field has a verdict, ``partial`` when some have."""
    judged = sum(1 for field in fields if field in verdicts)
    if judged and judged == len(fields):
        return "complete"
    return "partial" if judged else "none"
