"""What a machine says, made fit for every database and file: no NUL, no half characters, finite numbers."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from app.models.record import Evidence, Reading, Value

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
RAW_LIMIT = 64 * 1024


def text(value: str) -> str:
    """Unstorable characters become U+FFFD, so that it shows that something stood there."""
    return _UNSTORABLE.sub("\ufffd", value)


def _fraction(number: float) -> float:
    return min(1.0, max(0.0, number)) if math.isfinite(number) else 0.0


def _evidence(item: Evidence) -> Evidence:
    x, y, width, height = (_fraction(side) for side in item.box)
    return Evidence(image=item.image, box=(x, y, width, height))


def _value(value: Value) -> Value:
    return replace(
        value,
        text=None if value.text is None else text(value.text),
        confidence=_fraction(value.confidence),
        evidence=tuple(_evidence(item) for item in value.evidence),
    )


def reading(machine: Reading) -> Reading:
    """The reading as it is stored."""
    return replace(
        machine,
        values=tuple(_value(value) for value in machine.values),
        text=text(machine.text),
        raw=raw(machine.raw),
    )


def raw(said: str | None) -> str | None:
    """A model's answer as it is kept: at most 64 kB."""
    if said is None:
        return None
    return text(said).encode("utf-8")[:RAW_LIMIT].decode("utf-8", "ignore")
