"""One tagger for all fields together: a linear-chain conditional random field over the pieces of a card."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pycrfsuite

from app.engines.local.learned.align import Span

L1, L2, ROUNDS = 0.05, 0.2, 70
LEAST = 0.1
"""A field without a span takes its likeliest beginning, if it is at least so likely."""
GOES_ON = 0.4
"""Such a span goes on while the next piece is at least this share as likely."""
OTHER = "O"
CERTAIN = 0.99

Chances = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span the tagger proposes for a field. ``chance``: mean marginal of its pieces; ``least`` the lowest."""

    field: int
    span: Span
    chance: float
    least: float
    begin: float
    end: float
    second: float
    """The likeliest beginning elsewhere on the card."""
    chosen: bool
    """On the best path through the card."""


def train(rows: Sequence[tuple[Sequence[Sequence[str]], Sequence[str]]], rounds: int = ROUNDS) -> bytes:
    """Train on ``(features, labels)`` of cards; the model as bytes. Holds the interpreter for seconds."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": rounds, "feature.possible_transitions": True})
    for features, labels in rows:
        trainer.append(pycrfsuite.ItemSequence(features), list(labels))
    handle, name = tempfile.mkstemp(suffix=".crf")
    os.close(handle)
    try:
        trainer.train(name)
        return Path(name).read_bytes()
    finally:
        Path(name).unlink(missing_ok=True)


def labels(size: int, spans: Sequence[tuple[int, Span]]) -> list[str]:
    """``B3`` where field 3 begins, ``I3`` where it goes on, ``O`` elsewhere."""
    found = [OTHER] * size
    for field, (first, end) in spans:
        for n in range(first, end):
            found[n] = f"{'B' if n == first else 'I'}{field}"
    return found


class Tagger:
    """Not for two threads at once; each keeps its own."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads from this memory
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        self._labels = self._tagger.labels()

    def tag(self, features: Sequence[Sequence[str]], fields: int) -> list[list[Tagged]]:
        """Per field, the spans it may have, the best first."""
        size = len(features)
        if not size:
            return [[] for _ in range(fields)]
        path = self._tagger.tag(pycrfsuite.ItemSequence(features))
        begins, inside = self._chances(path, fields)
        return [self._of_field(number, path, begins[number], inside[number]) for number in range(fields)]

    def _chances(self, path: Sequence[str], fields: int) -> tuple[Chances, Chances]:
        """Per field and piece, the marginals; where the path is all but certain, only its own."""
        begins, inside = np.zeros((fields, len(path))), np.zeros((fields, len(path)))
        marginal = self._tagger.marginal
        for n, best in enumerate(path):
            sure = marginal(best, n)
            for label in (best,) if sure >= CERTAIN else self._labels:
                if label != OTHER:
                    into = begins if label[0] == "B" else inside
                    into[int(label[1:]), n] = sure if label == best else marginal(label, n)
        return begins, inside

    def _of_field(self, number: int, path: Sequence[str], begins: Chances, inside: Chances) -> list[Tagged]:
        any_of = begins + inside
        spans = _spans(path, number)
        found = [_tagged(number, span, any_of, begins, chosen=True) for span in spans]
        found.sort(key=lambda t: t.chance * min(t.span[1] - t.span[0], 3) ** 0.5, reverse=True)
        taken = {n for span in spans for n in range(*span)}
        free = [n for n in np.argsort(begins)[::-1][:3] if int(n) not in taken and begins[n] >= LEAST / 3]
        for n in free[:2]:
            end = int(n) + 1
            while end < len(path) and end not in taken and inside[end] > GOES_ON * begins[n]:
                end += 1
            found.append(_tagged(number, (int(n), end), any_of, begins, chosen=False))
        return found


def _spans(path: Sequence[str], number: int) -> list[Span]:
    found: list[Span] = []
    for n, label in enumerate(path):
        if label == f"B{number}" or (label == f"I{number}" and (not n or path[n - 1][1:] != str(number))):
            found.append((n, n + 1))
        elif label == f"I{number}":
            found[-1] = (found[-1][0], n + 1)
    return found


def _tagged(number: int, span: Span, any_of: Chances, begins: Chances, *, chosen: bool) -> Tagged:
    part = any_of[span[0] : span[1]]
    elsewhere = np.delete(begins, slice(span[0], span[1]))
    after = 1.0 - any_of[span[1]] if span[1] < len(any_of) else 1.0
    return Tagged(
        number, span, float(part.mean()), float(part.min()), float(begins[span[0]]), float(after),
        float(elsewhere.max()) if len(elsewhere) else 0.0, chosen,
    )  # fmt: skip
