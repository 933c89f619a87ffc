"""What crosses HTTP when many records are changed at once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError as Unfit

from app.models.enums import CardStatus
from app.models.record_schemas import Differ, ReviewState
from app.models.schemas import Strict, Text, single_line


class RecordFilter(Strict):
    """As the table's, see ``GET …/records``."""

    q: Annotated[Text, Field(max_length=500)] | None = None
    status: CardStatus | None = None
    review: ReviewState | None = None
    field: Annotated[Text, Field(max_length=200)] | None = None
    value: Annotated[Text, Field(max_length=500)] | None = None
    max_confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    flagged: bool | None = None
    differ: Differ | None = None


Versions = dict[Annotated[str, Field(max_length=200)], int]


class BulkChange(Strict):
    """One change of many records: of ``cards`` (file name and the version that was seen), or of all that match
    ``filter`` and have not changed since ``revision``, except those ``seen`` in that version, and not ``without``."""

    cards: Annotated[Versions, Field(max_length=100_000)] | None = None
    filter: RecordFilter | None = None
    revision: int | None = None
    seen: Annotated[Versions, Field(max_length=100_000)] = Field(default_factory=dict)
    without: list[Annotated[str, Field(max_length=200)]] = Field(default_factory=list, max_length=100_000)
    set: dict[str, Annotated[Text, Field(max_length=100_000)] | None] = Field(default_factory=dict)
    accept: Literal["all"] | list[str] = Field(
        default_factory=list, description="Fields, or all; a field that has a verdict keeps it"
    )
    who: Annotated[str, Field(max_length=120), AfterValidator(single_line)] = "someone"

    @model_validator(mode="after")
    def _says_which_and_what(self) -> BulkChange:
        if (self.cards is None) == (self.filter is None):
            raise Unfit("cards_or_filter", "name either the cards or a filter")
        if self.filter is not None and self.revision is None:
            raise Unfit("no_revision", "a filter needs the revision that was seen")
        if not self.set and not self.accept:
            raise Unfit("nothing_to_do", "say what to set or what to accept")
        if self.accept != "all" and (both := self.set.keys() & set(self.accept)):
            raise Unfit("field_twice", "field '{name}' is to be set and accepted; name it once", {"name": min(both)})
        return self


class BulkUndo(Strict):
    who: Annotated[str, Field(max_length=120), AfterValidator(single_line)] = "someone"


class LeftOut(BaseModel):
    filename: str
    code: Literal["changed_since", "not_read", "gone"]
    fields: list[str] = Field(description="The fields concerned; empty: all of the card")


class BulkReport(BaseModel):
    id: str | None = Field(description="Undoes the change; none where nothing changed")
    changed: int
    unchanged: int = Field(description="Records that were so already")
    left_out: list[LeftOut] = Field(description="At most 200 of them")
    left_out_total: int
    revision: int
