"""Recognise the sample drawers once and keep their words for the tests (``apps/backend/tests/sample_words.json``)."""

from __future__ import annotations

import base64
import json
import threading
from pathlib import Path

import numpy as np
from PIL import Image

from app.engines.base import Card, CardImage
from app.engines.local.engine import LocalEngine
from app.engines.local.recognise import Pixels
from app.models import layout

ROOT = Path(__file__).parents[1]


class PlainDecoder:
    """The samples are upright and sound."""

    def pixels(self, path: Path, long_side: int) -> Pixels:
        with Image.open(path) as image:
            upright = image.convert("RGB")
        upright.thumbnail((long_side, long_side))
        return np.asarray(upright)


def main() -> None:
    engine = LocalEngine(PlainDecoder())
    words: dict[str, str] = {}
    for drawer in ("dissertations", "music"):
        folder = ROOT / "data" / "samples" / drawer
        for name in sorted(json.loads((folder / "truth.json").read_text())):
            files = [folder / "images" / name, folder / "images" / name.replace("_a.", "_b.")]
            images = tuple(CardImage(path.name, path) for path in dict.fromkeys(files) if path.is_file())
            reading = engine.read(Card(drawer, name, images, ()), threading.Event())
            words[name] = base64.b64encode(layout.pack(reading.pages)).decode()
    target = ROOT / "apps" / "backend" / "tests" / "sample_words.json"
    target.write_text(json.dumps(words, indent=0, sort_keys=True) + "\n")
    print(f"{len(words)} cards in {target}")


if __name__ == "__main__":
    main()
