"""Cells: one row per value of a record, for tables, facets and filters."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.db.cards import HAS_RECORD
from app.models.folding import sort_key
from app.models.tables import Card, Cell

CellRow = tuple[str, str | None, float | None, str | None]
"""field, value, confidence, verdict"""


def _row(card_id: int, cell: CellRow) -> dict[str, object]:
    field, value, confidence, verdict = cell
    return {
        "card_id": card_id, "field": field, "value": value,
        "sort_key": sort_key(value), "confidence": confidence, "verdict": verdict,
    }  # fmt: skip


def add(session: Session, rows: Sequence[tuple[int, Sequence[CellRow]]]) -> None:
    """Write the cells of cards that have none yet."""
    flat = [_row(card_id, cell) for card_id, cells in rows for cell in cells]
    if flat:
        session.execute(insert(Cell.__table__), flat)  # type: ignore[arg-type]


def clear(session: Session, card_ids: Sequence[int]) -> None:
    session.execute(delete(Cell).where(Cell.card_id.in_(card_ids)).execution_options(synchronize_session=False))


def add_blank(session: Session, batch_id: int, field: str) -> None:
    """Give every read card of a batch a blank cell for this field, where it has none."""
    has_one = select(Cell.card_id).where(Cell.card_id == Card.id, Cell.field == field).exists()
    without = select(Card.id, literal(field)).where(Card.batch_id == batch_id, HAS_RECORD, ~has_one)
    session.execute(insert(Cell).from_select(["card_id", "field"], without, include_defaults=False))


def put(session: Session, rows: Sequence[tuple[int, Sequence[CellRow]]]) -> None:
    """Overwrite these cells, or make them; the others of their cards stay."""
    flat = [_row(card_id, cell) for card_id, cells in rows for cell in cells]
    if not flat:
        return
    make = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = make(Cell.__table__)  # type: ignore[arg-type]
    new = {name: statement.excluded[name] for name in ("value", "sort_key", "confidence", "verdict")}
    session.execute(statement.on_conflict_do_update(index_elements=["card_id", "field"], set_=new), flat)


def of_card(session: Session, card_id: int) -> dict[str, Cell]:
    return {c.field: c for c in session.scalars(select(Cell).where(Cell.card_id == card_id))}
