"""How small a scan may get before its small print is lost: the default of a provider's ``long_side``.

No live model can be asked here. The built-in reader stands in: what it reads of a card at full size is the reference,
the lower half of its words by height is the small print, and each size is read as a model would get it (the decoder's
JPEG). Cards are those of ``../shared`` that are large enough to be shrunk.
"""

from __future__ import annotations

import json
import statistics
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from app.core.config import REPOSITORY
from app.engines.base import Card, CardImage
from app.engines.local.engine import LocalEngine
from app.imaging.decoder import Decoder
from app.models import folding
from app.models.record import Page
from bench.figures import Figure
from bench.runs import Bench

CARDS = REPOSITORY.parent / "shared" / "cards" / "blacklist"
SIDES = (800, 1000, 1200, 1400, 1600, 2000)
FULL = 6000
FOUND = 90.0


def measured(bench: Bench) -> list[Figure]:
    truth = json.loads((CARDS / "truth.json").read_text())
    files = sorted((CARDS / "images").iterdir())[: 4 if bench.quick else None]
    folder = bench.fresh("long-side")
    with Decoder() as decoder:
        reader = LocalEngine(decoder, workers=2, long_side=FULL)
        try:
            full = [_words(reader, path) for path in files]
            small = [_small_print(pages) for pages in full]
            made = []
            for side in SIDES:
                read = []
                for path in files:
                    shrunk = folder / f"{side}-{path.stem}.jpg"
                    shrunk.write_bytes(decoder.jpeg(path, side))
                    read.append(_words(reader, shrunk))
                made.append(_figure(side, small, full, read, [truth[path.name] for path in files], folder))
        finally:
            reader.close()
    return made


def _figure(
    side: int,
    small: Sequence[Counter[str]],
    full: Sequence[tuple[Page, ...]],
    read: Sequence[tuple[Page, ...]],
    truth: Sequence[dict[str, str | None]],
    folder: Path,
) -> Figure:
    kept = _share(small, [_all(pages) for pages in read])
    every = _share([_all(pages) for pages in full], [_all(pages) for pages in read])
    values = [(v, pages) for card, pages in zip(truth, read, strict=True) for v in card.values() if v]
    there = sum(fuzz.partial_ratio(_letters(value), _letters(_text(pages))) >= FOUND for value, pages in values)
    size = statistics.mean(path.stat().st_size for path in folder.glob(f"{side}-*"))
    said = (
        f"{kept:.3f} of the small print, {every:.3f} of all words, {there / len(values):.3f} of the true values; "
        f"{size / 1000:.0f} kB"
    )
    how = (
        f"{len(read)} company cards of 1,700 to 1,900 px, shrunk as for a model, read by the built-in reader; beside "
        "what it reads at full size"
    )
    return Figure(f"vision.side.{side}", f"long side {side} px: still read", said, how)


def _words(reader: LocalEngine, path: Path) -> tuple[Page, ...]:
    return reader.words(Card("", path.name, (CardImage(path.name, path),), ()), threading.Event())


def _small_print(pages: Sequence[Page]) -> Counter[str]:
    sized = [(line.box[3], word.text) for page in pages for line in page.lines for word in line.words]
    middle = statistics.median(height for height, _ in sized)
    return Counter(word for height, text in sized if height <= middle for word in folding.words(text))


def _all(pages: Sequence[Page]) -> Counter[str]:
    return Counter(folding.words(_text(pages)))


def _text(pages: Sequence[Page]) -> str:
    return "\n".join(line.text for page in pages for line in page.lines)


def _letters(text: str) -> str:
    return "".join(folding.words(text))


def _share(wanted: Sequence[Counter[str]], read: Sequence[Counter[str]]) -> float:
    """Of the words wanted, how many are read."""
    pairs = list(zip(wanted, read, strict=True))
    return sum((one & other).total() for one, other in pairs) / sum(one.total() for one, _ in pairs)
