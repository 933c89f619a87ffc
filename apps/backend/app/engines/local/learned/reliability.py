"""What certainty is worth, measured on predictions of cards the model never saw."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

CALIBRATED_FROM = 50
"""Verified cards from which the chances are called calibrated."""
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99)
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
Judged = Sequence[tuple[float, bool]]
"""Certainty, and whether the value was right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Values whose certainty lies between two limits: how sure they were, and how many were right."""

    low: float
    high: float
    count: int
    mean: float
    right: float
    right_low: float
    right_high: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """Accept everything from ``at`` upwards: so many measured values, so many of them right (95 % interval)."""

    at: float
    count: int
    share: float
    precision: float
    low: float
    high: float


def bins(judged: Judged) -> list[Bin]:
    found = []
    for low, high in itertools.pairwise(EDGES):
        own = [(p, right) for p, right in judged if low <= p < high or (high == 1.0 and p == 1.0)]
        if own:
            right = sum(r for _, r in own)
            least, most = wilson(right, len(own))
            found.append(Bin(low, high, len(own), sum(p for p, _ in own) / len(own), right / len(own), least, most))
    return found


def error(judged: Judged, parts: int = 10) -> float | None:
    """Expected calibration error: the mean distance between certainty and share of right values, over equal bins."""
    if not judged:
        return None
    total = 0.0
    for n in range(parts):
        own = [(p, right) for p, right in judged if min(parts - 1, int(p * parts)) == n]
        if own:
            total += abs(sum(p for p, _ in own) - sum(right for _, right in own))
    return total / len(judged)


def table(judged: Judged) -> list[Threshold]:
    found = []
    for at in THRESHOLDS:
        own = [right for p, right in judged if p >= at]
        if own:
            least, most = wilson(sum(own), len(own))
            share = len(own) / len(judged)
            found.append(Threshold(at, len(own), share, sum(own) / len(own), least, most))
    return found


def threshold_for(judged: Judged, precision: float, least: int = 20) -> float | None:
    """The lowest certainty from which the measured precision is reached; None when it never is."""
    ordered = sorted(judged, reverse=True)
    right, best = 0, None
    for number, (chance, was_right) in enumerate(ordered, 1):
        right += was_right
        tied = number < len(ordered) and ordered[number][0] == chance
        if number >= least and not tied and right / number >= precision:
            best = chance
    return best


def wilson(right: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """A 95 % interval for a share."""
    share, spread = right / count, z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def error_bound(errors: int, checked: int, confidence: float = 0.95) -> float:
    """The largest error rate that such a sample does not rule out (Clopper and Pearson, one-sided)."""
    if not 0 <= errors <= checked:
        raise ValueError("errors must lie between 0 and the number checked")
    if checked == 0 or errors == checked:
        return 1.0
    low, high = errors / checked, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _at_most(errors, checked, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def _at_most(errors: int, checked: int, rate: float) -> float:
    """The chance of at most so many errors (sum of the binomial's terms, by logarithms)."""
    if rate >= 1.0:
        return 0.0
    if rate <= 0.0:
        return 1.0
    total = 0.0
    for k in range(errors + 1):
        ways = math.lgamma(checked + 1) - math.lgamma(k + 1) - math.lgamma(checked - k + 1)
        total += math.exp(ways + k * math.log(rate) + (checked - k) * math.log1p(-rate))
    return min(total, 1.0)
