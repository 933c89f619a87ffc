from __future__ import annotations

from exports.cards import FIELDS, failed, record, sheet, terrible
from hypothesis import given
from hypothesis import strategies as st

from app.exports.base import MAX_NOTES, Notes
from app.exports.table import ABOUT, Table, field_headers

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner),
    max_leaves=6,
)


def about(row: list[str | int | float | None]) -> dict[str, str | int | float | None]:
    return dict(zip(ABOUT, row[-len(ABOUT) :], strict=True))


def test_a_row_is_filename_fields_and_what_is_known_about_the_card() -> None:
    table = Table(sheet(), Notes())

    row = table.row(record())

    assert table.headers[:4] == ("filename", "Komponist", "Signatur", "Verlag")
    assert row[:4] == ["000123.jpg", "Zimmermann, Rolf", "Spez.12.433", None]
    assert about(row) == {
        "_status": "done",
        "_reviewed": 2,
        "_confidence": 0.93,  # of Verlag, the only field on which nobody has decided
        "_error": None,
        "_images": "000123.jpg | 000123_back.jpg",
        "_batch": "lippmann-042-7f3a",
    }


def test_the_confidence_is_empty_once_every_field_is_reviewed() -> None:
    done = record(review=dict.fromkeys(FIELDS, "accepted"))

    assert about(Table(sheet(), Notes()).row(done))["_confidence"] is None


def test_a_failed_card_says_that_it_failed_and_why() -> None:
    table = Table(sheet(), Notes())

    told = about(table.row(failed()))
    untold = about(table.row(failed(error=None)))

    assert (told["_status"], told["_error"]) == ("failed", "The image is cut off.")
    assert (untold["_status"], untold["_error"]) == ("failed", "failed, and no reason was recorded")


def test_a_card_without_a_clear_success_is_a_failed_one() -> None:
    notes = Notes()
    table = Table(sheet(), notes)

    rows = [table.row(card) for card in ({}, record(success="yes"), record(success=None))]

    assert {about(row)["_status"] for row in rows} == {"failed"}
    assert notes.report().failed == 3


def test_a_field_that_is_called_like_a_column_of_ours_keeps_its_own_column() -> None:
    headers = field_headers(("filename", "_status", "filename (field)", "Titel"))

    assert headers == {
        "filename": "filename (field) (field)",
        "_status": "_status (field)",
        "filename (field)": "filename (field)",
        "Titel": "Titel",
    }


@given(st.lists(st.sampled_from(["filename", "_error", "filename (field)", "_error (field) (field)", "x"])))
def test_no_two_columns_have_the_same_heading(fields: list[str]) -> None:
    headers = Table(sheet(*fields), Notes()).headers

    assert len(set(headers)) == len(headers)


def test_values_outside_the_schema_are_told_of() -> None:
    notes = Notes()
    table = Table(sheet(), notes)

    for _ in range(2):
        table.row(record(data={"Komponist": "A", "Ort": "Basel", "Leer": None}))

    assert notes.report().notes == ('Values of "Ort", not a field of this batch, are only in the JSON export (2×)',)


def test_a_confidence_that_is_no_number_is_told_of() -> None:
    notes = Notes()

    row = Table(sheet(), notes).row(record("nan.jpg", confidence={"Verlag": float("nan")}))

    assert about(row)["_confidence"] is None
    assert notes.report().notes == ('nan.jpg, field "Verlag": its confidence is not a number and was left out.',)


@given(st.dictionaries(st.sampled_from(list(record())), JSON))
def test_any_record_becomes_a_whole_row(card: dict[str, object]) -> None:
    table = Table(sheet(), Notes())

    row = table.row(card)  # type: ignore[arg-type]

    assert len(row) == len(table.headers)


def test_terrible_cards_become_whole_rows() -> None:
    table = Table(sheet(), Notes())

    assert {len(table.row(card)) for card in terrible()} == {len(table.headers)}


def test_notes_are_bounded_and_say_so() -> None:
    notes = Notes()

    for number in range(MAX_NOTES + 5):
        notes.say(f"{number} " + "x" * 100_000)

    kept = notes.report().notes
    assert kept[-1] == "5 further notes are not listed."
    assert len(kept) == MAX_NOTES + 1
    assert max(map(len, kept)) <= 1000
