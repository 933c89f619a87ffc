from collections.abc import Callable

from app.engines.local import layout, passage
from app.models.record import Page

MakePage = Callable[..., Page]


def rows(page: Page) -> list[list[str]]:
    return [[segment.text for segment in row.segments] for row in layout.sheet(page).rows]


def test_lines_at_one_height_are_one_row_from_left_to_right(page: MakePage) -> None:
    made = page((600, 42, "Spez.12"), (40, 40, "Komponist"), (40, 80, "Titel"))

    assert rows(made) == [["Komponist", "Spez.12"], ["Titel"]]


def test_a_wide_gap_within_one_recognised_line_begins_a_segment(page: MakePage) -> None:
    assert rows(page((40, 40, "Skiff A.G.     Luzern"))) == [["Skiff A.G.", "Luzern"]]


def test_neighbours_that_were_recognised_apart_are_one_segment(page: MakePage) -> None:
    assert rows(page((40, 40, "Sopran,"), (136, 41, "Alt"))) == [["Sopran, Alt"]]


def test_a_slanting_card_is_levelled(page: MakePage) -> None:
    made = page(
        (40, 40, "Komponist"), (700, 40, "Spez.12"), (200, 40, "Mendelssohn Bartholdy, Felix"),
        (40, 72, "Titel"), (200, 72, "Abschied vom Walde und zur Nacht"), (700, 72, "op. 59"),
        slope=0.05,
    )  # fmt: skip

    assert rows(made) == [
        ["Komponist", "Mendelssohn Bartholdy, Felix", "Spez.12"],
        ["Titel", "Abschied vom Walde und zur Nacht", "op. 59"],
    ]


def test_a_gap_ends_a_paragraph(page: MakePage) -> None:
    made = page((40, 40, "a"), (40, 70, "b"), (40, 100, "c"), (40, 200, "d"))

    assert [len(paragraph) for paragraph in layout.sheet(made).paragraphs()] == [3, 1]


def test_a_blank_page_has_no_rows(page: MakePage) -> None:
    assert layout.sheet(page()).rows == ()


def test_evidence_is_one_box_per_line_and_covers_only_the_words_used(page: MakePage) -> None:
    made = page((40, 40, "Oratorium für Or-"), (40, 70, "chester und Chor"))
    whole = passage.of_rows(layout.sheet(made).rows)
    start = whole.text.index("Orchester")

    place = whole.cut(start, start + len("Orchester"))

    assert place.text == "Orchester"
    first, second = (evidence.box for evidence in place.evidence())
    assert first == (0.208, 0.06667, 0.024, 0.04)
    assert second == (0.04, 0.11667, 0.084, 0.04)
