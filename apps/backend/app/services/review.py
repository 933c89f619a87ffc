"""Reviews: what people say of values. Every change is a row; nothing a machine does overwrites one."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import Invalid, JsonValue, StaleVersion, no_batch, no_card, no_field
from app.db import batches, cards, cells, reviews, search
from app.models.enums import Verdict
from app.models.record_schemas import RecordPatch
from app.models.tables import Batch, Card, Review
from app.services import records, results, schemata
from app.services.records import Parts, RecordDict

Change = tuple[Verdict | None, str | None]
"""A verdict and the value it leaves; without a verdict the machine's holds again."""


def patch(session: Session, batch_name: str, filename: str, wanted: RecordPatch) -> RecordDict:
    """Apply verdicts to one card, or none of them. Raises ``StaleVersion`` with the record as it is now."""
    batch = batches.lock(session, batch_name)  # before the card, as every writer does: no two wait for each other
    if batch is None:
        raise no_batch(batch_name)
    card = cards.lock(session, batch.id, filename)
    if card is None:
        raise no_card(batch_name, filename)
    made_of = records.parts(session, [card])[0]
    before = made_of.record(batch)
    if card.version != wanted.version:
        raise StaleVersion(
            f"{filename} was changed meanwhile: you saw version {wanted.version}, it is {card.version} now.",
            params={"filename": filename, "yours": wanted.version, "current": card.version},
            extra={"your_version": wanted.version, "current_version": card.version, "record": before},
        )
    changes = _changes(before, wanted)
    flags = "flag" in wanted.model_fields_set and wanted.flag != card.flag
    if flags:
        card.flag = wanted.flag
    if not changes and not flags:
        return before
    return _apply(session, batch, made_of, before, changes, wanted.who)


def texts(part: JsonValue) -> Mapping[str, str | None]:
    if not isinstance(part, dict):
        raise TypeError("not a record")
    return {field: value for field, value in part.items() if value is None or isinstance(value, str)}


def _changes(before: RecordDict, wanted: RecordPatch) -> dict[str, Change]:
    """Per field, the verdict and the value it leaves; None takes the verdict back."""
    data, machine = texts(before["data"]), texts(before["extracted"])
    named = [*wanted.set, *wanted.accept, *wanted.reject, *wanted.clear]
    unknown = sorted({field for field in named if field not in data})
    if unknown:
        raise no_field(unknown[0])
    if len(set(named)) != len(named):
        raise Invalid("A field is named twice in one change; name it once.", code="field_twice")
    changes: dict[str, Change] = {}
    for field, value in wanted.set.items():
        typed = (value or "").strip() or None
        verdict = Verdict.ACCEPTED if typed == machine[field] else Verdict.CORRECTED
        changes[field] = (verdict, typed)
    changes.update({field: (Verdict.ACCEPTED, data[field]) for field in wanted.accept})
    changes.update(dict.fromkeys(wanted.reject, (Verdict.REJECTED, None)))
    changes.update(dict.fromkeys(wanted.clear, (None, None)))
    return changes


def _apply(
    session: Session,
    batch: Batch,
    made_of: Parts,
    before: RecordDict,
    changes: Mapping[str, Change],
    who: str,
) -> RecordDict:
    data, machine = texts(before["data"]), texts(before["extracted"])
    card = made_of.card
    was_complete = card.review == "complete"
    card.version += 1
    card.revision = batch.revision + 1
    moment = now()
    for field, (verdict, value) in changes.items():
        row = Review(
            card_id=card.id, field=field, verdict=verdict, value=value, previous=data[field],
            machine=machine[field], version=card.version, who=who, created_at=moment,
        )  # fmt: skip
        session.add(row)
        if verdict is None:
            made_of.verdicts.pop(field, None)
        else:
            made_of.verdicts[field] = row
    after = _show(session, batch, made_of, fields=set(changes))
    session.flush()
    batches.count(session, batch.id, reviewed=(card.review == "complete") - was_complete)
    return after


def refresh(session: Session, batch: Batch, card: Card, *, fields: set[str] | None = None) -> None:
    """Bring cells, search text and sums of one card in line with its record; ``fields`` None means all."""
    _show(session, batch, records.parts(session, [card])[0], fields=fields)


def _show(session: Session, batch: Batch, made_of: Parts, *, fields: set[str] | None = None) -> RecordDict:
    """``fields`` None means all."""
    card, after = made_of.card, made_of.record(batch)
    card.review = results.review_state(schemata.names(batch.fields), made_of.verdicts)
    card.min_confidence = results.lowest(after)
    if card.has_record:
        rows = records.cells_of(after)
        cells.put(session, [(card.id, [row for row in rows if fields is None or row[0] in fields])])
        search.put(session, batch.id, [(card.id, records.search_body(after))])
    return after


def restate(session: Session, batch: Batch) -> None:
    """After the schema changed: new fields are blank, and ``complete`` means every field of the new schema."""
    fields = schemata.names(batch.fields)
    for field in fields:
        cells.add_blank(session, batch.id, field)
    for chunk in cards.judged(session, batch.id):
        verdicts = reviews.current(session, [card.id for card in chunk])
        change = 0
        for card in chunk:
            state = results.review_state(fields, verdicts.get(card.id, {}))
            change += (state == "complete") - (card.review == "complete")
            card.review = state
        session.flush()
        if change:
            batches.count(session, batch.id, reviewed=change)
    session.refresh(batch)
