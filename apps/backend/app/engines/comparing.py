"""Beyond the score: character errors, fields mistaken for others, the worst values, and two runs against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from app.engines.scoring import RIGHT, Score, Tally, Values, compare

WORST = 50
ROUNDS = 4000
Records = Mapping[str, Values]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that is not right. ``ratio`` 0 to 100."""

    filename: str
    field: str
    truth: str | None
    value: str | None
    ratio: float


@dataclass(frozen=True, slots=True)
class Mistaken:
    """So often the truth of ``wanted`` stood in ``found``."""

    wanted: str
    found: str
    count: int


@dataclass(frozen=True, slots=True)
class Evaluated:
    """``cer``: edits to make the values true, per character of the truth; by field, and of all under ``None``."""

    score: Score
    cer: Mapping[str | None, float | None]
    worst: tuple[Wrong, ...]
    mistaken: tuple[Mistaken, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The second run less the first: macro F1 with its 95 % interval, by drawing cards again and again."""

    cards: int
    first: float
    second: float
    difference: float
    low: float
    high: float
    better: int
    """Cards that the second run reads better."""
    worse: int

    @property
    def is_noise(self) -> bool:
        return self.low <= 0.0 <= self.high


def evaluate(truth: Records, records: Records) -> Evaluated:
    """Score records, and say what is wrong with them."""
    score = compare(truth, records)
    edits: Counter[str | None] = Counter()
    letters: Counter[str | None] = Counter()
    wrong: list[Wrong] = []
    mistaken: Counter[tuple[str, str]] = Counter()
    for filename, wanted in truth.items():
        record = records.get(filename, {})
        for field, value in wanted.items():
            got, want = record.get(field) or "", value or ""
            for key in (field, None):
                edits[key] += Levenshtein.distance(got, want)
                letters[key] += len(want)
            ratio = fuzz.ratio(got, want) if got and want else 100.0 * (got == want)
            if ratio < RIGHT:
                wrong.append(Wrong(filename, field, value or None, got or None, ratio))
                mistaken.update((field, other) for other in _holding(want, field, record, wanted))
    wrong.sort(key=lambda one: (one.ratio, one.filename, one.field))
    cer = {key: edits[key] / letters[key] if letters[key] else None for key in letters}
    found = tuple(Mistaken(wanted, other, count) for (wanted, other), count in mistaken.most_common(20))
    return Evaluated(score, cer, tuple(wrong[:WORST]), found)


def _holding(want: str, field: str, record: Values, wanted: Values) -> list[str]:
    """Other fields that hold this field's truth and should not."""
    if not want:
        return []
    return [
        other
        for other, value in record.items()
        if other != field and value and fuzz.ratio(value, want) >= RIGHT and (wanted.get(other) or "") != value
    ]


def difference(first: Mapping[str, Tally], second: Mapping[str, Tally], seed: int = 1) -> Difference | None:
    """Paired over the cards that both have scored; None when they share none."""
    pairs = [
        (one, two)
        for name in first
        if name in second and (one := first[name].f1) is not None and (two := second[name].f1) is not None
    ]
    if not pairs:
        return None
    scores = np.array(pairs)
    gains = scores[:, 1] - scores[:, 0]
    low, high = _drawn(gains, seed)
    return Difference(
        len(pairs), float(scores[:, 0].mean()), float(scores[:, 1].mean()), float(gains.mean()),
        low, high, int((gains > 1e-9).sum()), int((gains < -1e-9).sum()),
    )  # fmt: skip


def interval(cards: Mapping[str, Tally], seed: int = 1) -> tuple[float, float] | None:
    """95 % interval of the macro F1, by drawing cards again and again; None without a card that has values."""
    scores = np.array([f1 for tally in cards.values() if (f1 := tally.f1) is not None])
    return _drawn(scores, seed) if len(scores) else None


def _drawn(scores: Numbers, seed: int) -> tuple[float, float]:
    dice = np.random.default_rng(seed)
    means = scores[dice.integers(0, len(scores), size=(ROUNDS, len(scores)))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def tallies(kept: Mapping[str, Sequence[float]]) -> dict[str, Tally]:
    """Cards' tallies as ``plain`` stored them."""
    found = {}
    for name, row in kept.items():
        right, wrong, missed, invented, blank, exact = (int(n) for n in row[:6])
        found[name] = Tally(right, wrong, missed, invented, blank, exact, row[6])
    return found


def kept_tallies(kept: Mapping[str, object]) -> dict[str, Tally]:
    """The same from JSON."""
    return tallies({
        name: [float(n) for n in own if isinstance(n, (int, float))]
        for name, own in kept.items()
        if isinstance(own, list)
    })  # fmt: skip


def plain(score: Score) -> dict[str, list[float]]:
    """Each card's tally as numbers, for storing."""
    return {
        name: [t.right, t.wrong, t.missed, t.invented, t.blank, t.exact, round(t.likeness, 4)]
        for name, t in score.cards.items()
    }
