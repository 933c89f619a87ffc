"""Draw the 24 sample cards in ``data/samples`` with their truth. The same versions draw the same pictures."""

import argparse
import json
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from PIL import Image

from sample_cards import dissertation_cards, dissertations, music, music_cards, schemas

ROOT = Path(__file__).resolve().parent.parent
QUALITY = 70


class Card(Protocol):
    """What both drawers' cards can do."""

    @property
    def name(self) -> str:
        """File name without ending, and the seed of all chance on the card."""

    def truth(self) -> dict[str, str | None]:
        """The value of every field."""


AnyCard = TypeVar("AnyCard", bound=Card)


def main() -> None:
    """Write both drawers and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "samples")
    out: Path = parser.parse_args().out
    write_drawer(out / "music", music_cards.CARDS, music.draw, schemas.MUSIC)
    write_drawer(out / "dissertations", dissertation_cards.CARDS, dissertations.draw, schemas.DISSERTATIONS)
    files = sorted(out.glob("*/images/*.jpg"))
    print(f"{len(files)} images, {sum(file.stat().st_size for file in files) / 1e6:.2f} MB in {out}")


def write_drawer(
    folder: Path,
    cards: Sequence[AnyCard],
    draw: Callable[[AnyCard, np.random.Generator], list[Image.Image]],
    schema: schemas.Schema,
) -> None:
    """Write ``images/``, ``truth.json`` and ``fields.json`` of one drawer into ``folder``."""
    images = folder / "images"
    images.mkdir(parents=True, exist_ok=True)
    truth: dict[str, dict[str, str | None]] = {}
    for card in cards:
        scans = draw(card, np.random.default_rng(zlib.crc32(card.name.encode())))
        names = [f"{card.name}.jpg"] if len(scans) == 1 else [f"{card.name}_a.jpg", f"{card.name}_b.jpg"]
        for name, scan in zip(names, scans, strict=True):
            scan.save(images / name, quality=QUALITY, optimize=True, dpi=(240, 240))
        truth[names[0]] = card.truth()
    write_json(folder / "truth.json", truth)
    write_json(folder / "fields.json", schema)


def write_json(path: Path, content: object) -> None:
    """Readable JSON with a final newline."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
