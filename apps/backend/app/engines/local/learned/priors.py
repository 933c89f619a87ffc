"""What is believed of candidates before this drawer has taught anything; learned weights start here."""

from __future__ import annotations

import numpy as np

from app.engines.local.learned.candidates import COMMON, OWN
from app.engines.local.learned.logistic import Numbers

SLOPE = np.array([0.0, 1.0])
SLOPE_STRENGTH = np.array([4.0, 20.0])
BLANK = np.array([1.2, -0.2, -1.6, 0.3])
BLANK_STRENGTH = np.array([2.0, 4.0, 4.0, 4.0])

_COMMON: dict[int, float] = {
    0: -2.0, 1: 0.5, 2: 0.6, 3: 0.6, 4: 0.3, 6: -1.5, 7: 3.0, 8: 2.3, 9: -1.3, 10: 2.0, 11: -0.4,
    13: 1.2, 14: 0.6, 15: -0.8, 17: -0.4, 18: -0.2, 19: -1.5, 20: -2.5,
}  # fmt: skip
"""Rounded from a fit over half of the development cards and the samples; see decision 0010."""


def weights(fields: int) -> Numbers:
    found = np.zeros(COMMON + OWN * fields)
    for column, weight in _COMMON.items():
        found[column] = weight
    return found


def strengths(fields: int) -> Numbers:
    """Precisions: columns that all fields share are believed firmly, a field's own are kept near zero."""
    found = np.full(COMMON + OWN * fields, 4.0)
    found[:COMMON] = 5.0
    return found
