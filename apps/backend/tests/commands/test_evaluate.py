"""``indexcards evaluate`` on exported tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import cli

Said = pytest.CaptureFixture[str]
CARDS = [f"{n}.jpg" for n in range(8)]


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    path = tmp_path / "truth.json"
    path.write_text(json.dumps({card: {"Titel": f"Titel {card}", "Jahr": None} for card in CARDS}))
    return path


def table(path: Path, wrong: int) -> Path:
    rows = [f"{card},{'falsch' if n < wrong else f'Titel {card}'}," for n, card in enumerate(CARDS)]
    path.write_text("\n".join(["filename,Titel,Jahr", *rows]) + "\n")
    return path


def test_two_tables_are_compared_with_an_interval(tmp_path: Path, truth: Path, capsys: Said) -> None:
    good, bad = table(tmp_path / "good.csv", 0), table(tmp_path / "bad.csv", 6)
    out = tmp_path / "score.json"

    code = cli.main(["evaluate", str(good), "--truth", str(truth), "--against", str(bad), "-o", str(out)])

    said = capsys.readouterr().out
    assert code == 0
    assert "F1 macro 1.000   micro 1.000   over 8 cards" in said
    assert "+0.750" in said
    assert "6 better, 0 worse): more than noise" in said
    assert json.loads(out.read_text())["fields"]["Titel"]["cer"] == 0.0


def test_a_table_may_be_the_truth_and_the_worst_values_are_told(tmp_path: Path, capsys: Said) -> None:
    good, bad = table(tmp_path / "good.csv", 0), table(tmp_path / "bad.csv", 1)

    assert cli.main(["evaluate", str(bad), "--truth", str(good)]) == 0

    assert "0.jpg  Titel: 'falsch' instead of 'Titel 0.jpg'" in capsys.readouterr().out


@pytest.mark.parametrize("more", [[], ["--verified"]])
def test_what_cannot_be_scored_is_said_in_a_sentence(tmp_path: Path, capsys: Said, more: list[str]) -> None:
    assert cli.main(["evaluate", str(table(tmp_path / "a.csv", 0)), *more]) != 0
    assert capsys.readouterr().err.strip()


def test_fields_of_the_truth_that_no_record_has_are_named(tmp_path: Path, capsys: Said) -> None:
    truth = tmp_path / "truth.json"
    truth.write_text(json.dumps({card: {"Titel": f"Titel {card}", "Tittel": "x"} for card in CARDS}))

    assert cli.main(["evaluate", str(table(tmp_path / "a.csv", 0)), "--truth", str(truth)]) == 0

    assert "Not among the fields of the records, so all missed: Tittel." in capsys.readouterr().out


def test_a_table_that_is_none_of_ours_is_refused(tmp_path: Path, truth: Path, capsys: Said) -> None:
    other = tmp_path / "other.csv"
    other.write_text("name,Titel\n0.jpg,x\n")

    assert cli.main(["evaluate", str(other), "--truth", str(truth)]) != 0

    assert "no column called filename" in capsys.readouterr().err


def part(path: Path, cards: list[str]) -> Path:
    path.write_text("\n".join(["filename,Titel,Jahr", *(f"{card},Titel {card}," for card in cards)]) + "\n")
    return path


def test_a_part_of_the_drawer_is_scored_for_itself_and_that_is_said_first(
    tmp_path: Path, truth: Path, capsys: Said
) -> None:
    some = part(tmp_path / "part.csv", [*CARDS[:3], "other.jpg"])
    out = tmp_path / "score.json"

    assert cli.main(["evaluate", str(some), "--truth", str(truth), "-o", str(out)]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"5 cards (as 3.jpg) of the truth not in {some}: scored are the 3 of both (--all ")
    assert said[1] == f"1 card (other.jpg) of {some} not in the truth, so not scored."
    assert said[2].startswith("field")
    assert "F1 macro 1.000   micro 1.000   over 3 cards" in said
    kept = json.loads(out.read_text())
    assert (kept["cards"], kept["truth_only"], kept["records_only"], kept["unread"]) == (3, 5, 1, 0)


def test_the_other_cards_are_missed_when_all_are_asked_for(tmp_path: Path, truth: Path, capsys: Said) -> None:
    some = part(tmp_path / "part.csv", CARDS[:2])

    assert cli.main(["evaluate", str(some), "--truth", str(truth), "--all"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("all their values count as missed.")
    assert "F1 macro 0.250   micro 0.400   over 8 cards" in said


def test_without_a_common_card_nothing_is_scored(tmp_path: Path, truth: Path, capsys: Said) -> None:
    other = part(tmp_path / "part.csv", ["x.jpg"])

    assert cli.main(["evaluate", str(other), "--truth", str(truth)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"indexcards: No card of the truth is in {other}, so nothing can be scored: {other} has x.jpg, the truth 0.jpg."
    ]


def test_columns_that_we_add_to_a_table_are_no_fields_of_a_truth(tmp_path: Path, capsys: Said) -> None:
    ours = tmp_path / "ours.csv"
    ours.write_text("filename,Titel,_status,_batch\n0.jpg,Titel 0.jpg,done,b\n")

    assert cli.main(["evaluate", str(table(tmp_path / "good.csv", 0)), "--truth", str(ours)]) == 0

    said = capsys.readouterr().out
    assert "_status" not in said
    assert "micro 1.000   over 1 cards" in said


def test_a_score_is_not_repeated_with_verified_cards(capsys: Said) -> None:
    assert cli.main(["evaluate", "some-batch", "--verified", "--repeat", "1"]) == 2
    assert "--truth FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("truth", "message"),
    [
        ('{"0.jpg": {"Titel": ["x"]}}', "card '0.jpg', field 'Titel': must be a text, a number or null."),
        ("{}", "holds no card."),
        ("[1]", "must look like"),
        ("{", "is not JSON"),
    ],
)
def test_a_truth_that_is_none_is_one_sentence(tmp_path: Path, capsys: Said, truth: str, message: str) -> None:
    (tmp_path / "truth.json").write_text(truth)

    code = cli.main(["evaluate", str(table(tmp_path / "a.csv", 0)), "--truth", str(tmp_path / "truth.json")])

    said = capsys.readouterr().err
    assert (code, len(said.splitlines())) == (2, 1)
    assert message in said


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("filename;Titel\n0.jpg;Bücher\n".encode("latin-1"), "is not text in UTF-8; in Excel"),
        (b'filename,Titel\n"0.jpg,x\n', "is no table, at line"),
        (b"", "no column called filename"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, truth: Path, capsys: Said, content: bytes, message: str
) -> None:
    (tmp_path / "a.csv").write_bytes(content)

    code = cli.main(["evaluate", str(tmp_path / "a.csv"), "--truth", str(truth)])

    said = capsys.readouterr().err
    assert (code, len(said.splitlines())) == (2, 1)
    assert message in said


@pytest.mark.parametrize(
    "content", ["\ufefffilename;Titel;mehr\n0.jpg;Titel 0.jpg;x\n", "filename\tTitel\n0.jpg\tTitel 0.jpg\n"]
)
def test_any_separator_mark_and_further_column_is_taken(
    tmp_path: Path, truth: Path, capsys: Said, content: str
) -> None:
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")

    assert cli.main(["evaluate", str(tmp_path / "a.csv"), "--truth", str(truth)]) == 0

    assert "micro 1.000   over 1 cards" in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--against", "nowhere.csv"], ["-o", "nowhere/score.json"], ["-o", "."]])
def test_what_cannot_be_done_is_said_before_the_figures(
    tmp_path: Path, truth: Path, capsys: Said, more: list[str]
) -> None:
    assert cli.main(["evaluate", str(table(tmp_path / "a.csv", 0)), "--truth", str(truth), *more]) == 2

    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
