"""``indexcards serve``: what cannot be listened on is said before anything is opened."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app import cli
from app.commands import serve
from app.services import run_lock

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


def test_a_data_directory_that_another_service_has_is_one_sentence(tmp_path: Path, capsys: Said) -> None:
    with run_lock.held(tmp_path, serve.SERVICE):
        code = cli.main(["serve", "--port", "0", "--data-dir", str(tmp_path)])

    said = capsys.readouterr().err
    assert code == 2
    assert f"serves {tmp_path} already" in said
    assert len(said.splitlines()) == 1
