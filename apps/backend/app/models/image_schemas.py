"""What crosses HTTP about images and the cards they make."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.core.errors import JsonValue
from app.models.enums import CardStatus
from app.models.schemas import Strict, Text


class StoredImage(BaseModel):
    filename: str
    original_name: str
    code: str = Field("stored", description="stored, page, name_taken, name_made_safe or suffix_made_right")
    reason: str
    format: str
    width: int
    height: int
    page: int | None = None
    blank: bool = False


class RefusedImage(BaseModel):
    original_name: str
    code: str
    reason: str
    params: dict[str, JsonValue] = Field(default_factory=dict, description="Names and numbers in the reason")


class UploadReport(BaseModel):
    stored: list[StoredImage]
    skipped: list[RefusedImage]
    rejected: list[RefusedImage]


class ImageRead(BaseModel):
    filename: str
    original_name: str
    card: str
    side: int
    status: CardStatus
    format: str
    media_type: str
    width: int
    height: int
    bytes: int
    sha256: str
    source_sha256: str = Field(description="SHA-256 of the file as it was sent; differs where it held several pages")
    page: int | None
    source_name: str | None
    blank: bool
    folder: str
    url: str
    view_url: str
    thumbnail_url: str


class ImagePage(BaseModel):
    items: list[ImageRead]
    total: int


class CardRead(BaseModel):
    """A card with its sides, front first."""

    filename: str
    status: CardStatus
    review: Literal["none", "partial", "complete"]
    images: list[ImageRead]


class CardPage(BaseModel):
    items: list[CardRead]
    total: int


class CardsRemoval(Strict):
    cards: list[Annotated[Text, Field(max_length=200)]] = Field(min_length=1, max_length=1000)


class Removed(BaseModel):
    images: int


class FailureRead(BaseModel):
    """Failed cards of one cause."""

    cause: str
    count: int
    error: str | None = Field(description="What was said of the first of them")
    cards: list[str] = Field(description="The first few, in card order")


class FailureList(BaseModel):
    items: list[FailureRead]
