"""The schema a command was given, and the batch that belongs to it."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.core import names
from app.core.errors import Invalid, JsonValue
from app.models.schemas import BatchOptions, FieldIn, Fields
from app.services import schemata


def schema_of(wanted: argparse.Namespace) -> tuple[str | None, list[JsonValue], dict[str, JsonValue]]:
    """Title, fields and options, as stored."""
    if wanted.fields is not None:
        given: JsonValue = [name.strip() for name in str(wanted.fields).split(",") if name.strip()]
        loaded: dict[str, JsonValue] = {"fields": given}
    else:
        loaded = _template(wanted.template)
    try:
        fields = TypeAdapter[list[FieldIn]](Fields).validate_python(loaded.get("fields"))
        options = BatchOptions.model_validate(loaded.get("options") or {})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise Invalid(f"The fields do not fit: {f'{place}: ' if place else ''}{said}.") from error
    if not fields:
        raise Invalid("Name at least one field, as in --fields title,year.")
    title = loaded.get("title")
    return str(title) if title else None, schemata.to_json(fields), options.model_dump(mode="json", exclude_unset=True)


def _template(path: Path) -> dict[str, JsonValue]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Invalid(f"{path} is not JSON: {error}.") from error
    if isinstance(loaded, list):
        loaded = {"fields": loaded}
    if not isinstance(loaded, dict):
        raise Invalid(f"{path} must hold an object with 'fields', or a list of fields.")
    return loaded


def batch_name(folder: Path, fields: list[JsonValue], options: dict[str, JsonValue], engine: str) -> str:
    """The same folder, schema and reader always give the same batch, so that a second call goes on."""
    told = json.dumps([str(folder.resolve()), fields, options, engine], sort_keys=True)
    digest = hashlib.sha256(told.encode()).hexdigest()[:8]
    return f"{names.safe(folder.resolve().name, 'folder').lower()[:60]}-{digest}"
