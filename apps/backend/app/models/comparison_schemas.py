"""Wire shapes of readers compared on cards whose truth is known."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError as Unfit

from app.models.evaluation_schemas import Truth
from app.models.schemas import ReaderChoice, Strict, Text

By = Literal["newest", "random", "hand", "truth"]


class MixesWanted(Strict):
    """``truth``: what stands on the cards, as in ``truth.json``; without it, verified cards: the ``size`` newest,
    ``spread`` at random over the drawer (the same ones for the same ``seed``), or ``cards`` picked by hand.
    ``readers``: by default all that have read the batch."""

    size: Annotated[int, Field(ge=5, le=100)] = 60
    spread: bool = False
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 1
    cards: Annotated[list[Annotated[Text, Field(max_length=200)]], Field(min_length=1, max_length=300)] | None = None
    truth: Annotated[Truth, Field(min_length=5, max_length=300)] | None = None
    readers: Annotated[list[ReaderChoice], Field(min_length=1, max_length=5)] | None = None

    @model_validator(mode="after")
    def _chosen_in_one_way(self) -> MixesWanted:
        if self.spread + (self.cards is not None) + (self.truth is not None) > 1:
            raise Unfit("one_way", "choose the cards in one way: spread, by hand, or by a truth")
        return self

    @property
    def by(self) -> By:
        return "truth" if self.truth is not None else "hand" if self.cards else "random" if self.spread else "newest"


class PlannedReader(BaseModel):
    """``seconds`` and ``cost`` (US$) of one card, where known."""

    reader: str
    engine: str
    model: str | None
    leaves_machine: bool
    missing: list[str] = Field(description="Cards of the plan that it has not read")
    seconds: float | None
    cost: float | None


class CardsChoice(BaseModel):
    """How the cards were chosen. ``size``: so many at most; ``seed``: of those that were drawn."""

    by: By
    size: int | None = None
    seed: int | None = None


class MixesPlan(BaseModel):
    verified: int = Field(description="Verified cards of the batch that may be measured on")
    cards: list[str] = Field(description="Cards that will be measured on")
    left_out: list[str] = Field(
        default_factory=list,
        description="Cards that were named and whose values nobody knows: not read or not verified",
    )
    readers: list[PlannedReader]


class MixesBrief(BaseModel):
    id: int
    created_at: datetime
    status: Literal["running", "done", "failed"]
    against: Literal["verified", "truth"]
    choice: CardsChoice | None = Field(default=None, description="Null of a comparison from before this was kept")
    cards: int
    step: int
    steps: int


class MixesPage(BaseModel):
    items: list[MixesBrief]


class MixReader(BaseModel):
    reader: str
    engine: str
    model: str | None
    leaves_machine: bool


class MixDifference(BaseModel):
    """F1 less that of the mix it is compared with, over the same cards; ``noise``: the 95 % interval holds 0."""

    difference: float
    low: float
    high: float
    better: int
    worse: int
    noise: bool


class MixRead(BaseModel):
    """``seconds`` a card, one reader after the other; ``cost`` in US$ per 1,000 cards, null where no price is known."""

    key: str
    way: Literal["alone", "vote", "referee"]
    readers: list[MixReader]
    f1: float | None
    low: float | None
    high: float | None
    cer: float | None
    accepted: float | None = Field(description="Share of values accepted unseen at a target of 95 %")
    precision: float | None = Field(description="Of those, the share that was right")
    calibration_error: float | None
    fields: dict[str, float | None]
    seconds: float | None
    cost: float | None
    usable: bool = Field(description="Whether a batch can be set so: one reader, or several with their referee")
    difference: MixDifference | None


class MixesRead(MixesBrief):
    compared_with: str | None = Field(description="The mix that the differences are to")
    best: str | None
    suggested: str | None = Field(description="The cheapest that is not measurably worse than the best")
    mixes: list[MixRead]
