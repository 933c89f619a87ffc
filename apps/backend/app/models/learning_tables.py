"""Tables of the reader that learns: models, what was fielded again, accepted by rule, audited, evaluated."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Float, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.errors import JsonValue
from app.models.columns import Base, Key


class LearnedModel(Base):
    """One training. ``scope``: ``template:4`` or ``batch:9``; ``examples``: batch, card and newest review of each."""

    __tablename__ = "learned_models"
    __table_args__ = (Index("uq_learned_models_scope_version", "scope", "version", unique=True),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    scope: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    created_at: Mapped[datetime]
    cards: Mapped[int]
    seconds: Mapped[float] = mapped_column(Float)
    fields: Mapped[list[JsonValue]]
    examples: Mapped[list[JsonValue]]
    summary: Mapped[dict[str, JsonValue]]
    predicted: Mapped[list[JsonValue]] = mapped_column(deferred=True)
    """Honest predictions of its own examples: card, field, certainty, right, filled."""
    packed: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """None once newer versions have taken its place."""


class LearningChoice(Base):
    """Normalisers that a person switched off, by their keys."""

    __tablename__ = "learning_choices"

    scope: Mapped[str] = mapped_column(String(40), primary_key=True)
    off: Mapped[list[JsonValue]]


class Refielding(Base):
    """Stored words fielded again with a model: what changed, and whether it was taken back."""

    __tablename__ = "refieldings"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    status: Mapped[str] = mapped_column(String(12))
    """``running``, ``done``, ``failed``, ``taken_back``."""
    created_at: Mapped[datetime]
    cards: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    filled: Mapped[int] = mapped_column(default=0)
    emptied: Mapped[int] = mapped_column(default=0)
    taught: Mapped[int | None]
    """Verified cards that the referee had learned from; None: not the referee's."""


class RefieldedCard(Base):
    """Which reading a card showed before and after."""

    __tablename__ = "refielded_cards"

    refielding_id: Mapped[int] = mapped_column(ForeignKey("refieldings.id", ondelete="CASCADE"), primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True, index=True)
    before_id: Mapped[int] = mapped_column(BigInteger)
    after_id: Mapped[int] = mapped_column(BigInteger)


class RuleAcceptance(Base):
    """Values accepted by a rule and not by eye: everything of some fields from a certainty upwards."""

    __tablename__ = "rule_acceptances"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(120))
    rule: Mapped[dict[str, JsonValue]]
    count: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None]


class RuleAccepted(Base):
    """A review that a rule wrote."""

    __tablename__ = "rule_accepted"

    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    acceptance_id: Mapped[int] = mapped_column(ForeignKey("rule_acceptances.id", ondelete="CASCADE"), index=True)


class Audit(Base):
    """A random sample of values that nobody has looked at, checked blind. ``population``: values it speaks for."""

    __tablename__ = "audits"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(120))
    population: Mapped[int]
    seed: Mapped[int]


class AuditItem(Base):
    """One value of the sample. ``kind``: the card's kind by its closed fields. ``correct`` None: not checked yet."""

    __tablename__ = "audit_items"

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(200))
    machine: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None] = mapped_column(Float)
    answer: Mapped[str | None] = mapped_column(Text)
    correct: Mapped[bool | None]
    near: Mapped[bool | None]
    answered_at: Mapped[datetime | None]


class Evaluation(Base):
    """A comparison with the truth, kept with all that is needed to repeat it. ``cards``: each card's judgements."""

    __tablename__ = "evaluations"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    created_at: Mapped[datetime]
    manifest: Mapped[dict[str, JsonValue]]
    summary: Mapped[dict[str, JsonValue]]
    cards: Mapped[dict[str, JsonValue]] = mapped_column(deferred=True)


class Comparison(Base):
    """Readers and mixes of them on cards whose truth is known. ``step`` of ``steps`` mixes are measured."""

    __tablename__ = "comparisons"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(12))
    """``running``, ``done``, ``failed``."""
    against: Mapped[str] = mapped_column(String(12))
    """``verified`` cards or a ``truth`` that was sent."""
    choice: Mapped[dict[str, JsonValue] | None]
    """How the cards were chosen: ``by``, and with what ``size`` and ``seed``; None: before that was kept."""
    cards: Mapped[int]
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int]
    result: Mapped[list[JsonValue]]
