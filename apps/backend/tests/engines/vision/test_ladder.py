"""Rows 31 and 33: what is asked next after each kind of bad answer, how often, and what is kept."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from engines.vision.asking import GOOD, SCHEMA, WORDS, card, engine_at, first, read, values

from app.engines.base import Card, CardImage, UnreadableAnswer
from app.engines.vision.ladder import RAW_MOST
from app.engines.vision.sight import IN_A_ROW
from app.models.record import Line, Page
from providers import Says, serving

CUT = Says('{"title": "Bäume", "place": "Be', finish="length")
LOOP = Says('{"title": "Bäume", "place":' + " \n\t" * 2000, finish="length")


def text_of(body: dict[str, Any]) -> str:
    text: str = body["messages"][0]["content"][0]["text"]
    return text


def fields_of(body: dict[str, Any]) -> list[str]:
    return list(body["response_format"]["json_schema"]["schema"]["properties"])


def test_row_31_a_cut_off_answer_keeps_its_pairs_and_the_rest_is_asked_once_with_more_room(tmp_path: Path) -> None:
    reading, server = read(first(CUT), tmp_path, max_tokens=100)
    one, two = server.bodies

    assert values(reading) == {"title": "Bäume", "place": "Bern"}
    assert (fields_of(one), fields_of(two)) == (["title", "place"], ["place"])
    assert '"title"' not in text_of(two)
    assert (one["max_tokens"], two["max_tokens"]) == (100, 400)


def test_row_31_an_answer_that_is_cut_off_twice_is_kept_as_incomplete(tmp_path: Path) -> None:
    reading, server = read(lambda _b, n: CUT if n == 0 else Says('{"place": "Be', finish="length"), tmp_path)

    assert values(reading) == {"title": "Bäume", "place": None}
    assert "incomplete" in reading.flags
    assert len(server.bodies) == 2


def test_row_33_a_blank_loop_is_asked_once_more_without_a_schema(tmp_path: Path) -> None:
    reading, server = read(first(LOOP), tmp_path)

    assert values(reading) == {"title": "Bäume", "place": "Bern"}
    assert ["response_format" in body for body in server.bodies] == [True, False]
    assert "repeats" in reading.flags


def test_row_33_a_model_that_loops_for_ever_costs_two_calls_and_fails_with_its_cause(tmp_path: Path) -> None:
    endless = Says('{"title":' + " \n\t" * 2000, finish="length")
    with serving(lambda _b, _n: endless) as server:
        with pytest.raises(UnreadableAnswer) as caught:
            engine_at(server).read(card(tmp_path), threading.Event())

        assert caught.value.cause == "loop"
        assert len(server.bodies) == 2
        assert all(body["max_tokens"] == 2000 for body in server.bodies), "no answer is longer than this"


@pytest.mark.parametrize(
    ("says", "cause", "calls"),
    [
        (Says("I'm sorry, but I can't help with that image."), "refusal", 3),
        (Says(None, finish="content_filter"), "filtered", 3),
        (Says(""), "empty", 3),
        (Says("The card is about trees."), "no_json", 3),
        (Says("{}"), "wrong_shape", 3),
        (Says({"title": None, "place": None}), "no_values", 2),
        (Says({"type": "object", "properties": {"title": {"type": "string"}}}), "schema_echo", 3),
        (Says('{"a":' * 5000 + "1" + "}" * 5000), "too_deep", 3),
        (Says({"title": "A" * 700_000, "place": None}), "too_long", 3),
        (Says('{"title": "Bä', finish="length"), "cut_off", 2),
    ],
)
def test_row_31_what_never_gets_better_fails_with_its_cause_and_no_value(
    says: Says, cause: str, calls: int, tmp_path: Path
) -> None:
    with serving(lambda _b, _n: says) as server:
        with pytest.raises(UnreadableAnswer) as caught:
            engine_at(server).read(card(tmp_path), threading.Event())

        assert caught.value.cause == cause
        assert len(server.bodies) == calls
        assert caught.value.usage is not None
        assert caught.value.usage.calls == calls


def test_row_31_the_raw_answer_is_kept_up_to_64_kb_the_last_one_first(tmp_path: Path) -> None:
    reading, _ = read(first(Says("prose " * 30_000)), tmp_path)

    assert reading.raw is not None
    assert reading.raw.startswith('{"title": "B')
    assert len(reading.raw) == RAW_MOST


def test_the_ladder_goes_from_schema_to_json_mode_to_plain(tmp_path: Path) -> None:
    def script(body: dict[str, Any], _number: int) -> Says:
        form = body.get("response_format", {}).get("type", "plain")
        return GOOD if form == "plain" else Says(f"response_format {form} is not supported", 400)

    reading, server = read(script, tmp_path)
    forms = [body.get("response_format", {}).get("type", "plain") for body in server.bodies]

    assert forms == ["json_schema", "json_object", "plain"]
    assert values(reading)["title"] == "Bäume"


def test_front_and_back_go_in_one_call_front_first(tmp_path: Path) -> None:
    front = card(tmp_path).images[0]
    back = CardImage("b.png", tmp_path / "b.png")
    back.path.write_bytes(front.path.read_bytes())
    with serving(lambda _b, _n: GOOD) as server:
        both = Card("b", "a.png", (front, back), SCHEMA, WORDS)
        engine_at(server).read(both, threading.Event())
    kinds = [part["type"] for part in server.bodies[0]["messages"][0]["content"]]

    assert kinds == ["text", "image_url", "image_url"]
    assert len(server.bodies) == 1


@pytest.mark.parametrize("pages", [(), (Page(0, 100, 100, (Line("Ub r Bbume B rn l9lO z w", (0, 0, 1, 1), 0.5),)),)])
def test_handwritten_cards_never_make_a_model_blind(pages: tuple[Page, ...], tmp_path: Path) -> None:
    """The recogniser reads nothing of them, or is unsure of what it reads: then nothing can be said."""
    with serving(lambda _b, n: Says({"title": f"Etwas {n}", "place": f"Anderes {n}"})) as server:
        engine, scan = engine_at(server), card(tmp_path)
        by_hand = Card(scan.batch, scan.filename, scan.images, scan.schema, pages)
        for _ in range(IN_A_ROW + 3):
            engine.read(by_hand, threading.Event())

        assert len(server.bodies) == IN_A_ROW + 3
