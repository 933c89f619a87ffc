"""The reader end to end, on cards drawn here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.engines.base import Cancelled, Card, CardImage, EngineDown, UnreadableCard
from app.engines.local.engine import LocalEngine
from app.engines.local.recognise import Pixels
from app.imaging.rejection import damaged
from app.models.enums import FieldType
from app.models.record import FieldSpec

SCHEMA = (FieldSpec("Komponist"), FieldSpec("Titel"), FieldSpec("Signatur", FieldType.SHELFMARK))
GOING = threading.Event()


class PlainDecoder:
    """Decodes with Pillow in this process; enough for images that the test itself has drawn."""

    def pixels(self, path: Path, long_side: int) -> Pixels:
        try:
            with Image.open(path) as image:
                upright = image.convert("RGB")
        except OSError as error:
            raise damaged(str(error)) from error
        upright.thumbnail((long_side, long_side))
        return np.asarray(upright)


def draw(path: Path, *lines: str) -> CardImage:
    image = Image.new("RGB", (900, 500), "ivory")
    pen = ImageDraw.Draw(image)
    for n, line in enumerate(lines):
        pen.text((50, 40 + 70 * n), line, fill="black", font=ImageFont.load_default(34))
    image.save(path)
    return CardImage(path.name, path)


def card(*images: CardImage) -> Card:
    return Card("drawer", images[0].filename, images, SCHEMA)


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    made = LocalEngine(PlainDecoder())
    yield made
    made.close()


def test_a_card_is_read_from_pixels_to_fields(engine: LocalEngine, tmp_path: Path) -> None:
    front = draw(tmp_path / "1.png", "Komponist: Schubert, Franz", "Titel: Der Lindenbaum", "Signatur: Spez.12.402")

    reading = engine.read(card(front), GOING)

    assert {value.field: value.text for value in reading.values} == {
        "Komponist": "Schubert, Franz",
        "Titel": "Der Lindenbaum",
        "Signatur": "Spez.12.402",
    }
    assert reading.text == "Komponist: Schubert, Franz\nTitel: Der Lindenbaum\nSignatur: Spez.12.402"
    assert (reading.engine, reading.model) == ("local", "pp-ocrv6-small")
    assert reading.duration > 0


def test_evidence_lies_on_the_words(engine: LocalEngine, tmp_path: Path) -> None:
    front = draw(tmp_path / "1.png", "Titel: Der Lindenbaum")

    title = engine.read(card(front), GOING).values[1]

    (evidence,) = title.evidence
    x, y, width, height = evidence.box
    assert 0.12 < x < 0.2
    assert x + width < 0.5
    assert 0.04 < y < y + height < 0.2


def test_a_blank_back_is_marked_and_the_front_is_read(engine: LocalEngine, tmp_path: Path) -> None:
    front, back = draw(tmp_path / "1_a.png", "Titel: Messe"), draw(tmp_path / "1_b.png")

    reading = engine.read(card(front, back), GOING)

    assert [(page.image, page.blank) for page in reading.pages] == [(0, False), (1, True)]
    assert reading.text == "Titel: Messe"


def test_a_value_on_the_back_has_its_evidence_there(engine: LocalEngine, tmp_path: Path) -> None:
    front, back = draw(tmp_path / "1_a.png", "Komponist: Bach"), draw(tmp_path / "1_b.png", "Titel: Messe in h")

    title = engine.read(card(front, back), GOING).values[1]

    assert title.text == "Messe in h"
    assert [evidence.image for evidence in title.evidence] == [1]


def test_a_blank_card_fails_and_says_so(engine: LocalEngine, tmp_path: Path) -> None:
    with pytest.raises(UnreadableCard, match="nothing to read") as failure:
        engine.read(card(draw(tmp_path / "1.png")), GOING)

    assert failure.value.cause == "blank"


def test_a_torn_file_fails_with_its_cause(engine: LocalEngine, tmp_path: Path) -> None:
    torn = draw(tmp_path / "1.png", "Titel: Messe")
    torn.path.write_bytes(torn.path.read_bytes()[:200])

    with pytest.raises(UnreadableCard) as failure:
        engine.read(card(torn), GOING)

    assert failure.value.cause == "undecodable"


def test_a_missing_file_fails_with_its_cause(engine: LocalEngine, tmp_path: Path) -> None:
    with pytest.raises(UnreadableCard, match=r"gone\.png") as failure:
        engine.read(card(CardImage("gone.png", tmp_path / "gone.png")), GOING)

    assert failure.value.cause == "missing_file"


def test_a_stopped_batch_reads_no_further(engine: LocalEngine, tmp_path: Path) -> None:
    stopped = threading.Event()
    stopped.set()

    with pytest.raises(Cancelled):
        engine.read(card(draw(tmp_path / "1.png", "Titel: Messe")), stopped)


def test_a_missing_model_file_stops_the_engine_and_nothing_is_downloaded(tmp_path: Path) -> None:
    engine = LocalEngine(PlainDecoder(), models=tmp_path)
    front = draw(tmp_path / "1.png", "Titel: Messe")

    with pytest.raises(EngineDown, match=r"PP-OCRv6_det_small\.onnx is missing"):
        engine.read(card(front), GOING)
    assert [path.name for path in tmp_path.iterdir()] == ["1.png"]


def test_a_damaged_model_file_stops_the_engine(tmp_path: Path) -> None:
    (tmp_path / "PP-OCRv6_det_small.onnx").write_bytes(b"no model")
    engine = LocalEngine(PlainDecoder(), models=tmp_path)

    with pytest.raises(EngineDown, match="cannot be loaded"):
        engine.read(card(draw(tmp_path / "1.png", "Titel: Messe")), GOING)


def test_many_threads_read_as_one_does(engine: LocalEngine, tmp_path: Path) -> None:
    cards = [card(draw(tmp_path / f"{n}.png", f"Komponist: Bach {n}", f"Titel: Messe Nr. {n}")) for n in range(6)]
    alone = [engine.read(one, GOING).values for one in cards]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: engine.read(one, GOING).values, cards))

    assert together == alone


def test_a_closed_engine_loads_its_models_again(tmp_path: Path) -> None:
    engine = LocalEngine(PlainDecoder())
    front = draw(tmp_path / "1.png", "Titel: Messe")
    first = engine.read(card(front), GOING).values
    engine.close()

    assert engine.read(card(front), GOING).values == first
