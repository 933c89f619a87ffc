"""The two drawers under field names and descriptions that the rules have not met, and under names that say nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, pstdev
from typing import TypedDict

from app.engines import scoring
from app.engines.local.fields import RuleExtractor
from app.models.enums import FieldType
from app.models.record import FieldSpec
from app.models.schemas import FieldIn
from app.services import schemata
from bench import learning
from bench.figures import Figure
from bench.runs import Bench

WORDINGS = Path(__file__).with_name("wordings.json")
DRAWERS = {"library": "library", "blacklist": "company cards"}
BARS = {"library": 0.45}


class Wording(TypedDict):
    """One way to ask for the fields of a drawer. ``used``: the rules' words were extended with it in view."""

    title: str
    used: bool
    fields: list[tuple[str, str, str]]


def measured(bench: Bench) -> list[Figure]:
    kept = json.loads(WORDINGS.read_text())
    return [figure for name in DRAWERS for figure in _of(bench, name, kept[name]["fields"], kept[name]["wordings"])]


def _of(bench: Bench, name: str, fields: list[str], wordings: list[Wording]) -> Iterator[Figure]:
    cards = learning.drawer(bench, name)
    for used in (False, True):
        scores = [_macro(cards, fields, wording) for wording in wordings if wording["used"] is used]
        when = "in view when the rules' words were extended" if used else "written before that and kept shut meanwhile"
        how = (
            f"all cards of the drawer by rules alone; {len(scores)} wordings in German, English and French "
            f"(bench/wordings.json), {when}; mean ± standard deviation over wordings, and the lowest. The names "
            "are new to the rules, the cards are not: what new cards give this cannot tell"
        )
        bar = BARS.get(name) if not used else None
        which = " (words in view)" if used else " only"
        yield Figure(
            f"wordings-{name}-{'used' if used else 'shut'}",
            f"{DRAWERS[name]}, k = 0, new field names and descriptions{which}, F1 macro",
            f"{mean(scores):.3f} ± {pstdev(scores):.3f}, lowest {min(scores):.3f}", how,
            f"{bar} (aim 0.60)" if bar else "", mean(scores) >= bar if bar else None,
        )  # fmt: skip


def _macro(cards: learning.Drawer, fields: list[str], wording: Wording) -> float:
    values = next((list(field.values) for field in cards.schema if field.type is FieldType.ENUM), [])
    asked = [
        FieldIn.model_validate(
            {"name": name, "type": kind, "description": told, **({"values": values} if kind == "enum" else {})}
        )
        for name, kind, told in wording["fields"]
    ]
    schema = schemata.specs(schemata.to_json(asked))
    own = {new.name: field for new, field in zip(schema, fields, strict=True)}
    read = {
        name: {own[value.field]: value.text for value in RuleExtractor().extract(pages, schema)}
        for name, pages in cards.pages.items()
    }
    return scoring.compare(cards.truth, read).macro or 0.0


def nameless(bench: Bench) -> list[Figure]:
    """What learning does alone: fields whose names and types tell the rules nothing."""
    cards = learning.drawer(bench, "library")
    names = {field.name: f"f{number:02d}" for number, field in enumerate(cards.schema)}
    schema = tuple(
        FieldSpec(names[f.name], f.type if f.type is FieldType.ENUM else FieldType.TEXT, "", f.values)
        for f in cards.schema
    )
    truth = {card: {names[f]: v for f, v in values.items()} for card, values in cards.truth.items()}
    blank = learning.Drawer(schema, truth, cards.pages)
    learn, shut = learning.halves(list(cards.truth))
    draws = 2 if bench.quick else 5
    how = (
        f"the library's fields under names that say nothing (f00, f01 …), all of them text but the closed one; k of "
        f"{len(learn)} cards drawn, scored on the {len(shut)} of the other half; {draws} draws. So the rules' "
        "knowledge of these cards is out of it"
    )
    found = []
    for k in (5, 20, 60):
        runs = [learning.run(blank, random.Random(1000 + n).sample(learn, k), shut) for n in range(draws)]
        macro, micro = [run.macro for run in runs], [run.micro for run in runs]
        value = f"{mean(macro):.3f} ± {pstdev(macro):.3f} / {mean(micro):.3f} ± {pstdev(micro):.3f}"
        found.append(Figure(f"nameless-{k}", f"library without the rules, k = {k}, F1 macro / micro", value, how))
    return found
