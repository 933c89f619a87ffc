"""Labels printed on a card: which words are one, and which field they name.

A label is the field's name, a synonym, a word quoted in its description, or a common word for the same thing in
another language (``lexicon``): exact, abbreviated (``Verf.``) or with a recognition error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.engines.local import hints, lexicon, meaning
from app.engines.local.layout import Segment, Sheet
from app.models.record import FieldSpec

LEAST_QUALITY = 0.74
OWN = 1.0
QUOTED = 0.97
SHARED = 0.9
"""Weight of a word that only means the same as the field."""
LONGEST = 5
"""Words in a label."""
_COLON = re.compile(r"(?P<label>[^:;()\[\]—–]{2,40}?)\s?(?P<colon>[:=]|;(?=\s|$))(?!\d)\s*")
_BETWEEN = re.compile(r"(?<=\s)(?P<label>[^\W\d_][^:;,]{1,30}?)\s?:(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label on a card. ``start`` and ``end``: its place in the segment's text, colon and blanks included."""

    field: int | None
    segment: Segment
    row: int
    start: int
    end: int
    quality: float
    colon: bool

    @property
    def alone(self) -> bool:
        return self.start == 0 and self.end >= len(self.segment.text)


class Vocabulary:
    """The words by which each field of a schema may be labelled."""

    def __init__(self, schema: Sequence[FieldSpec]) -> None:
        self._words: list[dict[str, float]] = [_own_words(field) for field in schema]
        taken = {word for words in self._words for word in words}
        concepts = [meaning.concept_of(field) for field in schema]
        for words, concept in zip(self._words, concepts, strict=True):
            if concept is not None and concepts.count(concept) == 1:
                shared = (lexicon.plain(word) for word in lexicon.words_of(concept))
                words.update({word: SHARED for word in shared if word not in taken})
        self._concepts = concepts

    def match(self, label: str, *, colon: bool) -> tuple[int | None, float]:
        """The field that a label names and how well it fits (0 to 1), or (None, 0)."""
        plain = lexicon.plain(label)
        if len(plain) < 2 or len(plain.split()) > LONGEST:
            return None, 0.0
        rated = [(self._rate(plain, label.rstrip().endswith("."), n, colon), n) for n in range(len(self._words))]
        quality, n = max(rated, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
        return (n, quality) if quality >= LEAST_QUALITY else (None, 0.0)

    def exact(self, label: str) -> int | None:
        """The field whose own name, synonym or quoted word this is, letter by letter."""
        plain = lexicon.plain(label)
        return next((n for n, words in enumerate(self._words) if words.get(plain, 0) >= QUOTED), None)

    def _rate(self, plain: str, dotted: bool, field: int, colon: bool) -> float:
        words = self._words[field]
        best = words.get(plain, 0.0)
        concept = self._concepts[field]
        if concept is not None and lexicon.label_concept(plain + "." * dotted) is concept and best == 0:
            best = SHARED if self._concepts.count(concept) == 1 else 0.0
        for word, weight in words.items():
            best = max(best, weight * _alike(plain, word, dotted=dotted, colon=colon))
            if colon and weight > SHARED and _holds(plain, word):
                best = max(best, 0.85 * weight)
        return best


def find(sheet: Sheet, vocabulary: Vocabulary) -> list[Label]:
    """All labels of one side, in reading order; known labels of no field (``field`` None) only end a value."""
    found: list[Label] = []
    for number, row in enumerate(sheet.rows):
        for segment in row.segments:
            found.extend(_in_segment(segment, number, vocabulary))
    return [*found, *_bare(sheet, found, vocabulary)]


def _own_words(field: FieldSpec) -> dict[str, float]:
    hinted = hints.of(field)
    words = {lexicon.plain(word): QUOTED for word in hinted.labels}
    words.update({lexicon.plain(word): OWN for word in (field.name, *field.synonyms)})
    words.pop("", None)
    return words


def _alike(label: str, word: str, *, dotted: bool, colon: bool) -> float:
    if dotted and len(label) >= 3 and word.startswith(label):
        return 0.95
    if min(len(label), len(word)) < 4 or (label[0] != word[0] and len(word) < 7):
        return 0.0
    return 0.97 * fuzz.ratio(label, word, score_cutoff=80 if colon else 86) / 100


def _holds(label: str, word: str) -> bool:
    """``Titel des Werks`` and ``Ort und Verlag`` hold the word that names the field."""
    return len(word) >= 4 and len(label.split()) <= 3 and (label.startswith(word + " ") or label.endswith(" " + word))


def _in_segment(segment: Segment, row: int, vocabulary: Vocabulary) -> list[Label]:
    content = segment.text
    head = _COLON.match(content)
    if head is None:
        field, quality = vocabulary.match(content, colon=False)
        if field is None:
            return _between(segment, row, vocabulary, 0)
        return [Label(field, segment, row, 0, len(content), quality, colon=False)]
    field, quality = vocabulary.match(head["label"], colon=True)
    if field is None:
        known = head["colon"] == ":" and lexicon.label_concept(head["label"]) is not None
        first = [Label(None, segment, row, 0, head.end(), SHARED, colon=True)] if known else []
        return [*first, *_between(segment, row, vocabulary, 0)]
    return [
        Label(field, segment, row, 0, head.end(), quality, colon=True),
        *_between(segment, row, vocabulary, head.end()),
    ]


def _between(segment: Segment, row: int, vocabulary: Vocabulary, start: int) -> list[Label]:
    """Labels within a segment (``Komponist: Loewe  Signatur: Spez.9``): only the very words of the schema."""
    found = []
    for match in _BETWEEN.finditer(segment.text, start):
        words = match["label"].split()
        for first in range(max(0, len(words) - 3), len(words)):
            label = " ".join(words[first:])
            field = vocabulary.exact(label)
            if field is not None and label[0].isupper():
                begin = match.end("label") - len(label)
                found.append(Label(field, segment, row, begin, match.end(), QUOTED, colon=True))
                break
    return found


def _bare(sheet: Sheet, found: Sequence[Label], vocabulary: Vocabulary) -> list[Label]:
    """Labels in front of their value without a colon, where the card has other labels in the same column."""
    columns = [label.segment.left for label in found if label.field is not None and label.start == 0]
    columns += [segment.left for segment in sheet.segments() if _leading(segment, vocabulary) is not None]
    taken = {id(label.segment) for label in found}
    bare = []
    for number, row in enumerate(sheet.rows):
        for segment in row.segments:
            if id(segment) in taken or sum(abs(segment.left - left) < 1.0 for left in columns) < 3:
                continue
            if (leading := _leading(segment, vocabulary)) is not None:
                field, end = leading
                bare.append(Label(field, segment, number, 0, end, SHARED, colon=False))
    return bare


def _leading(segment: Segment, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The field whose very word begins a segment, and where its value starts."""
    words = segment.text.split(" ")
    for count in range(min(3, len(words) - 1), 0, -1):
        label = " ".join(words[:count])
        field = vocabulary.exact(label)
        if field is not None and label[:1].isupper():
            return field, len(label) + 1
    return None
