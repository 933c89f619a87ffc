"""Records: a reading overlaid by a review. The one place where the two meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.core.errors import Invalid, JsonValue, no_batch, no_card, no_field
from app.db import batches, cards, images, readings, records, reviews, shown
from app.db.cells import CellRow
from app.db.records import Query
from app.db.reviews import Held
from app.db.shown import CardRow, ReadingRow, Shown
from app.models import layout
from app.models.enums import CardStatus, Verdict
from app.models.record import Page, Value
from app.models.tables import Batch, Card, Image, Reading, Review
from app.services import schemata

RecordDict = dict[str, JsonValue]


def value_to_json(value: Value) -> JsonValue:
    """As kept in a reading."""
    return {
        "field": value.field,
        "text": value.text,
        "confidence": round(value.confidence, 4),
        "evidence": [[e.image, *(round(side, 4) for side in e.box)] for e in value.evidence],
        "source": value.source,
    }


def iso(moment: datetime | None) -> str | None:
    """UTC with a ``Z``, as the contract shows it."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def human_value(review: Review | Held) -> str | None:
    """What a person's verdict leaves in the record; it stays when the machine reads again."""
    return None if review.verdict == Verdict.REJECTED else review.value


def overlay(
    batch: Batch,
    card: Card | CardRow,
    reading: Reading | ReadingRow | None,
    verdicts: Mapping[str, Review | Held],
    image_names: Sequence[str],
) -> RecordDict:
    """One object of ``checkpoint.json``: human values over machine values, every field of the schema.

    A card that waits to be read again is told as it was read last."""
    again = card.status == CardStatus.PENDING and card.reading_id is not None
    done = again or card.status == CardStatus.DONE
    values: Sequence[JsonValue] = reading.values if reading is not None and reading.success else ()
    record: RecordDict = {"filename": card.filename, **(card.extra or {})}  # first: `checkpoint` looks there
    record.update(
        filename=card.filename,
        images=list(image_names),
        batch=batch.name,
        success=done,
        status=CardStatus.DONE if again else card.status,
        **_fields(schemata.names(batch.fields), values, verdicts),
        review={field: review.verdict for field, review in verdicts.items()},
        flag=card.flag,
        text=reading.text if reading else "",
        error=card.error,
        cause=card.cause,
        engine=reading.engine if reading else None,
        model=reading.model if reading else None,
        attempts=card.attempts,
        duration=reading.duration if reading else None,
        processed_at=iso(card.processed_at),
        version=card.version,
        flags=list(reading.flags or []) if reading else [],
    )
    return record


def _fields(
    fields: list[str], values: Sequence[JsonValue], verdicts: Mapping[str, Review | Held]
) -> dict[str, dict[str, JsonValue]]:
    """What a record holds by field: all of the schema first, then what else was read."""
    read: dict[str, dict[str, JsonValue]] = {str(v["field"]): v for v in values if isinstance(v, dict)}
    extracted: dict[str, JsonValue] = dict.fromkeys(fields)
    confidence: dict[str, JsonValue] = {}
    evidence: dict[str, JsonValue] = {}
    sources: dict[str, JsonValue] = {}
    for field in fields if read.keys() <= extracted.keys() else [*fields, *(f for f in read if f not in extracted)]:
        value = read.get(field)
        if value is None:
            continue
        extracted[field] = _text(value["text"])
        confidence[field] = value["confidence"]
        sources[field] = value["source"]
        boxes = value["evidence"]
        if boxes and isinstance(boxes, list):
            evidence[field] = [{"image": b[0], "box": b[1:]} for b in boxes if isinstance(b, list)]
    data = extracted.copy()
    data.update((field, human_value(verdicts[field])) for field in verdicts if field in data)
    return {
        "data": data, "extracted": extracted, "confidence": confidence, "evidence": evidence, "sources": sources,
    }  # fmt: skip


def _text(value: JsonValue) -> str | None:
    return value if isinstance(value, str) else None


def cells_of(record: RecordDict) -> list[CellRow]:
    """The record as rows for tables and facets."""
    data, confidence, review = record["data"], record["confidence"], record["review"]
    if not (isinstance(data, dict) and isinstance(confidence, dict) and isinstance(review, dict)):
        raise TypeError("not a record")
    rows: list[CellRow] = []
    for field, value in data.items():
        certain, verdict = confidence.get(field), review.get(field)
        rows.append(
            (
                field,
                _text(value),
                float(certain) if isinstance(certain, (int, float)) else None,
                str(verdict) if verdict else None,
            )
        )
    return rows


