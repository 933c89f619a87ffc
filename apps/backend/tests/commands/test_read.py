"""``indexcards read``: a folder of scans in, a table out, with the reader that is built in."""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import cli
from app.commands import screen
from app.commands.schema import schema_of
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


@dataclass(frozen=True)
class Done:
    """A folder that was read, grew, and was read on."""

    folder: Path
    data: Path
    first: Path
    second: Path
    told: tuple[str, str]

    @property
    def batch(self) -> str:
        (found,) = (self.data / "batches").iterdir()
        return found.name


def laid(folder: Path) -> Path:
    """Three drawn cards: two have the same name in different folders."""
    scans = sorted((SAMPLES / "images").iterdir())[:3]
    for part, name, scan in zip(("", "a", "b"), ("card1.jpg", "card2.jpg", "card2.jpg"), scans, strict=True):
        (folder / part).mkdir(parents=True, exist_ok=True)
        shutil.copy(scan, folder / part / name)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid(tmp_path / "Kasten 1")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    root = tmp_path_factory.mktemp("read")
    folder, at = laid(root / "Kasten 1"), ["--data-dir", str(root / "data")]
    told = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDEXCARDS_MIN_FREE_BYTES", "0")
        patch.delenv("INDEXCARDS_DATABASE_URL", raising=False)
        for out in ("out.csv", "out.json"):
            with screen.console.capture() as said:
                assert read(folder, "-o", str(root / out), *at) == 0
            told.append(said.get())
            shutil.copy(sorted((SAMPLES / "images").iterdir())[3], folder / "card9.jpg")
            (folder / "torn.jpg").write_bytes((folder / "card1.jpg").read_bytes()[:5000])
            (folder / "notes.txt").write_text("not a scan")
    return Done(folder, root / "data", root / "out.csv", root / "out.json", (told[0], told[1]))


def read(folder: Path, *more: str) -> int:
    return cli.main(["read", str(folder), "--template", str(SAMPLES / "fields.json"), *more])


def test_a_folder_becomes_a_table_and_is_continued(done: Done) -> None:
    records = json.loads(done.second.read_bytes())
    rows = list(csv.DictReader(done.first.read_text(encoding="utf-8-sig").splitlines()))

    assert len({row["filename"] for row in rows}) == 3
    assert "3 of 3 cards read, 0 failed" in done.told[0]
    assert "4 of 4 cards read, 0 failed" in done.told[1]
    assert "Not taken in: torn.jpg" in done.told[1]
    assert "notes.txt" not in done.told[1]
    assert [r["attempts"] for r in records] == [1, 1, 1, 1]
    assert any(value for r in records for value in r["data"].values())
    assert cli.main(["check", "--data-dir", str(done.data)]) == 0


def test_without_a_file_the_table_goes_to_the_screen(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["read", str(folder), "--fields", "Komponist, Titel"]) == 0

    rows = capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert "Komponist" in rows[0]
    assert "Titel" in rows[0]


def test_fields_may_lie_beside_the_folder_or_in_the_examples(folder: Path, tmp_path: Path) -> None:
    examples = tmp_path / "truth.json"
    examples.write_text('{"card1.jpg": {"Komponist": "x", "Titel": null}}')
    (folder.parent / "fields.json").write_text('["Signatur"]')

    beside = schema_of(argparse.Namespace(folder=folder, fields=None, template=None, examples=None))
    taught = schema_of(argparse.Namespace(folder=folder, fields=None, template=None, examples=examples))

    assert [f["name"] for f in beside[1] if isinstance(f, dict)] == ["Signatur"]
    assert [f["name"] for f in taught[1] if isinstance(f, dict)] == ["Komponist", "Titel"]


def test_a_file_of_fields_may_be_named_where_their_names_may(tmp_path: Path) -> None:
    file = tmp_path / "mine.JSON"
    file.write_text('["Signatur", {"name": "Jahr", "type": "year"}]')
    wanted = argparse.Namespace(folder=tmp_path, fields=str(file), template=None, examples=None)

    assert [f["name"] for f in schema_of(wanted)[1] if isinstance(f, dict)] == ["Signatur", "Jahr"]


