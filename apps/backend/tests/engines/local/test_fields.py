import time
from collections.abc import Callable

import pytest

from app.engines.local.fields import extract
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Value

MakePage = Callable[..., Page]
ENTRY = (
    FieldSpec("last_name"), FieldSpec("first_name"), FieldSpec("title"), FieldSpec("year", FieldType.YEAR),
    FieldSpec("place"), FieldSpec("publisher"), FieldSpec("pages"), FieldSpec("format"),
    FieldSpec("shelfmark", description="Often after 'Standort:'"), FieldSpec("subjects"),
)  # fmt: skip
KIND = FieldSpec(
    "type",
    FieldType.ENUM,
    "Reference if a line 's.' points to another heading, else the other",
    ("Thesis", "Reference"),
)


def texts(page: Page, schema: tuple[FieldSpec, ...] = ENTRY) -> dict[str, str | None]:
    return {value.field: value.text for value in extract([page], schema)}


def one(page: Page, field: FieldSpec) -> Value:
    return extract([page], (field,))[0]


def test_a_printed_entry_is_taken_apart(page: MakePage) -> None:
    made = page(
        (40, 100, "Planck, Max: Über den zweiten Hauptsatz der mecha-"),
        (70, 130, "nischen Wärmetheorie. München 1879: Th. Ackermann."),
        (70, 160, "VII, 61 S. 8°"),
        (60, 190, "München, Phil. Diss. v. 28. Juni 1879"),
    )

    assert texts(made) == {
        "last_name": "Planck",
        "first_name": "Max",
        "title": "Über den zweiten Hauptsatz der mechanischen Wärmetheorie",
        "year": "1879",
        "place": "München",
        "publisher": "Th. Ackermann",
        "pages": "VII, 61",
        "format": "8°",
        "shelfmark": None,
        "subjects": None,
    }


def test_a_typed_entry_is_taken_apart(page: MakePage) -> None:
    made = page(
        (40, 60, "C u r i e, Marie. Recherches sur les substances"),
        (40, 90, "radioactives. Thèse sc. phys. Paris. -- Paris:"),
        (40, 120, "Gauthier-Villars 1903. -- 8' 142 p."),
        (40, 200, "Standort: Diss.1904,388"),
        (40, 450, "2/Radioaktivität/Radium/ Diss Phys"),
    )

    found = texts(made)

    assert (found["last_name"], found["first_name"]) == ("Curie", "Marie")
    assert found["title"] == "Recherches sur les substances radioactives"
    assert (found["place"], found["publisher"], found["year"]) == ("Paris", "Gauthier-Villars", "1903")
    assert (found["pages"], found["format"], found["shelfmark"]) == ("142", "8'", "Diss.1904,388")
    assert found["subjects"] == "2/Radioaktivität/Radium/ Diss Phys"


def test_a_french_entry_is_taken_apart(page: MakePage) -> None:
    made = page(
        (240, 100, "MARTIN (René). — Du droit des gens en mer et"),
        (200, 130, "de sa portée. — Toulouse, 1906, in-8° [155 p.]."),
    )

    found = texts(made)

    assert (found["last_name"], found["first_name"], found["year"]) == ("Martin", "René", "1906")
    assert found["title"] == "Du droit des gens en mer et de sa portée"
    assert (found["place"], found["pages"], found["format"]) == ("Toulouse", "155", "8°")


@pytest.mark.parametrize("place", [(40, 40), (800, 100)])
def test_a_mark_above_or_beside_the_heading_is_the_shelf_mark(page: MakePage, place: tuple[int, int]) -> None:
    made = page(
        (*place, "Lg 1234"),
        (40, 100, "Keller, Gottfried: Der grüne Heinrich."),
        (70, 130, "Roman in vier Bänden. Braunschweig: Vieweg 1854. 427 S. 8°"),
    )

    found = texts(made)

    assert (found["shelfmark"], found["last_name"], found["first_name"]) == ("Lg 1234", "Keller", "Gottfried")
    assert found["title"] == "Der grüne Heinrich. Roman in vier Bänden"


