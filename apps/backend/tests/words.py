"""The sample drawers as words: what the built-in reader once recognised on them, so that tests need no recognition.

Made by ``scripts/make_sample_words.py``.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from pathlib import Path

from app.engines.base import CancelToken, Card, UnreadableCard
from app.engines.local.fields import RuleExtractor
from app.engines.local.layout import plain_text
from app.models import layout
from app.models.record import Page, Reading
from readers import Double

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "data" / "samples"
DRAWER = "dissertations"
Truth = dict[str, dict[str, str | None]]


@cache
def stored() -> dict[str, bytes]:
    loaded: dict[str, str] = json.loads((HERE / "sample_words.json").read_text())
    return {name: base64.b64decode(packed) for name, packed in loaded.items()}


def pages(filename: str) -> tuple[Page, ...]:
    return layout.unpack(stored()[filename])


def truth(drawer: str = DRAWER) -> Truth:
    loaded: Truth = json.loads((SAMPLES / drawer / "truth.json").read_text())
    return loaded


def nameless(drawer: str = DRAWER) -> tuple[list[str], Truth]:
    """Fields whose names say nothing, so that no rule can find them, and the truth under these names."""
    given = truth(drawer)
    known = [field for field in next(iter(given.values())) if field != "type"]
    names = {field: f"Feld {chr(65 + n)}" for n, field in enumerate(known)}
    return list(names.values()), {
        card: {names[field]: values[field] for field in known} for card, values in given.items()
    }


class WordReader(Double):
    """Reads the sample cards from their stored words, by rules alone."""

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        if card.filename not in stored():
            raise UnreadableCard("There are no words of this card.", "no_text")
        found = pages(card.filename)
        values = RuleExtractor().extract(found, card.schema)
        return Reading(values, plain_text(found), "double", "double-1", 0.01, pages=found)
