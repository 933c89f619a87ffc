"""Batches: rows of drawers. A status changes only by compare-and-set."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy import delete as remove
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import JsonValue
from app.models.columns import Base
from app.models.enums import BatchStatus
from app.models.reason import Reason
from app.models.tables import Batch


def get(session: Session, name: str) -> Batch | None:
    return session.scalars(select(Batch).where(Batch.name == name)).one_or_none()


def lock(session: Session, name: str) -> Batch | None:
    """The row, held until the transaction ends (a no-op on SQLite, where writers take turns anyway)."""
    statement = select(Batch).where(Batch.name == name).with_for_update()
    return session.scalars(statement.execution_options(populate_existing=True)).one_or_none()


def names(session: Session) -> set[str]:
    return set(session.scalars(select(Batch.name)))


def page(session: Session, *, status: str | None, q: str | None, offset: int, limit: int) -> tuple[list[Batch], int]:
    """Newest first, and how many there are in all."""
    where = []
    if status:
        where.append(Batch.status == status)
    if q:
        where.append(or_(Batch.title.icontains(q, autoescape=True), Batch.name.icontains(q, autoescape=True)))
    rows = session.scalars(
        select(Batch).where(*where).order_by(Batch.created_at.desc(), Batch.id.desc()).offset(offset).limit(limit)
    ).all()
    total = session.scalar(select(func.count()).select_from(Batch).where(*where)) or 0
    return list(rows), total


def with_status(session: Session, statuses: Collection[BatchStatus]) -> list[Batch]:
    return list(session.scalars(select(Batch).where(Batch.status.in_(statuses)).order_by(Batch.id)))


def unpublished(session: Session) -> list[str]:
    """Batches whose ``checkpoint.json`` is older than their cards."""
    return list(session.scalars(select(Batch.name).where(Batch.published < Batch.revision)))


def add(
    session: Session,
    *,
    name: str,
    title: str,
    fields: list[JsonValue],
    engine: str,
    model: str | None,
    options: dict[str, JsonValue],
    template_id: int | None = None,
) -> Batch:
    moment = now()
    batch = Batch(
        name=name, title=title, status=BatchStatus.DRAFT, fields=fields, engine=engine, model=model,
        options=options, template_id=template_id, created_at=moment, updated_at=moment,
    )  # fmt: skip
    session.add(batch)
    session.flush()
    return batch


def move(
    session: Session,
    name: str,
    *,
    sources: Sequence[BatchStatus],
    target: BatchStatus,
    reason: Reason | None = None,
    run: int | None = None,
    new_run: bool = False,
) -> Batch | None:
    """Compare-and-set; None when the batch is absent, in another status, or in another run."""
    statement = update(Batch).where(Batch.name == name, Batch.status.in_(sources))
    if run is not None:
        statement = statement.where(Batch.run == run)
    moment = now()
    values: dict[str, object] = {
        "status": target, "reason": reason and reason.says, "reason_code": reason and reason.code, "updated_at": moment,
    }  # fmt: skip
    if new_run:
        values["run"] = Batch.run + 1
    if target is BatchStatus.RUNNING:
        values["began_at"] = moment
    moved = session.scalars(
        statement.values(**values).returning(Batch), execution_options={"populate_existing": True}
    ).one_or_none()
    return moved


_TABLE = Base.metadata.tables["batches"]
_COUNT = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("batch_id"))
    .values(
        revision=_TABLE.c.revision + 1,
        updated_at=bindparam("moment"),
        **{name: _TABLE.c[name] + bindparam(f"more_{name}") for name in ("total", "done", "failed", "reviewed")},
    )
    .returning(_TABLE.c.revision)
)
_RUN = select(_TABLE.c.run).where(_TABLE.c.name == bindparam("name")).with_for_update()
"""Made once: these run for every card."""


def lock_run(session: Session, name: str) -> int | None:
    """The number of its current run, held like ``lock`` but without the rest of the row; None when it is gone."""
    run: int | None = session.execute(_RUN, {"name": name}).scalar_one_or_none()
    return run


def count(session: Session, batch_id: int, *, total: int = 0, done: int = 0, failed: int = 0, reviewed: int = 0) -> int:
    """Add to the counters and raise the revision; returns the new revision."""
    more = {"more_total": total, "more_done": done, "more_failed": failed, "more_reviewed": reviewed}
    revision: int = session.execute(_COUNT, {"batch_id": batch_id, "moment": now(), **more}).scalar_one()
    return revision


def add_time(session: Session, batch_id: int, *, seconds: float, cards: int) -> None:
    """What a run took that has ended."""
    session.execute(
        update(Batch)
        .where(Batch.id == batch_id)
        .values(read_seconds=Batch.read_seconds + seconds, read_cards=Batch.read_cards + cards)
        .execution_options(synchronize_session=False)
    )


def set_published(session: Session, batch_id: int, revision: int) -> None:
    session.execute(
        update(Batch)
        .where(Batch.id == batch_id, Batch.published < revision)
        .values(published=revision)
        .execution_options(synchronize_session=False)
    )


def delete(session: Session, batch_id: int) -> None:
    """The row and, by cascade, all that hangs on it."""
    session.execute(remove(Batch).where(Batch.id == batch_id).execution_options(synchronize_session=False))
