"""What every reader keeps.

EngineError
├── EngineBusy          try again later: rate limit, time-out, 5xx
├── EngineDown          no use to go on: key, credit, model gone; pauses the batch
├── UnreadableCard      this card cannot be read: torn, blank, no text; fails alone
├── UnreadableAnswer    the model spoke, but not in the agreed form
└── Cancelled           the batch was stopped meanwhile
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from app.core.errors import JsonValue
from app.models.record import FieldSpec, Page, Reading, Usage, Value


class CancelToken(Protocol):
    """Answers whether the batch was stopped; ``threading.Event`` is one."""

    def is_set(self) -> bool: ...


@runtime_checkable
class Patient(Protocol):
    """A token that can be told when a reader only waits for its turn: that time is not the card's."""

    def paused(self) -> AbstractContextManager[None]: ...


def pausing(cancel: CancelToken) -> AbstractContextManager[None]:
    """Around every wait that somebody else causes: a rate limit, a queue."""
    return cancel.paused() if isinstance(cancel, Patient) else nullcontext()


@dataclass(frozen=True, slots=True)
class CardImage:
    """One side of a card: a whole, decodable file."""

    filename: str
    path: Path


@dataclass(frozen=True, slots=True)
class Card:
    """What is read in one go: images in order (front first) and the fields wanted.

    ``words``: what a recogniser found on this card earlier, if it was read before.
    """

    batch: str
    filename: str
    images: tuple[CardImage, ...]
    schema: tuple[FieldSpec, ...]
    words: tuple[Page, ...] = ()


class EngineError(Exception):
    """A reader failed. ``cause`` groups failures for people; the message is one sentence for the card.

    ``usage``: what the failure has cost; ``raw``: what a model said.
    """

    cause: str = "engine_error"
    usage: Usage | None = None
    raw: str | None = None


class EngineBusy(EngineError):
    """``retry_after``: seconds that the reader asks to wait, if it knows. The card waits, however long."""

    cause = "engine_busy"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class EngineDown(EngineError):
    """``cause`` says why: ``no_reader``, ``no_model``, ``bad_key``, ``no_credit`` …"""

    def __init__(self, message: str, cause: str = "engine_down") -> None:
        super().__init__(message)
        self.cause = cause


class UnreadableCard(EngineError):
    """Raised with its own cause: ``blank``, ``no_text``, ``undecodable``, ``missing_file``."""

    def __init__(self, message: str, cause: str = "unreadable") -> None:
        super().__init__(message)
        self.cause = cause


class UnreadableAnswer(EngineError):
    """Raised with its own cause: ``refusal``, ``loop``, ``cut_off``, ``wrong_shape``, ``html``, ``timeout`` …"""

    def __init__(self, message: str, cause: str = "unreadable_answer") -> None:
        super().__init__(message)
        self.cause = cause


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
class Adjustable(Protocol):
    """An engine that a batch may adjust: its model, its prompt."""

    def adjusted(self, model: str | None, options: Mapping[str, JsonValue]) -> Engine:
        """The engine for one run. Raises ``EngineDown`` when it cannot be had so."""
        ...


@runtime_checkable
class Remote(Protocol):
    """An engine whose work is done elsewhere: it has places of its own and bounds its own calls."""

    @property
    def places(self) -> int:
        """How many cards may be in flight."""
        ...

    @property
    def seconds_per_card(self) -> float:
        """The most that a card may take, waits for the provider not counted."""
        ...


@runtime_checkable
class FieldsAgain(Protocol):
    """A reader whose words do not depend on the fields wanted: other fields need no new reading."""

    def field_again(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        """One value for every field of ``schema``, from the pages of an earlier reading."""
        ...
