"""The table of records: pages, order, search, filters; the same on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from httpx2 import Response
from sqlalchemy import event

from app.engines.base import CancelToken, Card
from app.models import tables
from app.models.enums import Verdict
from app.models.record import Reading, Value
from app.models.record_schemas import RecordPage
from drawers import House
from readers import Double, UnreadableCard

CARDS: Mapping[str, tuple[str | None, str | None, float]] = {
    "1.jpg": ("Zimmermann, Rolf", "Sonate Nr. 9", 0.9),
    "2.jpg": ("Änis, Émile", "sonate Nr. 10", 0.2),
    "9.jpg": ("bach, J. S.", None, 0.5),
    "10.jpg": (None, "Straße_zwei 100%", 0.7),
    "11.jpg": ("Ænigma", 'O\'Hara "q"', 0.6),
    "torn.jpg": (None, None, 0.0),
}


class Catalogue(Double):
    """Reads what the catalogue says."""

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        if card.filename == "torn.jpg":
            raise UnreadableCard("torn", "torn")
        composer, title, certain = CARDS[card.filename]
        values = (Value("Komponist", composer, certain), Value("Titel", title, 0.95))
        return Reading(values, f"text {card.filename}", "double", "double-1", 0.01)


@pytest.fixture
def batch(house: House) -> str:
    made = house.read_by(Catalogue(), *CARDS, fields=["Komponist", "Titel"])
    house.run_to_end(made)
    return made


def ask(house: House, batch: str, **query: object) -> Response:
    return house.client.get(f"/api/v1/batches/{batch}/records", params=query)  # type: ignore[arg-type]


def names(house: House, batch: str, **query: object) -> list[str]:
    answer = ask(house, batch, **query)
    assert answer.status_code == 200, answer.text
    page = answer.json()
    if "limit" not in query and "offset" not in query:
        assert page["total"] == len(page["items"])
    return [record["filename"].removesuffix(".jpg") for record in page["items"]]


def test_cards_come_as_a_person_would_lay_them(house: House, batch: str) -> None:
    assert names(house, batch) == ["1", "2", "9", "10", "11", "torn"]
    assert names(house, batch, order="desc") == ["torn", "11", "10", "9", "2", "1"]


def test_pages_are_cut_out_of_one_order(house: House, batch: str) -> None:
    for sort in ("card", "Komponist", "Titel", "confidence", "processed_at", "status", "review", "field:Titel"):
        for order in ("asc", "desc"):
            whole = names(house, batch, sort=sort, order=order)
            cut = [n for o in range(0, 8, 2) for n in names(house, batch, sort=sort, order=order, offset=o, limit=2)]
            assert cut == whole, (sort, order)
            assert sorted(whole) == sorted(n.removesuffix(".jpg") for n in CARDS)


def test_a_page_beyond_the_end_is_empty_and_knows_the_total(house: House, batch: str) -> None:
    for sort in ("card", "Titel"):
        page = ask(house, batch, sort=sort, offset=50_000).json()
        assert (page["items"], page["total"]) == ([], 6)


def test_blanks_come_last_in_both_directions(house: House, batch: str) -> None:
    assert names(house, batch, sort="Komponist") == ["11", "2", "9", "1", "10", "torn"]
    assert set(names(house, batch, sort="Komponist", order="desc")[-2:]) == {"10", "torn"}
    assert names(house, batch, sort="Titel")[:1] == ["11"]
    assert names(house, batch, sort="Titel")[1:3] == ["1", "2"], "Nr. 9 before Nr. 10"
    assert set(names(house, batch, sort="Titel", order="desc")[-2:]) == {"9", "torn"}


def test_the_least_certain_come_first(house: House, batch: str) -> None:
    assert names(house, batch, sort="confidence") == ["2", "9", "11", "1", "10", "torn"]
    assert names(house, batch, sort="confidence", order="desc")[-1] == "torn"


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("sonate", ["1", "2"]),
        ("SON", ["1", "2"]),
        ("emile", ["2"]),
        ("anis", ["2"]),
        ("sonate 10", ["2"]),
        ("zimmermann sonate", ["1"]),
        ("rolf bach", []),
        ("strasse", ["10"]),
        ("aenigma", ["11"]),
        ("ænig", ["11"]),
        ("zwei", ["10"]),
        ("Straße_zwei", ["10"]),
        ("torn", ["torn"]),
        ("text", ["1", "2", "9", "10", "11"]),
        ("o'hara", ["11"]),
        ("onate", []),
        ('"', ["1", "2", "9", "10", "11", "torn"]),
        ("batch1", []),
    ],
)
def test_a_search_finds_beginnings_of_words(house: House, batch: str, q: str, found: list[str]) -> None:
    assert names(house, batch, q=q) == found


@pytest.mark.parametrize(
    "q", ["a*", "a AND b", "NEAR(a b)", "a:b", "batch:x", "!a | b & (c", "x' OR 1=1", "𞤀𞤁a", "a\u200db", "½ ²x", "％"]
)
def test_no_search_is_an_error(house: House, batch: str, q: str) -> None:
    assert ask(house, batch, q=q).status_code == 200
    assert ask(house, batch, field="Titel", value=q).status_code == 200


def test_a_search_follows_edits(house: House, batch: str) -> None:
    version = house.record(batch, "1.jpg")["version"]
    path = f"/api/v1/batches/{batch}/records/1.jpg"
    house.client.patch(path, json={"version": version, "set": {"Titel": "Kantate"}})

    assert names(house, batch, q="kantate") == ["1"]
    assert names(house, batch, q="sonate") == ["2"]
    assert names(house, batch, field="Titel", value="kant") == ["1"]
    assert "1" not in names(house, batch, field="Titel", value="sonate")


def test_filters_narrow_the_table(house: House, batch: str) -> None:
    assert names(house, batch, status="failed") == ["torn"]
    assert names(house, batch, status="done") == ["1", "2", "9", "10", "11"]
    assert names(house, batch, status="pending") == []
    assert names(house, batch, field="Komponist", value="BACH") == ["9"]
    assert names(house, batch, field="Titel", value="nr. 9") == ["1"]
    assert names(house, batch, field="Titel", value="nr. 9", sort="Komponist", order="desc") == ["1"]
    assert names(house, batch, field="Titel", value="") == ["9", "torn"]
    assert names(house, batch, field="Titel") == ["1", "2", "10", "11"]
    assert names(house, batch, field="Titel", value="100%") == ["10"]
    assert names(house, batch, field="Titel", value="100_") == []
    assert names(house, batch, max_confidence=0.5) == ["2", "9"]
    assert names(house, batch, max_confidence=0.5, q="sonate") == ["2"]
    assert names(house, batch, status="done", sort="Komponist", order="desc", limit=1) == ["1"]


def test_a_reviewed_value_is_certain(house: House, batch: str) -> None:
    version = house.record(batch, "2.jpg")["version"]
    path = f"/api/v1/batches/{batch}/records/2.jpg"
    house.client.patch(path, json={"version": version, "accept": ["Komponist"]})

    assert names(house, batch, max_confidence=0.5) == ["9"]
    assert names(house, batch, review="partial") == ["2"]
    assert names(house, batch, review="none") == ["1", "9", "10", "11", "torn"]
    house.client.patch(path, json={"version": version + 1, "accept": ["Titel"]})
    assert names(house, batch, review="complete") == ["2"]


@pytest.mark.parametrize(
    "query",
    [
        {"sort": "Verlag"}, {"sort": ""}, {"field": "Verlag"}, {"field": ""}, {"order": "up"}, {"status": "lost"},
        {"review": "half"}, {"max_confidence": "2"}, {"max_confidence": "nan"}, {"offset": "-1"}, {"limit": "1001"},
        {"sort": "x\x00"}, {"field": "\x00"},
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_422(house: House, batch: str, query: dict[str, str]) -> None:
    assert ask(house, batch, **query).status_code == 422


def test_a_field_added_later_is_blank_on_every_card(house: House, batch: str) -> None:
    path = f"/api/v1/batches/{batch}"
    assert house.client.patch(path, json={"fields": ["Komponist", "Titel", "Verlag"]}).status_code == 200

    assert sorted(names(house, batch, sort="Verlag")) == sorted(names(house, batch))
    assert len(names(house, batch, field="Verlag", value="")) == 6
    assert house.record(batch, "1.jpg")["data"]["Verlag"] is None  # type: ignore[index]


def test_a_field_may_be_called_like_a_column_of_ours(house: House) -> None:
    made = house.batch(fields=["card", "status", "confidence"])
    house.upload(made, "10.jpg", "9.jpg")
    house.run_to_end(made)

    assert names(house, made) == ["9", "10"]
    assert names(house, made, sort="field:card") == ["9", "10"]
    assert names(house, made, sort="status") == ["9", "10"]


@contextmanager
def made_of(*kinds: type) -> Iterator[Counter[str]]:
    """Objects that the session makes of rows meanwhile, by kind."""
    made: Counter[str] = Counter()

    def count(target: object, _context: object) -> None:
        made[type(target).__name__] += 1

    for kind in kinds:
        event.listen(kind, "load", count)
    try:
        yield made
    finally:
        for kind in kinds:
            event.remove(kind, "load", count)


def test_pages_and_exports_are_told_without_an_object_for_each_row(house: House, batch: str) -> None:
    house.client.patch(f"/api/v1/batches/{batch}/records/1.jpg", json={"version": 2, "accept": ["Titel"]})

    tries = []
    for _ in range(5):  # what the service does beside may make some of its own
        with made_of(tables.Batch, tables.Card, tables.Reading, tables.Review, tables.Image) as made:
            assert names(house, batch, sort="Titel")
            assert len(house.results(batch)) == len(CARDS)
        tries.append(made.keys())

    assert any(kinds <= {"Batch"} for kinds in tries)


def test_a_page_asks_the_database_a_few_times_however_many_records_it_has(house: House, batch: str) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    def statements(limit: int) -> int:
        """Of one page. What the service does beside only adds to them, so the fewest of some tries are the page's."""
        counts = []
        for _ in range(5):
            asked.clear()
            names(house, batch, limit=limit)
            counts.append(len(asked))
        return min(counts)

    event.listen(house.parts.database.engine, "before_cursor_execute", note)
    try:
        once, many = statements(1), statements(100)
    finally:
        event.remove(house.parts.database.engine, "before_cursor_execute", note)

    assert 0 < once <= 6
    assert many == once


def test_a_page_has_the_form_that_the_description_promises(house: House, batch: str) -> None:
    house.client.patch(f"/api/v1/batches/{batch}/records/1.jpg", json={"version": 2, "set": {"Titel": "Hand"}})

    answer = ask(house, batch)

    told = RecordPage.model_validate_json(answer.content)
    assert answer.headers["content-type"] == "application/json"
    assert [item.filename for item in told.items] == [*CARDS]
    assert (told.items[0].data["Titel"], told.items[0].review) == ("Hand", {"Titel": Verdict.CORRECTED})
    assert told.model_dump(mode="json", exclude={"items": {"__all__": {"processed_at"}}})["items"] == [
        {key: value for key, value in item.items() if key != "processed_at"} for item in answer.json()["items"]
    ]
