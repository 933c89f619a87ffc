"""What is believed of candidates before this drawer has taught anything; learned weights start here."""

from __future__ import annotations

import numpy as np

from app.engines.local.learned.candidates import COMMON, OWN
from app.engines.local.learned.logistic import Numbers

SLOPE = np.array([0.0, 1.0])
SLOPE_STRENGTH = np.array([4.0, 20.0])
BLANK = np.array([0.3, -0.6, -0.8, 0.3])
BLANK_STRENGTH = np.array([2.0, 4.0, 4.0, 4.0])

_COMMON: dict[int, float] = {
}


def weights(fields: int) -> Numbers:
    found = np.zeros(COMMON + OWN * fields)
    for column, weight in _COMMON.items():
        found[column] = weight
    return found


def strengths(fields: int) -> Numbers:
    """Precisions: columns that all fields share are believed firmly, a field's own are kept near zero."""
    found = np.full(COMMON + OWN * fields, 4.0)
    found[:COMMON] = 2.0
    return found
