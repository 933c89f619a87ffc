"""What a worker process does for the referee. Everything that goes in and out can be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.engines import scoring
from app.engines.local.learned import model as models
from app.engines.local.learned import reliability
from app.engines.local.learned import training as local_training
from app.engines.local.learned.knowledge import Example
from app.engines.local.learned.model import LearnedExtractor
from app.engines.referee import training, voting
from app.engines.referee.cards import Case, Offers, Sheet
from app.engines.referee.training import Referee
from app.engines.referee.voting import Verdict
from app.engines.vision.evidence import Words
from app.models import layout
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Value

LOCAL = "local"
"""The built-in reader; it learns from the verified cards here, so that it is honest about them."""
Pairs = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A card as it is sent: its words, what each reader says, and what people verified."""

    key: str
    layout: bytes | None
    said: tuple[tuple[str, Pairs], ...]
    verified: Pairs = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A reader, or a way to join several, on the verified cards. ``cards``: how many of them it has read."""

    reader: str
    cards: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """``referee`` is None while too few cards are verified. ``error``: of its certainty, each card judged unseen."""

    readers: tuple[Ranked, ...]
    vote: float | None
    referee: float | None
    error: float | None


@dataclass(frozen=True, slots=True)
class _School:
    """What the verified cards have taught."""

    cases: tuple[Case, ...]
    extractor: LearnedExtractor | None
    referee: Referee | None


def judge(
    schema: tuple[FieldSpec, ...], taught: tuple[Told, ...], cards: Sequence[tuple[int, Told]]
) -> list[tuple[int, tuple[Value, ...]]]:
    """Values for cards that several readers have read: by the referee, or by vote while it knows too little."""
    school = _school(schema, taught)
    return [(number, _judged(schema, school, told)) for number, told in cards]


def compare(schema: tuple[FieldSpec, ...], taught: tuple[Told, ...]) -> Report:
    """How good the readers, their vote and the referee are on the verified cards."""
    school = _school(schema, taught)
    truth = {case.key: case.verified for case in school.cases}
    names = sorted({reader for case in school.cases for reader in case.said})
    ranked = []
    for name in names:
        said = {case.key: case.said[name] for case in school.cases if name in case.said}
        score = scoring.compare({key: truth[key] for key in said}, said)
        ranked.append(Ranked(name, len(said), score.macro))
    voted = {case.key: {f: v.text for f, v in votes(schema, case).items()} for case in school.cases}
    if school.referee is None:
        return Report(tuple(ranked), scoring.compare(truth, voted).macro, None, None)
    predicted: dict[str, dict[str, str | None]] = {}
    for one in school.referee.predicted:
        predicted.setdefault(one.card, {})[one.field] = one.text
    given = [(one.chance, one.right) for one in school.referee.predicted if one.text]
    return Report(
        tuple(ranked),
        scoring.compare(truth, voted).macro,
        scoring.compare(truth, predicted).macro,
        reliability.error(given),
    )


@lru_cache(maxsize=2)
def _school(schema: tuple[FieldSpec, ...], taught: tuple[Told, ...]) -> _School:
    """Trained once for a batch's cards, then asked chunk by chunk."""
    cases, extractor, _ = honest(schema, taught)
    referee = training.train(schema, cases) if len(cases) >= training.LEAST else None
    return _School(tuple(cases), extractor, referee)


def honest(
    schema: tuple[FieldSpec, ...], taught: tuple[Told, ...]
) -> tuple[list[Case], LearnedExtractor | None, Mapping[tuple[str, str], float]]:
    """The verified cards, the built-in reader as it has learned, and how sure it is per card and field.

    What it says of each card is from a model that never saw that card."""
    cases = [_case(told, ()) for told in taught]
    worded = [Example(case.key, case.pages, case.verified) for case in cases if case.pages]
    if len(worded) < local_training.LEAST_EXAMPLES:
        return cases, None, {}
    trained = local_training.train(schema, worded)
    said: dict[str, dict[str, str | None]] = {}
    offered: dict[str, dict[str, Offers]] = {}
    for one in trained.predicted:
        said.setdefault(one.card, {})[one.field] = one.text
        offered.setdefault(one.card, {})[one.field] = one.offered
    found = [_with_local(case, said.get(case.key), offered.get(case.key, {})) for case in cases]
    chances = {(one.card, one.field): one.chance for one in trained.predicted}
    return found, LearnedExtractor(models.of(schema, trained)), chances


def _case(told: Told, pages: tuple[Page, ...]) -> Case:
    words = pages or (layout.unpack(told.layout) if told.layout else ())
    return Case(told.key, {reader: dict(texts) for reader, texts in told.said}, words, {}, dict(told.verified))


def _with_local(case: Case, said: Mapping[str, str | None] | None, offered: Mapping[str, Offers]) -> Case:
    if said is None:
        return case
    return Case(case.key, {**case.said, LOCAL: said}, case.pages, offered, case.verified)


def _judged(schema: tuple[FieldSpec, ...], school: _School, told: Told) -> tuple[Value, ...]:
    case = _case(told, ())
    if school.extractor is not None and case.pages:
        values = school.extractor.extract(case.pages, schema)
        offers = school.extractor.offered(case.pages, schema)
        offered = {field.name: found for field, found in zip(schema, offers, strict=True)}
        case = _with_local(case, {value.field: value.text for value in values}, offered)
    verdicts = school.referee.judge(case) if school.referee is not None else votes(schema, case)
    words = Words(case.pages)
    source = Source.VOTE if school.referee is None else Source.LEARNED
    return tuple(_value(field, verdicts[field.name], words, source) for field in schema)


def votes(schema: Sequence[FieldSpec], case: Case) -> dict[str, Verdict]:
    """What the readers of a card say most often, field by field."""
    sheet = Sheet(case.pages)
    houses = {reader: house_of(reader) for reader in case.said}
    return {field.name: voting.vote(case, field.name, sheet, houses) for field in schema}


def house_of(reader: str) -> str:
    """Who made a model: what stands before a stroke or the first hyphen of its name (``qwen/…``, ``gpt-…``)."""
    model = reader.partition(" ")[2] or reader
    return model.partition("/")[0] if "/" in model else model.partition("-")[0]


def _value(field: FieldSpec, verdict: Verdict, words: Words, source: Source) -> Value:
    if not verdict.text:
        return Value(field.name, None, round(verdict.chance, 4))
    evidence = words.find(verdict.text) if field.type is not FieldType.ENUM else ()
    return Value(field.name, verdict.text, round(verdict.chance, 4), evidence, source)
