"""How small a scan may get before its small print is lost: the default of a provider's ``long_side``.

No live model can be asked here. The built-in reader stands in: what it reads of a card at full size is the reference,
the lower half of its words by height is the small print, and each size is read as a model would get it (the decoder's
JPEG). Cards are those of ``../shared`` that are large enough to be shrunk, and rendered ones the size of a postcard
(A6) set in 6 points, smaller than those have.
"""

from __future__ import annotations

import json
import random
import statistics
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
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
PRINTED = 3


def measured(bench: Bench) -> list[Figure]:
    truth = json.loads((CARDS / "truth.json").read_text())
    files = sorted((CARDS / "images").iterdir())[: 4 if bench.quick else None]
    folder = bench.fresh("long-side")
    printed = [_printed(folder / f"printed-{number}.png", number) for number in range(PRINTED)]
    with Decoder() as decoder:
        reader = LocalEngine(decoder, workers=2, long_side=FULL)
        try:
            full = [_words(reader, path) for path in files]

            def shrunk(path: Path, side: int) -> tuple[Page, ...]:
                made = folder / f"{side}-{path.stem}.jpg"
                made.write_bytes(decoder.jpeg(path, side))
                return _words(reader, made)

            return [
                _figure(
                    side,
                    full,
                    [shrunk(path, side) for path in files],
                    _share([words for _, words in printed], [_all(shrunk(path, side)) for path, _ in printed]),
                    [(path.name, truth[path.name]) for path in files],
                    folder,
                )
                for side in SIDES
            ]
        finally:
            reader.close()


def _figure(
    side: int,
    full: Sequence[tuple[Page, ...]],
    read: Sequence[tuple[Page, ...]],
    printed: float,
    truth: Sequence[tuple[str, dict[str, str | None]]],
    folder: Path,
) -> Figure:
    said = [_all(pages) for pages in read]
    kept, every = _share([_small_print(pages) for pages in full], said), _share([_all(pages) for pages in full], said)
    values = [(v, pages) for (_, card), pages in zip(truth, read, strict=True) for v in card.values() if v]
    there = sum(fuzz.partial_ratio(_letters(value), _letters(_text(pages))) >= FOUND for value, pages in values)
    size = statistics.mean((folder / f"{side}-{Path(name).stem}.jpg").stat().st_size for name, _ in truth)
    told = (
        f"{printed:.3f} of 6 points on A6; company cards: {kept:.3f} of the small print, {every:.3f} of all words, "
        f"{there / len(values):.3f} of the true values, {size / 1000:.0f} kB"
    )
    how = (
        f"{len(read)} company cards of 1,700 to 1,900 px and {PRINTED} rendered cards of 3,496 px (A6 at 600 dpi, 6 "
        "points), shrunk as for a model and read by the built-in reader; words beside what it reads at full size, or "
        "beside what was printed"
    )
    return Figure(f"vision.side.{side}", f"long side {side} px: still read", told, how)


def _printed(path: Path, number: int) -> tuple[Path, Counter[str]]:
    """A rendered card, and its words: those of the true values of the library's cards."""
    truth = json.loads((CARDS.parent / "library" / "truth.json").read_text())
    dice = random.Random(number)
    words = [word for card in truth.values() for value in card.values() for word in (value or "").split()]
    picture = Image.new("L", (3496, 2480), 244)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=50)
    rows = [" ".join(dice.sample(words, 7)) for _ in range(18)]
    for row, text in enumerate(rows):
        pen.text((200, 200 + row * 115), text, fill=40, font=font)
    picture.save(path)
    return path, Counter(folding.words("\n".join(rows)))


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
