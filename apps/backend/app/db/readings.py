"""Readings: what engines returned. Rows are added and read, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, case, func, insert, or_, select
from sqlalchemy.orm import Session, undefer

from app.models import layout as packed
from app.models.columns import Base
from app.models.record import Page
from app.models.tables import Card, Reading

_CARDS = Base.metadata.tables["cards"]
_READINGS = Base.metadata.tables["readings"]
_GIVEN = [column for column in _READINGS.columns if column.name not in ("id", "attempt")]
_KEEP = (
    insert(_READINGS)
    .from_select(
        ["attempt", *(column.name for column in _GIVEN)],
        select(
            _CARDS.c.attempts + case((bindparam("its_beside", type_=_READINGS.c.beside.type), 0), else_=1),
            *(bindparam(f"its_{column.name}", type_=column.type).label(column.name) for column in _GIVEN),
        ).where(_CARDS.c.id == bindparam("its_card_id")),
    )
    .returning(_READINGS.c.id, _READINGS.c.attempt)
)
"""Made once, and one statement: this runs for every card."""
LEARNED = "+learned-"
"""Between a reader's model and the version of what it has learned."""
CHUNK = 500
UNKNOWN = "unknown"


def keep(session: Session, row: Reading) -> bool:
    """Store a new reading as the next attempt at its card, one beside as the last; False when the card is gone."""
    given = {f"its_{column.name}": getattr(row, column.name) for column in _GIVEN}
    kept = session.execute(_KEEP, given).one_or_none()
    if kept is None:
        return False
    row.id, row.attempt = kept
    return True


def by_ids(session: Session, ids: Collection[int]) -> dict[int, Reading]:
    return {r.id: r for r in session.scalars(select(Reading).where(Reading.id.in_(ids)))}


def of_card(session: Session, card_id: int) -> list[Reading]:
    return list(session.scalars(select(Reading).where(Reading.card_id == card_id).order_by(Reading.id)))


def layout(session: Session, reading_id: int) -> bytes | None:
    """The stored words and boxes of one reading, as ``models.layout`` packed them."""
    row = session.scalars(
        select(Reading).where(Reading.id == reading_id).options(undefer(Reading.layout))
    ).one_or_none()
    return row.layout if row else None


def unshown(session: Session, batch_id: int) -> list[Reading]:
    """Readings that a run kept but that no record shows yet, since it was cut short."""
    return list(
        session.scalars(
            select(Reading)
            .join(Card, Card.id == Reading.card_id)
            .where(
                Card.batch_id == batch_id,
                Card.status == "pending",
                Reading.attempt == Card.attempts + 1,
                ~Reading.beside,
            )
            .order_by(Reading.id)
        )
    )


@dataclass(frozen=True, slots=True)
class Spent:
    """What readings have cost. ``cards``: how many they gave values for; ``priced``: how many of them have a cost;
    ``squares``: of their costs; ``duration``: of all of them."""

    readings: int = 0
    cards: int = 0
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    priced: int = 0
    squares: float = 0.0
    duration: float = 0.0

    @property
    def seconds(self) -> float:
        """Mean time of a reading."""
        return self.duration / self.readings if self.readings else 0.0


def together(found: Iterable[Spent]) -> Spent:
    """The sums; ``cards`` counts one that two have read twice."""
    rows = [astuple(one) for one in found]
    return Spent(*(sum(column) for column in zip(*rows, strict=True))) if rows else Spent()


def spent(session: Session, batch_id: int, engine: str | None = None, model: str | None = None) -> Spent:
    """Sums over a batch's readings that a model behind an API made; of one engine, and of one model of it, if named."""
    return together(
        own
        for reader, own in spent_by_reader(session, batch_id).items()
        if engine in (None, reader[0]) and model in (None, reader[1])
    )


def spent_by_reader(session: Session, batch_id: int) -> dict[tuple[str, str | None], Spent]:
    """By engine and model."""
    rows = session.execute(
        select(
            Reading.engine,
            Reading.model,
            func.count(),
            func.count(case((Reading.success, Reading.card_id)).distinct()),
            func.sum(Reading.calls),
            func.sum(Reading.prompt_tokens),
            func.sum(Reading.completion_tokens),
            func.sum(Reading.cost),
            func.count(Reading.cost),
            func.sum(Reading.cost * Reading.cost),
            func.sum(Reading.duration),
        )
        .join(Card, Card.id == Reading.card_id)
        .where(Card.batch_id == batch_id, Reading.calls.is_not(None))
        .group_by(Reading.engine, Reading.model)
        .order_by(Reading.engine, Reading.model)
    )
    return {
        (engine, model): Spent(
            readings=n, cards=cards, calls=int(calls or 0), prompt_tokens=int(sent or 0),
            completion_tokens=int(said or 0),
            cost=float(cost or 0.0), priced=priced, squares=float(squares or 0.0), duration=float(duration or 0.0),
        )
        for engine, model, n, cards, calls, sent, said, cost, priced, squares, duration in rows
    }  # fmt: skip


