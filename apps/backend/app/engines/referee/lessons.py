"""What verified cards teach about each field: what belongs into it, how it is written, whom to believe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rapidfuzz import fuzz

from app.engines.local.learned import normalisers, pieces
from app.engines.local.learned.candidates import value_shape
from app.engines.local.learned.normalisers import Pair, Spelling
from app.engines.referee.cards import Case, Sheet, alike, plain_of
from app.models.folding import fold
from app.models.record import FieldSpec

NEAR = 60.0
"""A reader's value at least so like the verified one is the same value, written another way."""
LEAST = 2


@dataclass(frozen=True, slots=True)
class Taught:
    """One field. ``accuracy``: per reader, smoothed. ``turned``: a reader's value and what people made of it.

    ``spellings``: verified values by their letters and digits. ``cuts``, ``heads``: words (folded) before which
    people end a value, and after which they begin it. ``labels``: words that stand before values on the cards.
    """

    values: Counter[str]
    shapes: Counter[str]
    ends: Counter[str]
    begins: Counter[str]
    length: float
    filled: float
    size: int
    accuracy: dict[str, float]
    turned: dict[str, Counter[str]]
    spellings: dict[str, Counter[str]]
    cuts: frozenset[str]
    heads: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Similar:
    """A verified card as others are compared with it."""

    words: frozenset[str]
    rows: int
    spaced: bool
    values: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Lessons:
    fields: dict[str, Taught]
    spelling: Spelling
    cards: tuple[Similar, ...]


def learn(schema: Sequence[FieldSpec], taught: Sequence[tuple[Case, Sheet]]) -> Lessons:
    pairs: dict[str, list[Pair]] = {}
    for field in schema:
        for case, sheet in taught:
            truth = case.verified.get(field.name)
            if truth and "\n" not in truth:
                pairs.setdefault(field.name, []).extend(_pairs(case, sheet, field.name, truth))
    return Lessons(
        {field.name: _field(field.name, taught) for field in schema},
        Spelling(normalisers.learn(schema, pairs)),
        tuple(
            Similar(sheet.words, len(sheet.rows), sheet.spaced, dict(case.verified)) for case, sheet in taught
        ),
    )  # fmt: skip


def _pairs(case: Case, sheet: Sheet, field: str, truth: str) -> list[Pair]:
    told = {texts.get(field) for texts in case.said.values()}
    place = sheet.find(truth)
    mark = sheet.after(place)
    return [
        Pair(text, mark if mark and not mark.isalnum() else "", truth)
        for text in sorted(text for text in told if text)
        if fuzz.ratio(plain_of(text), plain_of(truth)) >= NEAR
    ]


def _field(name: str, taught: Sequence[tuple[Case, Sheet]]) -> Taught:
    judged = [(case, sheet, case.verified[name]) for case, sheet in taught if name in case.verified]
    filled = [truth for _, _, truth in judged if truth]
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    turned: dict[str, Counter[str]] = defaultdict(Counter)
    cuts: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for case, sheet, truth in judged:
        for reader, texts in case.said.items():
            text = texts.get(name) or None
            if text or truth:
                seen[reader] += 1
                right[reader] += alike(text, truth)
            if text and truth:
                turned[text][truth] += 1
                _extent(text, truth, cuts, heads)
        if truth:
            spellings[plain_of(truth)][truth] += 1
            label = sheet.before(sheet.find(truth))
            labels[label] += len(label) >= 3
    return Taught(
        values=Counter(filled),
        shapes=Counter(map(value_shape, filled)),
        ends=Counter(map(ending, filled)),
        begins=Counter(map(beginning, filled)),
        length=median(map(len, filled)) if filled else 10.0,
        filled=(len(filled) + 0.5) / (len(judged) + 1.0),
        size=len(judged),
        accuracy={reader: (right[reader] + 1.5) / (count + 2.0) for reader, count in seen.items()},
        turned=dict(turned),
        spellings=dict(spellings),
        cuts=frozenset(word for word, count in cuts.items() if count >= 1),
        heads=frozenset(word for word, count in heads.items() if count >= 1),
        labels=frozenset(w for w, count in labels.items() if count >= max(LEAST, 0.15 * len(filled))),
    )


def _extent(text: str, truth: str, cuts: Counter[str], heads: Counter[str]) -> None:
    """Note where a person has ended or begun a value that a reader took further."""
    if len(truth) >= len(text):
        return
    at = text.find(truth)
    if at < 0:
        return
    behind = pieces.cut_text(text[at + len(truth) :])
    word = next((piece for piece in behind if piece[0].isalnum()), None)
    if word is not None:
        cuts[fold(word)] += 1
    ahead = [piece for piece in pieces.cut_text(text[:at]) if piece[0].isalnum()]
    if ahead:
        heads[fold(ahead[-1])] += 1


def ending(text: str) -> str:
    """The kind of a value's last character: a mark as it is."""
    return "0" if text[-1].isdigit() else "a" if text[-1].isalpha() else text[-1]


def beginning(text: str) -> str:
    first = text[0]
    return "0" if first.isdigit() else "A" if first.isupper() else "a" if first.isalpha() else first


def alikeness(words: frozenset[str], rows: int, spaced: bool, other: Similar) -> float:
    """How much a card looks like a verified one: shared words, as many rows, a heading set apart."""
    shared = len(words & other.words) / max(1, len(words | other.words))
    return shared + 0.1 * (spaced == other.spaced) - 0.02 * abs(rows - other.rows)
