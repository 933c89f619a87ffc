"""What every reader keeps.

EngineError
├── EngineBusy          try again later: rate limit, time-out, 5xx
├── EngineDown          no use to go on: key, credit, model gone; pauses the batch
├── UnreadableCard      this card cannot be read: torn, blank, no text; fails alone
├── UnreadableAnswer    the model spoke, but not in the agreed form
└── Cancelled           the batch was stopped meanwhile
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from app.models.record import FieldSpec, Page, Reading, Value


class CancelToken(Protocol):
    """Answers whether the batch was stopped; ``threading.Event`` is one."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class CardImage:
    """One side of a card: a whole, decodable file."""

    filename: str
    path: Path


@dataclass(frozen=True, slots=True)
class Card:
    """What is read in one go: images in order (front first) and the fields wanted."""

    batch: str
    filename: str
    images: tuple[CardImage, ...]
    schema: tuple[FieldSpec, ...]


class EngineError(Exception):
    """A reader failed. ``cause`` groups failures for people; the message is one sentence for the card."""

    cause: str = "engine_error"


class EngineBusy(EngineError):
    cause = "engine_busy"


class EngineDown(EngineError):
    cause = "engine_down"


class UnreadableCard(EngineError):
    """Raised with its own cause: ``blank``, ``no_text``, ``undecodable``, ``missing_file``."""

    def __init__(self, message: str, cause: str = "unreadable") -> None:
        super().__init__(message)
        self.cause = cause


class UnreadableAnswer(EngineError):
    cause = "unreadable_answer"


class Cancelled(EngineError):
    cause = "cancelled"


class Engine(Protocol):
    """Reads one card at a time. One instance serves many threads and keeps no state between calls."""

    name: str
    model: str

    def read(self, card: Card, cancel: CancelToken) -> Reading:
        """Return a value, its confidence and its evidence for every field of ``card.schema``.

        Runs in a worker. Raises ``EngineError``; soon after ``cancel`` is set, ``Cancelled``.
        """
        ...

    def close(self) -> None:
        """Give back models, processes and memory."""
        ...


@runtime_checkable
class FieldsAgain(Protocol):
    """A reader whose words do not depend on the fields wanted: other fields need no new reading."""

    def field_again(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        """One value for every field of ``schema``, from the pages of an earlier reading."""
        ...
