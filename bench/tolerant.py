"""Parsers of recorded answers that share nothing with ours: what the pipeline is measured against.

The best of three ways counts: the whole object that says most; every complete pair of a known name, wherever it
stands; the object where there is one, else pairs. Each looks into the reasoning where the content gives nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.engines import scoring

Way = Callable[[str, Sequence[str]], dict[str, str | None]]
Truth = Mapping[str, Mapping[str, str | None]]
HOLLOW = {"", "null", "none", "n/a", "na", "unknown", "<unknown>", "string", "0"}


def by_json(text: str, names: Sequence[str]) -> dict[str, str | None]:
    """Of the objects that a strict parser accepts, the one that says most; fences and prose around it removed."""
    best: dict[str, str | None] = {}
    decoder, at = json.JSONDecoder(strict=False), text.find("{")
    while at >= 0:
        try:
            found, at = decoder.raw_decode(text, at)
        except ValueError:
            found, at = {}, at + 1
        told = {name: plain(found.get(name)) for name in names}
        if sum(map(bool, told.values())) > sum(map(bool, best.values())):
            best = told
        at = text.find("{", at)
    return best


def by_pairs(text: str, names: Sequence[str]) -> dict[str, str | None]:
    """Every complete pair of a known name and a string, a number or null, wherever it stands."""
    found: dict[str, str | None] = {}
    for name in names:
        pair = re.search(rf'"{re.escape(name)}"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+|null)\s*[,}}\n]', text)
        if pair:
            try:
                found[name] = plain(json.loads(pair[1], strict=False))
            except ValueError:
                continue
    return found


def by_either(text: str, names: Sequence[str]) -> dict[str, str | None]:
    whole = by_json(text, names)
    return whole if any(whole.values()) else by_pairs(text, names)


def plain(value: object) -> str | None:
    """A text, a list of them, or either inside an object with one key."""
    if isinstance(value, dict) and len(value) == 1:
        return plain(next(iter(value.values())))
    if isinstance(value, list):
        return "\n\n".join(text for each in value if (text := plain(each))) or None
    if value is None or isinstance(value, dict) or str(value).strip().casefold() in HOLLOW:
        return None
    return str(value).strip()


def best(truth: Truth, answers: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> float:
    """F1 macro of the best way, on the very answers that are replayed."""
    return max(_score(way, truth, answers, names) for way in (by_json, by_pairs, by_either))


def _score(way: Way, truth: Truth, answers: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> float:
    records = {}
    for filename in truth:
        recorded = answers.get(filename, {})
        told = way(recorded.get("send") or "", names)
        records[filename] = told if any(told.values()) else way(recorded.get("reasoning") or "", names)
    return scoring.compare(truth, records).macro or 0.0
