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
