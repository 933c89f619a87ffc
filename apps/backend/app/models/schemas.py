"""What crosses HTTP: requests and answers."""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError as Unfit

from app.core.errors import JsonValue
from app.models.enums import BatchStatus, FieldType, Pairing

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _clean(text: str) -> str:
    if _FORBIDDEN.search(text):
        raise Unfit("control_character", "holds a control character or half a character; remove it")
    return text


def single_line(text: str) -> str:
    stripped = " ".join(_clean(text).split())
    if not stripped:
        raise Unfit("blank", "must not be empty")
    return stripped


Text = Annotated[str, AfterValidator(_clean)]
Name = Annotated[str, Field(max_length=200), AfterValidator(single_line)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FieldIn(Strict):
    """A named value wanted from every card."""

    name: Name
    type: FieldType = FieldType.TEXT
    description: Annotated[Text, Field(max_length=2000)] = ""
    values: list[Name] = Field(default_factory=list, max_length=500)
    synonyms: list[Name] = Field(default_factory=list, max_length=50)
    required: bool = False

    @model_validator(mode="after")
    def _enum_has_values(self) -> FieldIn:
        if self.type is FieldType.ENUM and not self.values:
            raise Unfit(
                "enum_without_values",
                "field '{name}' is of type enum and needs its allowed values",
                {"name": self.name},
            )
        return self


def _from_name(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


FieldOrName = Annotated[FieldIn, BeforeValidator(_from_name, json_schema_input_type=FieldIn | str)]


def _distinct(fields: list[FieldIn]) -> list[FieldIn]:
    seen: set[str] = set()
    for field in fields:
        key = field.name.casefold()
        if key in seen:
            raise Unfit("fields_alike", "two fields are called '{name}'", {"name": field.name})
        seen.add(key)
    return fields


Fields = Annotated[list[FieldOrName], Field(max_length=200), AfterValidator(_distinct)]


def _storable(value: object, depth: int = 0) -> None:
    """Raise ``Unfit`` for what is no plain, finite JSON."""
    if depth > 20:
        raise Unfit("too_deep", "is nested too deeply")
    match value:
        case str():
            _clean(value)
        case float() if not math.isfinite(value):
            raise Unfit("not_finite", "holds a number that is not finite")
        case int() if abs(value) >= 2**63:
            raise Unfit("number_too_large", "holds a number that is too large")
        case dict():
            for name, part in value.items():
                _storable(name, depth + 1)
                _storable(part, depth + 1)
        case list():
            for part in value:
                _storable(part, depth + 1)


class ReaderChoice(Strict):
    """``model`` left out: the reader's own."""

    engine: Annotated[Text, Field(min_length=1, max_length=60)]
    model: Annotated[Text, Field(min_length=1, max_length=200)] | None = None


class BatchOptions(BaseModel):
    """How images become cards. ``pattern``: a regular expression whose groups ``card`` and ``side`` say
    which card an image belongs to and which side it is. Unknown options are kept."""

    model_config = ConfigDict(extra="allow")

    pairing: Pairing = Pairing.NONE
    pattern: Annotated[Text, Field(max_length=500)] | None = None
    second: ReaderChoice | Annotated[list[ReaderChoice], Field(max_length=4)] | None = Field(
        default=None,
        description="Reads beside the first when that has read the drawer, several one after the other; "
        "then the referee judges",
    )

    @model_validator(mode="after")
    def _extras_are_storable(self) -> BatchOptions:
        for name, value in (self.model_extra or {}).items():
            _storable({name: value})
        return self

    @model_validator(mode="after")
    def _pattern_is_usable(self) -> BatchOptions:
        if self.pairing is Pairing.PATTERN:
            if not self.pattern:
                raise Unfit("no_pattern", "pairing by pattern needs a pattern")
            try:
                groups = re.compile(self.pattern).groupindex
            except (re.error, OverflowError, RecursionError) as error:
                raise Unfit(
                    "bad_pattern", "the pattern is not a regular expression: {error}", {"error": str(error)}
                ) from error
            if not {"card", "side"} <= set(groups):
                raise Unfit("pattern_groups", "the pattern needs the groups (?P<card>...) and (?P<side>...)")
        return self


class BatchCreate(Strict):
    title: Annotated[str, Field(max_length=300), AfterValidator(single_line)]
    fields: Fields | None = None
    template_id: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    engine: Annotated[Text, Field(max_length=60)] | None = None
    model: Annotated[Text, Field(max_length=200)] | None = None
    options: BatchOptions | None = None


class BatchPatch(Strict):
    title: Annotated[str, Field(max_length=300), AfterValidator(single_line)] | None = None
    fields: Fields | None = None
    engine: Annotated[Text, Field(max_length=60)] | None = None
    model: Annotated[Text, Field(max_length=200)] | None = None
    options: BatchOptions | None = None
    template_id: Annotated[int, Field(ge=1, lt=2**63)] | None = Field(
        default=None, description="Which template the fields came from; it changes nothing else"
    )


class PassRead(BaseModel):
    """A reader that reads beside the first, and how far it has come."""

    engine: str
    model: str | None
    total: int
    done: int
    failed: int
    judge: bool = Field(default=False, description="One of the batch's own further readers; the referee follows them")
    place: int = Field(default=1, description="Which of the further readers it is")
    places: int = 1


class TookRead(BaseModel):
    """What the runs of a batch took that have ended, together. ``rate``: cards a second over all of it."""

    seconds: float
    cards: int
    rate: float | None


class BatchRead(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    name: str
    title: str
    status: BatchStatus
    reason: str | None
    reason_code: str | None = None
    engine: str
    model: str | None
    fields: list[FieldIn]
    options: dict[str, JsonValue]
    template_id: int | None = None
    total: int
    pending: int
    done: int
    failed: int
    reviewed: int
    created_at: datetime
    updated_at: datetime
    took: TookRead | None = Field(default=None, description="Null before the end of its first run")
    cover: list[str] = Field(default_factory=list, description="Addresses of up to three thumbnails")
    pass_: PassRead | None = Field(
        default=None, alias="pass", description="The reader that is reading beside the first, or was stopped at it"
    )


class ReadingsWanted(ReaderChoice):
    """``cards``: by default all that were read and that this reader has not read. ``sample``: only so many of them."""

    cards: Annotated[list[Text], Field(min_length=1, max_length=1000)] | None = None
    sample: Annotated[int, Field(ge=1, le=1000)] | None = None


class BesideFailureRead(BaseModel):
    """Cards that a reader could not read beside the first, for one cause."""

    engine: str
    model: str | None
    cause: str
    count: int
    error: str | None = Field(description="What was said of the first of them")
    cards: list[str] = Field(description="The first few of them")


class ReaderUseRead(BaseModel):
    """A reader of a batch. ``cards`` that it has read; ``seconds``: mean of a card; ``cost``: US$ in all, if known."""

    engine: str
    model: str | None
    cards: int
    seconds: float
    cost: float | None
    leaves_machine: bool = Field(description="Whether scans go to another machine")


class ReadingsRead(BaseModel):
    items: list[ReaderUseRead]
    failures: list[BesideFailureRead] = Field(description="Of readers beside the first, the most frequent first")


class SampleCreate(Strict):
    drawer: Literal["music", "dissertations"] = "music"


class RetryRequest(Strict):
    cause: Annotated[Text, Field(max_length=60)] | None = Field(
        default=None, description="Only the failed cards of this cause"
    )


class BatchPage(BaseModel):
    items: list[BatchRead]
    total: int


class Message(BaseModel):
    message: str
    batch_name: str


class EngineRead(BaseModel):
    name: str
    state: Literal["ready", "unavailable"]
    models: list[str]
    needs: str = Field(description="What is missing, or empty")
    needs_code: Literal["settings", "not_allowed"] | None = Field(default=None, description="The same as a code")
    leaves_machine: bool = Field(description="Whether scans are sent to another machine")
    host: str = Field(default="", description="Where scans go, for a reader that is a server")
    key_set: bool = Field(default=False, description="Whether a key is set; the key itself is never told")
    forbidden: bool = Field(default=False, description="This installation does not let scans leave the machine")


class EngineList(BaseModel):
    items: list[EngineRead]
    default: str


class Health(BaseModel):
    status: Literal["ok", "degraded"]
    version: str
    database: str
    engine: str
    free_bytes: int


class Misfit(BaseModel):
    """One thing in a request that does not fit."""

    field: str
    message: str
    code: str
    params: dict[str, JsonValue] = Field(default_factory=dict)


class Problem(BaseModel):
    """RFC 9457. ``code`` is stable; ``detail`` is a sentence for people, ``params`` the names and numbers in it."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    params: dict[str, JsonValue] = Field(default_factory=dict)
    errors: list[Misfit] = Field(default_factory=list, description="Of code invalid: one entry per place")
