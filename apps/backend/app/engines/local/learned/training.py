"""From verified cards to a model: folds, honest predictions, a judge of candidates, calibration."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from app.engines.local.learned import candidates, knowledge, logistic, priors
from app.engines.local.learned.candidates import Candidate, Known
from app.engines.local.learned.knowledge import Asker, Example, Knowledge, Prepared
from app.engines.local.learned.logistic import Numbers
from app.models.record import FieldSpec

GIVE = 0.35
"""A value is given out when it is at least so likely; half the F1 that is to be expected (0.7) is best for F1."""
GIVE_LONG = 0.1
LONG = 80
"""Of a long text a small mistake makes it wrong; it is shown all the same, with its low certainty."""
LEAST_EXAMPLES = 3
OFFERED = 4
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Predicted:
    """One cell of a verified card, by a model that never saw that card. ``chance``: that ``text`` is right."""

    card: str
    field: str
    text: str | None
    truth: str | None
    chance: float
    offered: tuple[tuple[str, float], ...] = ()
    """The likeliest proposals, given out or not, each with its chance."""

    @property
    def right(self) -> bool:
        return is_right(self.text, self.truth)


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights: for candidates, for their calibration, and for fields left empty."""

    weights: Numbers
    slope: Numbers
    blank: Numbers

    def chances(self, found: Sequence[Candidate]) -> Numbers:
        if not found:
            return np.zeros(0)
        return logistic.sigmoid(np.stack([one.row for one in found]) @ self.weights)

    def given(self, chance: float) -> float:
        return float(logistic.sigmoid(np.array(self.slope[0] + self.slope[1] * logistic.logit(chance))))

    def empty(self, row: Sequence[float]) -> float:
        return float(logistic.sigmoid(np.array(np.array(row) @ self.blank)))


@dataclass(frozen=True, slots=True)
class Trained:
    knowledge: Knowledge
    judge: Judge
    predicted: tuple[Predicted, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell of a held-out card."""

    card: int
    field: int
    found: list[Candidate]
    truth: str | None
    rule_blank: float
    known: Known


def is_right(text: str | None, truth: str | None) -> bool:
    if not text or not truth:
        return not text and not truth
    return fuzz.ratio(text, truth) >= knowledge.RIGHT


def train(schema: Sequence[FieldSpec], examples: Sequence[Example], seed: int = 7) -> Trained:
    """Learn from verified cards; at least ``LEAST_EXAMPLES``. Takes seconds and holds the interpreter."""
    began = time.perf_counter()
    cards = [knowledge.prepare_example(example, schema) for example in examples]
    parts = folds(len(cards), seed)
    held: list[_Held] = []
    for part in parts:
        rest = [card for n, card in enumerate(cards) if n not in part]
        asker = Asker(schema, knowledge.gather(schema, rest))
        for n in sorted(part):
            held += _held(n, cards[n], asker, schema)
            knowledge.resolve(cards[n], asker.tag(cards[n]))
    judge = _judge(held, len(schema))
    predicted = _predicted(held, parts, schema, examples)
    return Trained(knowledge.gather(schema, cards), judge, tuple(predicted), time.perf_counter() - began)


def folds(size: int, seed: int) -> list[set[int]]:
    """Few cards are left out one by one, more in four parts."""
    order = list(range(size))
    random.Random(seed).shuffle(order)  # noqa: S311 - a fixed shuffle, not a secret
    count = size if size <= 6 else FOLDS
    return [set(order[n::count]) for n in range(count)]


def _held(n: int, card: Prepared, asker: Asker, schema: Sequence[FieldSpec]) -> list[_Held]:
    found = asker.candidates(card)
    return [
        _Held(
            n, number, found[number], card.values[spec.name],
            candidates.blankness(card.rules[number]), asker.knowledge.known[number],
        )
        for number, spec in enumerate(schema)
        if spec.name in card.values
    ]  # fmt: skip


def _judge(held: Sequence[_Held], fields: int) -> Judge:
    rows = [one.row for cell in held for one in cell.found]
    right = [is_right(one.text, cell.truth) for cell in held for one in cell.found]
    weights = priors.weights(fields)
    if rows:
        weights = logistic.fit(np.stack(rows), np.array(right, float), weights, priors.strengths(fields))
    given, blank = [], []
    rough = Judge(weights, priors.SLOPE, priors.BLANK)
    for cell in held:
        best, chance = _best(cell.found, rough, cell.known)
        if best is None:
            blank.append((candidates.blank_row(cell.known.filled, chance, cell.rule_blank), not cell.truth))
        else:
            given.append(((1.0, logistic.logit(chance)), is_right(best.text, cell.truth)))
    return Judge(
        weights, _fit(given, priors.SLOPE, priors.SLOPE_STRENGTH), _fit(blank, priors.BLANK, priors.BLANK_STRENGTH)
    )


def _fit(rows: Sequence[tuple[Sequence[float], bool]], prior: Numbers, strength: Numbers) -> Numbers:
    if not rows:
        return prior
    return logistic.fit(np.array([row for row, _ in rows]), np.array([r for _, r in rows], float), prior, strength)


def _best(found: Sequence[Candidate], judge: Judge, known: Known) -> tuple[Candidate | None, float]:
    """The likeliest candidate if it is likely enough, and how likely."""
    if not found:
        return None, 0.0
    chances = judge.chances(found)
    best = int(chances.argmax())
    chance = float(chances[best])
    return (found[best] if chance >= (GIVE_LONG if known.length >= LONG else GIVE) else None), chance


def decide(judge: Judge, found: Sequence[Candidate], known: Known, rule_blank: float) -> tuple[Candidate | None, float]:
    """What stands in a field, None for nothing, and the chance that this is right."""
    best, chance = _best(found, judge, known)
    if best is None:
        return None, judge.empty(candidates.blank_row(known.filled, chance, rule_blank))
    return best, judge.given(chance)


def offered(judge: Judge, found: Sequence[Candidate]) -> tuple[tuple[str, float], ...]:
    """The likeliest candidates with their chances, for whoever judges over several readers."""
    ranked = sorted(zip(judge.chances(found), found, strict=True), key=lambda one: -one[0])
    return tuple((one.text, float(chance)) for chance, one in ranked[:OFFERED])


def _predicted(
    held: Sequence[_Held], parts: Sequence[set[int]], schema: Sequence[FieldSpec], examples: Sequence[Example]
) -> list[Predicted]:
    """Each card judged by a judge that was trained on the other parts' cards."""
    found = []
    groups = parts if len(parts) <= FOLDS else [set().union(*parts[n::FOLDS]) for n in range(min(FOLDS, len(parts)))]
    for part in groups:
        judge = _judge([cell for cell in held if cell.card not in part], len(schema))
        for cell in held:
            if cell.card in part:
                best, chance = decide(judge, cell.found, cell.known, cell.rule_blank)
                text = best.text if best else None
                others = offered(judge, cell.found)
                found.append(
                    Predicted(examples[cell.card].key, schema[cell.field].name, text, cell.truth, chance, others)
                )
    return found
