"""Several readers of the same cards and the referee over them: recorded answers of real models, real cards."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, pstdev

from app.engines import scoring
from app.engines.local.learned import model as models
from app.engines.local.learned import reliability
from app.engines.local.learned import training as local_training
from app.engines.local.learned.judge import is_right
from app.engines.local.learned.knowledge import Example
from app.engines.local.learned.model import LearnedExtractor
from app.engines.referee import training, voting
from app.engines.referee.cards import Case, Offers, Sheet
from app.engines.vision import ladder
from app.engines.vision.client import Answer
from app.models.enums import FieldType
from bench.figures import Figure
from bench.learning import REAL, Drawer, drawer
from bench.runs import Bench

SPLITS = 5
LOCAL = "local"
MINI, QWEN, LLAMA = "gpt-4.1-mini", "qwen3-vl-8b-instruct", "llama-4-maverick"
MIXES: dict[str, tuple[tuple[str, ...], dict[int, float]]] = {
    "gpt-4.1-mini + built-in": ((MINI,), {20: 0.87, 60: 0.89}),
    "gpt-4.1-mini + qwen3-8b + built-in": ((MINI, QWEN), {20: 0.88, 60: 0.90}),
    "gpt-4.1-mini + llama-4 + qwen3-8b + built-in": ((MINI, LLAMA, QWEN), {20: 0.895, 60: 0.905}),
}
Said = dict[str, dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class Local:
    """What the built-in reader says, of verified cards by models that never saw them."""

    said: Said
    offered: dict[str, dict[str, Offers]]


@dataclass(slots=True)
class Run:
    macro: float
    vote: float
    given: list[tuple[float, bool]]
    accepted: list[bool]


def recorded(cards: Drawer, model: str) -> Said:
    """A model's recorded answers as our ladder's rules read them, at the first asking."""
    found: Said = {}
    for line in (REAL / "library" / "answers" / f"{model}.jsonl").read_text().splitlines():
        one = json.loads(line)
        answer = Answer(content=one.get("reply", one["text"]) or "", reasoning=one.get("reasoning") or "")
        values = ladder.judge(answer, cards.schema).values
        found[one["filename"]] = {field.name: values.get(field.name) or None for field in cards.schema}
    return found


def built_in(cards: Drawer, learn: Sequence[str], test: Sequence[str]) -> Local:
    trained = local_training.train(cards.schema, [Example(n, cards.pages[n], cards.truth[n]) for n in learn])
    extractor = LearnedExtractor(models.of(cards.schema, trained))
    names = [field.name for field in cards.schema]
    said: Said = {}
    offered: dict[str, dict[str, Offers]] = {}
    for one in trained.predicted:
        said.setdefault(one.card, {})[one.field] = one.text
        offered.setdefault(one.card, {})[one.field] = one.offered
    for card in test:
        said[card] = {value.field: value.text for value in extractor.extract(cards.pages[card], cards.schema)}
        offered[card] = dict(zip(names, extractor.offered(cards.pages[card], cards.schema), strict=True))
    return Local(said, offered)


def run(cards: Drawer, readers: Mapping[str, Said], local: Local, learn: Sequence[str], test: Sequence[str]) -> Run:
    """Trained on some cards, scored on others; ``accepted``: values at least as sure as 95 % of the taught ones ask."""
    everyone = {**readers, LOCAL: local.said}

    def case(name: str, *, verified: bool) -> Case:
        said = {reader: texts[name] for reader, texts in everyone.items() if name in texts}
        return Case(name, said, cards.pages[name], local.offered[name], cards.truth[name] if verified else {})

    referee = training.train(cards.schema, [case(name, verified=True) for name in learn])
    open_fields = {field.name for field in cards.schema if field.type is not FieldType.ENUM}
    measured = [(one.chance, one.right) for one in referee.predicted if one.text and one.field in open_fields]
    limit = reliability.threshold_for(measured, 0.95)
    judged = {name: referee.judge(case(name, verified=False)) for name in test}
    truth = {name: cards.truth[name] for name in test}
    score = scoring.compare(truth, {n: {f: v.text for f, v in found.items()} for n, found in judged.items()})
    votes = scoring.compare(truth, {name: _voted(cards, case(name, verified=False)) for name in test})
    given = [
        (verdict.chance, is_right(verdict.text, truth[name][field]))
        for name, found in judged.items()
        for field, verdict in found.items()
        if verdict.text and field in open_fields
    ]
    accepted = [right for chance, right in given if limit is not None and chance >= limit]
    return Run(score.macro or 0.0, votes.macro or 0.0, given, accepted)


def _voted(cards: Drawer, case: Case) -> dict[str, str | None]:
    sheet = Sheet(case.pages)
    return {field.name: voting.vote(case, field.name, sheet).text for field in cards.schema}


def measured(bench: Bench) -> list[Figure]:
    """F1 of each mix after 20 and 60 verified cards, and what its certainty is worth."""
    cards = drawer(bench, "library")
    said = {model: recorded(cards, model) for model in (MINI, LLAMA, QWEN)}
    names = sorted(cards.truth)
    runs: dict[tuple[str, int], list[Run]] = {}
    for k in (20, 60):
        for number in range(2 if bench.quick else SPLITS):
            learn = random.Random(1000 + number).sample(names, k)
            test = [name for name in names if name not in set(learn)]
            local = built_in(cards, learn, test)
            for mix, (chosen, _) in MIXES.items():
                readers = {model: said[model] for model in chosen}
                runs.setdefault((mix, k), []).append(run(cards, readers, local, learn, test))
    made = [_f1(mix, k, MIXES[mix][1][k], found) for (mix, k), found in runs.items()]
    return [*made, *_certainty(runs[list(MIXES)[-1], 20])]


def _f1(mix: str, k: int, bar: float, runs: Sequence[Run]) -> Figure:
    macro = [one.macro for one in runs]
    how = (
        f"library development cards; k drawn by {len(runs)} seeds, scored on all others; recorded answers parsed as by "
        "the ladder; the built-in reader learned from the same k cards; plain vote of the same readers in brackets"
    )
    said = f"{mean(macro):.3f} ± {pstdev(macro):.3f} (vote {mean(one.vote for one in runs):.3f})"
    return Figure(f"referee.{k}.{mix}", f"{mix}, k = {k}, F1 macro", said, how, f">= {bar}", mean(macro) >= bar)


def _certainty(runs: Sequence[Run]) -> list[Figure]:
    given = sorted(one for found in runs for one in found.given)
    accepted = [right for found in runs for right in found.accepted]
    share, real = len(accepted) / len(given), mean(accepted) if accepted else 0.0
    wrong = sum(not right for _, right in given)
    caught = sum(not right for _, right in given[: len(given) // 5]) / max(1, wrong)
    error = reliability.error(given) or 0.0
    how = "three models and the built-in reader, k = 20, all draws pooled, filled values of open fields"
    return [
        Figure("referee.accepted", "accepted unseen at a 95 % target", f"{share:.0%}, {real:.1%} right", how,
               ">= 85 %, >= 94 %", share >= 0.85 and real >= 0.94),
        Figure("referee.caught", "errors among the least certain 20 %", f"{caught:.0%}", how, ">= 60 %", caught >= 0.6),
        Figure("referee.error", "calibration error", f"{error:.3f}", how, "<= 0.03", error <= 0.03),
    ]  # fmt: skip
