"""What crosses HTTP about templates."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from app.core.errors import JsonValue
from app.models.schemas import BatchOptions, FieldIn, Fields, Name, Strict, Text


class TemplateWrite(Strict):
    name: Name
    fields: Fields
    engine: Annotated[Text, Field(max_length=60)] | None = None
    model: Annotated[Text, Field(max_length=200)] | None = None
    options: BatchOptions | None = None


class TemplateUse(BaseModel):
    """A batch made with a template."""

    name: str
    title: str


class TemplateRead(BaseModel):
    id: int
    name: str
    fields: list[FieldIn]
    engine: str | None
    model: str | None
    options: dict[str, JsonValue]
    version: int
    created_at: datetime
    updated_at: datetime
    batches: list[TemplateUse] = Field(default_factory=list, description="Batches made with it, newest first")


class TemplatePage(BaseModel):
    items: list[TemplateRead]
    total: int
