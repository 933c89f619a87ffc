"""``indexcards serve``: what cannot be listened on is said before anything is opened."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from app import cli
from app.commands import serve
from app.core.config import REPOSITORY
from app.services import run_lock

BACKEND = REPOSITORY / "apps/backend"
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


def test_the_address_is_the_first_line_on_standard_output_and_logs_go_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "serve", "--port", "0", "--data-dir", str(tmp_path / "data")]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(command, cwd=BACKEND, stdout=subprocess.PIPE, stderr=log, text=True) as begun,
    ):
        assert begun.stdout is not None
        said = begun.stdout.readline().split()
        with urllib.request.urlopen(f"{said[3]}/api/v1/health", timeout=30) as answer:
            status = answer.status
        begun.terminate()
        rest = begun.communicate(timeout=60)[0]

    assert said[:3] == ["Indexcards", "is", "at"]
    assert status == 200
    assert rest == ""
    assert all(line.startswith("{") for line in (tmp_path / "log").read_text().splitlines())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2", "::1"])
def test_an_address_of_this_machine_needs_no_warning(host: str) -> None:
    assert len(list(serve.told(host, 8000))) == 1


@pytest.mark.parametrize(
    ("host", "address"),
    [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("192.0.2.7", "192.0.2.7"), ("2001:db8::7", "[2001:db8::7]")],
)
def test_an_address_that_others_reach_comes_with_a_warning(host: str, address: str) -> None:
    where, warning = serve.told(host, 8000)

    assert where == f"Indexcards is at http://{address}:8000"
    assert warning.startswith(f"Warning: it listens on {host}, and there are no accounts yet")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("INDEXCARDS_WORKERS", "many"),
        ("INDEXCARDS_DATABASE_URL", "nonsense"),
        ("INDEXCARDS_PROVIDERS", "{"),
        ("INDEXCARDS_OPENAI_BASE_URL", "nonsense"),
    ],
)
def test_a_setting_that_does_not_fit_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)

    code = cli.main(["serve", "--port", "0", "--data-dir", str(tmp_path)])

    said = capsys.readouterr().err
    assert (code, len(said.splitlines())) == (2, 1)
    assert setting in said


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["check"]])
def test_a_database_that_is_none_is_one_sentence(tmp_path: Path, capsys: Said, command: list[str]) -> None:
    (tmp_path / "indexcards.db").write_bytes(b"no database" * 500)

    code = cli.main([*command, "--data-dir", str(tmp_path)])

    said = capsys.readouterr().err
    assert (code, len(said.splitlines())) == (2, 1)
    assert "file is not a database" in said
