"""Acceptances by rule, audits and evaluations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session, undefer

from app.models.learning_tables import Audit, AuditItem, Evaluation, RuleAcceptance, RuleAccepted
from app.models.tables import Card, Review


def mark(session: Session, acceptance_id: int, rows: Sequence[Review]) -> None:
    """Say that these reviews come from a rule."""
    told = [{"review_id": row.id, "acceptance_id": acceptance_id} for row in rows]
    if told:
        session.execute(insert(RuleAccepted), told)


def holding(session: Session, acceptance_id: int) -> dict[int, list[str]]:
    """Per card, the fields whose newest verdict is this rule's."""
    own = (
        select(Review.card_id, Review.field, Review.id)
        .join(RuleAccepted, RuleAccepted.review_id == Review.id)
        .where(RuleAccepted.acceptance_id == acceptance_id)
        .subquery()
    )
    newest = (
        select(Review.card_id, Review.field, func.max(Review.id).label("id"))
        .where(Review.card_id.in_(select(own.c.card_id)))
        .group_by(Review.card_id, Review.field)
        .subquery()
    )
    found: dict[int, list[str]] = defaultdict(list)
    for card_id, field in session.execute(select(own.c.card_id, own.c.field).join(newest, newest.c.id == own.c.id)):
        found[card_id].append(field)
    return dict(found)


def acceptances(session: Session, batch_id: int) -> list[RuleAcceptance]:
    statement = select(RuleAcceptance).where(RuleAcceptance.batch_id == batch_id).order_by(RuleAcceptance.id.desc())
    return list(session.scalars(statement))


def audits(session: Session, batch_id: int) -> list[Audit]:
    return list(session.scalars(select(Audit).where(Audit.batch_id == batch_id).order_by(Audit.id.desc())))


def items(session: Session, audit_id: int) -> list[tuple[AuditItem, str]]:
    """The sample in its order, each with its card's filename."""
    statement = select(AuditItem, Card.filename).join(Card, Card.id == AuditItem.card_id)
    rows = session.execute(statement.where(AuditItem.audit_id == audit_id).order_by(AuditItem.place))
    return [(item, filename) for item, filename in rows]


def evaluations(session: Session, batch_id: int) -> list[Evaluation]:
    statement = select(Evaluation).where(Evaluation.batch_id == batch_id).order_by(Evaluation.id.desc())
    return list(session.scalars(statement))


def evaluation(session: Session, evaluation_id: int) -> Evaluation | None:
    statement = select(Evaluation).where(Evaluation.id == evaluation_id).options(undefer(Evaluation.cards))
    return session.scalars(statement).one_or_none()
