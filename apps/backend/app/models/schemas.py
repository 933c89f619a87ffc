"""What crosses HTTP: requests and answers."""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from app.core.errors import JsonValue
from app.models.enums import BatchStatus, CardStatus, FieldType, Pairing, Verdict

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _clean(text: str) -> str:
    if _FORBIDDEN.search(text):
        raise ValueError("holds a control character or half a character; remove it")
    return text


def single_line(text: str) -> str:
    stripped = " ".join(_clean(text).split())
    if not stripped:
        raise ValueError("must not be empty")
    return stripped


Text = Annotated[str, AfterValidator(_clean)]
Name = Annotated[str, Field(max_length=200), AfterValidator(single_line)]


ReviewState = Literal["none", "partial", "complete", "open"]
"""``open``: not complete."""


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
            raise ValueError(f"field {self.name!r} is of type enum and needs its allowed values")
        return self


def _from_name(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


FieldOrName = Annotated[FieldIn, BeforeValidator(_from_name, json_schema_input_type=FieldIn | str)]


def _distinct(fields: list[FieldIn]) -> list[FieldIn]:
    seen: set[str] = set()
    for field in fields:
        key = field.name.casefold()
        if key in seen:
            raise ValueError(f"two fields are called {field.name!r}")
        seen.add(key)
    return fields


Fields = Annotated[list[FieldOrName], Field(max_length=200), AfterValidator(_distinct)]


def _storable(value: object, depth: int = 0) -> None:
    """Raise ``ValueError`` for what is no plain, finite JSON."""
    if depth > 20:
        raise ValueError("is nested too deeply")
    match value:
        case str():
            _clean(value)
        case float() if not math.isfinite(value):
            raise ValueError("holds a number that is not finite")
        case int() if abs(value) >= 2**63:
            raise ValueError("holds a number that is too large")
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
    second: ReaderChoice | None = Field(
        default=None, description="Reads beside the first when that has read the drawer; then the referee judges"
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
                raise ValueError("pairing by pattern needs a pattern")
            try:
                groups = re.compile(self.pattern).groupindex
            except (re.error, OverflowError, RecursionError) as error:
                raise ValueError(f"the pattern is not a regular expression: {error}") from error
            if not {"card", "side"} <= set(groups):
                raise ValueError("the pattern needs the groups (?P<card>...) and (?P<side>...)")
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


class BatchRead(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    name: str
    title: str
    status: BatchStatus
    reason: str | None
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


class StoredImage(BaseModel):
    filename: str
    original_name: str
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
    field: str | None = Field(description="The least certain field that nobody has looked at")
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
    prompt: str | None = Field(default=None, description="Version of the prompt")
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


class EngineRead(BaseModel):
    name: str
    state: Literal["ready", "unavailable"]
    models: list[str]
    needs: str = Field(description="What is missing, or empty")
    leaves_machine: bool = Field(description="Whether scans are sent to another machine")


class EngineList(BaseModel):
    items: list[EngineRead]
    default: str


class Health(BaseModel):
    status: Literal["ok", "degraded"]
    version: str
    database: str
    engine: str
    free_bytes: int


class Problem(BaseModel):
    """RFC 9457. ``code`` is stable; ``detail`` is a sentence for people."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
