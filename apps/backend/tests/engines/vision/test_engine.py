"""Rows 28 to 30, 34, 46 and 49: one model through the real SDK against a provider that fails in each way."""

from __future__ import annotations

import email.utils
import json
import threading
import time
from pathlib import Path

import pytest
from engines.vision.asking import GOOD, card, engine_at, first, read, values

from app.engines.base import Cancelled, Card, EngineDown, UnreadableAnswer
from app.engines.vision import providers as allowed
from app.engines.vision.client import BODY_MOST
from app.models.record import Line, Page
from providers import KEY, Says, serving


@pytest.mark.parametrize(
    "fault",
    [
        Says("slow down", 429, {"Retry-After": "0"}), Says("", 500), Says("", 502), Says("", 503), Says("", 529),
        Says(kind="reset"), Says("<html>", kind="raw"), Says('{"cho', kind="raw"), Says("half", headers={}, kind="raw"),
        Says("x", kind="raw", headers={"Content-Length": "1000"}, seconds=0), Says(""), Says(None), Says(" \n "),
        Says("I'm sorry, I can't help with that."), Says('{"title": "Bä', finish="length"), Says("no JSON here"),
        Says('{"colour": "red"}'), Says("[]", kind="raw"), Says('{"error": {"code": 503}}', kind="raw"),
        Says('{"title":' + " " * 5000, finish="length"), Says({"title": None, "place": None}),
        Says("SSH-2.0-OpenSSH_9.2\r\n", kind="junk"), Says(b"\x00\xff" * 5000, kind="junk"), Says(b"", kind="junk"),
        Says(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 500_000, kind="junk"),
        Says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", kind="junk"),
    ],
)  # fmt: skip
def test_row_29_a_passing_fault_never_fails_the_card(fault: Says, tmp_path: Path) -> None:
    reading, server = read(first(fault), tmp_path, deadline=2)

    assert values(reading) == {"title": "Bäume", "place": "Bern"}
    assert len(server.bodies) == 2
    assert reading.usage is not None
    assert reading.usage.calls == 2


@pytest.mark.parametrize("length", ["5", "0", "-5", "five", "1, 2"])
def test_row_29_an_answer_of_another_length_than_it_claims_is_asked_for_again(length: str, tmp_path: Path) -> None:
    """What it holds too much may be taken for the next answer's head, and then costs one more call."""
    whole = json.dumps({"choices": [{"message": {"content": '{"title": "Wälder", "place": "Köln"}'}}]})
    reading, server = read(first(Says(whole, kind="raw", headers={"Content-Length": length})), tmp_path, deadline=2)

    assert values(reading) == {"title": "Bäume", "place": "Bern"}
    assert 2 <= len(server.bodies) <= 3


def test_row_29_an_endless_body_is_left_at_ten_megabytes(tmp_path: Path) -> None:
    reading, server = read(first(Says(kind="endless")), tmp_path)

    assert values(reading)["title"] == "Bäume"
    assert len(server.bodies) == 2
    assert BODY_MOST == 10 * 2**20 <= server.poured <= 2 * BODY_MOST, "what the sockets hold comes on top"


def test_a_value_is_shown_where_it_stands_and_the_answer_is_kept(tmp_path: Path) -> None:
    reading, server = read(lambda _b, _n: Says({"title": "Bäume", "place": "Mars"}), tmp_path)

    title, place = reading.values
    assert title.evidence
    assert not place.evidence
    assert place.confidence < title.confidence
    assert reading.raw is not None
    assert "Mars" in reading.raw
    assert reading.usage is not None
    assert (reading.usage.prompt_tokens, reading.usage.cost) == (100, 0.001)
    assert server.bodies[0]["response_format"]["json_schema"]["schema"]["required"] == ["title", "place"]


def test_row_28_the_wait_that_a_provider_asks_for_is_kept_in_seconds_and_as_a_date(tmp_path: Path) -> None:
    for wait in (lambda: "1", lambda: email.utils.formatdate(time.time() + 3, usegmt=True)):
        _, server = read(first(Says("", 429, {"Retry-After": wait()})), tmp_path)

        assert 0.9 <= server.moments[1] - server.moments[0] <= 4.1


def test_row_28_many_429_never_fail_a_card(tmp_path: Path) -> None:
    reading, server = read(first(*[Says("", 429, {"Retry-After": "-5"})] * 12), tmp_path)

    assert values(reading)["title"] == "Bäume"
    assert len(server.bodies) == 13


def test_row_29_a_lasting_fault_fails_the_card_after_four_retries(tmp_path: Path) -> None:
    with serving(lambda _b, n: Says("", 500) if n % 2 else Says("", 503)) as server:
        with pytest.raises((UnreadableAnswer, EngineDown)):
            engine_at(server).read(card(tmp_path), threading.Event())

        assert len(server.bodies) <= 10


