"""Which sides of cards are blank."""

from pathlib import Path

import pytest
from imaging import samples
from imaging.samples import Put
from PIL import ImageOps

from app.imaging.decoder import Decoder

EMPTY = {
    "white": {},
    "cream, with grain": {"paper": 225, "grain": 5},
    "grey, coarse": {"paper": 170, "grain": 9},
    "punched": {"hole": True},
    "punched, edges, specks": {"hole": True, "edges": True, "specks": 12},
    "ruled": {"ruled": True},
    "ruled, coarse, edges": {"ruled": True, "grain": 6, "edges": True, "paper": 215},
    "small": {"size": (500, 300), "hole": True},
    "large": {"size": (4500, 2700), "grain": 8, "hole": True, "edges": True},
    "upright card": {"size": (900, 1500), "hole": True, "edges": True},
}
WRITTEN = {
    "one line": {"text": "Zimmermann, Rolf"},
    "one short word": {"text": "siehe"},
    "pencil": {"text": "Sonate für Violine", "ink": 200, "paper": 235, "grain": 2},
    "ruled": {"text": "Bern 1951", "ruled": True, "grain": 4, "paper": 220},
    "with everything": {"text": "U 29. 8978", "hole": True, "edges": True, "ruled": True, "specks": 10},
    "full": {"text": "\n".join(["Die Körperproportionen und ihre Veränderungen im Kindesalter"] * 14)},
    "bold bars": {"text": "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"},
    "large": {"text": "Jena. Diss. phil. 1878.", "size": (3000, 1800), "hole": True},
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_side_without_writing_is_blank(name: str, decoder: Decoder, put: Put) -> None:
    side = samples.card(**EMPTY[name])

    assert decoder.judge(put("back.jpg", samples.encode(side, "jpg", quality=85))).blank
    assert decoder.judge(put("back.png", samples.encode(side.rotate(90, expand=True), "png"))).blank


@pytest.mark.parametrize("name", WRITTEN)
def test_a_side_with_writing_is_not_blank(name: str, decoder: Decoder, put: Put) -> None:
    side = samples.card(**WRITTEN[name])

    assert not decoder.judge(put("front.jpg", samples.encode(side, "jpg", quality=85))).blank
    assert not decoder.judge(put("front.png", samples.encode(side.rotate(90, expand=True), "png"))).blank


def test_a_negative_is_judged_alike(decoder: Decoder, put: Put) -> None:
    for name in ("one line", "bold bars", "full"):
        side = ImageOps.invert(samples.card(**WRITTEN[name]))
        assert not decoder.judge(put("front.png", samples.encode(side, "png"))).blank
    back = ImageOps.invert(samples.card(hole=True, specks=5))
    assert decoder.judge(put("back.png", samples.encode(back, "png"))).blank


def test_a_scrap_too_small_to_tell_is_not_called_blank(decoder: Decoder, put: Put) -> None:
    assert not decoder.judge(put("scrap.png", samples.encode(samples.scene(1, 1), "png"))).blank


def test_a_bitonal_back_with_specks_is_blank(decoder: Decoder, put: Put) -> None:
    back = samples.card(hole=True, edges=True, specks=8).convert("1", dither=samples.Image.Dither.NONE)

    assert decoder.judge(put("back.tif", samples.encode(back, "tif", compression="group4"))).blank


def test_a_book_is_blank_only_if_every_page_is(decoder: Decoder, put: Put) -> None:
    blank, written = samples.card(hole=True), samples.card("Zimmermann, Rolf")

    assert decoder.judge(put("blank.tif", samples.book([blank, blank], "tif"))).blank
    assert not decoder.judge(put("half.tif", samples.book([blank, written], "tif"))).blank


@pytest.mark.accept
def test_no_real_card_is_called_blank(decoder: Decoder, real_cards: list[Path]) -> None:
    judged = {card.name: decoder.judge(card) for card in real_cards}

    assert len(judged) == 144
    assert [name for name, each in judged.items() if each.blank] == []
    assert {each.format for each in judged.values()} == {"jpeg"}
