"""What the reader reaches on the real cards of ``../shared`` (see its README), without any example."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.engines import scoring
from app.engines.base import Card, CardImage
from app.engines.local.engine import LocalEngine
from app.engines.local.recognise import Pixels
from app.models.enums import FieldType
from app.models.record import FieldSpec

SHARED = Path(__file__).parents[5].parent / "shared" / "cards"
SAMPLES = Path(__file__).parents[5] / "data" / "samples"


class PlainDecoder:
    def pixels(self, path: Path, long_side: int) -> Pixels:
        with Image.open(path) as image:
            upright = image.convert("RGB")
        upright.thumbnail((long_side, long_side))
        return np.asarray(upright)


def score(folder: Path) -> scoring.Score:
    assert folder.is_dir(), f"{folder} is missing: these tests read real cards, see ../shared/cards/README.md"
    truth = json.loads((folder / "truth.json").read_text())
    schema = tuple(_field(field) for field in json.loads((folder / "fields.json").read_text())["fields"])
    engine = LocalEngine(PlainDecoder())

    def read(name: str) -> dict[str, str | None]:
        files = [folder / "images" / name, folder / "images" / name.replace("_a.", "_b.")]
        images = tuple(CardImage(path.name, path) for path in dict.fromkeys(files) if path.is_file())
        reading = engine.read(Card("accept", name, images, schema), threading.Event())
        return {value.field: value.text for value in reading.values}

    with ThreadPoolExecutor(2) as pool:
        return scoring.compare(truth, dict(zip(truth, pool.map(read, truth), strict=True)))


def _field(raw: dict[str, object]) -> FieldSpec:
    values, synonyms = raw.get("values") or [], raw.get("synonyms") or []
    assert isinstance(values, list)
    assert isinstance(synonyms, list)
    kind = FieldType(str(raw.get("type", "text")))
    return FieldSpec(str(raw["name"]), kind, str(raw.get("description", "")), tuple(values), tuple(synonyms))


@pytest.mark.accept
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("folder", "least"), [("library", 0.75), ("blacklist", 0.6)])
def test_cards_of_a_drawer_never_seen_are_read_without_examples(folder: str, least: float) -> None:
    macro = score(SHARED / folder).macro

    assert macro is not None
    assert macro >= least


@pytest.mark.accept
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("folder", "least"), [("music", 0.95), ("dissertations", 0.9)])
def test_the_sample_cards_are_read_without_examples(folder: str, least: float) -> None:
    macro = score(SAMPLES / folder).macro

    assert macro is not None
    assert macro >= least
