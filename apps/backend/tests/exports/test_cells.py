from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.cells import escape, neutralise, restore, text_of, unescape

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NASTY_TEXT = st.text(st.sampled_from("\\u005CdDa8'=+-@＝＋－＠ \t\r\n\x00\x1f\ud800\udfff\uffff0feFE\ufeff"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+1",
            "+1",
            "-1",
            "@A1",
            "\t=1",
            "\r=1",
            "\n=1",
            "\tx",
            "\rx",
            "＝1+1",
            "＋1",
            "－1",
            "＠A1",
            "﹦1",
        ),
        *("  =1", "\u00a0=1", "\u3000＝1", "\ufeff=1", "\u200b@x", "'=1", "''=1", "' =1"),
    ],
)
def test_what_a_spreadsheet_might_run_gets_an_apostrophe_and_comes_back(text: str) -> None:
    assert neutralise(text) == "'" + text
    assert restore(neutralise(text)) == text


@pytest.mark.parametrize("text", ["", "'s-Gravenhage", "'", "a=1", "Op. 5 - 7", "1-2", "ʼ=", "Übung\n=x"])
def test_what_no_spreadsheet_would_run_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text


def test_unprintable_characters_become_visible() -> None:
    assert escape("a\x00b\ud800c\uffff") == r"a\u0000b\uD800c\uFFFF"
    assert escape("Zeile 1\nZeile 2\tEnde\r\n ñ 𝄞") == "Zeile 1\nZeile 2\tEnde\r\n ñ 𝄞"


def test_a_text_that_looks_escaped_is_told_apart_from_an_escaped_one() -> None:
    assert escape(r"\u0000") == r"\u005Cu0000"
    assert escape(r"C:\users \u00e4") == r"C:\users \u00e4"


@given(ANY_TEXT | NASTY_TEXT)
def test_every_text_comes_back_from_a_cell(text: str) -> None:
    assert restore(neutralise(escape(text))) == text
    assert unescape(escape(text)) == text
    assert restore(escape(text, faithful=True), faithful=True) == text


@given(ANY_TEXT | NASTY_TEXT)
def test_every_cell_can_be_written_in_any_encoding_of_unicode(text: str) -> None:
    for cell in (neutralise(escape(text)), escape(text, faithful=True)):
        assert cell.encode().decode() == cell
    assert not set(escape(text)) & set(map(chr, [*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF]))


@given(ANY_TEXT | NASTY_TEXT)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert neutralise(escape(text)).lstrip()[:1] not in {*"=+-@＝＋－＠"} - {""}


@given(NASTY_TEXT)
def test_faithful_changes_nothing_that_utf8_can_hold(text: str) -> None:
    if r"\u" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        assert escape(text, faithful=True) == text


def test_other_values_than_text_are_written_as_json() -> None:
    assert text_of({"a": [1, None, "ä"]}) == '{"a": [1, null, "ä"]}'
    assert text_of(10**5000) == "[value that cannot be written: ValueError]"
