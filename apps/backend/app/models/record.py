"""Frozen shapes that travel inside: fields, words, values, readings.

Boxes are ``(x, y, width, height)`` as fractions of the upright image, origin top left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.models.enums import FieldType, Source

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One value wanted from every card."""

    name: str
    type: FieldType = FieldType.TEXT
    description: str = ""
    values: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands: index of the image within its card, and a box on it."""

    image: int
    box: Box


@dataclass(frozen=True, slots=True)
class Value:
    """One field as a machine read it. ``text`` None: looked, and it is blank. ``confidence`` 0 to 1."""

    field: str
    text: str | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    source: Source = Source.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class Line:
    """One recognised line; ``text`` is what the recogniser gave, before any normalising."""

    text: str
    box: Box
    score: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """All lines of one image of a card, in reading order; size of the upright image in pixels."""

    image: int
    width: int
    height: int
    lines: tuple[Line, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What a reading has cost: calls sent, tokens, and US$ where a price is known."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one engine returned for one card in one attempt. Never changed after."""

    values: tuple[Value, ...]
    text: str
    engine: str
    model: str
    duration: float
    """Seconds inside the engine."""
    pages: tuple[Page, ...] = ()
    raw: str | None = None
    extra: Mapping[str, str | int | float] = field(default_factory=dict)
    usage: Usage | None = None
    prompt: str | None = None
    """Version of what was asked: of a model's prompt, else of the fields."""
    flags: tuple[str, ...] = ()
    """What a person should know: ``incomplete``, ``suspicious``, ``repeats`` …"""
