"""From what a model sent to the fields that were asked for.

Rules: keys match without case, blanks and punctuation, and by synonyms; wrappers, groups, lists with one object,
``{"value": …}`` and lists of name-value pairs are looked through; of several objects the one that says most holds;
lists are joined; sentinels mean blank; a schema sent back is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engines.vision.salvage import DEPTH, Node, Salvage
from app.models.enums import FieldType
from app.models.record import FieldSpec

LONGEST = 20_000
"""Characters of one value; more is never on a card."""
_SENTINELS = frozenset({
    "", "<unknown>", "unknown", "n/a", "na", "n.a.", "null", "none", "nil", "nan", "string", "-",
    "--", "—", "<null>", "<none>", "not found", "not available", "not visible", "nicht vorhanden", "undefined",
    "string or null", "[unreadable]", "[illegible]",
})  # fmt: skip
_ZERO = re.compile(r"0+(\.0+)?")
_SHREDS = "{}[],:;\"'\\ "
_YEAR = re.compile(
    r"(?<!\d)(1\d{3}|20\d{2})(?!\d)|(?<!\d)1[4-9](\.\.|--|[x?]{2})|^\W?\d\d$|^[MDCLXVI. ]{3,}$", re.IGNORECASE
)
"""``1910``, ``19..``, ``'05``, ``MDCCXII``: whatever else stands beside it."""
_UNDATED = re.compile(r"\W*(o\.? ?j|ohne|s\.? ?[ad]\b|n\.? ?d\b|sine|undat|no date|sans)", re.IGNORECASE)
"""How cards say that there is no year: ``o. J.``, ``s. a.``, ``n. d.``"""
_INNER = ("value", "text", "content", "answer", "transcription")
_NAMING = ("name", "field", "key", "label")
_TYPES = frozenset({"string", "integer", "number", "object", "array", "null", "boolean"})


@dataclass(frozen=True, slots=True)
class Fitted:
    """``values``: only the fields that the answer names. ``echo``: the schema came back instead of values."""

    values: dict[str, str | None]
    echo: bool = False
    too_long: bool = False

    @property
    def says(self) -> int:
        return sum(1 for text in self.values.values() if text)


def fit(salvage: Salvage, schema: Sequence[FieldSpec]) -> Fitted:
    """The object that says most, as the schema's fields."""
    best = Fitted({})
    for node in salvage.nodes:
        for candidate in _candidates(node):
            found = _fit(candidate, schema)
            if _rank(found) > _rank(best) or (found.echo and not best.values):
                best = found
    return best


def _rank(found: Fitted) -> tuple[int, int]:
    return found.says, len(found.values)


def _candidates(node: Node) -> Iterator[Node]:
    if isinstance(node, list) and not _pairs(node):
        yield from node[:50]
    else:
        yield node


def _fit(node: Node, schema: Sequence[FieldSpec]) -> Fitted:
    if _is_echo(node):
        return Fitted({}, echo=True)
    entries = list(_entries(node, "", 0))
    values: dict[str, str | None] = {}
    too_long = False
    for field in schema:
        found = _find(entries, field)
        if found is None:
            continue
        text = _text(found[0], plain(field.name))
        if text and field.type is not FieldType.TEXT:
            text = " ".join(text.split())
        if text is not None and len(text) > LONGEST:
            too_long, text = True, None
        values[field.name] = None if text is None or is_sentinel(text, field, schema) else _of_kind(text, field)
    return Fitted(values, too_long=too_long)


def _of_kind(text: str, field: FieldSpec) -> str | None:
    """Without the shreds of JSON that a model leaves where its schema and its prompt disagree (``"},"``)."""
    if not text.strip(_SHREDS):
        return None
    if field.type is not FieldType.YEAR:
        return text
    if _YEAR.search(text):
        return text.strip(_SHREDS + "<>")
    return text if _UNDATED.match(text) else None


def plain(name: str) -> str:
    """A name without case, blanks and punctuation."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or name


def _entries(node: Node, parent: str, depth: int) -> Iterator[tuple[str, str, int, Node]]:
    """Key, key with its group's, depth and node of everything below, outer ones first."""
    inner: list[tuple[str, Node]] = []
    if isinstance(node, dict):
        inner = list(node.items())
    elif isinstance(node, list):
        inner = _pairs(node)
    for key, part in inner:
        yield plain(key), plain(parent + key), depth, part
    if depth < DEPTH:
        for key, part in inner:
            yield from _entries(part, key, depth + 1)


def _pairs(node: list[Node]) -> list[tuple[str, Node]]:
    """``[{"name": "title", "value": …}, …]`` as pairs."""
    found: list[tuple[str, Node]] = []
    for part in node:
        if not isinstance(part, dict):
            return []
        name = next((part[k] for k in _NAMING if isinstance(part.get(k), str)), None)
        if not isinstance(name, str) or not any(k in part for k in _INNER):
            return []
        found.append((name, next(part[k] for k in _INNER if k in part)))
    return found


def _find(entries: Sequence[tuple[str, str, int, Node]], field: FieldSpec) -> tuple[Node] | None:
    """The outermost entry with the field's name, else with its group's and its own, else with a synonym."""
    name = plain(field.name)
    synonyms = {plain(word) for word in field.synonyms}
    for accept in (lambda e: e[0] == name, lambda e: e[1] == name, lambda e: e[0] in synonyms):
        hits = [entry for entry in entries if accept(entry)]
        if hits:
            return (min(hits, key=lambda entry: entry[2])[3],)
    return None


def _text(node: Node, name: str) -> str | None:
    match node:
        case str():
            return _lines(node) or None
        case list():
            parts = [text for part in node if (text := _text(part, name))]
            return "; ".join(dict.fromkeys(parts)) or None
        case dict():
            lower = {plain(key): part for key, part in node.items()}
            if isinstance(lower.get("type"), str) and lower["type"] in _TYPES and not any(k in lower for k in _INNER):
                return None
            for key in (*_INNER, name):
                if key in lower:
                    return _text(lower[key], name)
            parts = [text for part in node.values() if (text := _text(part, name))]
            return ", ".join(parts) or None
    return None


def _lines(text: str) -> str:
    """Single blanks within a line, at most one empty line between two: paragraphs are what the card shows."""
    lines = "\n".join(" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _is_echo(node: Node) -> bool:
    if not isinstance(node, dict) or not isinstance(node.get("properties"), dict):
        return False
    return "$schema" in node or node.get("type") == "object"


def is_sentinel(text: str, field: FieldSpec, schema: Sequence[FieldSpec]) -> bool:
    """Words that stand for "nothing there", unless the schema names them as values."""
    if text in field.values:
        return False
    if text.casefold() in _SENTINELS or _ZERO.fullmatch(text):
        return True
    return any(text == other.name for other in schema if other.name != field.name)
