"""What crosses HTTP about evaluations."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from app.core.errors import JsonValue
from app.models.schemas import Strict, Text, single_line


def _said(value: object) -> object:
    """A number stands for its text."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Truth = dict[Text, dict[Text, Annotated[Text | None, BeforeValidator(_said)]]]


class EvaluationCreate(Strict):
    """Against a truth (``{card: {field: value}}``), or without one against what people verified."""

    title: Annotated[str, Field(max_length=300), AfterValidator(single_line)]
    truth: Truth | None = None
    with_verified: bool = Field(default=False, description="Score cards that people have judged too")
    every_card: bool = Field(default=False, description="Count cards that only the truth has as missed")


class EvaluationBrief(BaseModel):
    id: int
    title: str
    created_at: datetime
    cards: int
    macro: float | None
    micro: float | None


class EvaluationPage(BaseModel):
    items: list[EvaluationBrief]


class TallyRead(BaseModel):
    exact: float | None
    right: int
    f1: float | None
    precision: float | None
    recall: float | None
    fuzzy: float | None
    cer: float | None
    wanted: int
    wrong: int
    missed: int
    invented: int


class WrongRead(BaseModel):
    filename: str
    field: str
    truth: str | None
    value: str | None
    ratio: float


class MistakenRead(BaseModel):
    wanted: str
    found: str
    count: int


class EvaluationSummary(BaseModel):
    cards: int
    unread: int = Field(description="Scored cards that failed or were not read yet")
    truth_only: int = Field(default=0, description="Cards of the truth that the batch does not have")
    records_only: int = Field(default=0, description="Cards of the batch of which the truth says nothing")
    unknown_fields: list[str] = Field(
        default_factory=list, description="Fields of the truth that no record has; all their values count as missed"
    )
    macro: float | None
    micro: float | None
    all: TallyRead
    fields: dict[str, TallyRead]
    worst: list[WrongRead]
    mistaken: list[MistakenRead]


class EvaluationRead(BaseModel):
    id: int
    title: str
    created_at: datetime
    manifest: dict[str, JsonValue]
    summary: EvaluationSummary


class ComparisonRead(BaseModel):
    """The second less the first, over the cards of both."""

    cards: int
    first: float
    second: float
    difference: float
    low: float
    high: float
    better: int
    worse: int
    noise: bool
