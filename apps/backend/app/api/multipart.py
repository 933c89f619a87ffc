"""Receiving files as they come: each part straight into the batch's folder, nothing in the temporary one."""

from __future__ import annotations

import asyncio
import errno
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import aiofiles
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect, Request

from app.core.errors import BadRequest, Invalid, NoSpace, NotFound, TooLarge
from app.core.files import TEMPORARY_PREFIX

MAX_FILES = 500
MAX_PARTS = 1000
MAX_HEADER = 16 * 1024
FLUSH = 512 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """One file in ``.incoming``. ``too_large``: more than the limit came; what is on disk is empty then."""

    path: Path
    original_name: str
    too_large: bool = False


@dataclass(slots=True)
class _Part:
    name: str
    filename: str | None
    path: Path
    buffer: bytearray = field(default_factory=bytearray)
    size: int = 0
    ended: bool = False


class _Collector:
    """Turns the parser's callbacks into parts; knows nothing of disks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._header_name = bytearray()
        self._header_value = bytearray()
        self._headers: dict[str, bytes] = {}
        self.parts: list[_Part] = []
        self._begun = 0
        self.complete = False

    def callbacks(self) -> dict[str, object]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._field,
            "on_header_value": self._value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._headers_finished,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._all,
        }

    def _begin(self) -> None:
        self._begun += 1
        if self._begun > MAX_PARTS:
            raise TooLarge(
                f"More than {MAX_PARTS} parts in one request. Send the files in several.",
                code="too_many_parts",
                params={"most": MAX_PARTS},
            )
        self._headers = {}

    def _field(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]
        self._check_headers()

    def _value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]
        self._check_headers()

    def _check_headers(self) -> None:
        if len(self._header_name) + len(self._header_value) > MAX_HEADER or len(self._headers) > 16:
            raise BadRequest("The headers of a part are too large.", code="bad_form")

    def _header_end(self) -> None:
        self._headers[self._header_name.decode("latin-1").lower()] = bytes(self._header_value)
        self._header_name, self._header_value = bytearray(), bytearray()

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get("content-disposition", b""))
        name = options.get(b"name", b"").decode("utf-8", "replace")
        filename = options.get(b"filename")
        path = self._folder / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}"
        self.parts.append(_Part(name, None if filename is None else filename.decode("utf-8", "replace"), path))

    def _data(self, data: bytes, start: int, end: int) -> None:
        part = self.parts[-1]
        part.size += end - start
        part.buffer += data[start:end]

    def _end(self) -> None:
        self.parts[-1].ended = True

    def _all(self) -> None:
        self.complete = True


async def receive(request: Request, folder: Path, *, max_bytes: int) -> AsyncIterator[Received]:
    """Yield each file of the form field ``files`` when it is whole on disk.

    Raises ``BadRequest`` for a body that is no form, ``TooLarge`` for too many files, ``NoSpace``; files not
    yet yielded are removed then, and when the client goes away.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise Invalid("Send the scans as multipart/form-data, in the field 'files'.", code="not_a_form")
    collector = _Collector(folder)
    try:
        parser = MultipartParser(
            boundary,
            collector.callbacks(),  # type: ignore[arg-type]
            max_header_size=MAX_HEADER,
        )
        sink = _Sink(collector, max_bytes)
        async for chunk in request.stream():
            if chunk:
                parser.write(chunk)
            async for received in sink.advance():
                yield received
        parser.finalize()
        if not collector.complete:
            raise BadRequest("The upload ended in the middle of a file. Send it again.", code="upload_cut_off")
    except (MultipartParseError, ValueError) as error:
        raise BadRequest("The upload cannot be understood; is it multipart/form-data?", code="bad_form") from error
    except ClientDisconnect as error:
        raise BadRequest("The connection was lost during the upload. Send it again.", code="upload_cut_off") from error
    except FileNotFoundError as error:
        raise NotFound("The batch was deleted during the upload.", code="batch_not_found") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpace("The disk with the scans is full. Free some space, then try again.") from error
        raise
    finally:
        left = [part.path for part in collector.parts if part.filename is not None]
        if left:
            await asyncio.to_thread(_remove, left)


def _remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


class _Sink:
    """Writes what the collector has gathered."""

    def __init__(self, collector: _Collector, max_bytes: int) -> None:
        self._collector = collector
        self._max_bytes = max_bytes
        self._files = 0

    async def advance(self) -> AsyncIterator[Received]:
        """Write out; yield the files that became whole. A part is forgotten when it is handed over, not before."""
        parts = self._collector.parts
        while parts:
            part = parts[0]
            if part.filename is None or part.name != "files":
                part.buffer.clear()
                if part.size > MAX_HEADER and part.filename is None:
                    raise TooLarge("A form field is too large.")
            elif part.size > self._max_bytes:
                part.buffer.clear()
            elif part.ended or len(part.buffer) >= FLUSH:
                await self._write(part)
            if not part.ended:
                break
            received = self._close(part) if part.filename is not None and part.name == "files" else None
            parts.pop(0)
            if received is not None:
                yield received

    async def _write(self, part: _Part) -> None:
        async with aiofiles.open(part.path, "ab") as out:
            await out.write(part.buffer)
        part.buffer.clear()

    def _close(self, part: _Part) -> Received:
        self._files += 1
        if self._files > MAX_FILES:
            raise TooLarge(
                f"More than {MAX_FILES} files in one request. Send them in several.",
                code="too_many_files",
                params={"most": MAX_FILES},
            )
        return Received(part.path, part.filename or "", too_large=part.size > self._max_bytes)
