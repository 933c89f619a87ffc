"""From verified cards to a referee: folds, honest proposals, a judge of proposals, calibration."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.engines.local.learned import logistic
from app.engines.local.learned.logistic import Numbers
from app.engines.referee import features, lessons, proposals
from app.engines.referee.cards import Case, Sheet, alike
from app.engines.referee.features import Rates, Row
from app.engines.referee.lessons import Lessons
from app.engines.referee.voting import Verdict
from app.models.record import FieldSpec

LEAST = 5
"""Verified cards from which the referee is better than a vote."""
FOLDS = 5
ONE_BY_ONE = 10
"""Up to so many cards are left out one by one."""
GIVE = 0.35
"""A value is given out when it is at least so likely."""
STRENGTH = 10.0
"""How firmly weights are kept near zero."""
SLOPE = np.array([0.0, 1.0])
SLOPE_STRENGTH = np.array([4.0, 20.0])
BLANK = np.array([1.0, -0.8])
BLANK_STRENGTH = np.array([2.0, 4.0])


@dataclass(frozen=True, slots=True)
class Predicted:
    """One cell of a verified card, judged by a referee that never saw that card."""

    card: str
    field: str
    text: str | None
    truth: str | None
    chance: float

    @property
    def right(self) -> bool:
        return alike(self.text, self.truth)


@dataclass(frozen=True, slots=True)
class Weights:
    """``columns``: name and place of each feature."""

    columns: Mapping[str, int]
    weights: Numbers
    slope: Numbers
    blank: Numbers

    def chances(self, rows: Sequence[Mapping[str, float]]) -> Numbers:
        return logistic.sigmoid(_table(rows, self.columns) @ self.weights) if rows else np.zeros(0)

    def chance_of(self, text: str | None, best: float) -> float:
        """The chance that this value, or leaving the field empty, is right."""
        line = self.slope if text else self.blank
        return float(logistic.sigmoid(np.array(line[0] + line[1] * logistic.logit(best))))


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell of a verified card, with proposals made by what the other folds teach."""

    fold: int
    card: str
    field: str
    truth: str | None
    rows: list[Row]


_Best = tuple[_Held, str | None, float]
"""A cell, the value that would be given, and its chance before calibration."""
_UNCALIBRATED = Weights({}, np.zeros(0), SLOPE, BLANK)


class Referee:
    """Judges the cards of one drawer. ``predicted``: the verified cards, each judged without itself."""

    def __init__(
        self, schema: Sequence[FieldSpec], learned: Lessons, rates: Rates, weights: Weights, predicted: list[Predicted]
    ) -> None:
        self.schema = tuple(schema)
        self.predicted = predicted
        self._lessons = learned
        self._rates = rates
        self._weights = weights

    def judge(self, case: Case) -> dict[str, Verdict]:
        """One verdict for every field."""
        sheet = Sheet(case.pages)
        near = features.nearest(sheet, self._lessons.cards)
        found = {}
        for field in self.schema:
            rows = _rows(case, sheet, field, self._lessons, near)
            told = [{**row.numbers, **self._rates.features(row)} for row in rows]
            text, best = _best(self._weights, rows, told)
            chance = self._weights.chance_of(text, best)
            agree = tuple(r for r, texts in case.said.items() if alike(texts.get(field.name) or None, text))
            found[field.name] = Verdict(text, chance, 0.0 if text else 1.0 - chance, agree)
        return found


