"""From verified cards to a model: folds, honest predictions, a judge of candidates, calibration."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from app.engines.local.learned import candidates, knowledge
from app.engines.local.learned import judge as judges
from app.engines.local.learned.judge import Held, Judge, Trials, is_right
from app.engines.local.learned.knowledge import Asker, Example, Knowledge, Prepared
from app.models.record import FieldSpec

LEAST_EXAMPLES = 3
FOLDS = 4
ONE_BY_ONE = 10
"""So few cards are each held out alone, of more a quarter at a time."""


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
class Trained:
    knowledge: Knowledge
    judge: Judge
    predicted: tuple[Predicted, ...]
    seconds: float


def train(schema: Sequence[FieldSpec], examples: Sequence[Example], seed: int = 7) -> Trained:
    """Learn from verified cards; at least ``LEAST_EXAMPLES``. Takes seconds and holds the interpreter."""
    began = time.perf_counter()
    cards = [knowledge.prepare_example(example, schema) for example in examples]
    parts = folds(len(cards), seed)
    held: list[Held] = []
    for part in parts:
        rest = [card for n, card in enumerate(cards) if n not in part]
        asker = Asker(schema, knowledge.gather(schema, rest))
        for n in sorted(part):
            held += _held(n, cards[n], asker, schema)
            knowledge.resolve(cards[n], asker.tag(cards[n]))
    trials = Trials(held, judges.groups(parts), len(schema))
    judge, predicted = trials.judge(), _predicted(held, trials, schema, examples)
    return Trained(knowledge.gather(schema, cards), judge, tuple(predicted), time.perf_counter() - began)


def folds(size: int, seed: int) -> list[set[int]]:
    order = list(range(size))
    random.Random(seed).shuffle(order)  # noqa: S311 - a fixed shuffle, not a secret
    count = size if size <= ONE_BY_ONE else FOLDS
    return [set(order[n::count]) for n in range(count)]


def _held(n: int, card: Prepared, asker: Asker, schema: Sequence[FieldSpec]) -> list[Held]:
    found = asker.candidates(card)
    return [
        Held(
            n, number, found[number], card.values[spec.name], card.rules[number].text,
            candidates.blankness(card.rules[number]), asker.knowledge.known[number],
        )
        for number, spec in enumerate(schema)
        if spec.name in card.values
    ]  # fmt: skip


def _predicted(
    held: Sequence[Held], trials: Trials, schema: Sequence[FieldSpec], examples: Sequence[Example]
) -> list[Predicted]:
    """Each card judged by a judge that was trained on the other parts' cards."""
    found = []
    for number, part in enumerate(trials.parts):
        judge = trials.judge(frozenset({number}))
        for cell in held:
            if cell.card in part:
                best, chance = judges.decide(judge, cell.field, cell.found, cell.known, cell.rule_blank)
                text = best.text if best else None
                offered = judges.offered(judge, cell.found)
                found.append(
                    Predicted(examples[cell.card].key, schema[cell.field].name, text, cell.truth, chance, offered)
                )
    return found
