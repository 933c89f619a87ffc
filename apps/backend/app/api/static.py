"""Files of batches and the built frontend."""

from __future__ import annotations

import mimetypes
import re
from email.utils import parsedate
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from app.core import names
from app.services import ingest
from app.services.bootstrap import Parts
from app.services.folders import ERRORS, THUMBS, VIEW, BatchFolder

SANDBOX = {
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
}
MAX_RANGES = 8
OUT_OF_RANGE = "The file has no such piece. Ask for up to eight, each as in Range: bytes=0-99, or for the whole file."
_PIECE = re.compile(r"(?=.*\d)(\d{0,18})-(\d{0,18})")


class BatchFiles:
    """Images of batches, and nothing else of their folders: only what this service decoded, as what it is."""

    def __init__(self, state: Parts) -> None:
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"allow": "GET, HEAD"})
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        parts = [part for part in path.split("/") if part]
        try:
            answer = await run_in_threadpool(self._answer, parts, request.headers)
            await answer(scope, receive, _Together(send))
        except FileNotFoundError:  # moved or deleted meanwhile
            raise HTTPException(404, "There is no such image.") from None

    def _answer(self, parts: list[str], asked: Headers) -> Response:
        """Raises ``FileNotFoundError``."""
        found = self._find(parts)
        if found is None:
            raise FileNotFoundError
        file, media_type = found
        stat = file.stat()
        if not _is_possible(asked.get("range"), stat.st_size):
            raise HTTPException(416, OUT_OF_RANGE, headers={"content-range": f"bytes */{stat.st_size}"})
        headers = {**SANDBOX, "cache-control": "private, max-age=3600"}
        answer = FileResponse(file, media_type=media_type, headers=headers, stat_result=stat)
        return NotModifiedResponse(answer.headers) if _is_known(asked, answer.headers) else answer

    def _find(self, parts: list[str]) -> tuple[Path, str] | None:
        """``batch/name.jpg``, or one of ``_errors``, ``_thumbs``, ``_view`` between them."""
        if len(parts) not in (2, 3) or any(len(part) > 200 for part in parts):
            return None
        batch_name, filename = parts[0], parts[-1]
        part = parts[1] if len(parts) == 3 else ""
        if part not in ("", ERRORS, THUMBS, VIEW) or "\x00" in "".join(parts):
            return None
        with self._state.database.reading() as session:
            image = ingest.find(session, batch_name, names.stem_key(filename))
        if image is None:
            return None
        folder = BatchFolder(self._state.settings.batches_dir / batch_name)
        if part in (THUMBS, VIEW):
            if filename != f"{image.filename.rpartition('.')[0]}.webp":
                return None
            make = self._state.derivatives.thumbnail if part == THUMBS else self._state.derivatives.view
            made = make(folder, image.filename)
            return (made, "image/webp") if made else None
        if filename != image.filename or (part == ERRORS and image.folder != ERRORS):
            return None
        file = folder.locate(filename, image.folder)
        return (file, image.media_type) if file else None


class _Together:
    """Sends the head of an answer with its first bytes: until these are there, it can still be another answer."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._head: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._head = message
            return
        if self._head is not None:
            head, self._head = self._head, None
            await self._send(head)
        await self._send(message)


def _is_possible(ranges: str | None, size: int) -> bool:
    """Whether a ``Range`` asks for a few pieces, each in the right order, and one of them is there."""
    if ranges is None:
        return True
    if ranges.count(",") >= MAX_RANGES or not ranges.startswith("bytes="):
        return False
    pieces = [_PIECE.fullmatch(piece.strip()) for piece in ranges.removeprefix("bytes=").split(",")]
    if not all(piece and (not all(piece.groups()) or int(piece[1]) <= int(piece[2])) for piece in pieces):
        return False
    return any(int(piece[1]) < size if piece[1] else int(piece[2]) > 0 for piece in pieces if piece)


def _is_known(asked: Headers, answer: Headers) -> bool:
    """Whether who asks has the file as it is; by its tag where one is given, else by its time."""
    tags = asked.get("if-none-match")
    if tags is not None:
        return answer["etag"] in (tag.strip().removeprefix("W/") for tag in tags.split(",")) or tags.strip() == "*"
    since = parsedate(asked.get("if-modified-since", ""))
    changed = parsedate(answer["last-modified"])
    return since is not None and changed is not None and since >= changed


class Frontend(StaticFiles):
    """The built single-page application: its own addresses answer with ``index.html``."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory=directory, html=True)
        mimetypes.init()  # reads files of the system; not while a request waits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        await super().__call__(scope, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path == "api" or path.startswith(("api/", "..")):  # no route had it, whatever the method; or it leads out
            raise HTTPException(404)
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            # A card's address ends in its file's name.
            is_file = "." in path.rpartition("/")[2] and not path.startswith("batches/")
            if error.status_code != 404 or is_file:
                raise
            response = await super().get_response("index.html", scope)
        if path.startswith("assets/"):
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        else:
            response.headers["cache-control"] = "no-cache"
        return response
