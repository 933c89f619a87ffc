"""Errors as ``application/problem+json`` (RFC 9457). The only such place."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from app.core.errors import AppError, JsonValue, NoSpace

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


class _Told(JSONResponse):
    """ASCII, so that even half a character of the request can be quoted."""

    media_type = MEDIA_TYPE

    def render(self, content: object) -> bytes:
        return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()


def problem(status: int, code: str, title: str, detail: str, extra: dict[str, JsonValue] | None = None) -> JSONResponse:
    body: dict[str, JsonValue] = {
        **(extra or {}), "type": "about:blank", "title": title, "status": status, "detail": detail, "code": code,
    }  # fmt: skip
    return _Told(body, status_code=status)


def of_app_error(error: AppError) -> JSONResponse:
    return problem(error.status, error.problem_code, error.title, error.detail, error.extra)


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location if part not in ("body", "query", "path")) or "body"


def install(app: FastAPI) -> None:
    """Register the handlers."""

    @app.exception_handler(AppError)
    def _app_error(_request: Request, error: AppError) -> JSONResponse:
        if error.status >= 500:
            log.error("%s: %s", error.problem_code, error.detail)
        return of_app_error(error)

    @app.exception_handler(RequestValidationError)
    def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        found: list[JsonValue] = [
            {"field": _place(tuple(e["loc"])), "message": str(e["msg"]).removeprefix("Value error, ")}
            for e in error.errors()
        ]
        said = "; ".join(f"{e['field']}: {e['message']}" for e in found[:5] if isinstance(e, dict))
        return problem(422, "invalid", "The request does not fit", said or "Not valid.", {"errors": found})

    @app.exception_handler(HTTPException)
    def _http(_request: Request, error: HTTPException) -> JSONResponse:
        phrase = HTTPStatus(error.status_code).phrase
        code = phrase.lower().replace(" ", "_").replace("-", "_")
        answer = problem(error.status_code, code, phrase, str(error.detail or phrase))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(PoolTimeout)
    def _busy(_request: Request, error: PoolTimeout) -> JSONResponse:
        log.warning("no database connection free: %s", error)
        return problem(503, "busy", "Busy", "Too much at once. Try again in a moment.")

    @app.exception_handler(OSError)
    def _disk(_request: Request, error: OSError) -> JSONResponse:
        log.error("disk error", exc_info=error)
        if error.errno in (28, 122):
            return of_app_error(NoSpace("The disk is full. Free some space, then try again."))
        return problem(500, "disk_error", "The disk does not obey", "A file could not be read or written.")

    @app.exception_handler(SQLAlchemyError)
    @app.exception_handler(Exception)
    def _ours(_request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected %s", type(error).__name__, exc_info=error)
        detail = "An error of ours; it is in the log. What was saved before is safe."
        return problem(500, "internal_error", "Something went wrong on our side", detail)
