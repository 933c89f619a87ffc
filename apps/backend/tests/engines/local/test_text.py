from collections.abc import Callable

import pytest

from app.engines.local import layout, text
from app.models.record import Page

MakePage = Callable[..., Page]


def read(page: Page) -> list[str]:
    return [token.text for line in page.lines for token in text.tokens(line, 0)]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("S c h r o l l, Anton", ["Schroll,", "Anton"]),
        ("M o o t z - Spurk, Inge", ["Mootz-Spurk,", "Inge"]),
        ("D e 1 e r e , Otto", ["Delere,", "Otto"]),
        ("Müller, J H", ["Müller,", "J", "H"]),
        ("A. B. Müller", ["A.", "B.", "Müller"]),
        ("Silcher,Friedrich", ["Silcher,", "Friedrich"]),
        ("Diss.1972,2025", ["Diss.1972,2025"]),
    ],
)
def test_letter_spaced_words_are_joined_and_initials_are_not(page: MakePage, raw: str, clean: list[str]) -> None:
    assert read(page((40, 40, raw))) == clean


def test_a_wider_gap_within_letter_spacing_parts_two_words(page: MakePage) -> None:
    assert read(page((40, 40, "V a n   d e r   M e e r, Jan"))) == ["Van", "der", "Meer,", "Jan"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("l939", "1939"),
        ("195o", "1950"),
        ("Bochum:l939.--", "Bochum:1939.--"),
        ("19o8", "1908"),
        ("o.0.1957.", "o.O.1957."),
        ("Lille", "Lille"),
        ("Ohio", "Ohio"),
        ("B12", "B12"),
        ("8o", "8o"),
    ],
)
def test_letters_among_figures_are_figures(raw: str, clean: str) -> None:
    assert text.figures(raw) == clean


def test_odd_punctuation_becomes_plain() -> None:
    assert text.tidy("8º，„Lied“ d’amour：") == '8°,"Lied" d\'amour:'


def test_a_word_is_broken_only_before_small_letters() -> None:
    assert text.is_broken("Oratorium für Or-", "chester")
    assert not text.is_broken("und Süd-", "Nord")
    assert not text.is_broken("Diss.-", "druck")


def test_the_words_of_a_card_stay_as_they_were_read(page: MakePage) -> None:
    made = page((40, 40, "S c h r o l l, Anton"))

    assert layout.plain_text([made]) == "Schroll, Anton"
    assert made.lines[0].text == "S c h r o l l, Anton"


def test_sides_are_parted_by_an_empty_line(page: MakePage) -> None:
    front, back = page((40, 40, "Vorn"), (40, 80, "unten")), page((40, 40, "Hinten"), image=1)

    assert layout.plain_text([front, page(image=2), back]) == "Vorn\nunten\n\nHinten"
