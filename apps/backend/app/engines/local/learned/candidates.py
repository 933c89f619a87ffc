"""What may stand in a field of one card: the tagger's spans and what the rules found, with all that speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from rapidfuzz import fuzz

from app.engines.local.learned import features
from app.engines.local.learned import pieces as cards
from app.engines.local.learned.logistic import Numbers, logit
from app.engines.local.learned.pieces import Piece
from app.engines.local.learned.tagger import Tagged
from app.models.record import Evidence, Value

NEARLY = 92.0
COMMON = 24
"""Columns that all fields share; behind them each field has ``OWN``."""
OWN = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What the verified values of a field look like."""

    shapes: Counter[str]
    values: Counter[str]
    length: float
    filled: float
    """Share of cards with a value, smoothed."""
    rules_right: float
    """Share of right answers of the rules, smoothed."""
    newline: bool
    """Lines stay lines."""
    paragraph: bool

    def shape_seen(self, text: str, own: str | None = None) -> int:
        shape = value_shape(text)
        return self.shapes[shape] - (own is not None and value_shape(own) == shape)

    def value_seen(self, text: str, own: str | None = None) -> int:
        return self.values[text] - (own == text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """``by_rules``, ``by_tagger``: who proposes it."""

    text: str
    evidence: tuple[Evidence, ...]
    row: Numbers
    by_rules: bool
    by_tagger: bool


def value_shape(text: str) -> str:
    """Words and figures by their kind, runs of the same kind as one: ``Ab, Ab A.``"""
    parts = [features.shape(part) for part in cards.cut_text(text)]
    kept = [part for n, part in enumerate(parts) if not n or parts[n - 1] != part]
    return " ".join(kept[:8])


def known_of(values: Sequence[str | None], rules_right: int, rules_seen: int) -> Known:
    """Summed up from the verified values of one field."""
    filled = [value for value in values if value]
    lined = [value for value in filled if "\n" in value]
    return Known(
        Counter(value_shape(value) for value in filled),
        Counter(filled),
        median(len(value) for value in filled) if filled else 10.0,
        (len(filled) + 0.5) / (len(values) + 1.0),
        (rules_right + 1.0) / (rules_seen + 2.0),
        len(lined) > 0,
        any("\n\n" in value for value in filled),
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """All that is asked of one field of one card. ``spans``: the tagger's, with their text normalised."""

    field: int
    fields: int
    known: Known
    rule: Value
    rule_text: str | None
    spans: Sequence[tuple[Tagged, str, Sequence[Piece]]]
    own: str | None = None
    """The verified value of this very card, which must not count as seen."""

    def candidates(self) -> list[Candidate]:
        texts: dict[str, tuple[Tagged, Sequence[Piece]] | None] = {}
        for tagged, text, pieces in self.spans:
            if text:
                texts.setdefault(text, (tagged, pieces))
        if self.rule_text:
            texts.setdefault(self.rule_text, None)
        path = next((text for tagged, text, _ in self.spans if tagged.chosen), None)
        return [self._candidate(text, found, path) for text, found in texts.items()]

    def _candidate(self, text: str, found: tuple[Tagged, Sequence[Piece]] | None, path: str | None) -> Candidate:
        by_rules = text == self.rule_text
        row = np.zeros(COMMON + OWN * self.fields)
        row[0] = 1.0
        if found is not None:
            self._of_tagger(row, *found)
            place = cards.evidence(found[1]) or self.rule.evidence
        else:
            place = self.rule.evidence
        near_rule = self.rule_text is not None and fuzz.ratio(text, self.rule_text) >= NEARLY
        row[7] = by_rules
        row[8] = near_rule and not by_rules
        row[9] = self.rule_text is not None and not near_rule
        row[10] = logit(self.rule.confidence) / 2 if by_rules else 0.0
        row[11] = path is not None and path != text and fuzz.ratio(text, path) < NEARLY
        row[12] = path is None
        row[13] = min(self.known.shape_seen(text, self.own), 3) / 3
        row[14] = min(self.known.value_seen(text, self.own), 3) / 3
        row[15] = min(abs(float(np.log((len(text) + 1) / (self.known.length + 1)))), 2.0)
        row[16] = logit(self.known.rules_right) if by_rules or near_rule else 0.0
        row[17] = logit(self.known.filled) / 2
        row[18] = logit(self.known.rules_right) if row[9] else 0.0
        base = COMMON + OWN * self.field
        row[base] = 1.0
        row[base + 1] = by_rules and not (found is not None and found[0].chosen)
        row[base + 2] = found is not None and not (by_rules or near_rule)
        return Candidate(text, place, row, by_rules, found is not None)

    def _of_tagger(self, row: Numbers, tagged: Tagged, pieces: Sequence[Piece]) -> None:
        row[1 if tagged.chosen else 2] = 1.0
        row[3] = logit(tagged.chance) / 3
        row[4] = logit(tagged.least) / 3
        row[5] = (logit(tagged.begin) + logit(tagged.end)) / 6
        row[6] = tagged.second
        scores = [piece.score for piece in pieces] or [1.0]
        row[19] = 1.0 - sum(scores) / len(scores)
        row[20] = 1.0 - min(scores)


def blankness(rule: Value) -> float:
    """How surely the rules say that a field is empty; 0 when they found a value."""
    return logit(rule.confidence) if rule.text is None else 0.0


def blank_row(filled: float, best: float, rule_blank: float) -> list[float]:
    """What speaks for an empty field being right: nothing likely was found, and the field is often empty."""
    return [1.0, logit(best) / 2, logit(filled) / 2, rule_blank]
