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

from app.api import validation
from app.api.methods import allowed
from app.core.errors import AppError, JsonValue, NoSpace

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
_UNPARSED = "There was an error parsing the body"
"""So FastAPI says; it does not know why."""
_SAYS = {
    400: "The body cannot be understood as JSON: it is not UTF-8, nested too deeply, or holds too large a number.",
    404: "There is nothing at {1}; the addresses are listed in /api/v1/openapi.json.",
    405: "{0} is not possible at {1}; the header Allow says what is.",
}


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
    extra = {**error.extra, "params": error.params} if error.params else error.extra
    return problem(error.status, error.problem_code, error.title, error.detail, extra)


def install(app: FastAPI) -> None:
    """Register the handlers."""

    @app.exception_handler(AppError)
    def _app_error(_request: Request, error: AppError) -> JSONResponse:
        if error.status >= 500:
            log.error("%s: %s", error.problem_code, error.detail)
        return of_app_error(error)

    @app.exception_handler(RequestValidationError)
    def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        found = validation.places(error.errors())
        return problem(422, "invalid", "The request does not fit", validation.summary(found), {"errors": [*found]})

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> JSONResponse:
        phrase = HTTPStatus(error.status_code).phrase
        code = phrase.lower().replace(" ", "_").replace("-", "_")
        detail = str(error.detail or phrase)
        if detail in (phrase, _UNPARSED):
            detail = _SAYS.get(error.status_code, phrase + ".").format(request.method, request.url.path)
        answer = problem(error.status_code, code, phrase, detail)
        answer.headers.update(error.headers or {})
        if error.status_code == 405 and (methods := allowed(app, request.url.path)):
            answer.headers["allow"] = ", ".join(methods)
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
