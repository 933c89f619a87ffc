"""The readers this installation offers, made when first needed."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.core.errors import Invalid
from app.engines.base import Engine, EngineDown


@dataclass(frozen=True, slots=True)
class Offer:
    """One reader. ``needs`` says what is missing, or nothing when it is ready."""

    make: Callable[[], Engine]
    models: tuple[str, ...]
    needs: str = ""
    leaves_machine: bool = False
    host: str = ""
    """Where scans go, for a reader whose work is done elsewhere."""
    key_set: bool = False
    forbidden: bool = False
    """The installation does not allow it; ``needs`` says so."""
    places: int | None = None
    """Cards in flight, for a reader whose work is done elsewhere."""


class Readers:
    """Thread-safe; one engine per name for the life of the process."""

    def __init__(self, offers: Mapping[str, Offer], default: str, *, workers: int = 1) -> None:
        self.offers = dict(offers)
        self.default = default
        self._workers = workers
        self._made: dict[str, Engine] = {}
        self._guard = threading.Lock()

    def get(self, name: str) -> Engine:
        """The engine; raises ``EngineDown`` when it cannot be had."""
        offer = self.offers.get(name)
        if offer is None:
            raise EngineDown(f"There is no reader called {name!r} here. Choose another in the set-up.", "no_reader")
        if offer.needs:
            raise EngineDown(offer.needs, "engine_not_ready")
        with self._guard:
            if name not in self._made:
                self._made[name] = offer.make()
            return self._made[name]

    def made(self, name: str, *, make: bool = False) -> Engine | None:
        """The engine if it was made already; ``make`` makes it when it can be had."""
        if make:
            with contextlib.suppress(EngineDown):
                return self.get(name)
        return self._made.get(name)

    def leaves_machine(self, name: str) -> bool:
        """Whether this reader sends scans to another machine; one that is no longer offered is not known to."""
        offer = self.offers.get(name)
        return offer is not None and offer.leaves_machine

    def places(self, name: str) -> int:
        """How many cards this reader has in flight at a time."""
        offer = self.offers.get(name)
        return (offer.places if offer is not None else None) or self._workers

    def works_elsewhere(self, name: str) -> bool:
        """Whether its work is done on another machine, so that it may cost money."""
        offer = self.offers.get(name)
        return offer is not None and offer.places is not None

    def own_model(self, name: str) -> str | None:
        """The model of a reader for which none is chosen."""
        offer = self.offers.get(name)
        return offer.models[0] if offer is not None and offer.models else None

    def require(self, name: str, model: str | None) -> None:
        """Raise ``Invalid`` for a reader or model that is not offered."""
        offer = self.offers.get(name)
        if offer is None:
            known = ", ".join(sorted(self.offers))
            raise Invalid(
                f"There is no reader called {name!r}. Known: {known}.",
                code="unknown_engine",
                params={"engine": name, "known": known},
            )
        if offer.leaves_machine and offer.forbidden:
            raise Invalid(offer.needs, code="reader_forbidden")
        if model is not None and offer.models and model not in offer.models:
            known = ", ".join(offer.models)
            raise Invalid(
                f"Reader {name!r} has no model {model!r}. Known: {known}.",
                code="unknown_model",
                params={"engine": name, "model": model, "known": known},
            )

    def close(self) -> None:
        with self._guard:
            for engine in self._made.values():
                engine.close()
            self._made.clear()
