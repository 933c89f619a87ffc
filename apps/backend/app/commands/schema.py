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
    place, loaded = _given(wanted)
    title = loaded.get("title")
    if title is not None and not isinstance(title, str):
        raise Invalid(f"{place} do not fit: title: must be text.")
    try:
        fields = TypeAdapter[list[FieldIn]](Fields).validate_python(loaded.get("fields") or [])
        options = BatchOptions.model_validate(loaded.get("options") or {})
    except ValidationError as error:
        first = validation.places(error.errors())[0]
        at = "" if first["field"] == "body" else f"{first['field']}: "
        raise Invalid(f"{place} do not fit: {at}{first['message']}.") from error
    if not fields:
        raise Invalid("Name at least one field, as in --fields title,year.")
    return title or None, schemata.to_json(fields), options.model_dump(mode="json", exclude_unset=True)


def _given(wanted: argparse.Namespace) -> tuple[str, dict[str, JsonValue]]:
    """What was named; else the fields of the examples; else the ``fields.json`` in the folder or beside it."""
    if wanted.fields is not None and str(wanted.fields).lower().endswith(".json"):
        return _template(Path(wanted.fields))
    if wanted.fields is not None:
        return "The fields", {"fields": [name.strip() for name in str(wanted.fields).split(",") if name.strip()]}
    if wanted.template is not None:
        return _template(wanted.template)
    if wanted.examples is not None:
        examples = evaluation.load(wanted.examples)
        named: list[JsonValue] = [*dict.fromkeys(field for values in examples.values() for field in values)]
        return f"The fields of {wanted.examples}", {"fields": named}
    for folder in (wanted.folder, wanted.folder.resolve().parent):
        if (folder / "fields.json").is_file():
            return _template(folder / "fields.json")
    raise Invalid("Name the fields, as in --fields title,year, or give a file of fields with --template.")


def _template(path: Path) -> tuple[str, dict[str, JsonValue]]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise Invalid(f"{path} is not JSON: it is not text in UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise Invalid(f"{path} is not JSON: {error}.") from error
    if isinstance(loaded, list):
        loaded = {"fields": loaded}
    if not isinstance(loaded, dict) or not loaded.get("fields"):
        raise Invalid(f"{path} must hold an object with 'fields', or a list of fields.")
    return f"The fields of {path}", loaded


def batch_name(folder: Path, fields: list[JsonValue], options: dict[str, JsonValue], engine: str) -> str:
    """The same folder, schema and reader always give the same batch, so that a second call goes on."""
    told = json.dumps([str(folder.resolve()), fields, options, engine], sort_keys=True)
    digest = hashlib.sha256(told.encode()).hexdigest()[:8]
    return f"{names.safe(folder.resolve().name, 'folder').lower()[:60]}-{digest}"
