import pytest

from app.engines.local import hints, imprint, kinds
from app.engines.local.hints import Corner
from app.engines.local.lexicon import Concept
from app.engines.local.meaning import concept_of
from app.models.enums import FieldType
from app.models.record import FieldSpec


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("19. Okt 1944", "1944-10-19"),
        ("6.Aug.1942", "1942-08-06"),
        ("23.11.1945", "1945-11-23"),
        ("30.10.45", "1945-10-30"),
        ("1er août 1914", "1914-08-01"),
        ("12 février 1901", "1901-02-12"),
        ("March 3rd, 1899", "1899-03-03"),
        ("3 March 1899", "1899-03-03"),
        ("1944-10-19", "1944-10-19"),
        ("5. März 1911", "1911-03-05"),
    ],
)
def test_dates_are_read_in_three_languages(written: str, iso: str) -> None:
    found = kinds.iso_date(f"eingegangen {written}, geprüft")

    assert found is not None
    assert found[0] == iso


@pytest.mark.parametrize("text", ["31.2.1944", "Oktober 1944", "1944", "Bd. 12.13", "Nr. 5/44"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert kinds.iso_date(text) is None


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("VII, 97 S.", "VII, 97"),
        ("8° 142 p.", "142"),
        ("S. 375 - 468", "375 - 468"),
        ("107 Seiten", "107"),
        ("[35 pp.]", "35"),
    ],
)
def test_extents_are_read_without_their_unit(text: str, pages: str) -> None:
    match = kinds.PAGES.search(text)

    assert match is not None
    assert (match["from"] or match["count"]) == pages


@pytest.mark.parametrize(
    ("raw", "size"),
    [("8°", "8°"), ("8o", "8°"), ("80", "8°"), ("8:o", "8°"), ('8"', "8°"), ("4'", "4'"), ("24 cm", "24 cm")],
)
def test_a_misread_book_format_is_put_right(raw: str, size: str) -> None:
    assert imprint.size_as_printed(raw) == size


@pytest.mark.parametrize(
    ("text", "year"), [("Leipzig 1901:", "1901"), ("vol.35,1934", None), ("12345", None), ("(2004)", "2004")]
)
def test_a_year_is_four_figures_of_their_own(text: str, year: str | None) -> None:
    assert kinds.year(text) == year


def test_a_description_tells_how_a_value_begins_and_where_it_stands() -> None:
    found = hints.of(FieldSpec("b_id", description="Identifier at the top right, beginning with B."))

    assert found.prefixes == ("B.",)
    assert found.corner is Corner.TOP_RIGHT


def test_a_description_in_german_or_french_tells_it_too() -> None:
    german = hints.of(FieldSpec("x", description="Kennung oben rechts, beginnt mit K oder Z"))
    french = hints.of(FieldSpec("x", description="Cote en bas à gauche, commence par 'Rés.'"))

    assert (german.prefixes, german.corner) == (("K", "Z"), Corner.TOP_RIGHT)
    assert (french.prefixes, french.corner) == (("Rés.",), Corner.BOTTOM_LEFT)


@pytest.mark.parametrize(
    ("field", "concept"),
    [
        (FieldSpec("last_name"), Concept.FAMILY_NAME),
        (FieldSpec("Erscheinungsort"), Concept.PLACE),
        (FieldSpec("Cote"), Concept.SHELFMARK),
        (FieldSpec("f3", description="Number of pages"), Concept.PAGES),
        (FieldSpec("when", FieldType.YEAR), Concept.YEAR),
        (FieldSpec("pub_year"), Concept.YEAR),
        (FieldSpec("Farbe"), None),
        (FieldSpec("title_of_thesis"), Concept.TITLE),
        (FieldSpec("f1", description="author, family name"), Concept.FAMILY_NAME),
        (FieldSpec("forenames", description="The author's forenames or initials"), Concept.GIVEN_NAME),
        (FieldSpec("dateOfPublication", FieldType.YEAR, "Date of publication"), Concept.YEAR),
        (FieldSpec("holdingLocation", description="Location of the copy (shelving number)"), Concept.SHELFMARK),
        (FieldSpec("Druckort"), Concept.PLACE),
        (FieldSpec("Sachbegriffe"), Concept.SUBJECTS),
        (FieldSpec("date de naissance", FieldType.DATE), Concept.BIRTH),
        (FieldSpec("location", description="Town where the firm has its seat"), Concept.PLACE),
    ],
)
def test_a_field_is_understood_by_name_description_or_type(field: FieldSpec, concept: Concept | None) -> None:
    assert concept_of(field) is concept
