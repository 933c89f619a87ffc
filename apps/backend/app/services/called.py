"""By which names people call a card: its own, those of its files, and those under which the files were sent."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core import names
from app.db import images
from app.models.tables import Batch

T = TypeVar("T")


def of_batch(session: Session, batch: Batch) -> dict[str, str]:
    """Every such name and its card; a name under which several files were sent is nobody's."""
    rows = images.names_of_batch(session, batch.id)
    sent = Counter(_plain(original) for _, _, original in rows)
    known = {_plain(original): card for card, _, original in rows if sent[_plain(original)] == 1}
    known.update({filename: card for card, filename, _ in rows})
    known.update({card: card for card, _, _ in rows})
    return known


def by_card(known: Mapping[str, str], told: Mapping[str, T]) -> dict[str, T]:
    """What was told of names, by card; a card's own name goes before its others. Names of no card stay."""
    found: dict[str, T] = {}
    for name, said in sorted(told.items(), key=lambda one: known.get(one[0]) != one[0]):
        card = known.get(name) or known.get(_plain(name)) or known.get(names.safe(name)) or name
        found[name if card in found else card] = said
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
