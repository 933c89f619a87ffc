"""What crosses HTTP about records, readings and reviews."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.models.enums import CardStatus, Verdict
from app.models.schemas import Strict, Text, single_line

ReviewState = Literal["none", "partial", "complete", "open"]
"""``open``: not complete."""
Differ = Literal["open", "any"]
"""Readers differ; ``open``: where nobody has spoken yet."""


class EvidenceRead(BaseModel):
    image: int
    box: tuple[float, float, float, float]


class RecordRead(BaseModel):
    """Section 3 of the contract, plus ``version``. Keys of an adopted checkpoint are kept."""

    model_config = ConfigDict(extra="allow")

    filename: str
    images: list[str]
    batch: str
    success: bool
    status: CardStatus
    data: dict[str, str | None]
    extracted: dict[str, str | None]
    confidence: dict[str, float]
    evidence: dict[str, list[EvidenceRead]]
    sources: dict[str, str]
    review: dict[str, Verdict]
    flag: str | None = Field(None, description="A person's note; empty: flagged without one; null: not flagged")
    text: str
    error: str | None
    cause: str | None
    engine: str | None
    model: str | None
    attempts: int
    duration: float | None
    processed_at: datetime | None
    version: int
    flags: list[str] = Field(
        default_factory=list,
        description="What to look at: incomplete, repeats, suspicious; left_machine: the scan was sent out",
    )


class RecordPage(BaseModel):
    items: list[RecordRead]
    total: int
    revision: int = Field(description="The batch's at this moment; for changes of many records")


class WordRead(BaseModel):
    text: str
    box: tuple[float, float, float, float]
    score: float


class LineRead(BaseModel):
    text: str
    box: tuple[float, float, float, float]
    score: float
    words: list[WordRead]


class CardPageRead(BaseModel):
    """One image of a card with what was recognised on it; boxes are fractions of the upright image."""

    image: int = Field(description="Its place within the card: the front is 0, as in evidence")
    filename: str
    view_url: str
    thumbnail_url: str
    width: int
    height: int
    blank: bool
    lines: list[LineRead]


class CardPages(BaseModel):
    items: list[CardPageRead]


class QueueItem(BaseModel):
    """A card to verify, slim."""

    filename: str
    thumbnail_url: str
    status: CardStatus
    review: Literal["none", "partial", "complete"]
    flag: str | None
    field: str | None = Field(description="The field asked for, else the least certain value that nobody has looked at")
    blank: bool = Field(description="Nothing stands in that field")
    confidence: float | None = Field(description="Of that field")
    cursor: str = Field(description="Give it as ``after`` to go on behind this card")


class QueuePage(BaseModel):
    items: list[QueueItem]
    total: int = Field(description="How many cards are in this queue in all")


class ReadingRead(BaseModel):
    id: int
    attempt: int
    engine: str
    model: str | None
    success: bool
    error: str | None
    cause: str | None
    duration: float
    created_at: datetime
    values: dict[str, str | None]
    current: bool
    calls: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cost: float | None = Field(default=None, description="US$, where a price is known")
    prompt: str | None = Field(
        default=None, description="Version of what was asked: of a model's prompt, else of the fields"
    )
    flags: list[str] = Field(default_factory=list)


class ReaderValue(BaseModel):
    """``evidence``: where it stands on the card, by the words of the built-in reader; empty: not found there."""

    text: str | None
    confidence: float
    evidence: list[EvidenceRead]


class ReaderSays(BaseModel):
    """The newest reading of one reader."""

    reader: str
    engine: str
    model: str | None
    values: dict[str, ReaderValue]


class ReviewRead(BaseModel):
    field: str
    verdict: Verdict | None
    value: str | None
    previous: str | None
    machine: str | None
    version: int
    who: str
    created_at: datetime


class RecordDetail(RecordRead):
    readings: list[ReadingRead]
    readers: list[ReaderSays] = Field(description="Side by side; what the referee made of them is the record")
    differ: list[str] = Field(description="Fields on which the readers do not agree")
    history: list[ReviewRead]


class RecordPatch(Strict):
    """``clear`` takes verdicts back; then the machine's value holds again. ``flag``: a note (or an empty text) flags
    the card, null takes the flag away; left out, it stays."""

    version: int
    set: dict[str, Annotated[Text, Field(max_length=100_000)] | None] = Field(default_factory=dict)
    accept: list[str] = Field(default_factory=list)
    reject: list[str] = Field(default_factory=list)
    clear: list[str] = Field(default_factory=list)
    flag: Annotated[Text, Field(max_length=2000)] | None = None
    who: Annotated[str, Field(max_length=120), AfterValidator(single_line)] = "someone"
