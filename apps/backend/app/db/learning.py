"""Models that were learned, the verified cards they learn from, and stored words fielded again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import and_, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session, undefer

from app.core.errors import JsonValue
from app.models.columns import Base
from app.models.enums import CardStatus
from app.models.learning_tables import (
    LearnedModel,
    LearningChoice,
    RefieldedCard,
    Refielding,
    RuleAccepted,
)
from app.models.tables import Batch, Card, Cell, Reading, Review

KEPT = 3
"""So many models of a scope keep their bytes."""


def batches_of(session: Session, scope: str) -> list[Batch]:
    """The batches that learn together: one, or all of a template."""
    kind, _, number = scope.partition(":")
    column = Batch.template_id if kind == "template" else Batch.id
    return list(session.scalars(select(Batch).where(column == int(number)).order_by(Batch.id)))


def by_people(
    session: Session, card_ids: Collection[int], until: Mapping[int, int] | None = None
) -> dict[int, dict[str, Review]]:
    """Per card, the verdicts that hold and that a person gave; what a rule accepted teaches nothing.

    ``until``: per card, the newest verdict that counts.
    """
    found: dict[int, dict[str, Review]] = {}
    by_rule = exists().where(RuleAccepted.review_id == Review.id)
    rows = session.execute(
        select(Review, by_rule.label("by_rule")).where(Review.card_id.in_(card_ids)).order_by(Review.id)
    )
    for review, ruled in rows:
        if until is not None and review.id > until.get(review.card_id, 0):
            continue
        own = found.setdefault(review.card_id, {})
        if review.verdict is None or ruled:
            own.pop(review.field, None)
        else:
            own[review.field] = review
    return found


def judged_cards(
    session: Session, batch_ids: Collection[int], fields: Collection[str], least: float
) -> list[tuple[int, str, int, int]]:
    """``(batch id, filename, card id, newest verdict)`` of read cards with verdicts of people on at least so many of
    these fields, the oldest verdicts first; also those that wait to be read anew, for what was said of them stays.
    Counted by the database: this is asked after every edit."""
    again = and_(Card.status == CardStatus.PENDING, Card.reading_id.is_not(None))
    of_batches = (Card.batch_id.in_(batch_ids), Card.review != "none", or_(Card.status == CardStatus.DONE, again))
    last = (
        select(func.max(Review.id))
        .join(Card, Card.id == Review.card_id)
        .where(*of_batches, Review.field.in_(fields))
        .group_by(Review.card_id, Review.field)
    )
    newest = func.max(Review.id)
    holding = (
        select(Review.card_id, newest.label("newest"))
        .where(Review.id.in_(last), Review.verdict.is_not(None), ~exists().where(RuleAccepted.review_id == Review.id))
        .group_by(Review.card_id)
        .having(func.count() >= least)
        .subquery()
    )
    rows = session.execute(
        select(Card.batch_id, Card.filename, Card.id, holding.c.newest)
        .join(holding, holding.c.card_id == Card.id)
        .order_by(holding.c.newest)
    )
    return [(batch_id, filename, card_id, int(at)) for batch_id, filename, card_id, at in rows]


def layouts(session: Session, card_ids: Collection[int]) -> dict[int, bytes]:
    """The newest stored words of each card, whichever reading holds them."""
    newest = (
        select(func.max(Reading.id))
        .where(Reading.card_id.in_(card_ids), Reading.layout.is_not(None), Reading.success)
        .group_by(Reading.card_id)
    )
    rows = session.execute(select(Reading.card_id, Reading.layout).where(Reading.id.in_(newest)))
    return {card_id: layout for card_id, layout in rows if layout is not None}


def latest(session: Session, scope: str) -> LearnedModel | None:
    statement = select(LearnedModel).where(LearnedModel.scope == scope).order_by(LearnedModel.version.desc()).limit(1)
    return session.scalars(statement).one_or_none()


def predicted(session: Session, model_id: int) -> list[JsonValue]:
    statement = select(LearnedModel).where(LearnedModel.id == model_id).options(undefer(LearnedModel.predicted))
    return session.scalars(statement).one().predicted


def packed(session: Session, model_id: int) -> bytes | None:
    return session.scalar(select(LearnedModel.packed).where(LearnedModel.id == model_id))


def versions(session: Session, scope: str) -> list[LearnedModel]:
    return list(session.scalars(select(LearnedModel).where(LearnedModel.scope == scope).order_by(LearnedModel.version)))


def keep(session: Session, model: LearnedModel) -> LearnedModel:
    """Store the next version; older ones give back their bytes."""
    before = latest(session, model.scope)
    model.version = (before.version if before else 0) + 1
    session.add(model)
    session.flush()
    session.execute(
        update(LearnedModel)
        .where(LearnedModel.scope == model.scope, LearnedModel.version <= model.version - KEPT)
        .values(packed=None)
        .execution_options(synchronize_session=False)
    )
    return model


def switched_off(session: Session, scope: str) -> list[str]:
    found = session.get(LearningChoice, scope)
    return [str(key) for key in found.off] if found else []


def switch_off(session: Session, scope: str, keys: Sequence[str]) -> None:
    found = session.get(LearningChoice, scope)
    if found is None:
        session.add(LearningChoice(scope=scope, off=list(keys)))
    else:
        found.off = list(keys)
    session.flush()


# words fielded again


def open_cards(session: Session, batch_id: int, *, after: str = "", limit: int = 200) -> list[Card]:
    """Read cards on which not every field has a verdict, in card order."""
    return list(
        session.scalars(
            select(Card)
            .where(
                Card.batch_id == batch_id,
                Card.status == CardStatus.DONE,
                Card.review != "complete",
                Card.order_key > after,
            )
            .order_by(Card.order_key)
            .limit(limit)
        )
    )


def count_open(session: Session, batch_id: int) -> int:
    statement = select(func.count()).where(
        Card.batch_id == batch_id, Card.status == CardStatus.DONE, Card.review != "complete"
    )
    return session.scalar(statement) or 0


def add_readings(session: Session, rows: Sequence[dict[str, object]]) -> list[int]:
    """Ids in the order of the rows."""
    table = Base.metadata.tables["readings"]
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return [int(row.id) for row in session.execute(statement, list(rows))]


def show(session: Session, revision: int, pairs: Sequence[tuple[int, int, float | None]]) -> None:
    """Let cards show readings: card, reading, lowest certainty of what nobody has looked at."""
    for card_id, reading_id, lowest in pairs:
        session.execute(
            update(Card)
            .where(Card.id == card_id)
            .values(reading_id=reading_id, min_confidence=lowest, version=Card.version + 1, revision=revision)
            .execution_options(synchronize_session=False)
        )


def update_cells(session: Session, rows: Sequence[dict[str, object]]) -> None:
    """Overwrite cells that exist: ``its_card``, ``its_field``, ``value``, ``sort_key``, ``confidence``."""
    if not rows:
        return
    table = Base.metadata.tables["cells"]
    session.execute(
        update(table).where(table.c.card_id == bindparam("its_card"), table.c.field == bindparam("its_field")),
        list(rows),
    )


def refieldings(session: Session, batch_id: int) -> list[Refielding]:
    statement = select(Refielding).where(Refielding.batch_id == batch_id).order_by(Refielding.id.desc())
    return list(session.scalars(statement))


def refielded(session: Session, refielding_id: int) -> list[RefieldedCard]:
    return list(session.scalars(select(RefieldedCard).where(RefieldedCard.refielding_id == refielding_id)))


def unfinished(session: Session) -> list[Refielding]:
    return list(session.scalars(select(Refielding).where(Refielding.status == "running")))


# values nobody has looked at


def open_values(
    session: Session, batch_id: int, *, with_ruled: bool
) -> list[tuple[int, str, str | None, float | None]]:
    """Card, field, value and certainty of all values without a person's verdict; ``with_ruled``: also by rule."""
    newest = (
        select(func.max(Review.id).label("id"))
        .join(Card, Card.id == Review.card_id)
        .where(Card.batch_id == batch_id)
        .group_by(Review.card_id, Review.field)
        .subquery()
    )
    ruled = (
        select(Review.card_id, Review.field)
        .join(newest, newest.c.id == Review.id)
        .join(RuleAccepted, RuleAccepted.review_id == Review.id)
        .subquery()
    )
    statement = (
        select(Cell.card_id, Cell.field, Cell.value, Cell.confidence)
        .join(Card, Card.id == Cell.card_id)
        .outerjoin(ruled, and_(ruled.c.card_id == Cell.card_id, ruled.c.field == Cell.field))
        .where(Card.batch_id == batch_id, Card.status == CardStatus.DONE)
        .order_by(Card.order_key, Cell.field)
    )
    free = Cell.verdict.is_(None)
    statement = statement.where(free | ruled.c.card_id.is_not(None) if with_ruled else free)
    return [(c, f, v, p) for c, f, v, p in session.execute(statement)]
