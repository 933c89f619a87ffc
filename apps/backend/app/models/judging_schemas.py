"""Wire shapes of several readers of one batch."""

from __future__ import annotations

from pydantic import BaseModel, Field


class RankedRead(BaseModel):
    """One reader of a batch. ``seconds`` per card, ``cost`` in US$ for all its cards."""

    reader: str
    engine: str
    model: str | None
    cards: int
    seconds: float
    cost: float | None
    verified: int = Field(description="Verified cards that it has read")
    f1: float | None = Field(description="On those cards, mean over cards")


class ReadersComparisonRead(BaseModel):
    verified: int
    needed: int = Field(description="So many more verified cards until the referee takes the place of the vote")
    readers: list[RankedRead]
    vote: float | None = Field(description="F1 of plain voting")
    referee: float | None = Field(description="F1 of the referee, each verified card judged unseen")
    calibration_error: float | None
