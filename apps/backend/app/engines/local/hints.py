"""What a field's description tells about its value, in words a person would use.

``beginning with B.``, ``such as 8° or 4°``, ``often after 'Standort:'``, ``at the top right``; also in
German and French.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from app.models.record import FieldSpec


class Corner(Enum):
    """Where on the card: which part of its width, which part of its height (fractions)."""

    TOP_RIGHT = (0.5, 1.0, 0.0, 0.35)
    TOP_LEFT = (0.0, 0.5, 0.0, 0.35)
    BOTTOM_RIGHT = (0.5, 1.0, 0.5, 1.0)
    BOTTOM_LEFT = (0.0, 0.5, 0.5, 1.0)
    TOP = (0.0, 1.0, 0.0, 0.35)
    BOTTOM = (0.0, 1.0, 0.55, 1.0)


@dataclass(frozen=True, slots=True)
class Hints:
    labels: tuple[str, ...] = ()
    """Words in quotation marks after *after*, *nach*, *après*, or ending with a colon."""
    quoted: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    corner: Corner | None = None
    heading: bool = False


_QUOTED = re.compile(r"""['"„“‚‘«»](?P<word>[^'"„“”‚‘’«»]{1,40})['"”“’‘«»]""")
_BEGINNING = re.compile(
    r"(?:beginning|begins|starts|starting) with|beginnt mit|beginnend mit|fängt mit|commen[cç]ant par|commence par",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"such as|for example|e\.\s?g\.|z\.\s?B\.|zum Beispiel|etwa|wie|par exemple|p\.\s?ex\.|comme", re.I
)
_PREFIX = re.compile(r"['\"„“]?([A-ZÄÖÜ][^\s,;'\"”“]{0,11})['\"”“]?")
_LISTED = re.compile(
    r"(?P<list>(?:[A-ZÄÖÜ][\w.]{0,7}(?:,\s|\s(?:or|oder|ou)\s))+[A-ZÄÖÜ][\w.]{0,7})"
    r"\s(?:and|und|et)\s(?:an?\s|eine?\s|une?\s)?(?:number|Nummer|Zahl|numéro)"
)
_OR = re.compile(r"\s*(?:,|\bor\b|\boder\b|\bou\b|/)\s*", re.IGNORECASE)
_AS_PRINTED = re.compile(r",?\s*(?:as printed|wie gedruckt|and a number|und (?:eine )?(?:Zahl|Nummer)).*$", re.I)
_CORNERS = (
    (re.compile(r"(?:top|upper) right|oben rechts|rechts oben|en haut à droite", re.I), Corner.TOP_RIGHT),
    (re.compile(r"(?:top|upper) left|oben links|links oben|en haut à gauche", re.I), Corner.TOP_LEFT),
    (
        re.compile(r"(?:bottom|lower) right|unten rechts|rechts unten|en bas à droite", re.I),
        Corner.BOTTOM_RIGHT,
    ),
    (re.compile(r"(?:bottom|lower) left|unten links|links unten|en bas à gauche", re.I), Corner.BOTTOM_LEFT),
    (re.compile(r"\bat the top\b|\bganz oben\b|\ben haut\b", re.I), Corner.TOP),
    (
        re.compile(r"\bat the (?:foot|bottom)\b|am Fuß|am unteren Rand|\bunten\b|\ben bas\b", re.I),
        Corner.BOTTOM,
    ),
)
_HEADING = re.compile(r"\bheading\b|\bKopf\b|Kopfzeile|Überschrift|en-?tête|\bvedette\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def of(field: FieldSpec) -> Hints:
    """The hints in a field's description."""
    text = field.description
    quoted = tuple(match["word"].strip() for match in _QUOTED.finditer(text))
    return Hints(
        labels=tuple(word for word in quoted if word.endswith(":") and len(word) > 2),
        quoted=quoted,
        prefixes=_prefixes(text),
        examples=_examples(text),
        corner=next((corner for pattern, corner in _CORNERS if pattern.search(text)), None),
        heading=bool(_HEADING.search(text)),
    )


def _prefixes(text: str) -> tuple[str, ...]:
    match = _BEGINNING.search(text)
    listed = _LISTED.search(text)
    if match is None and listed is None:
        return ()
    rest = re.split(r"[;()]", text[match.end() :])[0] if match is not None else listed["list"] if listed else ""
    found = (_PREFIX.fullmatch(part.strip()) for part in _OR.split(rest))
    return tuple(part.group(1) for part in found if part is not None)


def _examples(text: str) -> tuple[str, ...]:
    match = _EXAMPLES.search(text)
    if match is None:
        return ()
    rest = _AS_PRINTED.sub("", re.split(r"[;()]", text[match.end() :])[0])
    found = (part.strip(" .'\"") for part in _OR.split(rest))
    return tuple(part for part in found if 0 < len(part) <= 25)
