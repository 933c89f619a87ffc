"""Templates: saved schemas."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.tables import Template


def get(session: Session, template_id: int) -> Template | None:
    return session.get(Template, template_id)


def by_key(session: Session, name_key: str) -> Template | None:
    return session.scalars(select(Template).where(Template.name_key == name_key)).one_or_none()


def page(session: Session, *, offset: int, limit: int) -> tuple[list[Template], int]:
    rows = session.scalars(select(Template).order_by(Template.name_key).offset(offset).limit(limit)).all()
    return list(rows), session.scalar(select(func.count()).select_from(Template)) or 0
