"""What crosses HTTP when a set-up is tried: nothing of it is stored."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.models.record_schemas import EvidenceRead
from app.models.schemas import BatchOptions, Fields, Strict, Text


class TryRequest(Strict):
    """What is not given holds as the batch has it. ``filenames``: an image of each card wanted."""

    fields: Fields | None = None
    engine: Annotated[Text, Field(max_length=60)] | None = None
    model: Annotated[Text, Field(max_length=200)] | None = None
    options: BatchOptions | None = None
    filenames: Annotated[list[Annotated[Text, Field(max_length=200)]], Field(min_length=1, max_length=6)] | None = None


class TriedImage(BaseModel):
    filename: str
    url: str
    width: int
    height: int


class TriedCard(BaseModel):
    """What a card would become. ``repeated``: its words were known from an earlier try."""

    filename: str
    images: list[TriedImage]
    success: bool
    data: dict[str, str | None]
    confidence: dict[str, float]
    evidence: dict[str, list[EvidenceRead]]
    sources: dict[str, str]
    text: str
    error: str | None
    cause: str | None
    duration: float
    repeated: bool


class TryReport(BaseModel):
    engine: str
    model: str
    cards: list[TriedCard]
    duration: float


class PairedImage(BaseModel):
    filename: str
    thumbnail_url: str


class PairsRead(BaseModel):
    """How unread images would become cards. ``items``: the first cards of several images, then the others."""

    images: int
    cards: int
    paired: int
    alone: int
    read: int = Field(description="Cards that were read already and stay as they are")
    items: list[list[PairedImage]]