def test_row_29_bytes_that_drip_do_not_outlast_the_deadline(tmp_path: Path) -> None:
    began = time.monotonic()
    _, server = read(first(Says({"title": "x", "place": None}, kind="drip")), tmp_path, deadline=0.6)

    assert time.monotonic() - began < 5, "the whole answer would take ten seconds"
    assert len(server.bodies) == 2


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 302, 307])
def test_row_30_what_no_retry_can_mend_stops_at_once(status: int, tmp_path: Path) -> None:
    elsewhere = {"Location": "http://127.0.0.2:9/v1/chat/completions"}
    with serving(lambda _b, _n: Says(f"wrong key {KEY}", status, elsewhere)) as server:
        engine = engine_at(server)
        for _ in range(3):
            with pytest.raises(EngineDown) as caught:
                engine.read(card(tmp_path), threading.Event())

        assert len(server.bodies) == 1
        assert KEY not in str(caught.value)
        assert "127.0.0.2" not in str(caught.value)


def test_row_30_a_provider_that_only_fails_is_given_up_after_few_calls(tmp_path: Path) -> None:
    with serving(lambda _b, _n: Says("", 503)) as server:
        engine = engine_at(server)
        scan = card(tmp_path)
        outcomes: list[type] = []

        def work() -> None:
            try:
                engine.read(scan, threading.Event())
            except (EngineDown, UnreadableAnswer) as error:
                outcomes.append(type(error))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

        assert set(outcomes) == {EngineDown}
        assert len(outcomes) == 8
        assert len(server.bodies) <= 8 + 5


def test_row_34_a_cancel_ends_a_call_that_hangs(tmp_path: Path) -> None:
    with serving(lambda _b, _n: Says(kind="hang")) as server:
        engine, cancel, scan = engine_at(server), threading.Event(), card(tmp_path)
        threading.Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            engine.read(scan, cancel)

        assert time.monotonic() - began <= 0.3 + 2


def test_row_34_a_cancel_ends_the_wait_for_the_provider(tmp_path: Path) -> None:
    with serving(lambda _b, _n: Says("", 429, {"Retry-After": "300"})) as server:
        engine, cancel, scan = engine_at(server), threading.Event(), card(tmp_path)
        threading.Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            engine.read(scan, cancel)

        assert time.monotonic() - began <= 0.3 + 2


@pytest.mark.parametrize(("about", "gone"), [("response_format", "response_format"), ("temperature", "temperature")])
def test_what_a_server_does_not_know_is_left_out_and_remembered(about: str, gone: str, tmp_path: Path) -> None:
    def script(body: dict[str, object], _number: int) -> Says:
        return Says(f"unknown parameter {about}", 400) if gone in body else GOOD

    with serving(script) as server:
        engine, scan = engine_at(server), card(tmp_path)
        engine.read(scan, threading.Event())
        spent = len(server.bodies)
        engine.read(scan, threading.Event())

        assert len(server.bodies) == spent + 1


def test_a_model_that_never_saw_the_scans_is_found(tmp_path: Path) -> None:
    words = " ".join(f"Wort{n}" for n in range(9))
    pages = (Page(0, 100, 100, tuple(Line(w, (0.1, 0.1, 0.1, 0.1), 0.99) for w in words.split())),)
    with serving(lambda _b, n: Says({"title": f"Erfundenes {n}", "place": f"Nirgendwo {n}"})) as server:
        engine, scan = engine_at(server), card(tmp_path)
        blind = Card(scan.batch, scan.filename, scan.images, scan.schema, pages)
        for _ in range(4):
            engine.read(blind, threading.Event())
        with pytest.raises(EngineDown, match="does not seem to see"):
            engine.read(blind, threading.Event())

        assert len(server.bodies) == 5


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://x/", "http://2130706433/v1", "http://0x7f.1/v1", "https://u:p@api.example/v1",
        "http://169.254.169.254/v1", "http://[::ffff:169.254.169.254]/v1", "http://api.example/v1", "https:///v1",
        "https://api.example/v1?x=1", "http://0.0.0.0/v1",
    ],
)  # fmt: skip
def test_row_46_addresses_that_are_no_model_server_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"base URL|http://"):
        allowed.check_url(url)


def test_row_46_a_public_name_never_leads_inside() -> None:
    origin = allowed.check_url("https://api.example/v1")

    for inside in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"):
        assert not allowed.may_connect(origin, allowed.ipaddress.ip_address(inside)), inside
    assert allowed.may_connect(origin, allowed.ipaddress.ip_address("93.184.216.34"))
    assert allowed.check_url("http://localhost:11434/v1").local


def test_row_49_the_key_goes_to_the_provider_and_nowhere_else(tmp_path: Path) -> None:
    reading, server = read(lambda _b, _n: Says({"title": KEY, "place": "Bern"}), tmp_path)

    assert server.keys == [f"Bearer {KEY}"]
    assert KEY not in str(server.bodies)
    assert KEY not in (reading.raw or "")
    with pytest.raises(ValueError, match="INDEXCARDS_PROVIDERS") as caught:
        allowed.parse(f'[{{"name": "X", "base_url": "ftp://x", "key": "{KEY}", "wrong": "{KEY}"}}]')
    assert KEY not in str(caught.value)
