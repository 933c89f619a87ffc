"""A batch's fields: from what people send to what engines use, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from app.core.errors import JsonValue
from app.models.record import FieldSpec
from app.models.schemas import FieldIn


def to_json(fields: Sequence[FieldIn]) -> list[JsonValue]:
    """As stored and as written to ``config.json``."""
    return [field.model_dump(mode="json") for field in fields]


def specs(stored: Sequence[JsonValue]) -> tuple[FieldSpec, ...]:
    """As engines want them."""
    return tuple(_spec(FieldIn.model_validate(field)) for field in stored)


@lru_cache(64)
def version(fields: tuple[FieldSpec, ...]) -> str:
    """Tells fields apart, by all that a reader may heed of them."""
    return "fields-" + hashlib.sha256(repr(fields).encode("utf-8", "replace")).hexdigest()[:12]


def names(stored: Sequence[JsonValue]) -> list[str]:
    return [str(field["name"]) for field in stored if isinstance(field, dict)]


def _spec(field: FieldIn) -> FieldSpec:
    return FieldSpec(
        name=field.name,
        type=field.type,
        description=field.description,
        values=tuple(field.values),
        synonyms=tuple(field.synonyms),
        required=field.required,
    )
