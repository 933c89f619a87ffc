"""Rows 31 and 32: every kind of answer has its rule, and a failure is never an empty card."""

from __future__ import annotations

import json
import time

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engines.vision import suspicion
from app.engines.vision.client import Answer, read_answer
from app.engines.vision.faults import Fault
from app.engines.vision.ladder import judge
from app.models.enums import FieldType
from app.models.record import FieldSpec

SCHEMA = (
    FieldSpec("title"),
    FieldSpec("year", FieldType.YEAR),
    FieldSpec("place", synonyms=("Ort",)),
)
CARD = {"title": "Über Bäume", "year": "1910", "place": "Bern"}
WHOLE = json.dumps(CARD, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"Here it is:\n\n{WHOLE}\n\nNote: {{some}} words were faint.",
        json.dumps({"document": CARD}),
        json.dumps([CARD]),
        json.dumps({key: {"value": value} for key, value in CARD.items()}),
        json.dumps([{"name": key, "value": value} for key, value in CARD.items()]),
        json.dumps({"publication": {"year": 1910, "place": "Bern"}, "title": {"title": "Über Bäume"}}),
        f"{WHOLE}\n{json.dumps(dict.fromkeys(CARD))}",
        '{"title": "first one?", ' + WHOLE[1:],
        '{"Title": "Über Bäume", "YEAR": 1910, "Ort": "Bern"}',
        '{"title": "\\u0000dcber B\\u0000e4ume", "year": 1910, "place": "Bern"}',
        '{"title": "Über Bäume", "year": 1910, "place": "Bern",}',
        '{"title": "Über Bäume", "year": 1910, "place": "Bern", "extra": , "__proto__": {"x": 1}}',
    ],
)
def test_row_31_a_good_answer_is_read_however_it_is_wrapped(text: str) -> None:
    judged = judge(Answer(text), SCHEMA)

    assert (judged.values, judged.cause) == (CARD, "")


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (Answer(""), "empty"),
        (Answer(" \n\t "), "empty"),
        (Answer("{}"), "wrong_shape"),
        (Answer("I'm sorry, but I can't help with that image."), "refusal"),
        (Answer("", refusal="No."), "refusal"),
        (Answer("", finish="content_filter"), "filtered"),
        (Answer("The card is about trees."), "no_json"),
        (Answer('{"colour": "red"}'), "wrong_shape"),
        (Answer(json.dumps(dict.fromkeys(CARD))), "no_values"),
        (Answer('{"title": "Über Bä', finish="length"), "cut_off"),
        (Answer('{"title": "T", "year":' + " \n" * 4000, finish="length"), "loop"),
        (Answer('{"a":' * 5000 + "1" + "}" * 5000), "too_deep"),
        (Answer(json.dumps({**CARD, "title": "A" * 8_000_000})), "too_long"),
        (Answer(json.dumps({"type": "object", "properties": {"title": {"type": "string"}}})), "schema_echo"),
    ],
)
def test_row_31_each_kind_of_failure_has_its_cause(answer: Answer, cause: str) -> None:
    assert judge(answer, SCHEMA).cause == cause


def test_complete_pairs_of_a_cut_off_answer_are_kept() -> None:
    judged = judge(Answer('{"title": "Über Bäume", "year": "1910", "place": "Be', finish="length"), SCHEMA)

    assert (judged.values, judged.cause) == ({"title": "Über Bäume", "year": "1910"}, "cut_off")


def test_the_answer_is_found_in_the_reasoning() -> None:
    assert judge(Answer("", reasoning=f"Let me see. {WHOLE}"), SCHEMA).values == CARD


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NaN", None), ("Infinity", None), ("null", None), ('"null"', None), ('"<UNKNOWN>"', None), ('"N/A"', None),
        ('"string"', None), ("0", None), ('"place"', None), ("1910", "1910"), ("1910-1911", "1910-1911"),
        ('["1910", "1911"]', "1910; 1911"), ('" 1910 "', "1910"), ("", None), ('"„1910" in"', '„1910" in'),
        ("9" * 5000, None), ('"\\ud83d1910"', "\ufffd1910"), ('{"type": "string"}', None),
    ],
)  # fmt: skip
def test_row_32_each_kind_of_value_has_its_rule(written: str, value: str | None) -> None:
    judged = judge(Answer(f'{{"title": "T", "year": {written}, "place": "Bern"}}'), SCHEMA)

    assert judged.values == {"title": "T", "year": value, "place": "Bern"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("},", None), (",", None), (":", None), ("]},", None), ("place", None), ("year", None), ("assistant", None),
        ("]1939", "1939"), ("1939,", "1939"), ("[1939?]", "1939?"), ("1910-1911", "1910-1911"), ("o. J.", "o. J."),
        ("[s.a.]", "[s.a.]"), ("ohne Jahr", "ohne Jahr"), ("um 1900", "um 1900"),
        ("287", None), ("4°", None), ("20.3570", None), (">1909", "1909"), ("19..", "19.."),
        ("'05", "05"), ("MDCCXII", "MDCCXII"),
    ],
)  # fmt: skip
def test_row_32_a_year_holds_a_year_or_says_that_there_is_none(written: str, value: str | None) -> None:
    schema = (FieldSpec("title"), FieldSpec("year", FieldType.YEAR), FieldSpec("place"))
    judged = judge(Answer(json.dumps({"title": "},", "year": written, "place": "Bern"})), schema)

    assert judged.values == {"title": None, "year": value, "place": "Bern"}


