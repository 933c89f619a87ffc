"""What runs work with, and what they tell."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from app.core.errors import JsonValue
from app.db.session import Database
from app.engines.base import Adjustable, Engine, Remote
from app.models.reason import Reason
from app.models.record import FieldSpec
from app.services.checkpoint import Publisher
from app.services.folders import BatchFolder
from app.services.passes import PassState
from app.services.results import Stored
from app.services.slots import Slots
from app.services.worker import StopToken

Judge = Callable[[str, StopToken], bool]


def no_judge(_batch: str, _stop: StopToken) -> bool:
    """Where there is no referee, values stay as the first reader read them."""
    return True


@dataclass(frozen=True, slots=True)
class Limits:
    """``read_timeout`` seconds for one card; ``grace`` seconds for cards in flight when stopped."""

    read_timeout: float = 120.0
    grace: float = 10.0
    min_free_bytes: int = 0
    max_abandoned: int = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """What a listener of a run is told after each transaction. ``read``: cards since it was told last."""

    batch: str
    stored: tuple[Stored, ...]
    total: int
    done: int
    failed: int
    read: int
    under_way: PassState | None = None
    """Of the reader that reads beside the first."""


@dataclass(slots=True, kw_only=True)
class Workplace:
    """What every run works with. ``stopping``: the process is being stopped."""

    database: Database
    batches_dir: Path
    engines: Callable[[str], Engine]
    executor: Executor
    slots: Slots
    publisher: Publisher
    limits: Limits = field(default_factory=Limits)
    listener: Callable[[Progress], None] = lambda _progress: None
    judge: Judge = no_judge
    """Lets the referee choose the values of a batch; False when it was stopped before its end."""
    stopping: threading.Event = field(default_factory=threading.Event)
    elsewhere: dict[str, Slots] = field(default_factory=dict)
    """Places of readers whose work is done on other machines, by reader."""

    def engine_for(self, name: str, model: str | None, options: Mapping[str, JsonValue]) -> Engine:
        """A reader, adjusted to a batch's model and options. Raises ``EngineDown``."""
        engine = self.engines(name)
        return engine.adjusted(model, options) if isinstance(engine, Adjustable) else engine

    def slots_for(self, engine: Engine) -> Slots:
        return (
            self.elsewhere.setdefault(engine.name, Slots(engine.places)) if isinstance(engine, Remote) else self.slots
        )


@dataclass(slots=True)
class Errand:
    """What the passes of one run share: which batch, who may stop it, and why it pauses."""

    home: Workplace
    name: str
    cancel: threading.Event
    fence: int = 0
    """The run's number: what comes when the batch has another one is not stored."""
    schema: tuple[FieldSpec, ...] = ()
    pause_reason: Reason | None = None
    halt: threading.Event = field(default_factory=threading.Event)
    """Set when the reader is down: cards in flight are not waited for."""

    @property
    def token(self) -> StopToken:
        return StopToken(self.cancel, self.home.stopping)

    @property
    def folder(self) -> BatchFolder:
        return BatchFolder(self.home.batches_dir / self.name)

    def pause(self, reason: Reason) -> None:
        """The first reason is the one that is told."""
        self.pause_reason = self.pause_reason or reason

    def must_end(self) -> bool:
        return self.pause_reason is not None or self.token.is_set()

    def lost(self) -> None:
        self.pause(Reason("taken_over", "The batch was taken over by another run."))