def train(schema: Sequence[FieldSpec], cases: Sequence[Case], seed: int = 7) -> Referee:
    """Learn from verified cards, at least ``LEAST``."""
    taught = [(case, Sheet(case.pages)) for case in cases]
    parts = folds(len(taught), seed)
    held: list[_Held] = []
    for number, part in enumerate(parts):
        learned = lessons.learn(schema, [one for n, one in enumerate(taught) if n not in part])
        for n in sorted(part):
            held += _held(number, *taught[n], schema, learned)
    rates = Rates()
    for cell in held:
        for row in cell.rows:
            rates.count(cell.fold, row, alike(row.text, cell.truth))
    rough = [_fit([cell for cell in held if cell.fold != n], rates, frozenset({n})) for n in range(len(parts))]
    best = [(cell, *_best(rough[cell.fold], cell.rows, _told(cell, rates))) for cell in held]
    lines = [_calibrated(_UNCALIBRATED, [one for one in best if one[0].fold != n]) for n in range(len(parts))]
    predicted = [
        Predicted(cell.card, cell.field, text, cell.truth, lines[cell.fold].chance_of(text, chance))
        for cell, text, chance in best
    ]
    weights = _calibrated(_fit(held, rates, frozenset()), best)
    return Referee(schema, lessons.learn(schema, taught), rates, weights, predicted)


def folds(size: int, seed: int) -> list[set[int]]:
    order = list(range(size))
    random.Random(seed).shuffle(order)  # noqa: S311 - a fixed shuffle, not a secret
    count = size if size <= ONE_BY_ONE else FOLDS
    return [set(order[n::count]) for n in range(count)]


def _held(fold: int, case: Case, sheet: Sheet, schema: Sequence[FieldSpec], learned: Lessons) -> list[_Held]:
    near = features.nearest(sheet, learned.cards)
    return [
        _Held(fold, case.key, field.name, case.verified[field.name], _rows(case, sheet, field, learned, near))
        for field in schema
        if field.name in case.verified
    ]


def _rows(case: Case, sheet: Sheet, field: FieldSpec, learned: Lessons, near: Sequence[lessons.Similar]) -> list[Row]:
    made = proposals.of_cell(case, sheet, field, learned)
    return features.of_cell(case, sheet, field, learned, made, near)


def _fit(held: Sequence[_Held], rates: Rates, without: frozenset[int]) -> Weights:
    """Weights from these cells; a cell's rates leave out its own fold and those ``without``."""
    told = [[{**row.numbers, **rates.features(row, without | {cell.fold})} for row in cell.rows] for cell in held]
    columns = {name: n for n, name in enumerate(sorted({name for rows in told for row in rows for name in row}))}
    every = [row for rows in told for row in rows]
    right = np.array([alike(row.text, cell.truth) for cell in held for row in cell.rows], float)
    strength = np.full(len(columns), STRENGTH)
    weights = np.zeros(len(columns))
    if every:
        strength[columns["bias"]] = 0.1
        weights = logistic.fit(_table(every, columns), right, weights, strength)
    return Weights(columns, weights, SLOPE, BLANK)


def _calibrated(weights: Weights, best: Sequence[_Best]) -> Weights:
    """How far honest chances hold, for values given and for fields left empty."""
    given = [(logistic.logit(chance), alike(text, cell.truth)) for cell, text, chance in best if text]
    blank = [(logistic.logit(chance), not cell.truth) for cell, text, chance in best if not text]
    slope, empty = _line(given, SLOPE, SLOPE_STRENGTH), _line(blank, BLANK, BLANK_STRENGTH)
    return Weights(weights.columns, weights.weights, slope, empty)


def _line(points: Sequence[tuple[float, bool]], prior: Numbers, strength: Numbers) -> Numbers:
    if not points:
        return prior
    rows = np.array([(1.0, score) for score, _ in points])
    return logistic.fit(rows, np.array([right for _, right in points], float), prior, strength)


def _told(cell: _Held, rates: Rates) -> list[Mapping[str, float]]:
    own = frozenset({cell.fold})
    return [{**row.numbers, **rates.features(row, own)} for row in cell.rows]


def _best(weights: Weights, rows: Sequence[Row], told: Sequence[Mapping[str, float]]) -> tuple[str | None, float]:
    """The likeliest proposal if it is likely enough to be given out, and its chance before calibration."""
    chances = weights.chances(told)
    best = int(chances.argmax()) if len(chances) else -1
    chance = float(chances[best]) if best >= 0 else 0.0
    return (rows[best].text if chance >= GIVE else None), chance


def _table(rows: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> Numbers:
    table = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            column = columns.get(name)
            if column is not None:
                table[number, column] = value
    return table
