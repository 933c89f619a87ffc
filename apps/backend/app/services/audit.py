"""May I stop? A random sample of values that nobody has looked at, checked blind, and what it proves."""

from __future__ import annotations

import random
import secrets
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import Conflict, Invalid, NotFound
from app.db import cards, learning, rules
from app.engines.local.learned import reliability
from app.engines.scoring import judge
from app.models.enums import FieldType
from app.models.learning_tables import Audit, AuditItem
from app.models.record_schemas import RecordPatch
from app.models.tables import Batch
from app.services import records, review, schemata


@dataclass(frozen=True, slots=True)
class Part:
    """A field, or a kind of cards: how many were checked, how many were wrong."""

    name: str
    checked: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Standing:
    """``bound``: the error rate of unreviewed values is at most this, with 95 % confidence."""

    audit: Audit
    size: int
    checked: int
    wrong: int
    wrong_by_much: int
    rate: float | None
    bound: float
    fields: tuple[Part, ...]
    kinds: tuple[Part, ...]
    next: tuple[AuditItem, str] | None
    answered: tuple[tuple[AuditItem, str], ...]


def draw(session: Session, batch_name: str, size: int, who: str, seed: int | None = None) -> Audit:
    """A sample of all values, empty ones too, on which no person has spoken; those accepted by rule are among them."""
    batch = records.require_batch(session, batch_name)
    waiting = learning.open_values(session, batch.id, with_ruled=True)
    if not waiting:
        raise Conflict("Every value of this batch has been looked at: there is nothing to audit.", code="nothing_open")
    seed = seed if seed is not None else secrets.randbits(31)
    audit = Audit(batch_id=batch.id, created_at=now(), who=who, population=len(waiting), seed=seed)
    session.add(audit)
    session.flush()
    chosen = random.Random(seed).sample(waiting, min(size, len(waiting)))  # noqa: S311 - fair, not secret
    kinds = _kinds(batch, waiting)
    session.add_all(
        AuditItem(
            audit_id=audit.id, place=place, card_id=card_id, field=field, kind=kinds.get(card_id, ""),
            machine=value, confidence=sure,
        )
        for place, (card_id, field, value, sure) in enumerate(chosen)
    )  # fmt: skip
    session.flush()
    return audit


def _kinds(batch: Batch, waiting: Sequence[tuple[int, str, str | None, float | None]]) -> dict[int, str]:
    """A card's kind: what its first closed field says."""
    closed = next((f.name for f in schemata.specs(batch.fields) if f.type is FieldType.ENUM), None)
    return {card: (value or "")[:200] for card, field, value, _ in waiting if field == closed}


def require(session: Session, batch: Batch, audit_id: int) -> Audit:
    audit = session.get(Audit, audit_id)
    if audit is None or audit.batch_id != batch.id:
        raise NotFound("There is no such audit in this batch.", code="audit_not_found")
    return audit


def standing(session: Session, batch: Batch, audit_id: int) -> Standing:
    audit = require(session, batch, audit_id)
    items = rules.items(session, audit.id)
    done = [(item, name) for item, name in items if item.correct is not None]
    wrong = sum(not item.correct for item, _ in done)
    return Standing(
        audit=audit,
        size=len(items),
        checked=len(done),
        wrong=wrong,
        wrong_by_much=sum(not item.near for item, _ in done),
        rate=wrong / len(done) if done else None,
        bound=reliability.error_bound(wrong, len(done)),
        fields=_parts([(item.field, item) for item, _ in done]),
        kinds=_parts([(item.kind, item) for item, _ in done if item.kind]),
        next=next(((item, name) for item, name in items if item.correct is None), None),
        answered=tuple(done),
    )


def _parts(named: Sequence[tuple[str, AuditItem]]) -> tuple[Part, ...]:
    """Those with the most errors first."""
    found: dict[str, list[AuditItem]] = defaultdict(list)
    for name, item in named:
        found[name].append(item)
    parts = [Part(name, len(own), sum(not item.correct for item in own)) for name, own in found.items()]
    return tuple(sorted(parts, key=lambda part: (-part.wrong, -part.checked, part.name)))


def answer(session: Session, batch_name: str, audit_id: int, place: int, value: str | None, who: str) -> AuditItem:
    """What a person reads there, typed without seeing the machine's value; it becomes a review."""
    batch = records.require_batch(session, batch_name)
    audit = require(session, batch, audit_id)
    found = next(((i, name) for i, name in rules.items(session, audit.id) if i.place == place), None)
    if found is None:
        raise Invalid(f"The sample has no value number {place}.", code="no_such_item", params={"place": place})
    item, filename = found
    if item.correct is not None:
        raise Conflict("This value of the sample has been checked already.", code="already_checked")
    typed = (value or "").strip() or None
    card = cards.get(session, batch.id, filename)
    assert card is not None
    review.patch(session, batch_name, filename, RecordPatch(version=card.version, set={item.field: typed}, who=who))
    tally = judge(typed, item.machine)
    item.answer = typed
    item.correct = same(typed, item.machine)
    item.near = bool(tally.right or tally.blank)
    item.answered_at = now()
    session.flush()
    return item


def same(one: str | None, other: str | None) -> bool:
    """Letter by letter, but for blanks and the way accents are stored."""
    return _plain(one) == _plain(other)


def _plain(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").split())
