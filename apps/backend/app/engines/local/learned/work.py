"""What a worker process does: train a model, field stored words. Everything that goes in and out can be sent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from statistics import pstdev

from app.core.errors import JsonValue
from app.engines import scoring
from app.engines.local.fields import RuleExtractor
from app.engines.local.learned import model as models
from app.engines.local.learned import reliability, training
from app.engines.local.learned.knowledge import Example
from app.engines.local.learned.model import LearnedExtractor
from app.engines.local.learned.training import Predicted
from app.models import layout
from app.models.record import FieldSpec, Value

Texts = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Verified:
    """A card with its stored words, what people verified, and what a machine says of the other fields."""

    key: str
    layout: bytes
    values: Texts
    guessed: Texts


@dataclass(frozen=True, slots=True)
class Trained:
    """A model ready to be stored. ``predicted``: card, field, certainty, right, filled."""

    packed: bytes
    seconds: float
    summary: dict[str, JsonValue]
    predicted: list[JsonValue]


def be_modest() -> None:
    """A worker's first act: reading and reviewing go first, and nobody outlives the service."""
    if hasattr(os, "nice"):
        os.nice(10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service ends its workers itself
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def train(schema: Sequence[FieldSpec], cards: Sequence[Verified]) -> Trained:
    examples = [Example(c.key, layout.unpack(c.layout), c.values, c.guessed) for c in cards]
    trained = training.train(schema, examples)
    packed = models.pack(models.of(schema, trained))
    rules = RuleExtractor()
    by_rules = {e.key: {v.field: v.text for v in rules.extract(e.pages, schema)} for e in examples}
    summary = _summary(trained.predicted, {c.key: c.values for c in cards}, by_rules)
    for number, spec in enumerate(schema):
        fields = summary["fields"]
        if isinstance(fields, dict) and isinstance(own := fields.get(spec.name), dict):
            own["learning_leads"] = number in trained.judge.leads
    summary["normalisers"] = [
        {**asdict(rule), "key": rule.key, "says": rule.says} for rule in trained.knowledge.normalisers
    ]
    rows: list[JsonValue] = [[p.card, p.field, round(p.chance, 4), p.right, bool(p.text)] for p in trained.predicted]
    return Trained(packed, trained.seconds, summary, rows)


def _summary(
    predicted: Sequence[Predicted], truth: Mapping[str, Texts], by_rules: Mapping[str, Texts]
) -> dict[str, JsonValue]:
    records: dict[str, dict[str, str | None]] = {}
    for one in predicted:
        records.setdefault(one.card, {})[one.field] = one.text
    ours, theirs = scoring.compare(truth, records), scoring.compare(truth, by_rules)
    each = [tally.f1 for tally in ours.cards.values() if tally.f1 is not None]
    judged = [(one.chance, one.right) for one in predicted if one.text]
    return {
        "f1_macro": ours.macro,
        "f1_micro": ours.micro,
        "spread": pstdev(each) / len(each) ** 0.5 if each else None,
        "rules_macro": theirs.macro,
        "rules_micro": theirs.micro,
        "calibration_error": reliability.error(judged),
        "fields": {
            field: {"f1": tally.f1, "wanted": tally.wanted, "wrong": tally.wrong, "missed": tally.missed,
                    "invented": tally.invented, "rules_f1": theirs.fields[field].f1}
            for field, tally in ours.fields.items()
        },
    }  # fmt: skip


@lru_cache(maxsize=4)
def _extractor(packed: bytes, off: tuple[str, ...]) -> LearnedExtractor:
    return LearnedExtractor(models.unpack(packed), off)


def field(
    packed: bytes, off: tuple[str, ...], cards: Sequence[tuple[int, bytes, tuple[Value, ...] | None]]
) -> list[tuple[int, tuple[Value, ...]]]:
    """Field cards from their stored words: id, words, and what the rules found if that is known."""
    extractor = _extractor(packed, off)
    schema = extractor.model.schema
    return [(number, extractor.extract(layout.unpack(words), schema, rules)) for number, words, rules in cards]
