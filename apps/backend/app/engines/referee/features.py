"""What speaks for a proposal: who says it, where it stands, how it looks beside what people verified."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.engines.local.learned.candidates import value_shape
from app.engines.local.learned.logistic import logit
from app.engines.referee.cards import Case, Sheet, alike
from app.engines.referee.lessons import Lessons, Similar, Taught, alikeness, beginning, ending
from app.engines.referee.proposals import Proposal
from app.models.folding import fold
from app.models.record import FieldSpec

NEIGHBOURS = 5
SMOOTH = 2.0
"""Cards that an unseen pattern counts as having."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal as numbers; ``patterns`` become the share of right answers that such proposals had."""

    text: str
    numbers: Features
    patterns: tuple[tuple[str, str], ...]


def of_cell(
    case: Case, sheet: Sheet, field: FieldSpec, lessons: Lessons, proposals: Sequence[Proposal], near: Sequence[Similar]
) -> list[Row]:
    """``near``: the verified cards that look most like this one."""
    taught = lessons.fields[field.name]
    said = {reader: texts.get(field.name) or None for reader, texts in case.said.items()}
    trust = {reader: logit(taught.accuracy.get(reader, 0.6)) for reader in said}
    rows = [_row(each, field.name, said, trust, sheet, taught, near) for each in proposals]
    _against_rivals(rows)
    return rows


def nearest(sheet: Sheet, cards: Sequence[Similar]) -> list[Similar]:
    rows = len(sheet.rows)
    return sorted(cards, key=lambda one: -alikeness(sheet.words, rows, sheet.spaced, one))[:NEIGHBOURS]


def _row(
    made: Proposal,
    field: str,
    said: dict[str, str | None],
    trust: dict[str, float],
    sheet: Sheet,
    taught: Taught,
    near: Sequence[Similar],
) -> Row:
    text = made.text
    agree = {reader: alike(text, value) for reader, value in said.items()}
    found: Features = {"bias": 1.0, f"field {field}": 1.0}
    found.update(_votes(text, said, trust, agree))
    found.update({f"way {way}": 1.0 for way in made.ways})
    found["offered"] = logit(made.chance) / 2 if made.chance else -2.0
    found.update(_looks(text, taught))
    place = sheet.find(text)
    before, after = sheet.before(place), sheet.after(place)
    found["found"] = place is not None
    found["exact"] = place is not None and place.likeness == 100.0
    found["verbatim"] = place is not None and place.likeness == 100.0 and " " in text
    if place is not None and sheet.pieces:
        piece = sheet.pieces[place.first]
        found["height"] = piece.row / max(1, piece.rows - 1)
        found["row begins"] = piece.place == 0 and piece.segment == 0
        found["row ends"] = sheet.pieces[place.last].left == 0
        found["labelled"] = before in taught.labels
    found.update(_like_neighbours(text, field, near))
    who = "".join("=" if said[r] == text else "~" if agree[r] else "-" if said[r] else "0" for r in said)
    way = "raw" if "raw" in made.ways else made.ways[0]
    shape = value_shape(text)
    patterns = (
        ("who", f"{who} {way}"), ("field who", f"{field} {who} {way}"), ("field way", f"{field} {' '.join(made.ways)}"),
        ("field before", f"{field} {before}"), ("field after", f"{field} {after}"),
        ("field ending", f"{field} {ending(text)} {after[:1] if not after.isalnum() else 'a'}"),
        ("field shape", f"{field} {shape}"), ("field last", f"{field} {fold(text.split()[-1])}"),
        ("field first", f"{field} {fold(text.split()[0])}"),
    )  # fmt: skip
    return Row(text, found, patterns)


def _votes(text: str, said: dict[str, str | None], trust: dict[str, float], agree: dict[str, bool]) -> Features:
    found: Features = {}
    for reader, value in said.items():
        kind = "same" if value == text else "like" if agree[reader] else "other" if value else "blank"
        found[f"{reader} {kind}"] = 1.0
    count = max(1, len(said))
    found["agree"] = sum(agree.values()) / count
    found["same"] = sum(value == text for value in said.values()) / count
    found["blank"] = sum(value is None for value in said.values()) / count
    found["vote"] = sum(weight if agree[reader] else -weight for reader, weight in trust.items()) / 3
    others: Counter[str] = Counter()
    for reader, value in said.items():
        if value and not agree[reader]:
            others[fold(value)] += max(0.0, trust[reader])  # type: ignore[assignment]
    found["rival"] = max(others.values(), default=0.0) / 3
    found["trusted blank"] = sum(trust[reader] for reader, value in said.items() if value is None) / 3
    return found


def _looks(text: str, taught: Taught) -> Features:
    size = max(1, sum(taught.values.values()))
    return {
        "filled": logit(taught.filled) / 2,
        "seen": min(taught.values[text], 3) / 3,
        "often": taught.values[text] / size,
        "shape": min(taught.shapes[value_shape(text)], 3) / 3,
        "shape share": taught.shapes[value_shape(text)] / size,
        "ends so": taught.ends[ending(text)] / size,
        "begins so": taught.begins[beginning(text)] / size,
        "length": max(-2.0, min(2.0, math.log((len(text) + 1) / (taught.length + 1)))),
        "off length": min(2.0, abs(math.log((len(text) + 1) / (taught.length + 1)))),
        "loud": sum(c.isupper() for c in text) / len(text),
    }


def _like_neighbours(text: str, field: str, near: Sequence[Similar]) -> Features:
    values = [card.values[field] for card in near if field in card.values]
    if not values:
        return {}
    filled = [value for value in values if value]
    shape, end = value_shape(text), ending(text)
    return {
        "near filled": len(filled) / len(values) - 0.5,
        "near shape": sum(value_shape(value) == shape for value in filled) / len(values),
        "near ends so": sum(ending(value) == end for value in filled) / len(values),
        "near begins so": sum(beginning(value) == beginning(text) for value in filled) / len(values),
        "near same": sum(alike(value, text) for value in filled) / len(values),
    }


def _against_rivals(rows: Sequence[Row]) -> None:
    """How a proposal's votes and looks compare with the best of the others in its cell."""
    for name in ("vote", "agree", "shape share", "offered"):
        values = [row.numbers[name] for row in rows]
        for number, row in enumerate(rows):
            rest = values[:number] + values[number + 1 :]
            row.numbers[f"{name} ahead"] = values[number] - max(rest) if rest else 0.5


class Rates:
    """How often proposals of a pattern were right, counted by fold so that a card's own fold can be left out."""

    def __init__(self) -> None:
        self._right: Counter[tuple[int, str, str]] = Counter()
        self._seen: Counter[tuple[int, str, str]] = Counter()
        self._folds: set[int] = set()

    def count(self, fold_number: int, row: Row, right: bool) -> None:
        self._folds.add(fold_number)
        for kind, pattern in (*row.patterns, ("", "")):
            self._seen[fold_number, kind, pattern] += 1
            self._right[fold_number, kind, pattern] += right

    def features(self, row: Row, without: frozenset[int] = frozenset()) -> Features:
        base = self._share("", "", without, 0.3)
        found: Features = {}
        for kind, pattern in row.patterns:
            found[f"rate {kind}"] = logit(self._share(kind, pattern, without, base)) - logit(base)
        return found

    def _share(self, kind: str, pattern: str, without: frozenset[int], base: float) -> float:
        folds = self._folds - without
        seen = sum(self._seen[n, kind, pattern] for n in folds)
        right = sum(self._right[n, kind, pattern] for n in folds)
        return (right + SMOOTH * base) / (seen + SMOOTH)
