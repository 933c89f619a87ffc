from collections.abc import Callable

import pytest

from app.engines.local.fields import extract
from app.engines.local.labels import Vocabulary
from app.models.enums import FieldType, Source
from app.models.record import FieldSpec, Page, Value

MakePage = Callable[..., Page]
SCHEMA = (
    FieldSpec("Verfasser"),
    FieldSpec("Titel"),
    FieldSpec("Signatur", FieldType.SHELFMARK),
    FieldSpec("Jahr", FieldType.YEAR),
)


def named(schema: tuple[FieldSpec, ...], label: str) -> str | None:
    field, _ = Vocabulary(schema).match(label, colon=True)
    return None if field is None else schema[field].name


def values(page: Page, *schema: FieldSpec) -> dict[str, Value]:
    return {value.field: value for value in extract([page], schema)}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Verfasser", "Verfasser"),
        ("Verf.", "Verfasser"),
        ("Vcrfasser", "Verfasser"),
        ("Author", "Verfasser"),
        ("Auteur", "Verfasser"),
        ("Titre", "Titel"),
        ("TITLE", "Titel"),
        ("Titel des Werks", "Titel"),
        ("Standort", "Signatur"),
        ("Cote", "Signatur"),
        ("Shelf mark", "Signatur"),
        ("Année", "Jahr"),
        ("Erscheinungsjahr", "Jahr"),
        ("Wohnort", None),
        ("Berlin", None),
        ("Walter", None),
    ],
)
def test_labels_are_known_in_three_languages_abbreviated_and_misread(label: str, field: str | None) -> None:
    assert named(SCHEMA, label) == field


def test_a_word_quoted_in_the_description_is_a_label() -> None:
    assert (
        named((FieldSpec("place_in_stack", description="After 'Aufstellung im Turm:'"),), "Aufstellung im Turm")
        is not None
    )


def test_a_field_s_own_word_comes_before_one_of_like_meaning() -> None:
    schema = (FieldSpec("Textdichter", synonyms=("Text",)), FieldSpec("Librettist"))

    assert named(schema, "Text") == "Textdichter"
    assert named(schema, "Librettist") == "Librettist"


def test_the_value_stands_behind_the_colon_up_to_the_next_label(page: MakePage) -> None:
    made = page((40, 40, "Verf.: Loewe, Carl Signatur: Spez.9.056"), (40, 90, "Titel: Erlkönig, op. 1"))

    found = values(made, *SCHEMA)

    assert found["Verfasser"].text == "Loewe, Carl"
    assert found["Signatur"].text == "Spez.9.056"
    assert found["Titel"].text == "Erlkönig, op. 1"
    assert found["Titel"].source is Source.LABEL


def test_the_value_stands_beside_its_label_and_goes_on_below(page: MakePage) -> None:
    made = page(
        (40, 40, "Verfasser"), (240, 38, "Brahms, Johannes"),
        (40, 90, "Titel"), (240, 88, "Ein deutsches Requiem für Or-"), (240, 120, "chester und Chor"),
        (40, 160, "Jahr"), (240, 158, "1868"),
    )  # fmt: skip

    found = values(made, *SCHEMA)

    assert found["Titel"].text == "Ein deutsches Requiem für Orchester und Chor"
    assert len(found["Titel"].evidence) == 2
    assert (found["Verfasser"].text, found["Jahr"].text) == ("Brahms, Johannes", "1868")


def test_the_value_stands_below_its_label(page: MakePage) -> None:
    made = page(
        (40, 40, "Verfasser"), (600, 40, "Signatur"),
        (44, 72, "Haydn, Joseph"), (610, 72, "Orat. 2.011"),
    )  # fmt: skip

    found = values(made, *SCHEMA)

    assert found["Verfasser"].text == "Haydn, Joseph"
    assert found["Signatur"].text == "Orat. 2.011"


def test_a_box_with_its_own_label_does_not_belong_to_the_label_on_its_left(page: MakePage) -> None:
    made = page(
        (600, 40, "Signatur"), (40, 72, "Verfasser"), (240, 70, "Haydn, Joseph"), (620, 72, "Orat. 2.011"),
        (40, 120, "Titel"), (240, 118, "Die Schöpfung"),
    )  # fmt: skip

    found = values(made, *SCHEMA)

    assert found["Verfasser"].text == "Haydn, Joseph"
    assert found["Signatur"].text == "Orat. 2.011"


def test_a_label_without_a_value_means_blank_and_shows_the_label(page: MakePage) -> None:
    made = page(
        (40, 40, "Verfasser: Loewe, Carl"), (40, 80, "Titel:"), (40, 120, "Jahr: 1824"), (40, 160, "Signatur: A 1")
    )

    blank = values(made, *SCHEMA)["Titel"]

    assert (blank.text, blank.source) == (None, Source.NOT_FOUND)
    assert blank.confidence > 0.7
    assert blank.evidence


def test_what_stands_far_below_a_blank_label_is_not_its_value(page: MakePage) -> None:
    made = page((40, 40, "Verfasser: Bach"), (40, 80, "Jahr: 1724"), (40, 120, "Titel"), (40, 400, "Form. 27 b"))

    assert values(made, *SCHEMA)["Titel"].text is None


def test_front_and_back_of_one_field_are_put_together(page: MakePage) -> None:
    front = page((40, 40, "Titel: Messe"), (40, 80, "Bemerkungen: siehe Rückseite"))
    back = page((40, 40, "Bemerkungen: Erstdruck"), image=1)

    note = extract([front, back], (FieldSpec("Titel"), FieldSpec("Bemerkungen")))[1]

    assert note.text == "siehe Rückseite Erstdruck"
    assert [evidence.image for evidence in note.evidence] == [0, 1]


def test_a_label_in_running_text_is_not_one(page: MakePage) -> None:
    made = page((40, 40, "Müller, Hans. Der Titel der Schrift und sein Jahr"), (40, 80, "Wohnort: Kassel"))

    assert values(made, FieldSpec("x"), FieldSpec("Ort"))["Ort"].text != "Kassel"


def test_labels_without_a_colon_count_where_several_stand_in_one_column(page: MakePage) -> None:
    made = page((40, 40, "VERFASSER Liszt, Franz"), (40, 80, "TITEL Die Ideale"), (40, 120, "SIGNATUR Part. 88"))
    single = page((40, 40, "Titel Müller"), (40, 80, "und anderes"))

    found = values(made, *SCHEMA)

    assert (found["Verfasser"].text, found["Titel"].text) == ("Liszt, Franz", "Die Ideale")
    assert found["Signatur"].text == "Part. 88"
    assert values(single, *SCHEMA)["Titel"].source is not Source.LABEL
