"""Readers, their votes and their referees measured on cards whose truth is known, each card judged unseen."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.engines import comparing
from app.engines.local.learned import reliability
from app.engines.referee import training, work
from app.engines.referee.cards import Case, alike
from app.engines.referee.work import LOCAL, Told
from app.models.enums import FieldType
from app.models.record import FieldSpec

Way = Literal["alone", "vote", "referee"]
Given = dict[str, dict[str, tuple[str | None, float]]]
"""Per card and field, the value and how sure it is said to be."""
Sure = tuple[tuple[str, str, str, float], ...]
"""Reader, card, field, and how sure the reader said it was."""
Stated = Mapping[tuple[str, str], float]
TARGET = 0.95
PARTS = 5
LEAST_VOTERS = 3


@dataclass(frozen=True, slots=True)
class Mix:
    """One reader alone, or several and the way that makes one value of what they say."""

    readers: tuple[str, ...]
    way: Way

    @property
    def key(self) -> str:
        return f"{self.way}: {' + '.join(self.readers)}"


@dataclass(frozen=True, slots=True)
class Measured:
    """``cards``: each card's tally as ``comparing.plain`` gives it. ``accepted``: share of the values given that a
    limit for 95 % accepts unseen, the limit taken from other cards; ``precision``: how many of those were right."""

    mix: Mix
    cards: Mapping[str, Sequence[float]]
    f1: float | None
    low: float | None
    high: float | None
    cer: float | None
    accepted: float | None
    precision: float | None
    error: float | None
    fields: Mapping[str, float | None]


def of(readers: Sequence[str], *, words: bool) -> list[Mix]:
    """What is worth measuring: each reader; each model, each two and all of them with their referee; votes of three.

    Where cards have ``words``, the referee always has the built-in reader among its own."""
    models = sorted(reader for reader in readers if reader != LOCAL)
    own = (LOCAL,) if words or LOCAL in readers else ()
    found = [Mix((reader,), "alone") for reader in (*models, *own)]
    chosen = list(itertools.chain.from_iterable(itertools.combinations(models, n) for n in (1, 2)))
    if len(models) > 2:
        chosen.append(tuple(models))
    groups = [(*some, *own) for some in chosen if len(some) + len(own) > 1]
    found += [Mix(group, "vote") for group in groups if len(group) >= LEAST_VOTERS]
    return found + [Mix(group, "referee") for group in groups]


def measure(schema: tuple[FieldSpec, ...], taught: tuple[Told, ...], sure: Sure, mix: Mix) -> Measured:
    """Runs in a process of the workshop; the built-in reader's say on each card is from a model that never saw it."""
    every, own = _cases(schema, taught)
    cases = [_only(case, mix.readers) for case in every]
    stated = {(card, field): chance for name, card, field, chance in sure if (name,) == mix.readers}
    given = _given(schema, cases, {**stated, **(own if mix.readers == (LOCAL,) else {})}, mix)
    truth = {case.key: case.verified for case in cases}
    texts = {card: {field: text for field, (text, _) in values.items()} for card, values in given.items()}
    found = comparing.evaluate(truth, texts)
    low, high = comparing.interval(found.score.cards) or (None, None)
    judged = _judged(schema, truth, given)
    accepted, precision = _unseen(judged)
    return Measured(
        mix, comparing.plain(found.score), found.score.macro, low, high, found.cer.get(None), accepted, precision,
        reliability.error([one for card in judged for one in card]),
        {field: tally.f1 for field, tally in found.score.fields.items()},
    )  # fmt: skip


@lru_cache(maxsize=1)
def _cases(
    schema: tuple[FieldSpec, ...], taught: tuple[Told, ...]
) -> tuple[tuple[Case, ...], Mapping[tuple[str, str], float]]:
    cases, _, chances = work.honest(schema, taught)
    return tuple(cases), chances


def _only(case: Case, readers: Sequence[str]) -> Case:
    said = {reader: case.said[reader] for reader in readers if reader in case.said}
    return Case(case.key, said, case.pages, case.offered if LOCAL in readers else {}, case.verified)


def _given(schema: tuple[FieldSpec, ...], cases: Sequence[Case], stated: Stated, mix: Mix) -> Given:
    if mix.way == "referee":
        given: Given = {case.key: {} for case in cases}
        for one in training.train(schema, cases).predicted:
            given[one.card][one.field] = one.text, one.chance
        return given
    if mix.way == "vote":
        return {case.key: {f: (v.text, v.chance) for f, v in work.votes(schema, case).items()} for case in cases}
    (reader,) = mix.readers
    told = {case.key: case.said.get(reader, {}) for case in cases}
    return {card: {f: (text, stated.get((card, f), 0.0)) for f, text in said.items()} for card, said in told.items()}


def _judged(schema: Sequence[FieldSpec], truth: comparing.Records, given: Given) -> list[list[tuple[float, bool]]]:
    """Per card, the values given in fields without a closed list: how sure, and whether right."""
    closed = {field.name for field in schema if field.type is FieldType.ENUM}
    return [
        [
            (given[card][field][1], alike(given[card][field][0], want))
            for field, want in wanted.items()
            if field not in closed and field in given[card] and given[card][field][0]
        ]
        for card, wanted in truth.items()
    ]


def _unseen(judged: Sequence[Sequence[tuple[float, bool]]]) -> tuple[float | None, float | None]:
    """Accepted share and its precision; each card by a limit that the other parts of the cards gave."""
    accepted: list[bool] = []
    for part in range(PARTS):
        others = [one for n, card in enumerate(judged) if n % PARTS != part for one in card]
        limit = reliability.threshold_for(others, TARGET)
        own = [one for n, card in enumerate(judged) if n % PARTS == part for one in card]
        accepted += [right for chance, right in own if limit is not None and chance >= limit]
    total = sum(len(card) for card in judged)
    if not total:
        return None, None
    return len(accepted) / total, sum(accepted) / len(accepted) if accepted else None
