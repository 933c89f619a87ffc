"""What verified values teach about spelling: one small rule each, which a person can read and switch off."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.models.enums import FieldType
from app.models.record import FieldSpec

MARKS = ".,;:-–/)]("
SELDOM = 0.05
"""A mark at the end of a smaller share of verified values does not belong there."""
LEAST_VALUES = 5
LEAST_EXAMPLES = 2
MAJORITY = 0.6
_RUN = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Normaliser:
    """``kind`` is ``drop_end`` ("."), ``capitals``, ``spacing`` ("U#.#" to "U #. #") or ``replace``."""

    field: str
    kind: str
    before: str
    after: str
    examples: int

    @property
    def key(self) -> str:
        return f"{self.field}|{self.kind}|{self.before}"

    @property
    def says(self) -> str:
        """In words, for people."""
        match self.kind:
            case "drop_end":
                return f"“{self.before}” at the end is dropped."
            case "capitals":
                return "Words in capitals are written with one capital."
            case "spacing":
                return f"Written as “{self.after}” (# stands for figures)."
            case _:
                return f"“{self.before}” becomes “{self.after}”."


@dataclass(frozen=True, slots=True)
class Pair:
    """A value as it stands on a card, the mark right behind it, and as a person wants it."""

    read: str
    mark: str
    truth: str


class Spelling:
    """Applies normalisers, each field's in the order they were learned."""

    def __init__(self, rules: Sequence[Normaliser], off: Collection[str] = ()) -> None:
        self._ends: dict[str, str] = defaultdict(str)
        self._capitals: set[str] = set()
        self._spacings: dict[tuple[str, str], str] = {}
        self._replaced: dict[tuple[str, str], str] = {}
        for rule in rules:
            if rule.key in off:
                continue
            match rule.kind:
                case "drop_end":
                    self._ends[rule.field] += rule.before
                case "capitals":
                    self._capitals.add(rule.field)
                case "spacing":
                    self._spacings[rule.field, rule.before] = rule.after
                case _:
                    self._replaced[rule.field, rule.before] = rule.after

    def apply(self, field: FieldSpec, text: str) -> str:
        if field.type in (FieldType.DATE, FieldType.ENUM):
            return text
        if field.name in self._ends:
            text = text.rstrip(self._ends[field.name] + " ") or text
        if field.name in self._capitals:
            text = " ".join(_capitalised(word) for word in text.split(" "))
        spacing = self._spacings.get((field.name, template(text).replace(" ", "")))
        if spacing is not None:
            text = _filled(spacing, text)
        return self._replaced.get((field.name, text), text)


def learn(schema: Sequence[FieldSpec], pairs: Mapping[str, Sequence[Pair]]) -> list[Normaliser]:
    """From the verified values of each field and what stands on their cards."""
    found: list[Normaliser] = []
    for field in schema:
        given = pairs.get(field.name, ())
        if not given or field.type in (FieldType.DATE, FieldType.ENUM):
            continue
        own = [(pair.read, pair.truth) for pair in given]
        first = [*_ends(field.name, given), *_capitals(field.name, own)]
        own = [(Spelling(first).apply(field, read), truth) for read, truth in own]
        spacings = _spacings(field.name, own)
        spelling = Spelling(spacings)
        found += [*first, *spacings, *_replaced(field.name, [(spelling.apply(field, r), t) for r, t in own])]
    return found


def _ends(field: str, pairs: Sequence[Pair]) -> list[Normaliser]:
    """Marks that follow values on the cards but hardly ever belong to them."""
    if len(pairs) < LEAST_VALUES:
        return []
    kept = Counter(pair.truth[-1] for pair in pairs)
    dropped = Counter(pair.mark for pair in pairs if pair.mark in MARKS and pair.truth[-1:] != pair.mark)
    return [
        Normaliser(field, "drop_end", mark, "", count)
        for mark, count in sorted(dropped.items())
        if mark and count >= LEAST_EXAMPLES and kept[mark] <= SELDOM * len(pairs)
    ]


def _capitals(field: str, pairs: Sequence[tuple[str, str]]) -> list[Normaliser]:
    loud = [read for read, _ in pairs if any(_is_loud(word) for word in read.split())]
    kept = [truth for _, truth in pairs if any(_is_loud(word) for word in truth.split())]
    if len(loud) >= LEAST_EXAMPLES and not kept:
        return [Normaliser(field, "capitals", "", "", len(loud))]
    return []


def _is_loud(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) >= 4 and all(c.isupper() for c in letters)


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-")) if _is_loud(word) else word


def template(text: str) -> str:
    """``U 34. 6645`` as ``U #. #``."""
    return _RUN.sub("#", text)


def _filled(spacing: str, text: str) -> str:
    figures = iter(_RUN.findall(text))
    return "".join(next(figures, "") if c == "#" else c for c in spacing)


def _spacings(field: str, pairs: Sequence[tuple[str, str]]) -> list[Normaliser]:
    """The usual spacing of values that differ in their figures only."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for _, truth in pairs:
        if any(c.isdigit() for c in truth) and len(truth) <= 40:
            form = template(truth)
            forms[form.replace(" ", "")][form] += 1
    found = []
    for key, counted in forms.items():
        form, count = counted.most_common(1)[0]
        if len(key) > 1 and count >= LEAST_EXAMPLES and count >= MAJORITY * counted.total():
            found.append(Normaliser(field, "spacing", key, form, count))
    return found


def _replaced(field: str, pairs: Sequence[tuple[str, str]]) -> list[Normaliser]:
    """Strings that come again and again and are always corrected the same way."""
    turned: dict[str, Counter[str]] = defaultdict(Counter)
    for read, truth in pairs:
        turned[read][truth] += 1
    found = []
    for read, counted in turned.items():
        truth, count = counted.most_common(1)[0]
        if truth != read and count >= LEAST_EXAMPLES and count >= MAJORITY * counted.total() and len(read) <= 60:
            found.append(Normaliser(field, "replace", read, truth, count))
    return found