def test_the_year_of_a_date_or_of_the_title_is_not_the_imprint(page: MakePage) -> None:
    made = page(
        (40, 100, "Walter, Erich: Das Urteil des Gerichtes vom 4. März 1910"),
        (60, 130, "und die Verfassung von 1871. Bonn: Georgi 1912. 120 S."),
    )

    assert texts(made)["year"] == "1912"


def test_a_reference_names_the_heading_referred_to(page: MakePage) -> None:
    made = page((40, 60, "Sklodowska, Maria"), (300, 100, "s."), (40, 140, "Curie, Marie"))

    found = texts(made, (KIND, *ENTRY))

    assert (found["type"], found["last_name"], found["first_name"]) == ("Reference", "Curie", "Marie")


def test_a_card_that_refers_is_known_without_a_sign_in_the_description(page: MakePage) -> None:
    kind = FieldSpec("Art", FieldType.ENUM, values=("Hauptkarte", "Verweisung"))
    refers = page((40, 60, "Sonnenbichler"), (90, 100, "s."), (40, 140, "Meier, Anna"))
    tells = page((40, 60, "Meier, Anna: Vom Licht. Bern 1931."), (70, 100, "24 S. 8°"))

    assert (one(refers, kind).text, one(tells, kind).text) == ("Verweisung", "Hauptkarte")


def test_an_author_beside_given_names_is_a_family_name(page: MakePage) -> None:
    made = page((40, 60, "Meier, Anna: Vom Licht. Bern 1931."), (70, 100, "24 S. 8°"))

    assert texts(made, (FieldSpec("Autor"), FieldSpec("Vorname"))) == {"Autor": "Meier", "Vorname": "Anna"}
    assert texts(made, (FieldSpec("Autor"),)) == {"Autor": "Meier, Anna"}


def test_the_value_left_over_is_chosen_when_no_sign_is_found(page: MakePage) -> None:
    value = one(page((40, 60, "Curie, Marie. Recherches")), KIND)

    assert (value.text, value.source) == ("Thesis", Source.HINT)


def test_an_enum_names_a_value_of_the_schema_behind_its_label(page: MakePage) -> None:
    field = FieldSpec("Zustand", FieldType.ENUM, values=("gut", "beschädigt"))

    assert one(page((40, 60, "Zustand: Beschädigl")), field).text == "beschädigt"
    assert one(page((40, 60, "Zustand: unbekannt")), field).text is None


def test_a_card_of_a_form_is_not_searched_for_what_has_no_label(page: MakePage) -> None:
    made = page((40, 40, "Titel: Lied"), (40, 80, "Verlag: Peters, Leipzig 1901"), (40, 120, "Material: Partitur"))
    schema = (FieldSpec("Titel"), FieldSpec("Verlag"), FieldSpec("Material"), FieldSpec("Jahr", FieldType.YEAR))

    year = extract([made], schema)[3]

    assert (year.text, year.source, year.evidence) == (None, Source.NOT_FOUND, ())


def test_a_mark_is_found_by_how_its_description_says_it_begins(page: MakePage) -> None:
    field = FieldSpec("b_id", description="Identifier at the top right, beginning with B.")
    made = page((40, 40, "Skiff A.G."), (700, 40, "B.51.322.GB.976"), (40, 200, "B. schreibt davon"))

    value = one(made, field)

    assert (value.text, value.source) == ("B.51.322.GB.976", Source.HINT)


def test_company_place_and_body_come_from_where_they_stand(page: MakePage) -> None:
    schema = (
        FieldSpec("company", description="Company in the heading"),
        FieldSpec("location", description="Place in the heading"),
        FieldSpec("stamp", FieldType.DATE, "Stamped date"),
        FieldSpec("information", description="The body of the card"),
    )
    made = page(
        (40, 40, "Skiff A.G."), (420, 40, "Luzern."), (700, 72, "6. Aug. 1942"),
        (40, 140, "Erste Liste,"), (40, 170, "vom 5. April 1943."), (40, 270, "gestrichen"),
    )  # fmt: skip

    found = texts(made, schema)

    assert found == {
        "company": "Skiff A.G.",
        "location": "Luzern",
        "stamp": "1942-08-06",
        "information": "Erste Liste,\nvom 5. April 1943.\n\ngestrichen",
    }


