"""Errors that a person or a script may cause, each with its HTTP status and a stable code.

AppError
├── NotFound            404
├── Conflict            409
│   └── StaleVersion    409, carries both versions
├── Invalid             422
├── TooLarge            413
├── Forbidden           403
├── BadRequest          400
├── NoSpace             507
└── Unavailable         503
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import TypeAliasType

JsonValue = TypeAliasType("JsonValue", "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None")


class AppError(Exception):
    """``detail`` is one clear sentence: what, where, what to do. ``params``: the names and numbers in it, so that
    others can say the same in their language by ``code``."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal_error"
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        params: Mapping[str, JsonValue] | None = None,
        extra: Mapping[str, JsonValue] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.problem_code = code or self.code
        self.params = dict(params or {})
        self.extra = dict(extra or {})


class NotFound(AppError):
    status = 404
    code = "not_found"
    title = "Not found"


class Conflict(AppError):
    status = 409
    code = "conflict"
    title = "Not possible in this state"


class StaleVersion(Conflict):
    code = "stale_version"
    title = "Someone else saved first"


class Invalid(AppError):
    status = 422
    code = "invalid"
    title = "The request does not fit"


class TooLarge(AppError):
    status = 413
    code = "too_large"
    title = "Too large"


class Forbidden(AppError):
    status = 403
    code = "forbidden"
    title = "Refused"


class BadRequest(AppError):
    status = 400
    code = "bad_request"
    title = "The request cannot be understood"


class NoSpace(AppError):
    status = 507
    code = "no_space"
    title = "The disk is full"


class Unavailable(AppError):
    status = 503
    code = "unavailable"
    title = "Not available at the moment"


def no_batch(name: str) -> NotFound:
    return NotFound(f"There is no batch called {name!r}.", code="batch_not_found", params={"batch": name})


def no_card(batch_name: str, filename: str) -> NotFound:
    params: dict[str, JsonValue] = {"batch": batch_name, "filename": filename}
    return NotFound(f"Batch {batch_name!r} has no card called {filename!r}.", code="card_not_found", params=params)


def no_image(batch_name: str, filename: str) -> NotFound:
    params: dict[str, JsonValue] = {"batch": batch_name, "filename": filename}
    return NotFound(f"Batch {batch_name!r} has no image called {filename!r}.", code="image_not_found", params=params)


def no_field(name: str, purpose: str = "") -> Invalid:
    """``purpose``: as in ``to sort by``."""
    told = f"The batch has no field {name!r}{f' {purpose}' if purpose else ''}."
    return Invalid(told, code="unknown_field", params={"field": name})
