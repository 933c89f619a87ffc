from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exports.cards import record, sheet

from app.core.errors import Invalid
from app.exports.base import RecordDict, Streaming
from app.exports.formats import FORMATS, exporter, write_file


@pytest.mark.parametrize("name", FORMATS)
def test_row_47_every_format_is_written_to_a_whole_file(name: str, tmp_path: Path) -> None:
    to = exporter(name)
    path = tmp_path / f"out{to.suffix}"

    report = write_file(path, to, [record()], sheet())

    assert (to.format, report.records) == (name, 1)
    assert path.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
def test_row_47_the_old_file_stays_when_the_records_break_off(name: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")

    def broken() -> Iterator[RecordDict]:
        yield record()
        raise ConnectionError("the database went away")

    with pytest.raises(ConnectionError):
        write_file(path, exporter(name), broken(), sheet())

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_csv_and_json_can_be_streamed_and_xlsx_cannot() -> None:
    assert [isinstance(exporter(name), Streaming) for name in ("csv", "json", "xlsx")] == [True, True, False]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Invalid, match="choose one of csv, xlsx, json"):
        exporter("pdf")
