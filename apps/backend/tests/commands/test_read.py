"""``indexcards read``: a folder of scans in, a table out, with the reader that is built in."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from app import cli
from app.core.config import REPOSITORY
from app.services import run_lock

SAMPLES = REPOSITORY / "data" / "samples" / "music"
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INDEXCARDS_MIN_FREE_BYTES", "0")
    monkeypatch.setenv("INDEXCARDS_DECODERS", "1")
    monkeypatch.delenv("INDEXCARDS_DATABASE_URL", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three drawn cards: two have the same name in different folders."""
    made = tmp_path / "Kasten 1"
    scans = sorted((SAMPLES / "images").iterdir())[:3]
    for part, name, scan in zip(("", "a", "b"), ("card1.jpg", "card2.jpg", "card2.jpg"), scans, strict=True):
        (made / part).mkdir(parents=True, exist_ok=True)
        shutil.copy(scan, made / part / name)
    return made


def read(folder: Path, *more: str) -> int:
    return cli.main(["read", str(folder), "--template", str(SAMPLES / "fields.json"), *more])


def test_a_folder_becomes_a_table_and_is_continued(folder: Path, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "out.csv"

    assert read(folder, "-o", str(out)) == 0
    first = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert "3 of 3 cards read, 0 failed" in capsys.readouterr().err
    shutil.copy(sorted((SAMPLES / "images").iterdir())[3], folder / "card9.jpg")
    (folder / "torn.jpg").write_bytes((folder / "card1.jpg").read_bytes()[:5000])
    (folder / "notes.txt").write_text("not a scan")
    assert read(folder, "-o", str(tmp_path / "out.json")) == 0

    told = capsys.readouterr().err
    records = json.loads((tmp_path / "out.json").read_bytes())
    assert len({row["filename"] for row in first}) == 3
    assert "4 of 4 cards read, 0 failed" in told
    assert "Not taken in: torn.jpg" in told
    assert "notes.txt" not in told
    assert [r["attempts"] for r in records] == [1, 1, 1, 1]
    assert any(value for r in records for value in r["data"].values())
    assert len(list((tmp_path / "data" / "batches").iterdir())) == 1
    assert cli.main(["check", "--data-dir", "data"]) == 0


def test_without_a_file_the_table_goes_to_the_screen(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["read", str(folder), "--fields", "Komponist, Titel"]) == 0

    rows = capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert "Komponist" in rows[0]
    assert "Titel" in rows[0]


def test_what_cannot_be_done_is_said_in_one_sentence(folder: Path, tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "odd.json").write_text('{"fields": [{"name": "A", "type": "colour"}]}')
    fields = ["--fields", "A"]
    wrong = [
        ["read", str(tmp_path / "nowhere"), *fields],
        ["read", str(tmp_path / "empty"), *fields],
        ["read", str(folder), "--fields", " , "],
        ["read", str(folder), "--fields", "A,a"],
        ["read", str(folder), "--template", str(tmp_path / "broken.json")],
        ["read", str(folder), "--template", str(tmp_path / "odd.json")],
        ["read", str(folder), "--template", str(tmp_path / "missing.json")],
        ["read", str(folder), *fields, "--engine", "abacus"],
        ["read", str(folder), *fields, "-o", "out.pdf"],
        ["read", str(folder), *fields, "-o", str(tmp_path / "nowhere" / "out.csv")],
        ["export", "nowhere", "--format", "csv"],
        ["evaluate", "nowhere", "--truth", str(tmp_path / "missing.json")],
    ]

    for arguments in wrong:
        code = cli.main(arguments)
        said = capsys.readouterr()
        assert code == 2, arguments
        assert said.out == "", arguments
        assert said.err.startswith("indexcards: "), arguments
        assert len(said.err.splitlines()) == 1, said.err


def test_a_folder_that_another_process_reads_is_left_to_it(folder: Path, capsys: Said) -> None:
    assert read(folder, "-o", "out.csv") == 0
    (batch,) = (p.name for p in Path("data/batches").iterdir())
    capsys.readouterr()

    with run_lock.held(Path("data"), batch):
        assert read(folder, "-o", "out.csv") == 2

    assert "Another process" in capsys.readouterr().err


def test_a_batch_is_exported_and_scored(folder: Path, tmp_path: Path, capsys: Said) -> None:
    assert read(folder, "-o", "out.csv") == 0
    (batch,) = (p.name for p in Path("data/batches").iterdir())
    truth = json.loads((SAMPLES / "truth.json").read_bytes())
    names = sorted(p.name for p in (SAMPLES / "images").iterdir())
    Path("truth.json").write_text(json.dumps({"card1.jpg": truth[names[0]]}))
    capsys.readouterr()

    assert cli.main(["export", batch, "--format", "json", "-o", "again.json"]) == 0
    assert cli.main(["evaluate", batch, "--truth", "truth.json"]) == 0
    by_batch = capsys.readouterr().out
    assert cli.main(["evaluate", "out.csv", "--truth", "truth.json"]) == 0

    assert len(json.loads(Path("again.json").read_bytes())) == 3
    assert by_batch == capsys.readouterr().out
    assert "Komponist" in by_batch
