"""Wire shapes of vision readers: models, probes, prompts, money."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.core.errors import JsonValue
from app.models.schemas import Fields, Text


class ProbeRead(BaseModel):
    """What a model was found to be able to do. ``several``: it tells the pictures of several cards apart."""

    images: bool
    several: bool = False
    schema_: bool = Field(alias="schema", serialization_alias="schema")
    json_: bool = Field(alias="json", serialization_alias="json")
    checked_at: str

    model_config = ConfigDict(populate_by_name=True)


class VisionModelRead(BaseModel):
    """A model of a provider's list. Prices in US$ per million tokens."""

    id: str
    allowed: bool
    images: bool | None = Field(description="Whether the provider says that it takes images")
    prompt_price: float | None
    completion_price: float | None
    probe: ProbeRead | None


class ModelList(BaseModel):
    items: list[VisionModelRead]


class ProbeWanted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    model: Annotated[Text, Field(min_length=1, max_length=200)]


class PromptWanted(BaseModel):
    """``template``: with ``{fields}`` at the place of the fields; empty for the built-in prompt.

    ``language``: of the cards, in plain words; as ``options.language`` of a batch.
    """

    model_config = ConfigDict(extra="forbid")

    fields: Fields
    template: Annotated[Text, Field(max_length=20_000)] = ""
    language: Annotated[Text, Field(max_length=100)] = ""


class PromptRead(BaseModel):
    text: str
    response_schema: dict[str, JsonValue]
    version: str = Field(description="Kept with each reading")


class SampleWanted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    cards: int = Field(default=5, ge=1, le=50)


class EstimateRead(BaseModel):
    cards: int
    cost: float | None
    margin: float | None
    seconds: float
    sample: int


class ReaderCostRead(BaseModel):
    """What one reader has taken for a batch: US$, a card that it has read, a card that people have verified."""

    engine: str
    model: str | None
    cards: int = Field(description="Cards that it has given values for")
    left: int = Field(description="Cards that it has yet to read, as the batch is set up")
    free: bool = Field(description="It works on this machine and costs nothing")
    readings: int
    prompt_tokens: int
    completion_tokens: int
    spent: float | None
    per_card: float | None
    per_verified: float | None
    estimate: EstimateRead | None


class ExpectedRead(BaseModel):
    """US$ for all that all readers have left."""

    cost: float
    margin: float


class CostRead(BaseModel):
    """Money in US$, of all readers together. ``waiting``: seconds until the provider lets the next call go.
    ``estimate``: of the first reader's cards, or of the reader that was named."""

    spent: float | None
    calls: int
    prompt_tokens: int
    completion_tokens: int
    readings: int
    ceiling: float | None
    per_card: float | None
    per_verified: float | None
    estimate: EstimateRead | None
    waiting: float
    readers: list[ReaderCostRead] = Field(
        default_factory=list, description="The first reader, the further ones, then others that have read some time"
    )
    expected: ExpectedRead | None = Field(default=None, description="Null while it is not known of one of them")
