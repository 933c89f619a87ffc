"""What is given out of the candidates: how likely each is right, and in which fields the learned ones lead.

A field is led by its rules until verified cards that the model never saw show that learning does better there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz import fuzz

from app.engines.local.learned import candidates, logistic, priors
from app.engines.local.learned.candidates import NEARLY, Candidate, Known
from app.engines.local.learned.logistic import Numbers

GIVE = 0.35
"""A value is given out when it is at least so likely; half the F1 that is to be expected (0.7) is best for F1."""
GIVE_LONG = 0.1
"""Of a long text a small mistake makes it wrong, and what the rules say was said before: shown, with low certainty."""
LONG = 80
OFFERED = 4
CLEARLY = 0.7
"""Learning leads when its gain is so many times what the single gains and losses scatter."""
INVENTED = -0.5
GROUPS = 4


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights: for candidates, for their calibration, and for fields left empty. ``leads``: where learning leads."""

    weights: Numbers
    slope: Numbers
    blank: Numbers
    leads: frozenset[int] = field(default=frozenset())

    def chances(self, found: Sequence[Candidate]) -> Numbers:
        if not found:
            return np.zeros(0)
        return logistic.sigmoid(np.stack([one.row for one in found]) @ self.weights)

    def given(self, chance: float) -> float:
        return float(logistic.sigmoid(np.array(self.slope[0] + self.slope[1] * logistic.logit(chance))))

    def empty(self, row: Sequence[float]) -> float:
        return float(logistic.sigmoid(np.array(np.array(row) @ self.blank)))


@dataclass(frozen=True, slots=True)
class Held:
    """A cell of a held-out card. ``rule``: what the rules alone say."""

    card: int
    field: int
    found: list[Candidate]
    truth: str | None
    rule: str | None
    rule_blank: float
    known: Known


def is_right(text: str | None, truth: str | None) -> bool:
    if not text or not truth:
        return not text and not truth
    return fuzz.ratio(text, truth) >= NEARLY


def groups(parts: Sequence[set[int]]) -> list[set[int]]:
    """The parts, put together to a few."""
    count = min(GROUPS, len(parts))
    return [set().union(*parts[n::count]) for n in range(count)]


def decide(
    judge: Judge, number: int, found: Sequence[Candidate], known: Known, rule_blank: float
) -> tuple[Candidate | None, float]:
    """What stands in a field, None for nothing, and the chance that this is right."""
    best, chance = _best(judge, number, found, known, judge.chances(found))
    if best is None:
        return None, judge.empty(candidates.blank_row(known.filled, chance, rule_blank))
    return best, judge.given(chance)


def offered(judge: Judge, found: Sequence[Candidate]) -> tuple[tuple[str, float], ...]:
    """The likeliest candidates with their chances, for whoever judges over several readers."""
    ranked = sorted(zip(judge.chances(found), found, strict=True), key=lambda one: -one[0])
    return tuple((one.text, float(chance)) for chance, one in ranked[:OFFERED])


def _best(
    judge: Judge, number: int, found: Sequence[Candidate], known: Known, chances: Numbers
) -> tuple[Candidate | None, float]:
    """What is given out, and how likely it is right; nothing, and how likely the likeliest was."""
    if not found:
        return None, 0.0
    best = int(chances.argmax())
    by_rules = next((n for n, one in enumerate(found) if one.by_rules), None)
    if number not in judge.leads:
        return (found[by_rules], float(chances[by_rules])) if by_rules is not None else (None, float(chances[best]))
    if chances[best] >= (GIVE_LONG if known.length >= LONG else GIVE):
        return found[best], float(chances[best])
    if by_rules is not None and chances[by_rules] >= GIVE_LONG:
        return found[by_rules], float(chances[by_rules])
    return None, float(chances[best])


