"""What the socket says, told apart by ``type``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.models.enums import BatchStatus
from app.models.schemas import PassRead


class Counts(BaseModel):
    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    batch: str
    seq: int
    status: BatchStatus
    total: int
    pending: int
    done: int
    failed: int
    rate: float | None = Field(description="Cards a second over the last half minute; null when not running")
    eta: float | None = Field(description="Seconds left; null when not known")
    pass_: PassRead | None = Field(
        default=None, alias="pass", description="The reader that is reading beside the first; rate and eta are its"
    )


class SnapshotEvent(Counts):
    type: Literal["snapshot"] = "snapshot"


class FinishedCard(BaseModel):
    filename: str
    success: bool
    data: dict[str, str | None] | None
    error: str | None
    cause: str | None = None


class ProgressEvent(Counts):
    type: Literal["progress"] = "progress"
    cards: list[FinishedCard]


class FinishedEvent(Counts):
    type: Literal["finished"] = "finished"
    reason: str | None = None


BatchEvent = Annotated[SnapshotEvent | ProgressEvent | FinishedEvent, Field(discriminator="type")]
