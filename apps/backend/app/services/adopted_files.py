"""What ``config.json`` and ``checkpoint.json`` of an adopted folder say, whoever wrote them, made fit for storing."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.core.errors import JsonValue
from app.models.schemas import BatchOptions, FieldIn, Fields
from app.services import cleaning, schemata
from app.services.folders import CHECKPOINT, CONFIG, is_regular

log = logging.getLogger(__name__)
SIZE_LIMIT = 2 * 2**30
MOST_FIELDS = 200
MOST = 2**31 - 1
"""The largest number that fits a counter."""

Entry = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A folder's papers. ``entries``: one object per card."""

    title: str
    engine: str
    fields: list[JsonValue]
    options: dict[str, JsonValue]
    entries: list[Entry]
    has_checkpoint: bool


def read(folder: Path) -> Manifest:
    """Raises ``ValueError`` for a file that is not whole JSON; ``OSError``."""
    config = _load(folder / CONFIG)
    config = config if isinstance(config, dict) else {}
    loaded = _load(folder / CHECKPOINT)
    if isinstance(loaded, dict):
        loaded = loaded.get("results")
    entries = [e for e in loaded if isinstance(e, dict)] if isinstance(loaded, list) else []
    engine = config.get("engine")
    return Manifest(
        title=text(config.get("title") or config.get("custom_title")) or "",
        engine=engine if isinstance(engine, str) else "",
        fields=_fields(config, entries),
        options=_options(config.get("options")),
        entries=entries,
        has_checkpoint=is_regular(folder / CHECKPOINT),
    )


def _load(path: Path) -> JsonValue:
    if not is_regular(path):
        return None
    if path.stat().st_size > SIZE_LIMIT:
        raise ValueError(f"{path.name} is larger than {SIZE_LIMIT} bytes")
    try:
        loaded: JsonValue = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path.name} is not whole: {error}") from error
    return storable(loaded)


def _fields(config: Mapping[str, JsonValue], entries: list[Entry]) -> list[JsonValue]:
    given = config.get("fields")
    if isinstance(given, dict):
        given = list(given)
    if isinstance(given, list) and given:
        try:
            return schemata.to_json(TypeAdapter[list[FieldIn]](Fields).validate_python(given))
        except ValidationError:
            log.warning("the fields of config.json are not usable; taking those of the records")
    seen: dict[str, JsonValue] = {}
    for entry in entries:
        for part in (entry.get("data"), entry.get("edited_data")):
            for name in part if isinstance(part, dict) else ():
                if name.casefold() not in seen and _is_field(name):
                    seen[name.casefold()] = FieldIn(name=name).model_dump(mode="json")
    return list(seen.values())[:MOST_FIELDS]


def _is_field(name: str) -> bool:
    try:
        return FieldIn(name=name).name == name
    except ValidationError:
        return False


def _options(given: JsonValue) -> dict[str, JsonValue]:
    try:
        return BatchOptions.model_validate(given or {}).model_dump(mode="json", exclude_unset=True)
    except ValidationError:
        return {}


def storable(value: JsonValue) -> JsonValue:
    """Plain, finite JSON that every database, file and answer can hold."""
    match value:
        case str():
            return cleaning.text(value)
        case float() if not math.isfinite(value):
            return None
        case int() if abs(value) >= 2**63:
            return str(value)
        case list():
            return [storable(part) for part in value]
        case dict():
            return {cleaning.text(name): storable(part) for name, part in value.items()}
    return value


def text(value: JsonValue) -> str | None:
    """As one text, whatever it was."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def line(value: str, otherwise: str) -> str:
    """One line for a title."""
    return " ".join(cleaning.text(value).split())[:300] or otherwise


def moment(value: JsonValue) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def whole(value: JsonValue) -> int:
    """A count from 1."""
    return min(MOST, max(1, value)) if isinstance(value, int) and not isinstance(value, bool) else 1


def number(value: JsonValue, otherwise: float) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else otherwise


def fraction(value: JsonValue, otherwise: float) -> float:
    return min(1.0, max(0.0, number(value, otherwise)))


def value_of(entry: Entry, field: str, said: JsonValue) -> JsonValue:
    """One value as a reading keeps it."""
    confidence, evidence, sources = (entry.get(k) for k in ("confidence", "evidence", "sources"))
    boxes = evidence.get(field) if isinstance(evidence, dict) else None
    source = sources.get(field) if isinstance(sources, dict) else None
    return {
        "field": field,
        "text": text(said),
        "confidence": fraction(confidence.get(field) if isinstance(confidence, dict) else None, 0.5),
        "evidence": [_box(box) for box in (boxes if isinstance(boxes, list) else []) if _box(box)],
        "source": source if isinstance(source, str) else "model",
    }


def _box(given: JsonValue) -> list[JsonValue]:
    """``[image, x, y, width, height]``, or nothing when it is no box."""
    if not isinstance(given, dict):
        return []
    image, box = given.get("image"), given.get("box")
    if not isinstance(image, int) or isinstance(image, bool) or not isinstance(box, list) or len(box) != 4:
        return []
    if not all(isinstance(side, (int, float)) and not isinstance(side, bool) for side in box):
        return []
    return [min(MOST, max(0, image)), *(fraction(side, 0.0) for side in box)]


def was_read(entry: Entry, field: str, said: JsonValue) -> bool:
    """Whether a machine said something of this field, be it that it is blank."""
    confidence = entry.get("confidence")
    return said is not None or not isinstance(confidence, dict) or field in confidence
