"""Templates: saved schemas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.tables import Batch, Template


def get(session: Session, template_id: int) -> Template | None:
    return session.get(Template, template_id)


def by_key(session: Session, name_key: str) -> Template | None:
    return session.scalars(select(Template).where(Template.name_key == name_key)).one_or_none()


def page(session: Session, *, offset: int, limit: int) -> tuple[list[Template], int]:
    rows = session.scalars(select(Template).order_by(Template.name_key).offset(offset).limit(limit)).all()
    return list(rows), session.scalar(select(func.count()).select_from(Template)) or 0


def users(session: Session, template_ids: Collection[int]) -> dict[int, list[tuple[str, str]]]:
    """Name and title of the batches made with each template, newest first."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = session.execute(
        select(Batch.template_id, Batch.name, Batch.title)
        .where(Batch.template_id.in_(template_ids))
        .order_by(Batch.created_at.desc(), Batch.id.desc())
    )
    for template_id, name, title in rows:
        if template_id is not None:
            found[template_id].append((name, title))
    return dict(found)
