"""A piece of text as a value of a field's type, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.engines.local import blocks, choices, kinds, lexicon, meaning, passage
from app.engines.local.passage import Passage
from app.engines.local.values import Labelled
from app.models.enums import FieldType, Source
from app.models.record import Evidence, FieldSpec

BEHIND_LABEL = 0.95
LABEL_BUT_BLANK = 0.85
NOT_OF_TYPE = 0.35
"""Something stands behind the label, but not what the type asks for: shown as it was read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value before it is one: ``text`` None means that the card is blank there."""

    text: str | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    source: Source = Source.NOT_FOUND


def found(place: Passage, confidence: float, source: Source, text: str | None = None) -> Found:
    """A value as it stands in a passage; words that were hard to read make it less sure."""
    return Found(text or place.text, confidence * certainty(place), place.evidence(), source)


def certainty(place: Passage) -> float:
    """From the words' scores: 1 for a clean reading, about a half for a doubtful one."""
    return max(0.3, 1.0 - 2.0 * (1.0 - min(place.score, 1.0))) if place.score else 1.0


def labelled(field: FieldSpec, ones: Sequence[Labelled], quality: float) -> Found:
    """The value behind a label, front and back put together."""
    parts: list[Passage] = []
    for one in ones:
        value = one.value.strip("-–—: ", ",;: ")
        if value.text and value.text not in {part.text for part in parts}:
            parts.append(value)
    if not parts:
        label = passage.of_lines([[ones[0].label.segment]])
        return Found(None, LABEL_BUT_BLANK * quality, label.evidence())
    if field.type is not FieldType.TEXT:
        parts = parts[:1]
    whole = passage.joined(parts)
    text, place, sure = _as_type(field, whole)
    if text is None:
        return Found(None, NOT_OF_TYPE, whole.evidence())
    return found(place, (BEHIND_LABEL if sure else NOT_OF_TYPE) * quality, Source.LABEL, text)


def _as_type(field: FieldSpec, whole: Passage) -> tuple[str | None, Passage, bool]:
    """The text in the form of the type, where it stands, and whether it has that form."""
    if field.type is FieldType.ENUM:
        value = choices.named(whole.text, field.values)
        return value, whole, value is not None
    if field.type is FieldType.DATE and (date := kinds.iso_date(whole.text)) is not None:
        return date[0], whole.cut(date[1], date[2]), True
    if field.type in (FieldType.YEAR, FieldType.NUMBER):
        match = (kinds.YEAR if field.type is FieldType.YEAR else kinds.NUMBER).search(whole.text)
        if match is not None:
            return match.group().strip(), whole.cut(match.start(), match.end()), True
    if field.type is FieldType.SHELFMARK or meaning.concept_of(field) is lexicon.Concept.SHELFMARK:
        place = blocks.without_size(whole.strip("[](){}<> ", "[]{}<> "))
        return place.text, place, any(character.isdigit() for character in place.text)
    return whole.text, whole, field.type is FieldType.TEXT
