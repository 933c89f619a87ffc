"""Row 1, at the worst moments: the process dies just before or just after the commit of a change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.last_act import Moment, dies, opened

from app.core.config import Settings
from app.imaging.decoder import Decoder
from app.services import integrity
from drawers import Drawer
from readers import Double, torn

ACTS: dict[str, Callable[[Drawer], object]] = {
    "create a batch": lambda drawer: drawer.batch("Another"),
    "upload": lambda drawer: drawer.upload(only(drawer), "new1.jpg", "new2.jpg"),
    "start": lambda drawer: drawer.start(only(drawer)),
    "retry": lambda drawer: drawer.client.post(f"/api/v1/batches/{only(drawer)}/retry"),
    "retry an image": lambda drawer: drawer.client.post(f"/api/v1/batches/{only(drawer)}/retry-image/torn1.jpg"),
    "correct": lambda drawer: drawer.client.patch(
        f"/api/v1/batches/{only(drawer)}/records/good.jpg", json={"version": 2, "set": {"Titel": "Neu"}}
    ),
    "change the fields": lambda drawer: drawer.client.patch(
        f"/api/v1/batches/{only(drawer)}", json={"fields": ["Titel", "Verlag"]}
    ),
    "delete an image": lambda drawer: drawer.client.delete(f"/api/v1/batches/{only(drawer)}/images/good.jpg"),
    "delete a failed image": lambda drawer: drawer.client.delete(f"/api/v1/batches/{only(drawer)}/images/torn1.jpg"),
    "delete the batch": lambda drawer: drawer.client.delete(f"/api/v1/batches/{only(drawer)}"),
}


def only(drawer: Drawer) -> str:
    name: str = drawer.client.get("/api/v1/batches").json()["items"][0]["name"]
    return name


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a batch: one card was read, two failed, one waits."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    settings = Settings(data_dir=folder, engine="double", decoders=1, min_free_bytes=0)
    with opened(settings, torn("torn1.jpg", "torn2.jpg")) as client:
        drawer = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
        batch = drawer.filled("good.jpg", "torn1.jpg", "torn2.jpg")
        drawer.run_to_end(batch)
        drawer.upload(batch, "waiting.jpg")
    return folder


@pytest.mark.parametrize("database_url", [""])
@pytest.mark.parametrize("moment", ["before_commit", "after_commit"])
@pytest.mark.parametrize("act", list(ACTS))
def test_row_01_a_process_that_dies_at_a_commit_leaves_files_and_rows_that_agree(
    prepared: Path, settings: Settings, decoder: Decoder, tmp_path: Path, act: str, moment: Moment
) -> None:
    shutil.copytree(prepared, settings.data_dir)
    batch = next(settings.batches_dir.iterdir()).name

    dies(settings, ACTS[act], moment, tmp_path / "trace")

    with opened(settings, Double()) as client:
        drawer = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
        checked = integrity.check(drawer.parts.database, settings.data_dir, settings.batches_dir, decoder)
        assert checked.findings == ()
        found = client.get(f"/api/v1/batches/{batch}")
        if act == "delete the batch" and moment == "after_commit":
            assert found.status_code == 404
            return
        assert found.json()["status"] in ("completed", "interrupted")
        assert drawer.run_to_end(batch)["pending"] == 0