def test_what_cannot_be_done_is_said_in_one_sentence(folder: Path, tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "odd.json").write_text('{"fields": [{"name": "A", "type": "colour"}]}')
    (tmp_path / "latin.json").write_bytes('["Größe"]'.encode("latin-1"))
    (tmp_path / "title.json").write_text('{"title": ["x"], "fields": ["A"]}')
    truth, few, half = (tmp_path / f"{name}.json" for name in ("truth", "few", "half"))
    truth.write_text(json.dumps({f"{n}.jpg": {"B": "x"} for n in range(5)}))
    few.write_text('{"card1.jpg": {"A": "x"}}')
    half.write_text('{"card1.jpg": {"A": "\\ud800"}}')
    fields = ["--fields", "A"]
    wrong = [
        ["read", str(tmp_path / "nowhere"), *fields],
        ["read", str(tmp_path / "empty"), *fields],
        ["read", str(folder)],
        ["read", str(folder), "--fields", " , "],
        ["read", str(folder), "--fields", "A,a"],
        ["read", str(folder), "--template", str(tmp_path / "broken.json")],
        ["read", str(folder), "--template", str(tmp_path / "odd.json")],
        ["read", str(folder), "--template", str(tmp_path / "missing.json")],
        ["read", str(folder / "card1.jpg"), *fields],
        ["read", str(folder), "--template", str(tmp_path / "latin.json")],
        ["read", str(folder), "--template", str(tmp_path / "title.json")],
        ["read", str(folder), "--template", str(truth)],
        ["read", str(folder), *fields, "--examples", str(truth)],
        ["read", str(folder), *fields, "--examples", str(few)],
        ["read", str(folder), *fields, "--examples", str(half)],
        ["read", str(folder), *fields, "-o", str(tmp_path)],
        ["read", str(folder), *fields, "-o", "out"],
        ["read", str(folder), *fields, "--engine", "vision"],
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
    assert list((tmp_path / "data" / "batches").iterdir()) == []


def test_a_folder_that_another_process_reads_is_left_to_it(done: Done, capsys: Said) -> None:
    with run_lock.held(done.data, done.batch):
        assert read(done.folder, "-o", "out.csv", "--data-dir", str(done.data)) == 2

    assert "Another process" in capsys.readouterr().err


def test_a_batch_is_exported_and_scored(done: Done, capsys: Said) -> None:
    at = ["--data-dir", str(done.data)]
    truth = json.loads((SAMPLES / "truth.json").read_bytes())
    names = sorted(p.name for p in (SAMPLES / "images").iterdir())
    Path("truth.json").write_text(json.dumps({"card1.jpg": truth[names[0]]}))

    assert cli.main(["export", done.batch, "--format", "json", "-o", "again.json", *at]) == 0
    assert cli.main(["export", done.batch, "--format", "csv", "-o", "again.csv", *at]) == 0
    assert cli.main(["evaluate", done.batch, "--truth", "truth.json", *at]) == 0
    by_batch = capsys.readouterr().out
    assert cli.main(["evaluate", "again.csv", "--truth", "truth.json"]) == 0

    assert len(json.loads(Path("again.json").read_bytes())) == 4
    assert by_batch.replace(done.batch, "again.csv") == capsys.readouterr().out
    assert "Komponist" in by_batch


def test_what_of_the_folder_is_not_in_the_table_is_said_and_the_reverse(folder: Path, tmp_path: Path) -> None:
    (folder / "nowhere.jpg").symlink_to(tmp_path / "gone.jpg")
    shutil.copy(folder / "card1.jpg", folder / "copy.jpg")
    with screen.console.capture() as first:
        assert read(folder, "-o", "out.csv") == 0
    (folder / "a" / "card2.jpg").unlink()
    with screen.console.capture() as second:
        assert read(folder, "-o", "out.csv") == 0

    assert "Not taken in: nowhere.jpg: It is no file that can be read, or a link to nowhere." in first.get()
    assert "Taken in once: copy.jpg is the same scan as card1.jpg." in first.get()
    assert "No longer in the folder" not in first.get()
    assert "No longer in the folder, but still in the table: 1 (as card2.jpg)." in second.get()


def test_examples_that_teach_nothing_do_not_cost_the_table(done: Done, tmp_path: Path) -> None:
    examples = tmp_path / "elsewhere.json"
    examples.write_text(json.dumps({f"{n}.jpg": {"Komponist": "x"} for n in range(5)}))

    with screen.console.capture() as told:
        code = read(done.folder, "--examples", str(examples), "-o", "out.csv", "--data-dir", str(done.data))

    assert code == 3
    assert "Nothing was learned." in told.get()
    assert Path("out.csv").is_file()


def test_a_batch_that_is_not_there_is_answered_with_those_that_are(done: Done, capsys: Said) -> None:
    assert cli.main(["export", "nowhere", "--format", "csv", "--data-dir", str(done.data)]) == 2

    assert f"There are: {done.batch}." in capsys.readouterr().err


def test_a_folder_of_which_nothing_can_be_taken_in_is_no_success(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "Torn"
    folder.mkdir()
    (folder / "torn.jpg").write_bytes(sorted((SAMPLES / "images").iterdir())[0].read_bytes()[:5000])

    with screen.console.capture() as told:
        code = read(folder, "-o", str(tmp_path / "out.csv"))

    assert code == 2
    assert "Not taken in: torn.jpg" in told.get()
    assert not (tmp_path / "out.csv").exists()
    assert list((tmp_path / "data" / "batches").iterdir()) == []


def test_stopping_while_the_program_still_loads_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "read", str(folder), "--fields", "A", "--data-dir", str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=REPOSITORY / "apps/backend", stderr=subprocess.PIPE, text=True) as begun:
        maps = Path(f"/proc/{begun.pid}/maps")
        while "sqlalchemy" not in maps.read_text():  # only commands load it
            assert begun.poll() is None
            time.sleep(0.01)
        begun.send_signal(signal.SIGINT)
        told = begun.communicate(timeout=60)[1]

    assert begun.returncode == 130
    assert "Traceback" not in told
