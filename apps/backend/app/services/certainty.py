"""What certainty is worth in a batch: reliability, what could be accepted, and accepting it by rule, with an undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import Conflict, JsonValue, NotFound, no_batch, no_field
from app.db import batches, cards, learning, rules
from app.engines.local.learned import reliability
from app.engines.local.learned.reliability import Bin
from app.models.enums import Verdict
from app.models.learning_tables import LearnedModel, RuleAcceptance
from app.models.tables import Batch, Card, Review
from app.services import learning as learning_service
from app.services import records, review, schemata

LEAST_MEASURED = 20
CHUNK = 200


@dataclass(frozen=True, slots=True)
class Row:
    """Accept everything from ``at`` upwards: ``open`` values of the batch, of which about ``precision`` are right."""

    at: float
    open: int
    share: float
    measured: int
    precision: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field, measured: how many values were given, how many right; the same for cells left empty."""

    field: str
    given: int
    right: int
    empty: int
    empty_right: int
    open: int
    threshold: float | None


@dataclass(frozen=True, slots=True)
class Certainty:
    """``verified``: cards that teach by now; ``measured_on``: those of them that were there at the last training."""

    calibrated: bool
    verified: int
    measured_on: int
    needed: int
    version: int | None
    error: float | None
    bins: tuple[Bin, ...]
    empty_bins: tuple[Bin, ...]
    rows: tuple[Row, ...]
    fields: tuple[FieldRow, ...]
    open: int
    threshold: float | None
    """The lowest certainty with the wanted precision; None when it is not reached."""


@dataclass(frozen=True, slots=True)
class _Measured:
    field: str
    chance: float
    right: bool
    filled: bool


def of_batch(session: Session, batch: Batch, precision: float) -> Certainty:
    """Measured on out-of-fold predictions of this drawer's verified cards; below 50 cards it only orders."""
    model = learning_service.current(session, batch)
    measured = _measured(session, model)
    given = [(one.chance, one.right) for one in measured if one.filled]
    blank = [(one.chance, one.right) for one in measured if not one.filled]
    waiting = _waiting(session, batch, None)
    measured_on = model.cards if model else 0
    return Certainty(
        calibrated=measured_on >= reliability.CALIBRATED_FROM,
        verified=len(learning_service.taught_cards(session, batch)),
        measured_on=measured_on,
        needed=reliability.CALIBRATED_FROM,
        version=model.version if model else None,
        error=reliability.error(given),
        bins=tuple(reliability.bins(given)),
        empty_bins=tuple(reliability.bins(blank)),
        rows=tuple(
            Row(row.at, sum(p >= row.at for _, _, p in waiting),
                sum(p >= row.at for _, _, p in waiting) / len(waiting) if waiting else 0.0,
                row.count, row.precision, row.low, row.high)
            for row in reliability.table(given)
        ),
        fields=tuple(_of_field(name, measured, waiting, precision) for name in schemata.names(batch.fields)),
        open=len(waiting),
        threshold=reliability.threshold_for(given, precision),
    )  # fmt: skip


def _measured(session: Session, model: LearnedModel | None) -> list[_Measured]:
    if model is None:
        return []
    rows = learning.predicted(session, model.id)
    return [
        _Measured(str(row[1]), float(row[2]), bool(row[3]), bool(row[4]))
        for row in rows
        if isinstance(row, list) and isinstance(row[2], (int, float))
    ]


def _waiting(session: Session, batch: Batch, fields: Collection[str] | None) -> list[tuple[int, str, float]]:
    """Filled values without any verdict: card, field, certainty."""
    return [
        (card, field, sure)
        for card, field, value, sure in learning.open_values(session, batch.id, with_ruled=False)
        if value is not None and sure is not None and (fields is None or field in fields)
    ]


def _of_field(
    name: str, measured: Sequence[_Measured], waiting: Sequence[tuple[int, str, float]], precision: float
) -> FieldRow:
    own = [one for one in measured if one.field == name]
    given = [(one.chance, one.right) for one in own if one.filled]
    return FieldRow(
        field=name,
        given=len(given),
        right=sum(right for _, right in given),
        empty=sum(not one.filled for one in own),
        empty_right=sum(one.right for one in own if not one.filled),
        open=sum(field == name for _, field, _ in waiting),
        threshold=reliability.threshold_for(given, precision, least=LEAST_MEASURED),
    )


# accepting by rule


