"""What is refused says what, where and why, by a stable code and with the names and numbers of its sentence."""

from __future__ import annotations

import pytest

from drawers import House, scan

BATCHES = "/api/v1/batches"
ENUM = b'{"title": "x", "fields": [{"name": "e", "type": "enum"}]}'
PATTERN = b'{"title": "x", "options": {"pairing": "pattern", "pattern": "("}}'


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"{", {"field": "body", "code": "json_invalid"}),
        (b"{}", {"field": "title", "code": "missing", "message": "is missing"}),
        (b'{"title": "x", "zz": 1}', {"field": "zz", "code": "extra_forbidden"}),
        (b'{"title": "a\\u0000"}', {"field": "title", "code": "control_character"}),
        (b'{"title": "x", "fields": ["a", "A"]}', {"field": "fields", "code": "fields_alike", "params": {"name": "A"}}),
        (b'{"title": "x", "template_id": 0}', {"field": "template_id", "code": "greater_than_equal"}),
        (b'{"title": "x", "fields": [1]}', {"field": "fields.0", "message": "must be a JSON object"}),
        (ENUM, {"field": "fields.0", "code": "enum_without_values"}),
        (PATTERN, {"field": "options", "code": "bad_pattern"}),
    ],
)  # fmt: skip
def test_each_misfit_has_a_place_a_code_and_plain_words(house: House, body: bytes, place: dict[str, object]) -> None:
    answer = house.client.post(BATCHES, content=body, headers={"content-type": "application/json"})

    told = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert (told["code"], told["status"]) == ("invalid", 422)
    assert place.items() <= told["errors"][0].items()
    assert "Input should" not in told["detail"]


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"title": "\xfc"}', b'{"template_id": ' + b"9" * 5000 + b"}"])
def test_what_cannot_be_parsed_is_told_so(house: House, body: bytes) -> None:
    answer = house.client.post(BATCHES, content=body, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert "JSON" in answer.json()["detail"]


def test_what_is_no_json_is_told_so(house: House) -> None:
    answer = house.client.post(BATCHES, content=b'{"title": "x"}', headers={"content-type": "text/plain"})

    assert answer.status_code == 422
    assert "Content-Type: application/json" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/none", 404, "not_found"),
        ("PUT", BATCHES, 405, "method_not_allowed"),
        ("GET", f"{BATCHES}/none", 404, "batch_not_found"),
        ("GET", f"{BATCHES}/none/results", 404, "batch_not_found"),
        ("GET", f"{BATCHES}?limit=0", 422, "invalid"),
        ("GET", "/batches-static/none/a.jpg", 404, "not_found"),
    ],
)
def test_every_refusal_is_a_problem(house: House, method: str, path: str, status: int, code: str) -> None:
    answer = house.client.request(method, path)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (answer.json()["code"], answer.json()["status"]) == (code, status)
    assert answer.json()["detail"].endswith(".")


def test_names_and_numbers_of_a_sentence_stand_beside_it(house: House) -> None:
    batch = house.batch()

    engine = house.client.post(BATCHES, json={"title": "x", "engine": "none"}).json()
    missing = house.client.get(f"{BATCHES}/{batch}/records/none.jpg").json()

    assert (engine["code"], engine["params"]["engine"]) == ("unknown_engine", "none")
    assert (missing["code"], missing["params"]) == ("card_not_found", {"batch": batch, "filename": "none.jpg"})


def test_a_value_is_looked_for_in_a_field(house: House) -> None:
    batch = house.batch()

    table = house.client.get(f"{BATCHES}/{batch}/records?value=x")
    handed = house.client.get(f"{BATCHES}/{batch}/export?format=csv&value=x")

    assert (table.status_code, table.json()["code"]) == (422, "value_without_field")
    assert (handed.status_code, handed.json()["code"]) == (422, "value_without_field")


def test_a_title_is_no_path(house: House) -> None:
    assert house.batch("Nachlass 3/4 \\ Kasten 7.b").startswith("nachlass_3_4_kasten_7_b-")


def test_a_stored_file_says_why_it_is_called_so(house: House) -> None:
    jpeg = scan("1")
    content = {"a.jpg": jpeg, "a.JPG": scan("2"), "b.png": scan("3"), "c d.jpg": scan("4"), "again.jpg": jpeg}

    report = house.upload(house.batch(), *content, content=content)

    codes = {s["original_name"]: (s["filename"], s["code"]) for s in report["stored"]}
    assert codes == {
        "a.jpg": ("a.jpg", "stored"),
        "a.JPG": ("a-2.JPG", "name_taken"),
        "b.png": ("b.jpg", "suffix_made_right"),
        "c d.jpg": ("c_d.jpg", "name_made_safe"),
    }
    assert [(s["code"], s["params"]) for s in report["skipped"]] == [("duplicate", {"filename": "a.jpg"})]


def test_a_change_of_many_records_never_drops_half_a_filter(house: House) -> None:
    batch = house.batch()
    wanted = {"filter": {"value": "x"}, "revision": 0, "accept": "all"}

    answer = house.client.post(f"{BATCHES}/{batch}/records/bulk", json=wanted)

    assert (answer.status_code, answer.json()["code"]) == (422, "value_without_field")


@pytest.mark.parametrize(
    ("truth", "message"),
    [
        (
            b'{"a.jpg": {"Titel": "\\ud800"}}',
            "truth.a.jpg.Titel: holds a control character or half a character; remove it.",
        ),
        (b'{"\\ud800": {"Titel": "x"}}', "half a character"),
        (b'{"a.jpg": {"\\ud800": "x"}}', "half a character"),
        (b'{"a.jpg": {"Titel": ["x"]}}', "truth.a.jpg.Titel: must be text."),
        (b'{"a.jpg": {"Titel": true}}', "truth.a.jpg.Titel: must be text."),
    ],
)
def test_a_truth_that_cannot_be_kept_is_refused(house: House, truth: bytes, message: str) -> None:
    address = f"{BATCHES}/{house.filled('a.jpg')}/evaluations"
    body = b'{"title": "x", "truth": ' + truth + b"}"

    answer = house.client.post(address, content=body, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert message in answer.json()["detail"]
    assert house.client.get(address).json() == {"items": []}
