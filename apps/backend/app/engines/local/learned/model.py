"""A trained model: packed for storing, and as the reader's extractor."""

from __future__ import annotations

import json
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from app.core.errors import JsonValue
from app.engines.local.learned import candidates, knowledge
from app.engines.local.learned import judge as judges
from app.engines.local.learned.candidates import Candidate, Known
from app.engines.local.learned.choices import Stump
from app.engines.local.learned.judge import Judge
from app.engines.local.learned.knowledge import Asker, Knowledge, Prepared
from app.engines.local.learned.normalisers import Normaliser
from app.engines.local.learned.training import Trained
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Value

FORMAT = 2
"""Rises when models of an older version can no longer be asked; such ones are trained again."""


@dataclass(frozen=True, slots=True)
class Model:
    schema: tuple[FieldSpec, ...]
    knowledge: Knowledge
    judge: Judge


def of(schema: Sequence[FieldSpec], trained: Trained) -> Model:
    return Model(tuple(schema), trained.knowledge, trained.judge)


def pack(model: Model) -> bytes:
    """Plain JSON and the tagger's own bytes, compressed; no pickles."""
    known = [{**asdict(one), "shapes": dict(one.shapes), "values": dict(one.values)} for one in model.knowledge.known]
    head = {
        "format": FORMAT,
        "schema": [asdict(field) for field in model.schema],
        "normalisers": [asdict(rule) for rule in model.knowledge.normalisers],
        "known": known,
        "stumps": {number: asdict(stump) for number, stump in model.knowledge.stumps.items()},
        "judge": [list(map(float, part)) for part in (model.judge.weights, model.judge.slope, model.judge.blank)],
        "leads": sorted(model.judge.leads),
    }
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(struct.pack(">I", len(told)) + told + model.knowledge.tagger, 6)


def unpack(packed: bytes) -> Model:
    """Raises ``ValueError`` for a model of another version."""
    whole = zlib.decompress(packed)
    size = struct.unpack(">I", whole[:4])[0]
    head = json.loads(whole[4 : 4 + size])
    if head.get("format") != FORMAT:
        raise ValueError("a model of another version")
    weights, slope, blank = (np.array(part, float) for part in head["judge"])
    learned = Knowledge(
        tagger=whole[4 + size :],
        normalisers=tuple(Normaliser(**rule) for rule in head["normalisers"]),
        known=tuple(
            Known(**{**one, "shapes": Counter(one["shapes"]), "values": Counter(one["values"])})
            for one in head["known"]
        ),
        stumps={int(number): Stump(**stump) for number, stump in head["stumps"].items()},
    )
    return Model(
        tuple(field_of(raw) for raw in head["schema"]), learned, Judge(weights, slope, blank, frozenset(head["leads"]))
    )


def field_of(raw: dict[str, JsonValue]) -> FieldSpec:
    values, synonyms = raw["values"], raw["synonyms"]
    assert isinstance(values, list)
    assert isinstance(synonyms, list)
    return FieldSpec(
        str(raw["name"]), FieldType(str(raw["type"])), str(raw["description"]),
        tuple(map(str, values)), tuple(map(str, synonyms)), bool(raw["required"]),
    )  # fmt: skip


class LearnedExtractor:
    """Fields a card with what was learned. One instance serves many threads; keeps no state between cards."""

    def __init__(self, model: Model, off: Collection[str] = ()) -> None:
        self.model = model
        self._off = frozenset(off)
        self._own = threading.local()

    def extract(
        self, pages: Sequence[Page], schema: Sequence[FieldSpec], rules: tuple[Value, ...] | None = None
    ) -> tuple[Value, ...]:
        """One value per field, in the order of the schema, which must be the model's."""
        made = knowledge.prepare(pages, schema, rules)
        found = self._asker().candidates(made)
        return tuple(self._value(number, spec, made, found[number]) for number, spec in enumerate(schema))

    def offered(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[tuple[tuple[str, float], ...], ...]:
        """Per field, the likeliest proposals with their chances, given out or not."""
        found = self._asker().candidates(knowledge.prepare(pages, schema))
        return tuple(judges.offered(self.model.judge, cell) for cell in found)

    def _asker(self) -> Asker:
        asker: Asker | None = getattr(self._own, "asker", None)
        if asker is None:
            asker = self._own.asker = Asker(self.model.schema, self.model.knowledge, self._off)
        return asker

    def _value(self, number: int, spec: FieldSpec, made: Prepared, found: Sequence[Candidate]) -> Value:
        rule = made.rules[number]
        known = self.model.knowledge.known[number]
        best, chance = judges.decide(self.model.judge, number, found, known, candidates.blankness(rule))
        if best is None:
            return Value(spec.name, None, round(chance, 4))
        leads = number in self.model.judge.leads
        source = rule.source if best.by_rules and not (best.by_tagger and leads) else Source.LEARNED
        return Value(spec.name, best.text, round(chance, 4), best.evidence, source)
