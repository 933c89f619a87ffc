"""What does not fit a request, in plain words: one entry per place, each with a stable code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.core.errors import JsonValue

SENTENCES: Final[Mapping[str, str]] = {
    "missing": "is missing",
    "extra_forbidden": "is not known here; leave it out",
    "json_invalid": "is not JSON: {error}",
    "model_attributes_type": "must be a JSON object, sent with Content-Type: application/json",
    "model_type": "must be a JSON object",
    "dict_type": "must be a JSON object",
    "list_type": "must be a list",
    "string_type": "must be text",
    "string_unicode": "holds half a character; remove it",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "greater_than_equal": "must be {ge} or more",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be {le} or less",
    "less_than": "must be less than {lt}",
    "string_too_long": "may have {max_length} characters at most",
    "string_too_short": "must have {min_length} characters or more",
    "too_long": "may have {max_length} entries at most",
    "too_short": "must have {min_length} entries or more",
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "string_pattern_mismatch": "holds a control character; remove it",
}
"""By Pydantic's types; ours bring their own sentence."""
NAMED: Final = frozenset({"error", "ge", "gt", "le", "lt", "max_length", "min_length", "expected"})


def places(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, JsonValue]]:
    """``field``, ``message``, ``code`` and the names and numbers in the message, as ``params``."""
    return [_told(error) for error in errors]


def summary(found: Sequence[Mapping[str, JsonValue]]) -> str:
    """The first few as one sentence."""
    said = "; ".join(f"{place['field']}: {place['message']}" for place in found[:5])
    return f"{said}." if said else "Not valid."


def _told(error: Mapping[str, Any]) -> dict[str, JsonValue]:
    code = str(error["type"])
    if code == "model_attributes_type" and len(error["loc"]) > 1:
        code = "model_type"  # inside a body that was understood
    sentence = SENTENCES.get(code)
    context: Mapping[str, Any] = error.get("ctx") or {}
    kept = NAMED if sentence is not None else context.keys()
    params: dict[str, JsonValue] = {
        name: value if isinstance(value, int | float | str) else str(value)
        for name, value in context.items()
        if name in kept
    }
    message = sentence.format_map(context) if sentence is not None else str(error["msg"]).removeprefix("Value error, ")
    told: dict[str, JsonValue] = {"field": _place(code, error["loc"]), "message": message, "code": code}
    return {**told, "params": params} if params else told


def _place(code: str, location: Sequence[int | str]) -> str:
    """The path to the value; of a body that is no JSON only Pydantic's position is known."""
    if code == "json_invalid":
        return "body"
    return ".".join(str(part) for part in location if part not in ("body", "query", "path")) or "body"
