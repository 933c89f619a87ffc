"""What a field asks for: from its name, synonyms, type and description, however these are worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.engines.local.lexicon import ASKED, TAILS, VAGUE, WORDS, Concept, plain
from app.models.enums import FieldType
from app.models.record import FieldSpec

_BY_TYPE = {FieldType.YEAR: Concept.YEAR, FieldType.DATE: Concept.DATE, FieldType.SHELFMARK: Concept.SHELFMARK}
_OF_A_LIFE = {Concept.BIRTH, Concept.DEATH}
_WHOLE_NAMES = {Concept.AUTHOR, Concept.PERSON, Concept.COMPOSER, Concept.POET, Concept.EDITOR, Concept.ARRANGER}
_PARTS_OF_NAMES = {Concept.FAMILY_NAME, Concept.GIVEN_NAME}
_OF = re.compile(r"\s(?:of|for|in|from|der|des|von|vom|zum|zur|de|du|des|d|l)\s")
_ENDINGS = ("", "s", "n", "en", "e", "es", "er", "x")


@dataclass(frozen=True, slots=True)
class _Match:
    """A known word in a text: which of its words, how many, and whether it means much else too."""

    place: int
    size: int
    concept: Concept
    vague: bool


def _phrases() -> dict[str, list[tuple[list[str], Concept, bool]]]:
    """All known phrases with their plurals, by their first word."""
    found: dict[str, list[tuple[list[str], Concept, bool]]] = {}
    for source in (WORDS, ASKED):
        for concept, listed in source.items():
            for word in map(plain, listed):
                for ending in _ENDINGS if len(word.split()[-1]) > 3 else ("",):
                    told = (word + ending).split()
                    found.setdefault(told[0], []).append((told, concept, word in VAGUE))
    return found


_PHRASES = _phrases()


@lru_cache(maxsize=1024)
def concept_of(field: FieldSpec) -> Concept | None:
    """What a field asks for, or None."""
    typed = _BY_TYPE.get(field.type)
    named = [match for name in (field.name, *field.synonyms) if (match := _of_name(name)) is not None]
    told = _of_description(field.description)
    firm = next((match.concept for match in named if not match.vague), None)
    if firm in _WHOLE_NAMES and told is not None and told.concept in _PARTS_OF_NAMES:
        firm = told.concept
    found = firm or (told.concept if told is not None and not told.vague else None)
    if typed in (Concept.YEAR, Concept.DATE):
        return found if found in _OF_A_LIFE else typed
    vague = told or (named[0] if named else None)
    return found or typed or (vague.concept if vague is not None else None)


def _of_name(name: str) -> _Match | None:
    """``title of thesis`` asks for a title, ``thesis title`` too: the last word before *of*, else the first behind."""
    whole = plain(name)
    exact = [match for match in _matches(whole) if match.size == len(whole.split())]
    if exact:
        return exact[0]
    head, *rest = _OF.split(f" {whole} ", maxsplit=1)
    before, behind = list(_matches(head)), list(_matches(rest[0] if rest else ""))
    ordered = [*reversed(before), *behind]
    return next((m for m in ordered if not m.vague), ordered[0] if ordered else None)


def _of_description(text: str) -> _Match | None:
    """The known word that stands first, of two at one place the longer; a part of a name before a whole one."""
    found = list(_matches(plain(text)))
    firm = [match for match in found if not match.vague]
    parts = [match for match in firm if match.concept in _PARTS_OF_NAMES]
    if parts and firm[0].concept in _WHOLE_NAMES:
        return parts[0]
    return next(iter(firm or found), None)


def _matches(text: str) -> Iterator[_Match]:
    """Known words from left to right, none within another."""
    words = text.split()
    place = 0
    while place < len(words):
        match = _at(words, place)
        if match is not None:
            yield match
        place += match.size if match is not None else 1


def _at(words: list[str], place: int) -> _Match | None:
    fitting = [
        (len(told), concept, vague)
        for told, concept, vague in _PHRASES.get(words[place], ())
        if told == words[place : place + len(told)]
    ]
    if fitting:
        size, concept, vague = max(fitting, key=lambda one: (one[0], not one[2]))
        return _Match(place, size, concept, vague)
    tail = next((tail for tail in TAILS if words[place].endswith(tail) and len(words[place]) > len(tail) + 2), None)
    return _Match(place, 1, TAILS[tail], vague=False) if tail is not None else None
