"""Handing over by HTTP: whole files of one moment."""

from __future__ import annotations

import csv
import io
import json
import threading

import openpyxl
import pytest

from app.engines.base import CancelToken, Card
from app.models.record import Reading, Value
from drawers import House
from readers import Double

NASTY = ["=HYPERLINK(1)", "+1", "-1", "@x", "\tTab", "a;b,c\"d'", "Zeile 1\nZeile 2", "ä\u200bß😀", "x" * 40_000]


class Nasty(Double):
    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        text = NASTY[int(card.filename.partition(".")[0])]
        return Reading((Value("Titel", text, 0.9), Value("Jahr", None, 0.9)), text, "double", "double-1", 0.1)


@pytest.fixture
def batch(house: House) -> str:
    made = house.read_by(Nasty(), *[f"{n}.jpg" for n in range(len(NASTY))], fields=["Titel", "Jahr"])
    house.run_to_end(made)
    return made


def test_row_47_json_is_the_results(house: House, batch: str) -> None:
    answer = house.client.get(f"/api/v1/batches/{batch}/export", params={"format": "json"})

    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{batch}.json"'
    assert answer.json() == house.results(batch)
    assert [r["data"]["Titel"] for r in answer.json()] == NASTY


def test_row_47_csv_is_safe_by_default_and_faithful_on_request(house: House, batch: str) -> None:
    path = f"/api/v1/batches/{batch}/export"
    safe = house.client.get(path, params={"format": "csv"})
    faithful = house.client.get(path, params={"format": "csv", "faithful": True, "separator": "semicolon"})

    assert safe.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(safe.content.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(NASTY)
    assert not any(str(row["Titel"]).startswith(("=", "+", "-", "@", "\t")) for row in rows)
    exact = csv.DictReader(io.StringIO(faithful.content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert [row["Titel"] for row in exact] == NASTY


def test_row_47_xlsx_holds_no_formula(house: House, batch: str) -> None:
    answer = house.client.get(f"/api/v1/batches/{batch}/export", params={"format": "xlsx"})

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}


def test_an_export_shows_corrections_and_failures(house: House, batch: str) -> None:
    version = house.record(batch, "0.jpg")["version"]
    house.client.patch(
        f"/api/v1/batches/{batch}/records/0.jpg", json={"version": version, "set": {"Titel": "Von Hand"}}
    )

    rows = house.client.get(f"/api/v1/batches/{batch}/export", params={"format": "json"}).json()

    assert (rows[0]["data"]["Titel"], rows[0]["extracted"]["Titel"]) == ("Von Hand", NASTY[0])


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_batch_without_records_is_a_file_without_rows(house: House, form: str) -> None:
    answer = house.client.get(f"/api/v1/batches/{house.batch()}/export", params={"format": form})

    assert answer.status_code == 200
    assert answer.content


def test_what_cannot_be_exported(house: House, batch: str) -> None:
    def code(name: str, **query: str) -> int:
        return house.client.get(f"/api/v1/batches/{name}/export", params=query).status_code

    assert code("nowhere", format="csv") == 404
    assert [code(batch), code(batch, format="pdf"), code(batch, format="csv", separator="x")] == [422, 422, 422]


def test_exports_while_people_write_are_of_one_moment(house: House, batch: str) -> None:
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            for name in ("0.jpg", "8.jpg"):
                version = house.record(batch, name)["version"]
                change = {"version": version, "set": {"Jahr": str(version)}}
                house.client.patch(f"/api/v1/batches/{batch}/records/{name}", json=change)

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(5):
        rows = json.loads(house.client.get(f"/api/v1/batches/{batch}/export", params={"format": "json"}).content)
        first, last = rows[0]["data"]["Jahr"], rows[8]["data"]["Jahr"]
        assert int(first or 1) - int(last or 1) in (0, 1)
    done.set()
    writer.join(10)


def test_an_export_holds_the_columns_and_the_records_that_were_asked_for(house: House, batch: str) -> None:
    path = f"/api/v1/batches/{batch}/export"
    version = house.record(batch, "2.jpg")["version"]
    verdict = {"version": version, "accept": ["Titel", "Jahr"]}
    house.client.patch(f"/api/v1/batches/{batch}/records/2.jpg", json=verdict)

    judged = house.client.get(path, params={"format": "csv", "review": "complete", "columns": ["Jahr", "Titel"]})
    blank = house.client.get(path, params={"format": "json", "field": "Jahr", "value": ""})
    unknown = house.client.get(path, params={"format": "csv", "columns": ["Verlag"]})

    rows = list(csv.reader(io.StringIO(judged.content.decode("utf-8-sig"))))
    assert (rows[0][:3], [row[0] for row in rows[1:]]) == (["filename", "Jahr", "Titel"], ["2.jpg"])
    assert len(blank.json()) == len(NASTY)
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_field")
