"""Verified cards as examples for a model: the nearest by text, never the card itself, bounded in number and size."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.errors import JsonValue
from app.engines.base import Card, CardImage
from app.engines.vision import suspicion
from app.models import folding
from app.models.record import FieldSpec

MOST = 5
"""Examples of one card."""
LONGEST_TEXT = 1500
LONGEST_VALUE = 500
LONG_SIDE = 1000
"""Pixels of an example's scan: it shows where things stand; what is written there is told as text."""
LONGEST_VERSION = 64
"""What a reading has room for."""


@dataclass(frozen=True, slots=True)
class Example:
    """A card that people have verified. ``values``: only those that they have; ``digests``: of its scans."""

    batch: str
    filename: str
    card_id: int
    text: str
    values: Mapping[str, str | None]
    images: tuple[CardImage, ...] = ()
    digests: frozenset[str] = frozenset()


class ExampleSource(Protocol):
    """Knows what people have verified."""

    def verified(self, batch: str, schema: Sequence[FieldSpec]) -> tuple[Example, ...]:
        """The verified cards of a batch and of those with its template, the oldest verdicts first."""
        ...


def wanted(option: JsonValue) -> int:
    """How many examples a batch asks for by its option; 0 is none."""
    return min(MOST, max(0, option)) if isinstance(option, int) and not isinstance(option, bool) else 0


class Pool:
    """The examples of one run. Those whose text addresses a machine teach nothing."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = [one for one in examples if not suspicion.instructs([one.text, *_texts(one)])]
        self._words = [frozenset(folding.words(one.text)) for one in self._examples]
        spread = Counter(word for words in self._words for word in words)
        self._weight = {word: math.log(1 + len(self._words) / count) for word, count in spread.items()}
        self._length = [math.sqrt(self._norm(words)) or 1.0 for words in self._words]

    def nearest(self, card: Card, text: str, most: int) -> tuple[Example, ...]:
        """The examples most like this card, the nearest first; without its words those verified last.

        The card itself is none, under whatever name: what was verified of it must not be told to its reader.
        """
        words = frozenset(folding.words(text))
        own = _digests(card)
        ranked = [
            (self._norm(words & self._words[at]) / self._length[at], at)
            for at, one in enumerate(self._examples)
            if (one.batch, one.filename) != (card.batch, card.filename) and not one.digests & own
        ]
        return tuple(self._examples[at] for _, at in sorted(ranked, reverse=True)[:most])

    def _norm(self, words: frozenset[str]) -> float:
        return sum(self._weight[word] ** 2 for word in words)


def told(examples: Sequence[Example], fields: Sequence[FieldSpec]) -> str:
    """The examples as text, with the values of these fields alone."""
    parts = []
    for number, one in enumerate(examples, 1):
        values = {f.name: _short(one.values[f.name]) for f in fields if f.name in one.values}
        text = one.text[:LONGEST_TEXT].replace("</text>", "")
        parts.append(f"Example {number}\n<text>\n{text}\n</text>\n{json.dumps(values, ensure_ascii=False)}")
    return "\n".join(parts)


def version(asked: str, examples: Sequence[Example], *, images: bool) -> str:
    """A prompt's version with these examples: a hash of what they say, and the numbers of their cards."""
    if not examples:
        return asked
    parts = [[one.batch, one.filename, one.text, dict(one.values)] for one in examples]
    said = json.dumps([images, parts], sort_keys=True)
    marked = f"{asked}+{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}"
    numbers = f"{marked}:{'.'.join(str(one.card_id) for one in examples)}"
    return numbers if len(numbers) <= LONGEST_VERSION else marked


def _short(value: str | None) -> str | None:
    return value[:LONGEST_VALUE] if value else None


def _texts(one: Example) -> list[str]:
    return [value for value in one.values.values() if value]


def _digests(card: Card) -> frozenset[str]:
    found = set()
    for image in card.images:
        if image.path.is_file():
            with image.path.open("rb") as scan:
                found.add(hashlib.file_digest(scan, "sha256").hexdigest())
    return frozenset(found)
