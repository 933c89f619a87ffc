"""Why a batch stands still."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """``code`` is stable, so that a page may say it in its own language; ``says`` is one English sentence."""

    code: str
    says: str