def test_a_place_beside_a_company_stands_in_the_heading(page: MakePage) -> None:
    schema = (FieldSpec("Firma"), FieldSpec("Sitz"), FieldSpec("Bemerkungen"))
    made = page((40, 40, "Skiff A.G."), (420, 40, "Luzern."), (40, 140, "Erste Liste,"), (40, 170, "vom April."))

    assert texts(made, schema) == {"Firma": "Skiff A.G.", "Sitz": "Luzern", "Bemerkungen": "Erste Liste,\nvom April."}


def test_the_heading_is_a_last_resort_for_the_first_field_and_says_so(page: MakePage) -> None:
    made = page((40, 40, "Alpenrosen: ein Strauß"), (40, 80, "mit Bild"))

    first, second = extract([made], (FieldSpec("Blume"), FieldSpec("Farbe")))

    assert (first.text, first.source) == ("Alpenrosen", Source.HEADING)
    assert first.confidence <= 0.4
    assert second.text is None


def test_what_was_hard_to_read_is_less_sure(page: MakePage) -> None:
    field = FieldSpec("Titel")
    clear, doubtful = page((40, 40, "Titel: Messe")), page((40, 40, "Titel: Messe"), score=0.7)

    assert one(clear, field).confidence > 0.85
    assert one(doubtful, field).confidence < 0.5


def test_a_label_is_surer_than_a_pattern_and_a_pattern_surer_than_a_guess(page: MakePage) -> None:
    label = one(page((40, 40, "Jahr: 1901")), FieldSpec("Jahr", FieldType.YEAR))
    pattern = one(page((40, 40, "Müller, Hans: Ein Buch. Bonn 1901: Georgi. 8°")), FieldSpec("Jahr", FieldType.YEAR))
    guess = one(page((40, 40, "Alpenrosen: ein Strauß")), FieldSpec("Blume"))

    assert label.confidence > pattern.confidence > guess.confidence


@pytest.mark.parametrize("kind", list(FieldType))
def test_a_value_always_has_evidence_and_a_blank_never_a_text(page: MakePage, kind: FieldType) -> None:
    made = page((40, 40, "Müller, Hans: Ein Buch. Bonn 1901: Georgi. 12 S. 8°"), (40, 90, "Datum: 5. Mai 1901"))
    schema = tuple(FieldSpec(name, kind) for name in ("Datum", "Jahr", "Titel", "Ort", "Autor", "xyz"))

    for value in extract([made], schema):
        assert (value.text is None) or value.evidence
        assert 0.0 <= value.confidence <= 1.0


def test_every_field_is_answered_in_order_even_on_an_empty_card(page: MakePage) -> None:
    values = extract([page()], ENTRY)

    assert [value.field for value in values] == [field.name for field in ENTRY]
    assert {value.text for value in values} == {None}


def test_the_same_pages_give_the_same_values(page: MakePage) -> None:
    made = page((40, 40, "Planck, Max: Über Wärme. München 1879: Ackermann. 61 S. 8°"))

    assert extract([made], ENTRY) == extract([made], ENTRY)


@pytest.mark.parametrize(
    "noise",
    [
        "1" * 300,
        "A1" * 150,
        "A. " * 100,
        "((([[[" * 50,
        "- " * 150,
        "VII, " * 80,
        "Aus d. " * 50,
        ": ; " * 80,
        "a" * 400,
    ],
)
def test_no_nonsense_on_a_card_takes_long(page: MakePage, noise: str) -> None:
    made = page(*((40, 40 + 30 * n, noise) for n in range(8)), (40, 400, f"A{noise}!"))
    started = time.process_time()

    extract([made], (*ENTRY, KIND, FieldSpec("Datum", FieldType.DATE), FieldSpec("Nr", FieldType.NUMBER)))

    assert time.process_time() - started < 2.0
