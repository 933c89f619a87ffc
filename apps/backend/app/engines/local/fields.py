"""Words to fields: one value for every field of a schema, with its evidence and an honest confidence.

A pure function of the stored pages, so that cards can be fielded again, with another schema or another extractor,
without reading them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from app.engines.local import labels, layout, meaning, typed, values
from app.engines.local.labels import Vocabulary
from app.engines.local.layout import Sheet
from app.engines.local.lexicon import Concept
from app.engines.local.running import Running
from app.engines.local.typed import Found
from app.engines.local.values import Labelled
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Value

ABSENT = 0.4
"""Nothing was found and nothing says that there is nothing."""
ABSENT_ON_FORM = 0.7
"""Other fields stand behind their labels, this one has none."""
LABELLED_CARD = 3
"""So many labels make a card one with labels: unlabelled text is not searched for their kind."""
_ONE_LINE = {FieldType.YEAR, FieldType.DATE, FieldType.NUMBER, FieldType.ENUM, FieldType.SHELFMARK}

_SHORT = {
    Concept.SHELFMARK,
    Concept.IDENTIFIER,
    Concept.YEAR,
    Concept.DATE,
    Concept.PAGES,
    Concept.FORMAT,
    Concept.FAMILY_NAME,
    Concept.GIVEN_NAME,
}


class Extractor(Protocol):
    """Turns the pages of one card into values. Keeps no state between cards."""

    def extract(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        """One value per field, in the order of the schema."""
        ...


class RuleExtractor:
    """Labels, forms of values and the usual order of a catalogue entry; knows nothing of the drawer."""

    def extract(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        return self.of_sheets(layout.sheets(pages), schema)

    def of_sheets(self, sheets: Sequence[Sheet], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        """From pages that are laid out already."""
        vocabulary = _vocabulary(tuple(schema))
        single = frozenset(n for n, field in enumerate(schema) if _on_one_line(field))
        labelled = [
            found for sheet in sheets for found in values.of_sheet(sheet, labels.find(sheet, vocabulary), single)
        ]
        named = {n: _by_label(field, [f for f in labelled if f.label.field == n]) for n, field in enumerate(schema)}
        running = Running(sheets, schema, _used(labelled), is_form=_is_form(named, schema))
        found = {n: named[n] or running.find(n) for n in range(len(schema))}
        return tuple(_value(field, found[n], on_form=running.is_form) for n, field in enumerate(schema))


def extract(pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
    """One value per field of ``schema``; ``text`` None where nothing was found."""
    return RuleExtractor().extract(pages, schema)


@lru_cache(maxsize=64)
def _vocabulary(schema: tuple[FieldSpec, ...]) -> Vocabulary:
    return Vocabulary(schema)


def _on_one_line(field: FieldSpec) -> bool:
    return field.type in _ONE_LINE or meaning.concept_of(field) in _SHORT


def _by_label(field: FieldSpec, labelled: Sequence[Labelled]) -> Found | None:
    if not labelled:
        return None
    best = max(one.label.quality for one in labelled)
    kept = [one for one in labelled if one.label.quality >= best - 0.1]
    return typed.labelled(field, kept, best)


def _is_form(named: dict[int, Found | None], schema: Sequence[FieldSpec]) -> bool:
    count = sum(found is not None for found in named.values())
    return count >= LABELLED_CARD or (len(schema) > 1 and count >= len(schema) / 2)


def _used(labelled: Sequence[Labelled]) -> frozenset[int]:
    """The identities of all tokens that are a label or its value."""
    own = {id(token) for one in labelled for token in _label_tokens(one)}
    return frozenset(own | {id(o.token) for one in labelled for o in one.value.origins if o.token is not None})


def _label_tokens(one: Labelled) -> list[object]:
    found: list[object] = []
    place = 0
    for token in one.label.segment.tokens:
        if one.label.start <= place < one.label.end:
            found.append(token)
        place += len(token.text) + 1
    return found


def _value(field: FieldSpec, found: Found | None, *, on_form: bool) -> Value:
    if found is None:
        return Value(field.name, None, ABSENT_ON_FORM if on_form else ABSENT)
    if found.text is None:
        return Value(field.name, None, round(found.confidence, 3), found.evidence, Source.NOT_FOUND)
    return Value(field.name, found.text, round(found.confidence, 3), found.evidence, found.source)
