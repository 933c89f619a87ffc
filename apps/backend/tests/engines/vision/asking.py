"""One vision engine at a provider of the tests: what its tests share."""

from __future__ import annotations

import io
import threading
from pathlib import Path

from PIL import Image

from app.engines.base import Card, CardImage
from app.engines.vision.client import Client
from app.engines.vision.engine import Tools, VisionEngine
from app.engines.vision.gateway import Gateway, Limits
from app.engines.vision.providers import Provider, ProviderSettings
from app.models.record import FieldSpec, Line, Page, Reading
from providers import KEY, FaultyProvider, Says, Script, serving

GOOD = Says({"title": "Bäume", "place": "Bern"})
OPENED: list[VisionEngine] = []
SCHEMA = (FieldSpec("title"), FieldSpec("place"))
WORDS = (Page(0, 100, 100, (Line("Bäume. Bern 1910", (0.1, 0.1, 0.8, 0.1), 0.99),)),)


class Pillow:
    """Decodes in this process; the scans are ours."""

    def jpeg(self, path: Path, long_side: int) -> bytes:
        out = io.BytesIO()
        with Image.open(path) as picture:
            picture.convert("L").save(out, "JPEG")
        return out.getvalue()


def engine_at(server: FaultyProvider, **more: object) -> VisionEngine:
    return engine_of(server.url, **more)


def engine_of(url: str, **more: object) -> VisionEngine:
    settings = ProviderSettings.model_validate({"name": "test", "base_url": url, "key": KEY, **more})
    provider = Provider.of(settings)
    tools = Tools(provider, Client(provider), Gateway(Limits(calls=settings.calls, backoff=0.02)), Pillow())
    engine = VisionEngine("vision", "m", tools)
    OPENED.append(engine)
    return engine


def card(folder: Path) -> Card:
    path = folder / "a.png"
    Image.new("L", (60, 40), 250).save(path)
    return Card("b", "a.png", (CardImage("a.png", path),), SCHEMA, WORDS)


def read(script: Script, folder: Path, **more: object) -> tuple[Reading, FaultyProvider]:
    with serving(script) as server:
        engine = engine_at(server, **more)
        reading = engine.read(card(folder), threading.Event())
        engine.close()
    return reading, server


def first(*faults: Says) -> Script:
    return lambda _body, number: faults[number] if number < len(faults) else GOOD


def values(reading: Reading) -> dict[str, str | None]:
    return {value.field: value.text for value in reading.values}