def search_body(record: RecordDict) -> str:
    """Everything of a record that a person may look for."""
    data = record["data"]
    values = [v for v in data.values() if isinstance(v, str)] if isinstance(data, dict) else []
    return "\n".join([str(record["filename"]), *values, str(record["text"])])


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a record is made of. ``verdicts`` by field; ``images``: file names, front first."""

    card: Card
    reading: Reading | None
    verdicts: dict[str, Review]
    images: Sequence[str]

    def record(self, batch: Batch) -> RecordDict:
        return overlay(batch, self.card, self.reading, self.verdicts, self.images)


def parts(session: Session, chosen: Sequence[Card]) -> list[Parts]:
    """What the records of these cards are made of, in the order given."""
    ids = [card.id for card in chosen]
    read = readings.by_ids(session, [card.reading_id for card in chosen if card.reading_id])
    verdicts = reviews.current(session, ids)
    names = images.names_of_cards(session, ids)
    return [
        Parts(card, read.get(card.reading_id or 0), verdicts.get(card.id, {}), names.get(card.id, []))
        for card in chosen
    ]


def assemble(session: Session, batch: Batch, chosen: Sequence[Card]) -> list[RecordDict]:
    """Records of these cards, in the order given, as this session has changed them."""
    return [each.record(batch) for each in parts(session, chosen)]


def require_batch(session: Session, name: str) -> Batch:
    batch = batches.get(session, name)
    if batch is None:
        raise no_batch(name)
    return batch


def _records(session: Session, batch: Batch, rows: Sequence[Shown]) -> list[RecordDict]:
    """Of cards that are only told of; see ``assemble`` for those that are to be changed."""
    ids = [card.id for card, _ in rows]
    verdicts, names = reviews.held(session, ids), images.names_of_cards(session, ids)
    return [overlay(batch, card, reading, verdicts.get(card.id, {}), names.get(card.id, ())) for card, reading in rows]


def by_ids(session: Session, batch: Batch, ids: Sequence[int]) -> list[tuple[int, RecordDict]]:
    """Records with the ids of their cards, in card order."""
    rows = shown.of_cards(session, ids)
    made = _records(session, batch, rows)
    return [(card.id, record) for (card, _), record in zip(rows, made, strict=True)]


def all_of(session: Session, batch_name: str) -> Iterator[RecordDict]:
    """Every attempted card of a batch, in card order, from one view of the data."""
    batch = require_batch(session, batch_name)
    session.expunge(batch)
    for chunk in shown.attempted(session, batch.id):
        yield from _records(session, batch, chunk)


def matching(session: Session, batch: Batch, query: Query) -> list[int]:
    """Ids of all cards that match, in card order. ``Invalid`` for an unknown field."""
    return records.matching(session, batch, checked(batch, query))


def some_of(session: Session, batch: Batch, ids: Sequence[int], *, size: int = 500) -> Iterator[RecordDict]:
    """These records, in card order; ``batch`` as it is now."""
    session.expunge(batch)
    for start in range(0, len(ids), size):
        yield from (record for _, record in by_ids(session, batch, ids[start : start + size]))


@dataclass(frozen=True, slots=True)
class RecordSlice:
    """``revision``: the batch's at this moment; a card that changes later gets a higher one."""

    items: list[RecordDict]
    total: int
    revision: int


def page(session: Session, batch_name: str, query: Query) -> RecordSlice:
    """One page of the table, and how many records match. ``Invalid`` for an unknown field."""
    batch = require_batch(session, batch_name)
    ids, total = records.page(session, batch, checked(batch, query))
    found = dict(by_ids(session, batch, ids))
    return RecordSlice([found[i] for i in ids if i in found], total, batch.revision)


def checked(batch: Batch, query: Query) -> Query:
    """``sort`` may be a field's name; fields must be the batch's."""
    fields = schemata.names(batch.fields)
    if query.field is not None and query.field not in fields:
        raise no_field(query.field, "to filter by")
    if query.value is not None and query.field is None:
        raise Invalid("Say in which field the value is looked for: add field=NAME.", code="value_without_field")
    if query.sort == "card" or (query.sort in records.BUILT_IN and query.sort not in fields):
        return query
    wanted = query.sort.removeprefix("field:")
    if wanted not in fields:
        raise no_field(wanted, "to sort by")
    return replace(query, sort_field=wanted)


def require_card(session: Session, batch: Batch, filename: str) -> Card:
    card = cards.get(session, batch.id, filename)
    if card is None:
        raise no_card(batch.name, filename)
    return card


def one(session: Session, batch_name: str, filename: str) -> tuple[RecordDict, list[Reading], list[Review], int | None]:
    """A record with all its readings, its history, and the id of the reading that holds."""
    batch = require_batch(session, batch_name)
    card = require_card(session, batch, filename)
    record = assemble(session, batch, [card])[0]
    found = readings.of_card(session, card.id)
    return record, found, reviews.history(session, card.id), card.reading_id


def sides(session: Session, batch_name: str, filename: str) -> list[tuple[Image, Page | None]]:
    """The card's images, front first, each with what the reading that holds recognised on it."""
    batch = require_batch(session, batch_name)
    card = require_card(session, batch, filename)
    packed = readings.layout(session, card.reading_id) if card.reading_id else None
    pages = {page.image: page for page in layout.unpack(packed)} if packed else {}
    found = images.of_cards(session, [card.id]).get(card.id, [])
    return [(image, pages.get(number)) for number, image in enumerate(found)]
