"""Row 32 for whole batches: whatever shape an answer has, what is stored survives every way out."""

from __future__ import annotations

import csv
import io
import itertools
import json

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.exports.cells import restore, unescape
from app.models.tables import Batch, Card, Reading
from app.services import stored_values
from drawers import FIELDS, Drawer, OpenVision
from providers import Says

GOOD = {"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"}
SHAPES: list[str] = [
    json.dumps({**GOOD, "Titel": " ".join(f"Band {n}" for n in range(1500))}),
    json.dumps({**GOOD, "Titel": "é\u0301\u200b\u202eabc"}),
    json.dumps({**GOOD, "__proto__": {"x": 1}, "constructor": "c", "extra": [1, 2]}),
    '{"Komponist": NaN, "Titel": Infinity, "Signatur": "A 1"}',
    '{"Komponist": "a\\ud83d", "Titel": "\\u0000fc", "Signatur": "x"}',
    '{"Komponist": ' + "9" * 5000 + ', "Titel": "T", "Signatur": null}', json.dumps([GOOD, GOOD]),
    '{"Titel": "first", "Titel": "second", "Komponist": "K"}', json.dumps({"Titel": ["a", ["b", {"c": "d"}]]}),
    json.dumps({"Titel": {"value": {"value": {"value": "deep"}}}}), json.dumps({"Titel": "=1+1", "Komponist": "@x"}),
    json.dumps({"Titel": 'a"b,c;d\te\nf\r\ng', "Komponist": "'", "Signatur": "-1"}),
    json.dumps({"Titel": True, "Komponist": 0.1}),
    json.dumps({"Titel": "\x01\x02\x7f\x9f tail", "Komponist": "\ufffe\uffff"}), json.dumps({"Titel": "𝔘𝔫𝔦 👩‍👩‍👧"}),
    json.dumps({"Titel": "<b>&amp;</b>"}), '{"Titel": "x"}' + "}" * 500,
    "[" * 30 + json.dumps(GOOD) + "]" * 30,
]  # fmt: skip
HOPELESS = [
    '{"Titel":' * 100_000, json.dumps({**GOOD, "Titel": "A" * 9_000_000}), json.dumps({**GOOD, "Titel": "A" * 10_000}),
    '{"Titel": "half', '{"Titel": "\x00', "]", "",
]  # fmt: skip
"""What no value can be had from: 100,000 levels, 9 MB, one letter for ever, nothing."""

ANY = st.characters(exclude_categories=())
TEXTS = (
    st.text(ANY, max_size=30)
    | st.text(st.sampled_from("=+-@'\"\t\r\n\x00,;\\u0D8{}[]:\ud800\uffff\x1f"), max_size=30)
    | st.sampled_from(["=1+1", "null", "__proto__", "NaN", "\\u0000", "'=x", " ", "\u2028", "x" * 19_999])
)
LEAVES = TEXTS | st.none() | st.booleans() | st.integers() | st.floats() | st.just(10**4000)
KEYS = st.sampled_from([*FIELDS, "titel", "value", "properties", "__proto__", ""]) | st.text(ANY, max_size=5)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
OBJECTS = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, VALUES)) | st.dictionaries(KEYS, VALUES, max_size=4)


def written(value: object) -> str:
    return json.dumps(value) if not isinstance(value, int) or abs(value) < 10**4000 else "9" * 4001


JSON = OBJECTS.map(lambda each: "{" + ", ".join(f"{json.dumps(k)}: {written(v)}" for k, v in each.items()) + "}")
ANSWERS = (
    JSON
    | st.tuples(JSON, JSON).map(lambda two: two[0][:-1] + ", " + two[1][1:])  # keys twice
    | st.tuples(JSON, st.integers(0, 200)).map(lambda cut: cut[0][: cut[1]])
    | st.tuples(TEXTS, JSON, TEXTS).map("".join)
    | JSON.map("```json\n{}\n```".format)
    | VALUES.map(written)
    | st.sampled_from(SHAPES)
)


