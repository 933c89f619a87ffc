"""Handing over: records of a batch as a file, from one consistent read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from app.core.errors import no_field
from app.db.records import Query
from app.db.session import Database
from app.exports.base import Exporter, ExportReport, Sheet, Streaming
from app.exports.formats import write_file
from app.models.tables import Batch
from app.services import records, schemata

READ_SIZE = 1 << 18


class Handover:
    """One export under way: ``chunks()`` yields the file's bytes; ``close`` ends the read."""

    def __init__(
        self,
        database: Database,
        batch_name: str,
        exporter: Exporter,
        query: Query | None = None,
        fields: Sequence[str] = (),
    ) -> None:
        """Raises ``NotFound`` before the first byte; the view of the data is the one of this moment.

        ``query``: only records that match; ``fields``: only these columns, where the format has columns.
        """
        self._stack = ExitStack()
        session = self._stack.enter_context(database.reading())
        with self._on_error():
            batch = records.require_batch(session, batch_name)
            ids = records.matching(session, batch, query) if query is not None and query.filtered else None
            self.sheet = Sheet(
                batch=batch.name,
                title=batch.title,
                fields=_columns(batch, fields),
                total=batch.done + batch.failed if ids is None else len(ids),
            )
            self._records = records.all_of(session, batch_name) if ids is None else records.some_of(session, batch, ids)
            self._exporter = exporter
            self._spool = None if isinstance(exporter, Streaming) else self._whole()

    def _on_error(self) -> ExitStack:
        """Ends the read when the block fails."""
        guard = ExitStack()

        def leave(kind: type[BaseException] | None, *_rest: object) -> None:
            if kind is not None:
                self.close()

        guard.push(leave)
        return guard

    def _whole(self) -> BinaryIO:
        spool: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the stack, with the read
        self._stack.enter_context(spool)
        self._exporter.write(self._records, self.sheet, spool)
        spool.seek(0)
        return spool

    def chunks(self) -> Iterator[bytes]:
        try:
            if self._spool is not None:
                while block := self._spool.read(READ_SIZE):
                    yield block
            elif isinstance(self._exporter, Streaming):
                yield from _blocks(self._exporter.chunks(self._records, self.sheet))
        finally:
            self.close()

    def close(self) -> None:
        self._stack.close()


def _columns(batch: Batch, wanted: Sequence[str]) -> tuple[str, ...]:
    """All fields, or those wanted in the order wanted; ``Invalid`` for an unknown one."""
    known = schemata.names(batch.fields)
    if unknown := [name for name in wanted if name not in known]:
        raise no_field(unknown[0], "to export")
    return tuple(dict.fromkeys(wanted)) or tuple(known)


def _blocks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: each piece costs the server a trip between threads."""
    gathered = bytearray()
    for piece in pieces:
        gathered += piece
        if len(gathered) >= READ_SIZE:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


def to_file(database: Database, batch_name: str, exporter: Exporter, path: Path) -> ExportReport:
    """Write a batch to ``path``; the file appears only when it is whole."""
    with database.reading() as session:
        batch = records.require_batch(session, batch_name)
        sheet = Sheet(
            batch=batch.name,
            title=batch.title,
            fields=tuple(schemata.names(batch.fields)),
            total=batch.done + batch.failed,
        )
        return write_file(path, exporter, records.all_of(session, batch_name), sheet)