def test_row_32_lines_and_paragraphs_of_a_text_stay_and_other_values_are_one_line() -> None:
    written = {**CARD, "title": " Liste \n  Nachtrag  14.\n\n\n\ngestrichen:\r\n3. 2. 45 ", "year": " 1910\n"}
    judged = judge(Answer(json.dumps(written)), SCHEMA)

    assert judged.values["title"] == "Liste\nNachtrag 14.\n\ngestrichen:\n3. 2. 45"
    assert judged.values["year"] == "1910"


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("\ud83d\x00fc")
KEYS = st.sampled_from([*CARD, "Ort", "value", "name", "properties", "__proto__", ""]) | st.text(max_size=5)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5))
PIECES = st.lists(
    st.sampled_from(["{", "}", "[", "]", '"', ":", ",", "\\", "\\u", "title", "year", " ", "\n", "1910", "é"])
)


def is_clean(answer: str) -> bool:
    """Only known fields, each a text that every database holds, or nothing; never neither values nor a cause."""
    judged = judge(Answer(answer), SCHEMA)
    texts = [text for text in judged.values.values() if text is not None]
    assert judged.cause or texts
    return set(judged.values) <= set(CARD) and all(text and "\x00" not in text and text.encode() for text in texts)


@settings(deadline=None)
@given(TREES)
def test_row_32_any_tree_gives_clean_values_or_a_cause(tree: object) -> None:
    assert is_clean(json.dumps(tree))


@settings(deadline=None)
@given(PIECES.map("".join) | st.text(max_size=200))
def test_row_32_any_text_gives_clean_values_or_a_cause(text: str) -> None:
    assert is_clean(text)
    assert is_clean(WHOLE[:-1] + text)


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"<!doctype html><title>Sign in</title>", "html"),
        (b'{"choices": [', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"choices": []}', "no_choices"),
        (b'{"error": {"message": "x", "code": 502}}', "http_502"),
        (b'{"error": {"message": "x", "code": 402}}', "no_credit"),
    ],
)
def test_row_31_a_body_that_is_no_answer_is_a_fault(body: bytes, cause: str) -> None:
    with pytest.raises(Fault) as caught:
        read_answer(body)

    assert caught.value.cause == cause


@pytest.mark.parametrize("tail", [" \n", "\\n", "\\u0000", "\\\\", '" '])
def test_row_33_looking_for_loops_takes_no_time(tail: str) -> None:
    began = time.thread_time()
    suspicion.is_loop("x" + tail * 20_000 + "x")

    assert time.thread_time() - began < 0.5


def test_row_33_repetition_is_a_loop_and_dot_leaders_are_not() -> None:
    contents = "\n".join(f"Kapitel {n} {'. ' * 60} {n * 7}" for n in range(8))

    assert suspicion.repeats("Die Bäume im Walde stehen still. " * 60)
    assert not suspicion.is_loop(json.dumps({"title": contents}))


@pytest.mark.parametrize("text", HOSTILE)
def test_row_35_text_that_speaks_to_a_machine_is_flagged_and_stays_text(text: str) -> None:
    judged = judge(Answer(json.dumps({**CARD, "title": text})), SCHEMA)

    assert judged.values == {**CARD, "title": text}
    assert suspicion.instructs([text])


@pytest.mark.parametrize("text", ["Über Bäume", "Zürich: Orell, 1910. 8°", "Diss. phil. I", "Systematik der Felder"])
def test_row_35_plain_cards_are_not_flagged(text: str) -> None:
    assert not suspicion.instructs([text])
