"""The tables. Why they are cut this way: ``.planning/decisions/0002-schema.md``."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.errors import JsonValue
from app.models.columns import Base, Key, Ordered


class Template(Base):
    """A saved schema with its options."""

    __tablename__ = "templates"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200), unique=True)
    fields: Mapped[list[JsonValue]]
    engine: Mapped[str | None] = mapped_column(String(60))
    model: Mapped[str | None] = mapped_column(String(200))
    options: Mapped[dict[str, JsonValue]]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Batch(Base):
    """A drawer. ``run`` fences late results, ``revision`` rises with every change of a card.

    ``began_at``: its last run; ``read_seconds`` and ``read_cards``: what its runs took and how many cards they read.
    """

    __tablename__ = "batches"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    status: Mapped[str] = mapped_column(String(20), index=True)
    reason: Mapped[str | None] = mapped_column(Text)
    reason_code: Mapped[str | None] = mapped_column(String(60))
    engine: Mapped[str] = mapped_column(String(60))
    model: Mapped[str | None] = mapped_column(String(200))
    fields: Mapped[list[JsonValue]]
    options: Mapped[dict[str, JsonValue]]
    template_id: Mapped[int | None] = mapped_column(ForeignKey("templates.id", ondelete="SET NULL"))
    run: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=0)
    published: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    reviewed: Mapped[int] = mapped_column(default=0)
    began_at: Mapped[datetime | None]
    read_seconds: Mapped[float] = mapped_column(Float, default=0.0, server_default="0")
    read_cards: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]


class Card(Base):
    """What is read in one go. ``order_key`` sorts as a person would; the record's own version is ``version``."""

    __tablename__ = "cards"
    __table_args__ = (
        Index("uq_cards_batch_id_filename", "batch_id", "filename", unique=True),
        Index("ix_cards_batch_id_order_key", "batch_id", "order_key"),
        Index(
            "ix_cards_pending",
            "batch_id",
            "order_key",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index(  # read before, to be read again: their records stay as they were until then
            "ix_cards_again",
            "batch_id",
            sqlite_where=text("status = 'pending' AND reading_id IS NOT NULL"),
            postgresql_where=text("status = 'pending' AND reading_id IS NOT NULL"),
        ),
        Index(
            "ix_cards_flagged",
            "batch_id",
            "order_key",
            sqlite_where=text("flag IS NOT NULL"),
            postgresql_where=text("flag IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"))
    filename: Mapped[str] = mapped_column(String(140))
    order_key: Mapped[str] = mapped_column(Ordered)
    status: Mapped[str] = mapped_column(String(12), default="pending")
    attempts: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)
    revision: Mapped[int] = mapped_column(default=0)
    reading_id: Mapped[int | None] = mapped_column(Key)
    error: Mapped[str | None] = mapped_column(Text)
    cause: Mapped[str | None] = mapped_column(String(60))
    min_confidence: Mapped[float | None] = mapped_column(Float)
    review: Mapped[str] = mapped_column(String(10), default="none")
    flag: Mapped[str | None] = mapped_column(Text)
    """A person's note on what to look at again; empty: flagged without a note; None: not flagged."""
    processed_at: Mapped[datetime | None]
    extra: Mapped[dict[str, JsonValue] | None]

    @property
    def has_record(self) -> bool:
        """Read or failed; also while it waits to be read again: then its record stays as it was."""
        return self.status != "pending" or self.reading_id is not None


class Image(Base):
    """One scanned file, or one page of it. ``folder`` is empty or ``_errors``."""

    __tablename__ = "images"
    __table_args__ = (
        Index("uq_images_batch_id_name_key", "batch_id", "name_key", unique=True),
        Index("ix_images_batch_id_source_sha256", "batch_id", "source_sha256"),
        Index("ix_images_card_id", "card_id", "side"),
        Index("ix_images_batch_id_pair_key", "batch_id", "pair_key"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"))
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"))
    side: Mapped[int] = mapped_column(default=0)
    filename: Mapped[str] = mapped_column(String(140))
    name_key: Mapped[str] = mapped_column(Ordered)
    original_name: Mapped[str] = mapped_column(Text)
    pair_key: Mapped[str | None] = mapped_column(Ordered)
    folder: Mapped[str] = mapped_column(String(20), default="")
    sha256: Mapped[str] = mapped_column(String(64))
    source_sha256: Mapped[str] = mapped_column(String(64))
    source_name: Mapped[str | None] = mapped_column(String(140))
    page: Mapped[int | None]
    bytes: Mapped[int] = mapped_column(BigInteger)
    format: Mapped[str] = mapped_column(String(10))
    media_type: Mapped[str] = mapped_column(String(40))
    width: Mapped[int]
    height: Mapped[int]
    blank: Mapped[bool] = mapped_column(Boolean, default=False)
    added_at: Mapped[datetime]


class Reading(Base):
    """One attempt of one engine at one card, kept as it was. ``layout``: words and boxes, zlib of JSON.

    ``calls``, tokens and ``cost`` (US$): what a model behind an API took for it. ``prompt``: version of what was
    asked, its prompt or the fields.
    """

    __tablename__ = "readings"
    __table_args__ = (Index("ix_readings_card_id", "card_id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"))
    attempt: Mapped[int]
    engine: Mapped[str] = mapped_column(String(60))
    model: Mapped[str | None] = mapped_column(String(200))
    success: Mapped[bool] = mapped_column(Boolean)
    error: Mapped[str | None] = mapped_column(Text)
    cause: Mapped[str | None] = mapped_column(String(60))
    duration: Mapped[float] = mapped_column(Float)
    created_at: Mapped[datetime]
    values: Mapped[list[JsonValue]]
    text: Mapped[str] = mapped_column(Text, default="")
    layout: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    raw: Mapped[str | None] = mapped_column(Text, deferred=True)
    calls: Mapped[int | None]
    prompt_tokens: Mapped[int | None]
    completion_tokens: Mapped[int | None]
    cost: Mapped[float | None] = mapped_column(Float)
    prompt: Mapped[str | None] = mapped_column(String(64))
    flags: Mapped[list[JsonValue] | None]
    beside: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    """Read beside the reading that the record shows: never shown itself."""


class Pass(Base):
    """A reader that reads a batch beside the first; there is none when nobody does. ``judge``: the referee follows.

    ``planned`` says whether its cards are chosen already; ``after`` is the status that its end returns to.
    """

    __tablename__ = "passes"
    __table_args__ = (Index("uq_passes_batch_id", "batch_id", unique=True),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"))
    engine: Mapped[str] = mapped_column(String(60))
    model: Mapped[str | None] = mapped_column(String(200))
    judge: Mapped[bool] = mapped_column(Boolean, default=False)
    planned: Mapped[bool] = mapped_column(Boolean, default=False)
    after: Mapped[str | None] = mapped_column(String(20))
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)


class PassCard(Base):
    """A card that a pass has yet to read. It goes in the transaction that keeps its reading."""

    __tablename__ = "pass_cards"
    __table_args__ = (
        Index("ix_pass_cards_pass_id_order_key", "pass_id", "order_key"),
        Index("ix_pass_cards_card_id", "card_id"),
    )

    pass_id: Mapped[int] = mapped_column(ForeignKey("passes.id", ondelete="CASCADE"), primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True)
    order_key: Mapped[str] = mapped_column(Ordered)


class Review(Base):
    """One verdict of a person on one value. Rows are only ever added; the newest of a field holds."""

    __tablename__ = "reviews"
    __table_args__ = (
        Index("ix_reviews_card_id", "card_id"),
        Index(
            "ix_reviews_bulk",
            "bulk",
            "card_id",
            sqlite_where=text("bulk IS NOT NULL"),
            postgresql_where=text("bulk IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(200))
    verdict: Mapped[str | None] = mapped_column(String(12))
    """None: taken back, the machine's value holds again."""
    value: Mapped[str | None] = mapped_column(Text)
    previous: Mapped[str | None] = mapped_column(Text)
    machine: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int]
    who: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime]
    bulk: Mapped[str | None] = mapped_column(String(32))
    """The change of many records that this row is a part of, and can be undone with."""


class Cell(Base):
    """One value of one record, for tables, facets and filters: reading overlaid by review, rebuilt at will."""

    __tablename__ = "cells"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - the form SQLAlchemy asks for

    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    sort_key: Mapped[str | None] = mapped_column(Ordered)
    confidence: Mapped[float | None] = mapped_column(Float)
    verdict: Mapped[str | None] = mapped_column(String(12))


class Difference(Base):
    """A field of a card of which its readers say different things: rebuilt when one of them has read again."""

    __tablename__ = "differences"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - the form SQLAlchemy asks for

    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(String(200), primary_key=True)