class Trials:
    """Held-out cells, and the judges that they teach; ``parts``: cards that are judged by what the others teach.

    A judge *without* some parts never saw their cards. What a choice of parts teaches is fitted once.
    """

    def __init__(self, held: Sequence[Held], parts: Sequence[Collection[int]], fields: int) -> None:
        self.parts = parts
        self._held = held
        self._fields = fields
        self._part = [next(n for n, part in enumerate(parts) if cell.card in part) for cell in held]
        rows = [one.row for cell in held for one in cell.found]
        self._rows = np.stack(rows) if rows else np.zeros((0, len(priors.weights(fields))))
        self._right = np.array([is_right(one.text, cell.truth) for cell in held for one in cell.found], float)
        self._of_part = np.array([p for cell, p in zip(held, self._part, strict=True) for _ in cell.found], int)
        self._ends = np.cumsum([len(cell.found) for cell in held])
        self._taught: dict[frozenset[int], Numbers] = {}

    def judge(self, without: frozenset[int] = frozenset()) -> Judge:
        """Taught by all parts but these."""
        rough = Judge(self._weights(without), priors.SLOPE, priors.BLANK, self._leads(without))
        given, blank = [], []
        for cell, best, chance in self._judged(rough, frozenset(range(len(self.parts))) - without):
            if best is None:
                blank.append((candidates.blank_row(cell.known.filled, chance, cell.rule_blank), not cell.truth))
            else:
                given.append(((1.0, logistic.logit(chance)), is_right(best.text, cell.truth)))
        slope = _fit(given, priors.SLOPE, priors.SLOPE_STRENGTH)
        return Judge(rough.weights, slope, _fit(blank, priors.BLANK, priors.BLANK_STRENGTH), rough.leads)

    def _leads(self, without: frozenset[int]) -> frozenset[int]:
        """Where rules are worth nothing, or learning did clearly better on cards that taught it nothing."""
        gains: list[list[float]] = [[] for _ in range(self._fields)]
        by_rules = [0.0] * self._fields
        everywhere = frozenset(range(self._fields))
        for part in sorted(set(range(len(self.parts))) - without):
            judge = Judge(self._weights(without | {part}), priors.SLOPE, priors.BLANK, everywhere)
            for cell, best, _ in self._judged(judge, {part}):
                of_rules = _worth(cell.rule, cell)
                by_rules[cell.field] += of_rules
                gains[cell.field].append(_worth(best.text if best else None, cell) - of_rules)
        return frozenset(n for n, own in enumerate(gains) if by_rules[n] <= 0 or _is_clear(np.array(own)))

    def _judged(self, judge: Judge, parts: Collection[int]) -> Iterator[tuple[Held, Candidate | None, float]]:
        chances = logistic.sigmoid(self._rows @ judge.weights)
        for cell, part, end in zip(self._held, self._part, self._ends, strict=True):
            if part in parts:
                own = chances[end - len(cell.found) : end]
                yield cell, *_best(judge, cell.field, cell.found, cell.known, own)

    def _weights(self, without: frozenset[int]) -> Numbers:
        if without not in self._taught:
            prior, start = priors.weights(self._fields), self._taught.get(frozenset())
            chosen = ~np.isin(self._of_part, list(without))
            self._taught[without] = logistic.fit(
                self._rows[chosen], self._right[chosen], prior, priors.strengths(self._fields), start
            )
        return self._taught[without]


def _worth(text: str | None, cell: Held) -> float:
    """What a value is worth: half for being right, half for how near it comes."""
    if not text:
        return 0.0
    if not cell.truth:
        return INVENTED
    return (is_right(text, cell.truth) + fuzz.ratio(text, cell.truth) / 100) / 2


def _is_clear(gains: Numbers) -> bool:
    return bool(len(gains) and gains.sum() > CLEARLY * np.sqrt((gains**2).sum()) > 0)


def _fit(rows: Sequence[tuple[Sequence[float], bool]], prior: Numbers, strength: Numbers) -> Numbers:
    return logistic.fit(
        np.array([row for row, _ in rows]).reshape(-1, len(prior)),
        np.array([r for _, r in rows], float),
        prior,
        strength,
    )