def since(session: Session, batch_id: int, moment: datetime) -> tuple[int, datetime | None]:
    """How many cards were read from that moment on, and when the last of them was."""
    row = session.execute(
        select(func.count(Reading.card_id.distinct()), func.max(Reading.created_at))
        .join(Card, Card.id == Reading.card_id)
        .where(Card.batch_id == batch_id, Reading.created_at >= moment)
    ).one()
    return int(row[0]), row[1]


def words(session: Session, card_ids: Collection[int]) -> dict[int, tuple[Page, ...]]:
    """The recognised words of these cards, from the newest reading that has any."""
    rows = session.execute(
        select(Reading.card_id, Reading.layout)
        .where(Reading.card_id.in_(card_ids), Reading.layout.is_not(None))
        .order_by(Reading.id)
    )
    return {card_id: packed.unpack(stored) for card_id, stored in rows if stored is not None}


def successes(session: Session, card_ids: Collection[int]) -> list[Reading]:
    """Readings of these cards that gave values, the oldest first."""
    statement = select(Reading).where(Reading.card_id.in_(card_ids), Reading.success).order_by(Reading.id)
    return list(session.scalars(statement))


@dataclass(frozen=True, slots=True)
class ReaderUse:
    """What one engine and model have done for a batch. ``seconds``: mean; ``cost``: US$ in all, None where unknown."""

    engine: str
    model: str | None
    cards: int
    seconds: float
    cost: float | None


def uses(session: Session, batch_id: int) -> list[ReaderUse]:
    """The readers whose readings a batch has."""
    rows = session.execute(
        select(
            Reading.engine,
            Reading.model,
            func.count(Reading.card_id.distinct()),
            func.coalesce(func.avg(func.nullif(Reading.duration, 0.0)), 0.0),  # fielded again: read in no time
            func.sum(Reading.cost),
        )
        .join(Card, Card.id == Reading.card_id)
        .where(Card.batch_id == batch_id, Reading.success)
        .group_by(Reading.engine, Reading.model)
        .order_by(Reading.engine, Reading.model)
    )
    return [
        ReaderUse(engine, model, int(n), float(s), None if c is None else float(c)) for engine, model, n, s, c in rows
    ]


def _by(engine: str, model: str | None) -> list[ColumnElement[bool]]:
    """Readings of one reader, whatever it had learned by then; of any of its models, if none is named."""
    if model is None:
        return [Reading.engine == engine]
    return [Reading.engine == engine, or_(Reading.model == model, Reading.model.startswith(f"{model}{LEARNED}"))]


def read_by(
    session: Session, batch_id: int, engine: str, model: str | None, fields: Collection[str], asked: Collection[str]
) -> set[int]:
    """Cards that this reader has read for these fields and no others, when asked so (or before that was kept)."""
    rows = session.execute(
        select(Reading.card_id, Reading.values, Reading.prompt)
        .join(Card, Card.id == Reading.card_id)
        .where(Card.batch_id == batch_id, Reading.success, *_by(engine, model))
        .execution_options(yield_per=CHUNK)
    )
    wanted = set(fields)
    return {
        card_id
        for card_id, values, version in rows
        if (version is None or version.partition("+")[0] in asked)
        and {v["field"] for v in values if isinstance(v, dict)} == wanted
    }


@dataclass(frozen=True, slots=True)
class BesideFailure:
    """Cards that a reader could not read beside the first, for one cause. ``error``: what was said of the first."""

    engine: str
    model: str | None
    cause: str
    count: int
    error: str | None
    cards: tuple[str, ...]


def failed_beside(session: Session, batch_id: int, *, examples: int = 12) -> list[BesideFailure]:
    """By reader and cause, the most frequent first; a card that the reader has read since is left out."""
    newest = (
        select(func.max(Reading.id))
        .join(Card, Card.id == Reading.card_id)
        .where(Card.batch_id == batch_id, Reading.beside)
        .group_by(Reading.card_id, Reading.engine, Reading.model)
    )
    rows = session.execute(
        select(Reading.engine, Reading.model, Reading.cause, Reading.error, Card.filename)
        .join(Card, Card.id == Reading.card_id)
        .where(Reading.id.in_(newest), ~Reading.success)
        .order_by(Card.order_key)
    )
    found: dict[tuple[str, str | None, str], list[tuple[str | None, str]]] = {}
    for engine, model, cause, error, filename in rows:
        found.setdefault((engine, model, cause or UNKNOWN), []).append((error, filename))
    groups = [
        BesideFailure(*key, len(each), each[0][0], tuple(filename for _, filename in each[:examples]))
        for key, each in found.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.engine, group.model or "", group.cause))
