"""``indexcards check``: damage is found and told, and nothing is repaired but thumbnails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app import cli
from app.core.config import Settings
from app.db import batches
from app.main import create_app
from app.models.enums import BatchStatus
from drawers import Drawer, OpenDrawer
from readers import torn

Said = pytest.CaptureFixture[str]


@pytest.fixture
def drawer(open_drawer: OpenDrawer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawer]:
    """An application whose database the command line finds."""
    made = open_drawer(torn("torn.jpg"))
    monkeypatch.setenv("INDEXCARDS_DATABASE_URL", made.parts.settings.database_url)
    return made


def check(drawer: Drawer, said: Said) -> tuple[int, list[str], str]:
    """Exit code, codes of the findings, and the last line."""
    for name in drawer.parts.settings.batches_dir.iterdir():
        drawer.parts.publisher.publish(name.name)
    said.readouterr()
    code = cli.main(["check", "--data-dir", str(drawer.parts.settings.data_dir)])
    lines = said.readouterr().out.splitlines()
    return code, sorted(line.partition(":")[0] for line in lines[:-1]), lines[-1]


def lived(drawer: Drawer) -> str:
    batch = drawer.filled("a.jpg", "b.jpg", "c.jpg", "torn.jpg")
    drawer.run_to_end(batch)
    path = f"/api/v1/batches/{batch}/records/a.jpg"
    drawer.client.patch(path, json={"version": 2, "set": {"Titel": "Hand"}})
    for name in ("a", "b", "c", "torn"):
        drawer.client.get(f"/batches-static/{batch}/_thumbs/{name}.webp")
    return batch


def originals(drawer: Drawer, batch: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in drawer.folder(batch).rglob("*.jpg")}


def test_row_16_a_normal_life_leaves_no_finding(drawer: Drawer, capsys: Said) -> None:
    batch = lived(drawer)
    drawer.client.post(f"/api/v1/batches/{batch}/retry")
    drawer.run_to_end(batch, start=False)
    drawer.client.delete(f"/api/v1/batches/{batch}/images/c.jpg")
    drawer.client.delete(f"/api/v1/batches/{drawer.filled('x.jpg')}")

    assert check(drawer, capsys) == (0, [], "1 batches, 3 images, 0 findings")


def test_row_16_five_damages_are_all_told(drawer: Drawer, capsys: Said) -> None:
    batch = lived(drawer)
    folder = drawer.folder(batch)
    content = bytearray((folder / "a.jpg").read_bytes())
    content[100] ^= 1
    (folder / "a.jpg").write_bytes(content)
    (folder / "b.jpg").unlink()
    (folder / "orphan.jpg").write_bytes(b"x")
    (folder / "c.jpg").chmod(0)
    (folder / "_thumbs" / "torn.webp").unlink()

    code, found, last = check(drawer, capsys)
    (folder / "c.jpg").chmod(0o644)

    assert (code, found) == (1, ["file_changed", "file_extra", "file_missing", "file_unreadable"])
    assert last == "1 batches, 4 images, 4 findings, 1 thumbnails made again"
    assert (folder / "_thumbs" / "torn.webp").is_file()
    assert (folder / "a.jpg").read_bytes() == content
    assert (folder / "orphan.jpg").exists()


def test_row_16_a_mended_store_is_clean_again(drawer: Drawer, capsys: Said) -> None:
    batch = lived(drawer)
    kept = (drawer.folder(batch) / "a.jpg").read_bytes()
    (drawer.folder(batch) / "a.jpg").unlink()
    assert check(drawer, capsys)[0] == 1

    (drawer.folder(batch) / "a.jpg").write_bytes(kept)

    assert check(drawer, capsys)[:2] == (0, [])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_row_16_a_backup_that_is_restored_elsewhere_is_clean_and_the_same(
    drawer: Drawer, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = lived(drawer)
    drawer.parts.publisher.publish(batch)
    results, scans = drawer.results(batch), originals(drawer, batch)
    backup, restored = tmp_path / "backup", tmp_path / "restored" / "data"
    shutil.copytree(drawer.parts.settings.data_dir, backup)
    drawer.client.delete(f"/api/v1/batches/{batch}").raise_for_status()
    monkeypatch.delenv("INDEXCARDS_DATABASE_URL")
    shutil.copytree(backup, restored)
    capsys.readouterr()

    code = cli.main(["check", "--data-dir", str(restored)])

    assert (code, capsys.readouterr().out) == (0, "1 batches, 4 images, 0 findings\n")
    with TestClient(
        create_app(Settings(data_dir=restored, engine="local", decoders=1)), base_url="http://localhost"
    ) as client:
        again = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
        assert again.results(batch) == results
        assert originals(again, batch) == scans


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_row_16_a_bit_that_flips_anywhere_in_an_original_is_told(drawer: Drawer, capsys: Said, place: float) -> None:
    batch = lived(drawer)
    path = drawer.folder(batch) / "_errors" / "torn.jpg"
    content = bytearray(path.read_bytes())
    content[round(place * (len(content) - 1))] ^= 1
    path.write_bytes(content)

    assert check(drawer, capsys)[:2] == (1, ["file_changed"])


@pytest.mark.parametrize("content", [b"", b"[", b"{}", b"[1]", b'[{"filename": "a.jpg"}]', b"null"])
def test_row_16_a_checkpoint_of_somebody_else_is_told(drawer: Drawer, capsys: Said, content: bytes) -> None:
    batch = lived(drawer)
    check(drawer, capsys)
    (drawer.folder(batch) / "checkpoint.json").write_bytes(content)

    code = cli.main(["check", "--data-dir", str(drawer.parts.settings.data_dir)])

    assert code == 1
    assert "checkpoint_d" in capsys.readouterr().out


def test_row_16_wrong_counters_and_orphaned_runs_are_told(drawer: Drawer, capsys: Said) -> None:
    batch = lived(drawer)
    with drawer.parts.database.session() as session:
        row = batches.get(session, batch)
        assert row is not None
        batches.count(session, row.id, done=1, reviewed=1)
        batches.move(session, batch, sources=list(BatchStatus), target=BatchStatus.RUNNING)

    code, found, _ = check(drawer, capsys)

    assert (code, found) == (1, ["counters_differ", "counters_differ", "orphaned_run"])


def test_row_16_links_and_half_written_files_are_told(drawer: Drawer, capsys: Said) -> None:
    batch = lived(drawer)
    folder = drawer.folder(batch)
    (folder / "a.jpg").rename(folder.parent.parent / "elsewhere.jpg")
    (folder / "a.jpg").symlink_to(folder.parent.parent / "elsewhere.jpg")
    (folder / ".tmp-half").write_bytes(b"x")
    os.utime(folder / ".tmp-half", (0, 0))
    (folder / ".tmp-being-written").write_bytes(b"x")

    code, found, _ = check(drawer, capsys)

    assert (code, found) == (1, ["file_missing", "file_temporary"])


def test_a_folder_without_a_database_is_not_made_one(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INDEXCARDS_DATABASE_URL", raising=False)
    for command in (["check"], ["export", "x", "--format", "csv"]):
        assert cli.main([*command, "--data-dir", str(tmp_path / "typo")]) == 2
        assert "There is no database" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()
