"""Values of a stored reading, as an engine gave them."""

from __future__ import annotations

from app.core.errors import JsonValue
from app.models.enums import Source
from app.models.record import Evidence, Value
from app.models.tables import Reading


def of_reading(reading: Reading) -> tuple[Value, ...]:
    """In the order of the schema it was read with."""
    return tuple(_value(raw) for raw in reading.values if isinstance(raw, dict))


def _value(raw: dict[str, JsonValue]) -> Value:
    text, sure, places = raw["text"], raw["confidence"], raw["evidence"]
    boxes = [place for place in places if isinstance(place, list)] if isinstance(places, list) else []
    evidence = tuple(
        Evidence(int(_number(b[0])), (_number(b[1]), _number(b[2]), _number(b[3]), _number(b[4]))) for b in boxes
    )
    return Value(
        str(raw["field"]), text if isinstance(text, str) else None, _number(sure), evidence, Source(str(raw["source"]))
    )


def _number(value: JsonValue) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
