"""Fields without a label: by the kind of thing they ask for, in cards of running text.

Each rule answers for one concept (``lexicon``); what no rule knows stays blank, and only the first field may fall back
on the heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.engines.local import blocks, choices, entry, hints, imprint, kinds, meaning, passage
from app.engines.local.entry import Entry
from app.engines.local.layout import Row, Segment, Sheet
from app.engines.local.lexicon import Concept
from app.engines.local.passage import Passage
from app.engines.local.typed import Found, found
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec

HEADING_GUESS = 0.35
_NAMES = {Concept.AUTHOR, Concept.COMPOSER, Concept.PERSON, Concept.POET}


@dataclass
class Running:
    """One card while its unlabelled fields are looked for. ``used``: identities of tokens that labels took."""

    sheets: Sequence[Sheet]
    schema: Sequence[FieldSpec]
    used: frozenset[int]
    is_form: bool

    def find(self, number: int) -> Found | None:
        """A value for a field that has no label on the card, or None."""
        field = self.schema[number]
        if not self.sheets:
            return None
        if field.type is FieldType.ENUM or field.values:
            return self._choice(field)
        if (value := self._by_hint(field)) is not None:
            return value
        if self.is_form:
            return None
        concept = self._asked(field)
        rule = self._rules.get(concept) if concept is not None else None
        value = rule(field) if rule is not None else None
        if value is None and concept is None:
            value = self._by_type(field)
        if value is None and number == 0 and field.type is FieldType.TEXT:
            value = self._heading_guess()
        return value

    @cached_property
    def _wanted(self) -> frozenset[Concept | None]:
        return frozenset(meaning.concept_of(field) for field in self.schema)

    @property
    def _names_a_company(self) -> bool:
        return Concept.COMPANY in self._wanted and Concept.TITLE not in self._wanted

    def _asked(self, field: FieldSpec) -> Concept | None:
        """What a field asks for beside the others: an author beside given names is a family name."""
        concept = meaning.concept_of(field)
        if concept in _NAMES and Concept.GIVEN_NAME in self._wanted and Concept.FAMILY_NAME not in self._wanted:
            return Concept.FAMILY_NAME
        if concept is Concept.NOTES and self._names_a_company and Concept.BODY not in self._wanted:
            return Concept.BODY
        return concept

    @cached_property
    def _rules(self) -> dict[Concept, Callable[[FieldSpec], Found | None]]:
        return {
            Concept.FAMILY_NAME: lambda _: self._family(),
            Concept.GIVEN_NAME: lambda _: self._part("given", 0.75),
            Concept.TITLE: lambda _: self._part("title", 0.6),
            Concept.PAGES: lambda _: self._part("pages", 0.75),
            Concept.FORMAT: lambda _: self._size(),
            Concept.YEAR: lambda _: self._year(),
            Concept.PLACE: self._place,
            Concept.PUBLISHER: lambda _: self._imprint("publisher", 0.65),
            Concept.SHELFMARK: self._shelfmark,
            Concept.IDENTIFIER: self._shelfmark,
            Concept.SUBJECTS: lambda _: self._foot(),
            Concept.DATE: self._date,
            Concept.COMPANY: lambda _: self._company(),
            Concept.BODY: lambda _: self._body(),
            **{concept: lambda _: self._full_name() for concept in _NAMES},
        }

    @cached_property
    def _front(self) -> list[Row]:
        """The unlabelled rows of the front; on a reference card those of the entry referred to."""
        kept = []
        for row in self.sheets[0].rows:
            segments = tuple(s for s in row.segments if not any(id(t) in self.used for t in s.tokens))
            if segments:
                kept.append(Row(segments, row.middle, row.gap))
            elif kept:
                break
        while len(kept) > 1 and all(blocks.is_mark(segment) for segment in kept[0].segments):
            kept = kept[1:]
        reference = entry.reference_row(kept)
        return kept[reference + 1 :] if reference is not None else kept

    @cached_property
    def _entry(self) -> Entry | None:
        return entry.parse(self._front)

    def _choice(self, field: FieldSpec) -> Found | None:
        choice = choices.on_card(self.sheets, field)
        if choice is None:
            return self._whether_reference(field)
        evidence = choice.place.evidence() if choice.place is not None else ()
        return Found(choice.value, choice.confidence, evidence, choice.source)

    def _whether_reference(self, field: FieldSpec) -> Found | None:
        """One of the values means a card that only refers to another heading."""
        value = choices.reference_among(field.values)
        others = [one for one in field.values if one != value]
        if value is None:
            return None
        rows = self.sheets[0].rows
        place = entry.reference_row(rows)
        if place is not None:
            return Found(value, 0.75, passage.of_rows([rows[place]]).evidence(), Source.PATTERN)
        return Found(others[0], 0.55, (), Source.PATTERN) if len(others) == 1 else None

    def _by_hint(self, field: FieldSpec) -> Found | None:
        """What begins as the description says, or stands where it says."""
        hinted = hints.of(field)
        place = None
        if hinted.prefixes and meaning.concept_of(field) is not Concept.TITLE:
            place = blocks.beginning_with(self.sheets, hinted, self.used)
        if place is None and hinted.corner is not None and field.type is not FieldType.DATE and not self.is_form:
            place = blocks.in_corner(self.sheets, hinted.corner, self.used)
        return found(place, 0.65, Source.HINT) if place is not None and place.text else None

    def _by_type(self, field: FieldSpec) -> Found | None:
        if field.type is FieldType.NUMBER:
            whole = passage.of_rows(self._front)
            matches = list(kinds.NUMBER.finditer(whole.text))
            if len(matches) == 1:
                return found(whole.cut(matches[0].start(), matches[0].end()), 0.3, Source.PATTERN)
        return None

    def _part(self, name: str, confidence: float) -> Found | None:
        place: Passage | None = getattr(self._entry, name, None)
        return found(place, confidence, Source.PATTERN) if place is not None else None

    def _size(self) -> Found | None:
        value = self._part("size", 0.75)
        if value is None or value.text is None:
            return None
        return replace(value, text=imprint.size_as_printed(value.text))

    def _imprint(self, name: str, confidence: float) -> Found | None:
        made = self._entry.imprint if self._entry is not None else None
        place: Passage | None = getattr(made, name, None)
        if made is None or place is None:
            return None
        return found(place, confidence if made.sure else confidence * 0.7, Source.PATTERN)

    def _family(self) -> Found | None:
        place = self._entry.family if self._entry is not None else None
        if place is None:
            return None
        return found(place, 0.75, Source.HEADING, _without_capitals(place.text))

    def _full_name(self) -> Found | None:
        """``Last, First`` as it stands in the heading."""
        family = self._family()
        if family is None or self._entry is None or family.text is None:
            return None
        given = self._entry.given
        if given is None:
            return Found(family.text, 0.4, family.evidence, Source.HEADING)
        text = f"{family.text}, {given.text}"
        return Found(text, min(family.confidence, 0.65), (*family.evidence, *given.evidence()), Source.HEADING)

    def _year(self) -> Found | None:
        value = self._imprint("year", 0.85)
        if value is not None:
            return value
        whole = passage.of_rows(self._front)
        matches = list(kinds.YEAR.finditer(whole.text))
        if len({match.group(1) for match in matches}) != 1:
            return None
        return found(whole.cut(matches[0].start(), matches[0].end()), 0.45, Source.PATTERN)

    def _place(self, field: FieldSpec) -> Found | None:
        if hints.of(field).heading or self._names_a_company:
            segments = self._heading_names[1:]
            return found(segments[0], 0.55, Source.HEADING) if segments else None
        return self._imprint("place", 0.65)

    def _shelfmark(self, field: FieldSpec) -> Found | None:
        del field
        years = (n for n, row in enumerate(self._front, 1) if n > 1 and kinds.YEAR.search(row.text))
        after = self._front[next(years, 1) :]
        mark = blocks.mark(self.sheets, after, self.used)
        if mark is None:
            return None
        place, sure = mark
        text = re.sub(r"^([A-ZÄÖÜ]{1,3})(?=\d)", r"\1 ", place.text)
        return found(place, 0.6 if sure else 0.45, Source.PATTERN, text)

    def _foot(self) -> Found | None:
        for sheet in self.sheets[:1]:
            if (place := blocks.foot(sheet, self.used)) is not None:
                return found(place, 0.5, Source.PATTERN)
        return None

    def _date(self, field: FieldSpec) -> Found | None:
        """A date that stands alone, as stamps do; one in a sentence is only a guess."""
        dates = blocks.dates(self.sheets, self.used)
        alone = [item for item in dates if item[2]]
        if alone:
            return found(alone[0][0], 0.7, Source.PATTERN, alone[0][1])
        stamped = re.search(r"stamp|stempel|tampon|cachet", field.description, re.IGNORECASE)
        if len(dates) == 1 and not stamped:
            return found(dates[0][0], 0.4, Source.PATTERN, dates[0][1])
        return None

    @cached_property
    def _heading_names(self) -> list[Passage]:
        """The names in the heading, one after the other: company, then place."""
        segments = blocks.heading_segments(self.sheets[0], self.used)
        names = [_ended(passage.of_lines([[segment]])) for segment in segments]
        if not names:
            return []
        first = _parted(names[0], sure=len(names) > 1)
        return [name for name in (*first, *names[1:]) if name.text]

    def _company(self) -> Found | None:
        names = self._heading_names
        return found(names[0], 0.6, Source.HEADING) if names else None

    def _body(self) -> Found | None:
        place = blocks.body(self.sheets[0], self.used)
        return found(place, 0.5, Source.PATTERN) if place.text else None

    def _heading_guess(self) -> Found | None:
        """The first line up to its colon or full stop."""
        rows = [row for row in self._front if re.search(r"[^\W\d_]{2}", row.text)]
        if not rows:
            return None
        whole = passage.of_lines([_first(rows[0].segments)])
        end = re.search(r":|\.(?=\s|$)", whole.text)
        place = whole.cut(0, end.start() if end else len(whole.text)).strip("", ",;-")
        return found(place, HEADING_GUESS, Source.HEADING) if place.text else None


def _first(segments: Sequence[Segment]) -> list[Segment]:
    return list(segments[:1])


def _without_capitals(name: str) -> str:
    """``OUALID`` to ``Oualid``: capitals are the heading's type, not the name's spelling."""
    if len(name) > 2 and name.isupper():
        return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), name)
    return name


def _ended(name: Passage) -> Passage:
    return name.strip("", " ,;:") if re.search(r"\b\w{1,4}\.$|\.\w\.$", name.text) else name.strip("", " .,;:")


def _parted(name: Passage, *, sure: bool) -> list[Passage]:
    """``Sodafabrik, ZURZACH`` and ``Trullas & Cie. S.A. GENEVE``: the place behind the last comma or in capitals."""
    match = re.search(r"(?:,\s*|\s)(?P<place>[A-ZÄÖÜÈÉ]{4,}(?:[ -][A-ZÄÖÜÈÉ]{2,})*)$", name.text)
    if name.text.isupper():
        match = None
    if match is None and not sure:
        match = re.search(r",\s(?P<place>[A-ZÄÖÜ][^\W\d_]{3,}(?:[ -][^\W\d_]+)?)$", name.text)
    if match is None:
        return [name]
    return [_ended(name.cut(0, match.start())), name.cut(match.start("place"), match.end("place"))]
