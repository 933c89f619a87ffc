"""What the framework leaves out about methods: ``HEAD`` of what can be read, and all that an address takes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fastapi import FastAPI
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """``HEAD`` of an address of the API is its ``GET`` without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD" or not scope["path"].startswith("/api/"):
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**scope, "method": "GET"}, receive, without_body)


def allowed(app: FastAPI, path: str) -> list[str]:
    """Every method that an address of the API takes; the framework names those of its first route only."""
    paths: Mapping[str, Mapping[str, object]] = app.openapi()["paths"]
    known = (methods for template, methods in paths.items() if re.fullmatch(compile_path(template)[0], path))
    methods = {method.upper() for found in known for method in found}
    return sorted(methods | ({"HEAD"} if "GET" in methods else set()))