def in_database(drawer: Drawer, batch: str) -> dict[str, dict[str, str | None]]:
    """Values of the current readings, by file name."""
    with drawer.parts.database.reading() as session:
        rows = session.execute(
            select(Card.filename, Reading)
            .join(Reading, Reading.id == Card.reading_id)
            .where(Card.batch_id == select(Batch.id).where(Batch.name == batch).scalar_subquery())
        )
        return {name: {v.field: v.text for v in stored_values.of_reading(one)} for name, one in rows}


def one_kind_of_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def survives(drawer: Drawer, batch: str) -> int:
    """Values are the same in the database, over the API and in every file; returns how many cards were read."""
    at = f"/api/v1/batches/{batch}"

    def export(**query: object) -> bytes:
        return drawer.client.get(f"{at}/export", params=query).raise_for_status().content

    def table(**query: object) -> dict[str, dict[str, str]]:
        text = export(format="csv", **query).decode("utf-8-sig")
        return {row["filename"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}

    results = {str(each["filename"]): each for each in drawer.results(batch)}
    data: dict[str, dict[str, str | None]] = {name: each["data"] for name, each in results.items()}  # type: ignore[misc]
    done = {name for name, each in results.items() if each["status"] == "done"}
    kept = in_database(drawer, batch)
    told = {each["filename"]: each for each in json.loads(export(format="json"))}
    safe, faithful = table(), table(faithful=True)
    headings, *lines = openpyxl.load_workbook(io.BytesIO(export(format="xlsx")))["Cards"].values
    sheet = {row[0]: dict(zip(headings, row, strict=True)) for row in lines}

    assert {each["status"] for each in results.values()} <= {"done", "failed"}
    assert results == told
    assert {name: kept[name] for name in done} == {name: data[name] for name in done}
    for name, values in data.items():
        assert drawer.record(batch, name)["data"] == values
        assert set(values) == set(FIELDS)
        assert name in done or not any(values.values()), "a failed card holds no value"
        for field in FIELDS:
            text = values.get(field) or ""
            assert text.encode().decode() == text, "no half characters"
            assert "\x00" not in text
            assert restore(safe[name][field]) == restore(faithful[name][field], faithful=True) == text
            assert unescape(str(sheet[name][field] or "")) == one_kind_of_break(text)
    return len(done)


def test_row_32_each_known_shape_survives_every_way_out(read_by: OpenVision) -> None:
    shapes = [*SHAPES, *HOPELESS]
    drawer, _ = read_by(lambda body, _n: Says(shapes[turn(body)]))
    turns: dict[str, int] = {}

    def turn(body: dict[str, object]) -> int:
        """Each card has one answer, however often it is asked for."""
        return turns.setdefault(json.dumps(body["messages"]).partition("image_url")[2], len(turns))

    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, *(f"{n:02}.jpg" for n in range(len(shapes))))
    ended = drawer.run_to_end(batch, seconds=60)

    assert (ended["status"], ended["pending"]) == ("completed", 0)
    assert survives(drawer, batch) == len(SHAPES)


CARDS = 12


def any_shape_survives(read_by: OpenVision, examples: int, *, anew: bool) -> None:
    answers: list[str] = []
    drawer, _ = read_by(lambda _b, n: Says(answers[n % len(answers)]))
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, *(f"{n:02}.jpg" for n in range(CARDS)))
    rounds = itertools.count()

    @settings(max_examples=examples, deadline=None, derandomize=not anew, suppress_health_check=list(HealthCheck))
    @given(st.lists(ANSWERS, min_size=CARDS, max_size=CARDS))
    def check(drawn: list[str]) -> None:
        answers[:] = drawn
        drawer.client.post(f"/api/v1/batches/{batch}/start", params={"anew": next(rounds) > 0}).raise_for_status()
        ended = drawer.run_to_end(batch, start=False, seconds=60)
        assert (ended["status"], ended["pending"]) == ("completed", 0)
        survives(drawer, batch)

    check()


def test_row_32_any_shape_survives_every_way_out(read_by: OpenVision) -> None:
    any_shape_survives(read_by, 5, anew=False)


@pytest.mark.bar
@pytest.mark.timeout(1800)
def test_row_32_many_more_shapes_survive_every_way_out(read_by: OpenVision) -> None:
    any_shape_survives(read_by, 300, anew=True)
