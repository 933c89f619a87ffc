"""A truth and what was read: which cards are scored, and which stand on one side only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.core.errors import JsonValue
from app.db import cards
from app.engines import comparing
from app.engines.comparing import Evaluated
from app.engines.scoring import Values
from app.models.tables import Batch
from app.services import called, records

Records = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, and the cards that matter to whoever believes it."""

    found: Evaluated
    truth_only: tuple[str, ...] = ()
    """Cards of the truth that are not in what is scored."""
    records_only: tuple[str, ...] = ()
    """Cards of which the truth says nothing."""
    unread: tuple[str, ...] = ()
    """Scored cards that failed or were not read yet: what nobody entered is missed."""
    left_out: tuple[str, ...] = ()
    """Cards of the truth on which people have spoken."""

    @property
    def cards(self) -> tuple[str, ...]:
        return tuple(self.found.score.cards)


def among(truth: Records, data: Records, there: Collection[str], *, every_card: bool) -> Scored:
    """Score the cards that are ``there``; with ``every_card`` those that only the truth has, too, as missed."""
    own = frozenset(there)
    truth = called.by_card({name: name for name in own}, truth)
    wanted = truth if every_card else {name: values for name, values in truth.items() if name in own}
    return Scored(
        comparing.evaluate(wanted, {name: data[name] for name in there if name in data}),
        truth_only=tuple(name for name in truth if name not in own),
        records_only=tuple(name for name in there if name not in truth),
    )


def of_batch(session: Session, batch: Batch, truth: Records, *, with_verified: bool, every_card: bool) -> Scored:
    """Score a batch, people's corrections included; cards that people have judged are left out unless asked for."""
    truth = called.by_card(called.of_batch(session, batch), truth)
    known = {str(record["filename"]): record for record in records.all_of(session, batch.name)}
    places = sorted(cards.places(session, batch.id), key=lambda place: place[1])
    judged = {name for name, record in known.items() if record["review"] and not with_verified}
    there = [name for _, _, name in places if name not in judged]
    scored = among(
        {name: values for name, values in truth.items() if name not in judged},
        {name: _texts(record["data"]) for name, record in known.items()},
        there,
        every_card=every_card,
    )
    read = {name for name, record in known.items() if record["success"]}
    return replace(
        scored,
        unread=tuple(name for name in there if name in truth and name not in read),
        left_out=tuple(name for name in truth if name in judged),
    )


def _texts(data: JsonValue) -> dict[str, str | None]:
    return {f: v if isinstance(v, str) else None for f, v in data.items()} if isinstance(data, dict) else {}
