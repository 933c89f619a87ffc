"""The schema a command was given, and the batch that belongs to it."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.api import validation
from app.core import names
from app.core.errors import Invalid, JsonValue
from app.models.schemas import BatchOptions, FieldIn, Fields
from app.services import evaluation, schemata


def schema_of(wanted: argparse.Namespace) -> tuple[str | None, list[JsonValue], dict[str, JsonValue]]:
    """Title, fields and options, as stored."""
    loaded = _given(wanted)
    try:
        fields = TypeAdapter[list[FieldIn]](Fields).validate_python(loaded.get("fields") or [])
        options = BatchOptions.model_validate(loaded.get("options") or {})
    except ValidationError as error:
        first = validation.places(error.errors())[0]
        place = "" if first["field"] == "body" else f"{first['field']}: "
        raise Invalid(f"The fields do not fit: {place}{first['message']}.") from error
    if not fields:
        raise Invalid("Name at least one field, as in --fields title,year.")
    title = loaded.get("title")
    return str(title) if title else None, schemata.to_json(fields), options.model_dump(mode="json", exclude_unset=True)


def _given(wanted: argparse.Namespace) -> dict[str, JsonValue]:
    """What was named; else the fields of the examples; else the ``fields.json`` in the folder or beside it."""
    if wanted.fields is not None:
        return {"fields": [name.strip() for name in str(wanted.fields).split(",") if name.strip()]}
    if wanted.template is not None:
        return _template(wanted.template)
    if wanted.examples is not None:
        examples = evaluation.load_truth(wanted.examples)
        return {"fields": list(dict.fromkeys(field for values in examples.values() for field in values))}
    for folder in (wanted.folder, wanted.folder.resolve().parent):
        if (folder / "fields.json").is_file():
            return _template(folder / "fields.json")
    raise Invalid("Name the fields, as in --fields title,year, or give a file of fields with --template.")


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
