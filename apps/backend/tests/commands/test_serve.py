"""``indexcards serve``: what cannot be listened on is said before anything is opened."""

from __future__ import annotations

import socket

import pytest

from app import cli

Said = pytest.CaptureFixture[str]


@pytest.mark.parametrize("port", ["99999", "-1", "eighty"])
def test_a_number_that_is_no_port_is_named(port: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", f"--port={port}"])

    assert ended.value.code == 2
    assert f"{port} is no port" in capsys.readouterr().err


def test_a_port_that_another_program_has_is_one_sentence(capsys: Said) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        code = cli.main(["serve", "--port", str(port)])

    said = capsys.readouterr().err
    assert code == 2
    assert f"port {port}" in said
    assert len(said.splitlines()) == 1
