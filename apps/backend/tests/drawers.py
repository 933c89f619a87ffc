"""Drawers for tests: an application of one's own, scans drawn on the spot, and words for what tests do."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient
from PIL import Image, ImageDraw
from sqlalchemy import select, update
from starlette.testclient import WebSocketTestSession

from app.models import layout
from app.models.record import Line, Page
from app.models.tables import Base, Card, Reading
from app.services.bootstrap import Parts
from providers import FaultyProvider
from readers import ByBatch, Double, Gated

FIELDS = ["Komponist", "Titel", "Signatur"]
ENDED = {"completed", "cancelled", "paused", "interrupted"}


def scan(label: str = "", *, size: tuple[int, int] = (320, 200), kind: str = "JPEG") -> bytes:
    """An encoded picture of a card that differs from every other label's."""
    dice = random.Random(label)
    picture = Image.new("RGB", size, (250, 248, 240))
    pen = ImageDraw.Draw(picture)
    pen.text((20, 20), label, fill=(20, 20, 20))
    for _ in range(40):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        pen.line((x, y, x + 20, y), fill=(dice.randrange(200),) * 3)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


@dataclass(slots=True)
class Drawer:
    """One application under test. ``client`` speaks HTTP to it, ``parts`` are what it is made of."""

    client: TestClient
    parts: Parts

    def batch(self, title: str = "Drawer", fields: list[str] | None = None, **more: object) -> str:
        body = {"title": title, "fields": fields if fields is not None else FIELDS, **more}
        answer = self.client.post("/api/v1/batches", json=body)
        assert answer.status_code == 201, answer.text
        name: str = answer.json()["name"]
        return name

    def upload(
        self, batch: str, *names: str, content: Mapping[str, bytes] | None = None
    ) -> dict[str, list[dict[str, object]]]:
        given = content or {}
        files = [("files", (name, given.get(name, scan(name)), "image/jpeg")) for name in names]
        answer = self.client.post(f"/api/v1/batches/{batch}/images", files=files)
        assert answer.status_code == 200, answer.text
        report: dict[str, list[dict[str, object]]] = answer.json()
        return report

    def filled(self, *names: str, title: str = "Drawer") -> str:
        """A batch with these scans."""
        batch = self.batch(title)
        self.upload(batch, *names)
        return batch

    def start(self, batch: str) -> None:
        answer = self.client.post(f"/api/v1/batches/{batch}/start")
        assert answer.status_code == 202, answer.text

    def get(self, batch: str) -> dict[str, object]:
        answer = self.client.get(f"/api/v1/batches/{batch}")
        assert answer.status_code == 200, answer.text
        found: dict[str, object] = answer.json()
        return found

    def run_to_end(self, batch: str, *, start: bool = True, seconds: float = 30) -> dict[str, object]:
        """Start and wait until the batch has ended; returns the batch."""
        if start:
            self.start(batch)
        assert self.parts.runs.join(batch, seconds), f"{batch} still runs: {self.get(batch)}"
        found = self.get(batch)
        assert found["status"] in ENDED, found
        return found

    def wait_for(self, batch: str, status: str, seconds: float = 10) -> dict[str, object]:
        """Ask until the batch has this status."""
        end = time.monotonic() + seconds
        while (found := self.get(batch))["status"] != status:
            assert time.monotonic() < end, f"{batch} is {found['status']}, not {status}"
            time.sleep(0.01)
        return found

    def results(self, batch: str) -> list[dict[str, object]]:
        answer = self.client.get(f"/api/v1/batches/{batch}/results")
        assert answer.status_code == 200, answer.text
        found: list[dict[str, object]] = answer.json()
        return found

    def record(self, batch: str, filename: str) -> dict[str, object]:
        answer = self.client.get(f"/api/v1/batches/{batch}/records/{filename}")
        assert answer.status_code == 200, answer.text
        found: dict[str, object] = answer.json()
        return found

    def readers(self, batch: str) -> dict[str, list[dict[str, object]]]:
        """Who has read the batch, and what readers beside the first could not read."""
        answer = self.client.get(f"/api/v1/batches/{batch}/readings")
        assert answer.status_code == 200, answer.text
        found: dict[str, list[dict[str, object]]] = answer.json()
        return found

    def with_words(self, words: Mapping[str, str]) -> None:
        """As if the built-in reader had read these words on the cards of these names, line by line."""
        with self.parts.database.session() as session:
            for filename, text in words.items():
                lines = tuple(Line(line, (0.1, 0.1, 0.5, 0.1), 0.99) for line in text.splitlines())
                own = Reading.card_id.in_(select(Card.id).where(Card.filename == filename))
                session.execute(update(Reading).where(own).values(layout=layout.pack([Page(0, 100, 100, lines)])))

    def listen(self, batch: str, **headers: str) -> WebSocketTestSession:
        """A socket of the batch, opened from our own address."""
        return self.client.websocket_connect(f"ws://localhost/api/v1/ws/task/{batch}", headers=headers)

    def folder(self, batch: str) -> Path:
        return self.parts.settings.batches_dir / batch

    def on_disk(self, batch: str, part: str = "") -> list[str]:
        """Names of the plain files in the batch's folder, or in one of its parts; not the checkpoint, which is
        published beside when its time comes."""
        folder = self.folder(batch) / part
        if not folder.is_dir():
            return []
        return sorted(p.name for p in folder.iterdir() if p.is_file() and p.name != "checkpoint.json")

    def dump(self) -> dict[str, list[str]]:
        """Every row of every table."""
        with self.parts.database.reading() as session:
            return {
                table.name: sorted(repr(tuple(row)) for row in session.execute(select(table)))
                for table in Base.metadata.sorted_tables
            }


@dataclass(slots=True)
class House(Drawer):
    """An application that many tests share. ``reader`` gives each batch the double that its test has named."""

    reader: ByBatch

    def read_by(self, double: Double, *names: str, **more: object) -> str:
        """A batch with these scans and a reader of its own."""
        batch = self.batch(**more)
        self.reader.of[batch] = double
        if names:
            self.upload(batch, *names)
        return batch

    def quiet(self) -> None:
        """End what a test left running, so that the next one finds free places."""
        for batch, double in self.reader.of.items():
            if isinstance(double, Gated):
                double.gate.release(1000)
            self.parts.runs.join(batch, 10)
        self.reader.of.clear()


OpenDrawer = Callable[..., Drawer]
OpenVision = Callable[..., tuple[Drawer, FaultyProvider]]
"""Starts an application with a reader of the test's choice; keywords change settings."""
