"""Rows 29 and 46: the wire ends every wait, takes no endless body, and connects only where it may."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from engines.vision.asking import GOOD, card, engine_at, engine_of, first, read, values

from app.engines.base import EngineDown, EngineError, UnreadableAnswer
from app.engines.vision import network
from app.engines.vision import providers as allowed
from app.engines.vision.client import BODY_MOST
from app.engines.vision.network import NotAllowed, Stopped, Wire
from providers import KEY, Says, serving

ANSWER = b'{"choices": []}'


def test_row_29_an_endless_body_is_left_and_asked_for_again(tmp_path: Path) -> None:
    endless = Says("x" * (BODY_MOST + 1), kind="raw")
    reading, server = read(first(endless), tmp_path)

    assert values(reading)["title"] == "Bäume"
    assert len(server.bodies) == 2


def test_row_29_a_body_that_never_ends_well_fails_the_card_with_its_cause(tmp_path: Path) -> None:
    with serving(lambda _b, n: Says("x" * (BODY_MOST + 1), kind="raw") if n % 2 else Says("", 500)) as server:
        with pytest.raises((UnreadableAnswer, EngineDown)) as caught:
            engine_at(server).read(card(tmp_path), threading.Event())

        assert "10 MB" in str(caught.value) or "error 500" in str(caught.value)
        assert len(server.bodies) <= 10


@pytest.fixture
def full() -> Iterator[tuple[str, int]]:
    """A port on which no connection is ever taken: its queue is full."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(listening.getsockname())
        yield listening.getsockname()
        for each in waiting:
            each.close()


def test_row_29_a_connection_that_hangs_ends_at_the_deadline(full: tuple[str, int], tmp_path: Path) -> None:
    engine = engine_of(f"http://127.0.0.1:{full[1]}/v1", deadline=0.4)
    began = time.monotonic()
    with pytest.raises(EngineError, match=r"did not answer|connection"):
        engine.read(card(tmp_path), threading.Event())

    assert time.monotonic() - began < 8, "few tries of 0.4 seconds each, and short waits between them"


def test_row_29_connecting_takes_ten_seconds_at_most(
    full: tuple[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert network.CONNECT_SECONDS <= 10
    monkeypatch.setattr(network, "CONNECT_SECONDS", 0.2)
    began = time.monotonic()
    with pytest.raises(EngineError, match="connection"):
        engine_of(f"http://127.0.0.1:{full[1]}/v1", deadline=300).read(card(tmp_path), threading.Event())

    assert time.monotonic() - began < 60, "a few tries, none of which waits for the deadline"


def test_row_29_a_server_that_is_silent_when_it_should_greet_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert network.TLS_SECONDS <= 10
    monkeypatch.setattr(network, "TLS_SECONDS", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(16)
        engine = engine_of(f"https://127.0.0.1:{silent.getsockname()[1]}/v1", deadline=300)
        began = time.monotonic()
        with pytest.raises(EngineError, match="connection"):
            engine.read(card(tmp_path), threading.Event())

    assert time.monotonic() - began < 60


@contextmanager
def lost_names() -> Iterator[httpx2.Client]:
    """A client whose name server never answers."""
    answer = threading.Event()

    def hang(_host: str, _port: int) -> list[tuple[int, str]]:
        answer.wait(60)
        return []

    origin = allowed.check_url("https://api.example/v1")
    with httpx2.Client(transport=Wire(origin, connections=1, most=1000, resolve=hang)) as client:
        yield client
    answer.set()


def test_row_29_a_name_server_that_hangs_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "CONNECT_SECONDS", 0.3)
    began = time.monotonic()
    with lost_names() as client, network.patience(300, lambda: False), pytest.raises(httpx2.ReadError):
        client.get("https://api.example/v1/models")

    assert time.monotonic() - began < 10


def test_row_34_a_cancel_is_heard_while_the_name_server_hangs() -> None:
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    with lost_names() as client, network.patience(300, cancel.is_set), pytest.raises(Stopped):
        client.get("https://api.example/v1/models")
    assert cancel.is_set()


def test_row_46_a_proxy_of_the_environment_sees_no_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _b, _n: GOOD) as proxy, serving(lambda _b, _n: GOOD) as server:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy", "OPENAI_BASE_URL"):
            monkeypatch.setenv(name, proxy.url)
        engine_at(server).read(card(tmp_path), threading.Event())

        assert len(server.bodies) == 1
        assert not proxy.bodies
        assert not proxy.pages


def test_row_29_a_server_that_speaks_no_tls_fails_in_time(tmp_path: Path) -> None:
    with serving(lambda _b, _n: GOOD) as server:
        engine = engine_of(server.url.replace("http://", "https://"), deadline=2)
        began = time.monotonic()
        with pytest.raises(EngineError, match="connection"):
            engine.read(card(tmp_path), threading.Event())

        assert time.monotonic() - began < 10
        assert not server.bodies


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_46_a_redirect_to_another_origin_is_refused_and_the_key_stays(status: int, tmp_path: Path) -> None:
    with serving(lambda _b, _n: GOOD) as other:
        elsewhere = {"Location": f"{other.url}/chat/completions"}
        with (
            serving(lambda _b, _n: Says("", status, elsewhere)) as server,
            pytest.raises(EngineDown, match="another address") as caught,
        ):
            engine_at(server).read(card(tmp_path), threading.Event())

        assert server.keys == [f"Bearer {KEY}"]
        assert not other.bodies
        assert not other.pages
        assert str(other.server_address[1]) not in str(caught.value)


@pytest.mark.parametrize("inside", ["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.7", "169.254.169.254", "fd00::1", "::1"])
def test_row_46_a_public_name_that_leads_inside_is_not_connected(inside: str) -> None:
    family = socket.AF_INET6 if ":" in inside else socket.AF_INET
    with serving(lambda _b, _n: Says(ANSWER, kind="raw")) as server:
        port = server.server_address[1]
        origin = allowed.check_url(f"https://api.example:{port}/v1")
        wire = Wire(origin, connections=1, most=1000, resolve=lambda _host, _port: [(family, inside)])
        with httpx2.Client(transport=wire) as client, pytest.raises(NotAllowed):
            client.get(f"https://api.example:{port}/v1/models")

        assert not server.pages


def test_row_46_a_name_that_changes_its_mind_is_judged_at_every_connection() -> None:
    answers = iter(["127.0.0.1", "169.254.169.254"])
    with serving(lambda _b, _n: Says(ANSWER, kind="raw")) as server:
        port = server.server_address[1]
        origin = allowed.check_url(f"http://models.localhost:{port}/v1")
        wire = Wire(origin, connections=1, most=1000, resolve=lambda _h, _p: [(socket.AF_INET, next(answers))])
        with httpx2.Client(transport=wire, headers={"Connection": "close"}) as client:
            assert client.get(f"http://models.localhost:{port}/v1/models").status_code == 200
            with pytest.raises(NotAllowed):
                client.get(f"http://models.localhost:{port}/v1/models")

        assert server.pages == ["/v1/models"]


@pytest.mark.parametrize("url", ["http://localhost:11434/v1", "http://127.0.0.1:8000/v1", "http://[::1]:8080/v1"])
def test_row_46_a_server_on_this_machine_can_be_configured(url: str) -> None:
    origin = allowed.check_url(url)

    assert origin.local
    assert allowed.may_connect(origin, ipaddress.ip_address("127.0.0.1"))
    assert not allowed.may_connect(origin, ipaddress.ip_address("10.0.0.1"))
    assert not allowed.may_connect(origin, ipaddress.ip_address("169.254.169.254"))
