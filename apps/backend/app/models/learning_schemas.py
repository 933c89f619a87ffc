"""What crosses HTTP about learning, certainty, audits and evaluations."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from app.models.schemas import Name, Strict, Text, single_line

Who = Annotated[str, Field(max_length=120), AfterValidator(single_line)]
Share = Annotated[float, Field(ge=0, le=1)]


class NormaliserRead(BaseModel):
    """One thing learned about spelling. ``kind``: ``drop_end``, ``capitals``, ``spacing`` or ``replace``."""

    key: str
    field: str
    kind: Literal["drop_end", "capitals", "spacing", "replace"]
    before: str
    after: str
    examples: int
    says: str = Field(description="The same in English words")
    on: bool


class FieldLearned(BaseModel):
    field: str
    f1: float | None
    rules_f1: float | None
    wanted: int
    wrong: int
    missed: int
    invented: int
    learning_leads: bool = Field(default=True, description="False: what the rules say holds, learning is no better yet")


class ModelRead(BaseModel):
    """One training. F1: each verified card read by a model that never saw it; ``spread``: standard error over cards."""

    version: int
    created_at: datetime
    cards: int
    seconds: float
    f1_macro: float | None
    f1_micro: float | None
    spread: float | None
    rules_macro: float | None
    rules_micro: float | None
    calibration_error: float | None


class LearningRead(BaseModel):
    verified: int = Field(description="Cards that teach: people have judged at least half of their fields")
    least: int = Field(description="Learning begins with so many")
    until_next: int = Field(description="Cards until the next training")
    training: bool
    calibrated: bool
    calibrated_from: int
    trend: Literal["rising", "flat", "falling", "unknown"]
    shared: bool = Field(description="Learned together with the other batches of the template")
    model: ModelRead | None
    curve: list[ModelRead]
    fields: list[FieldLearned]
    normalisers: list[NormaliserRead]


class NormalisersOff(Strict):
    off: list[Annotated[Text, Field(max_length=500)]] = Field(max_length=1000)


class NextCards(BaseModel):
    filenames: list[str]


class BinRead(BaseModel):
    low: float
    high: float
    count: int
    mean: float
    right: float
    right_low: float
    right_high: float


class CertaintyRow(BaseModel):
    at: float
    open: int = Field(description="Values of the batch that would be accepted")
    share: float
    measured: int
    precision: float
    low: float
    high: float


class FieldCertainty(BaseModel):
    field: str
    given: int
    right: int
    empty: int
    empty_right: int
    open: int
    threshold: float | None


class CertaintyRead(BaseModel):
    calibrated: bool
    verified: int = Field(description="Cards that teach by now: people have judged at least half of their fields")
    measured_on: int = Field(description="Cards of the last training: on these the rest was measured")
    needed: int
    version: int | None
    error: float | None
    bins: list[BinRead]
    empty_bins: list[BinRead]
    rows: list[CertaintyRow]
    fields: list[FieldCertainty]
    open: int
    threshold: float | None = Field(description="The lowest certainty with the wanted precision, if it is reached")


class AcceptByRule(Strict):
    """Accept every open value of this certainty or more; ``fields`` null means all."""

    at: Share
    fields: list[Name] | None = None
    who: Who = "someone"


class AcceptanceRead(BaseModel):
    id: int
    created_at: datetime
    who: str
    at: float
    fields: list[str] | None
    calibrated: bool
    measured: int
    precision: float | None
    count: int
    undone_at: datetime | None


class AcceptancePage(BaseModel):
    items: list[AcceptanceRead]


class ChangeRead(BaseModel):
    filename: str
    field: str
    before: str | None
    after: str | None


class RefieldPreview(BaseModel):
    """``cards`` of ``total`` were tried; the counts are of those."""

    cards: int
    total: int
    changed: int
    filled: int
    emptied: int
    examples: list[ChangeRead]


class RefieldingRead(BaseModel):
    id: int
    version: int
    status: Literal["running", "done", "failed", "taken_back"]
    created_at: datetime
    cards: int
    changed: int
    filled: int
    emptied: int
    taught: int | None = Field(None, description="Verified cards the referee had learned from; null: not the referee's")


class RefieldingPage(BaseModel):
    items: list[RefieldingRead]


class AuditCreate(Strict):
    size: Annotated[int, Field(ge=1, le=2000)] = 100
    who: Who = "someone"


class AuditPart(BaseModel):
    name: str
    checked: int
    wrong: int


class AuditBlind(BaseModel):
    """The next value to check. What the machine read is not told."""

    place: int
    filename: str
    field: str


class AuditAnswered(BaseModel):
    place: int
    filename: str
    field: str
    machine: str | None
    answer: str | None
    correct: bool
    near: bool


class AuditRead(BaseModel):
    id: int
    created_at: datetime
    who: str
    population: int
    size: int
    checked: int
    wrong: int
    wrong_by_much: int = Field(description="Of the wrong ones, those that are not nearly right (ratio below 92)")
    rate: float | None
    bound: float = Field(description="At most so many of the unreviewed values are wrong, with 95 % confidence")
    fields: list[AuditPart]
    kinds: list[AuditPart]
    next: AuditBlind | None
    answered: list[AuditAnswered]


class AuditPage(BaseModel):
    items: list[AuditRead]


class AuditAnswer(Strict):
    """What stands there, null for nothing."""

    place: Annotated[int, Field(ge=0)]
    value: Annotated[Text, Field(max_length=100_000)] | None
    who: Who = "someone"
