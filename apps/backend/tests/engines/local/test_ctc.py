import numpy as np
import numpy.typing as npt
import pytest

from app.engines.local import ctc

ALPHABET = ctc.Alphabet.of_characters(["a", "b", "ü", "中", "。", "."])


def columns(*best: str, shade: dict[str, float] | None = None) -> npt.NDArray[np.float32]:
    """One row of probabilities per column: ``best`` has .9 (or its shade), ``""`` is the blank."""
    made = np.full((len(best), len(ALPHABET.characters)), 0.001, dtype=np.float32)
    for n, character in enumerate(best):
        made[n, ALPHABET.characters.index(character)] = (shade or {}).get(character, 0.9)
    return made


def test_repeated_columns_are_one_character_and_blanks_part_them() -> None:
    text, score, _ = ctc.decode(columns("a", "a", "", "a", "b"), ALPHABET, 1.0)

    assert text == "aab"
    assert score == pytest.approx(0.9)


def test_a_latin_line_holds_no_other_script() -> None:
    made = columns("a", "", "b", "", "ü", "", "。")
    made[-1, ALPHABET.characters.index(".")] = 0.05

    assert ctc.decode(made, ALPHABET, 1.0)[0] == "abü."


def test_a_line_of_another_script_stays() -> None:
    assert ctc.decode(columns("中", "", "中", "。"), ALPHABET, 1.0)[0] == "中中。"


def test_pieces_part_at_spaces_and_at_wide_gaps_and_know_their_place_and_score() -> None:
    made = columns("a", "b", " ", "b", *[""] * 8, "a", shade={"a": 0.8})

    _, _, pieces = ctc.decode(made, ALPHABET, 1.0)

    assert [piece.text for piece in pieces] == ["ab", "b", "a"]
    assert [round(piece.score, 2) for piece in pieces] == [0.85, 0.9, 0.8]
    assert pieces[0].start == 0.0
    assert pieces[2].end == pytest.approx(1.0, abs=0.05)


def test_padding_is_no_part_of_the_line() -> None:
    _, _, pieces = ctc.decode(columns("a", "b", "a", "b", "", "", "", ""), ALPHABET, 0.5)

    assert pieces[0].end == pytest.approx(1.0, abs=0.15)


def test_an_empty_line_has_no_pieces() -> None:
    assert ctc.decode(columns("", "", ""), ALPHABET, 1.0) == ("", 0.0, ())