def accept(session: Session, batch_name: str, *, at: float, fields: Collection[str] | None, who: str) -> RuleAcceptance:
    """Accept every open value from ``at`` upwards, in one step that can be undone. Reviews by people stay."""
    batch = _locked(session, batch_name)
    names = schemata.names(batch.fields)
    unknown = sorted(set(fields or ()) - set(names))
    if unknown:
        raise no_field(unknown[0])
    model = learning_service.current(session, batch)
    given = [(one.chance, one.right) for one in _measured(session, model) if one.filled and _wanted(one.field, fields)]
    above = [right for chance, right in given if chance >= at]
    named: list[JsonValue] | None = [*sorted(fields)] if fields is not None else None
    told: dict[str, JsonValue] = {
        "at": at, "fields": named, "model": model.version if model else None,
        "calibrated": model is not None and model.cards >= reliability.CALIBRATED_FROM,
        "measured": len(above), "precision": sum(above) / len(above) if above else None,
    }  # fmt: skip
    acceptance = RuleAcceptance(batch_id=batch.id, created_at=now(), who=who, rule=told, count=0)
    session.add(acceptance)
    session.flush()
    chosen: dict[int, list[str]] = defaultdict(list)
    for card_id, field, sure in _waiting(session, batch, fields):
        if sure >= at:
            chosen[card_id].append(field)
    ids = list(chosen)
    for start in range(0, len(ids), CHUNK):
        part = cards.by_ids(session, ids[start : start + CHUNK])
        rules.mark(session, acceptance.id, _accept(session, batch, part, chosen, f"rule: from {at:g} ({who})"[:120]))
    acceptance.count = sum(len(own) for own in chosen.values())
    session.flush()
    return acceptance


def _wanted(field: str, fields: Collection[str] | None) -> bool:
    return fields is None or field in fields


def _locked(session: Session, batch_name: str) -> Batch:
    batch = batches.lock(session, batch_name)
    if batch is None:
        raise no_batch(batch_name)
    return batch


def _accept(
    session: Session, batch: Batch, part: Sequence[Card], chosen: dict[int, list[str]], who: str
) -> list[Review]:
    said: dict[int, dict[str, tuple[Verdict | None, str | None]]] = {}
    for record, card in zip(records.assemble(session, batch, part), part, strict=True):
        data = record["data"]
        assert isinstance(data, dict)
        values = {field: data[field] for field in chosen[card.id]}
        said[card.id] = {f: (Verdict.ACCEPTED, v if isinstance(v, str) else None) for f, v in values.items()}
    return _write(session, batch, part, said, who)


def undo(session: Session, batch_name: str, acceptance_id: int, who: str) -> RuleAcceptance:
    """Take back what the rule accepted, but for values on which a person has spoken since."""
    batch = _locked(session, batch_name)
    acceptance = session.get(RuleAcceptance, acceptance_id)
    if acceptance is None or acceptance.batch_id != batch.id:
        raise NotFound("There is no such acceptance in this batch.", code="acceptance_not_found")
    if acceptance.undone_at is not None:
        raise Conflict("This acceptance has been undone already.", code="already_undone")
    still = rules.holding(session, acceptance.id)
    ids = list(still)
    for start in range(0, len(ids), CHUNK):
        part = cards.by_ids(session, ids[start : start + CHUNK])
        said: dict[int, dict[str, tuple[Verdict | None, str | None]]] = {
            card.id: dict.fromkeys(still[card.id], (None, None)) for card in part
        }
        _write(session, batch, part, said, who)
    acceptance.undone_at = now()
    session.flush()
    return acceptance


def _write(
    session: Session,
    batch: Batch,
    part: Sequence[Card],
    said: dict[int, dict[str, tuple[Verdict | None, str | None]]],
    who: str,
) -> list[Review]:
    """Review rows for several cards, then cells and sums."""
    moment = now()
    rows: list[Review] = []
    for record, card in zip(records.assemble(session, batch, part), part, strict=True):
        data, machine = record["data"], record["extracted"]
        assert isinstance(data, dict)
        assert isinstance(machine, dict)
        card.version += 1
        for field, (verdict, value) in said[card.id].items():
            before, read = data[field], machine[field]
            rows.append(
                Review(
                    card_id=card.id, field=field, verdict=verdict, value=value,
                    previous=before if isinstance(before, str) else None,
                    machine=read if isinstance(read, str) else None,
                    version=card.version, who=who, created_at=moment,
                )
            )  # fmt: skip
    session.add_all(rows)
    session.flush()
    change = 0
    for card in part:
        was = card.review == "complete"
        review.refresh(session, batch, card, fields=set(said[card.id]))
        change += (card.review == "complete") - was
    revision = batches.count(session, batch.id, reviewed=change)
    for card in part:
        card.revision = revision
    session.flush()
    return rows
