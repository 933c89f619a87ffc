"""The two drawers under field names and descriptions that the rules have not met, by rules alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, pstdev
from typing import TypedDict

from app.engines import scoring
from app.engines.local.fields import RuleExtractor
from app.models.enums import FieldType
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
