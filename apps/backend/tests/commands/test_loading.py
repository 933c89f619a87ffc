"""What is loaded before it is needed: nothing that takes seconds."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from app import cli
from app.core.config import REPOSITORY


def loaded(code: str, *names: str) -> list[str]:
    """Those of these packages that a fresh interpreter has loaded after running the code."""
    told = f"import sys\ntry:\n    {code}\nfinally:\n    print(*({set(names)} & sys.modules.keys()), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=REPOSITORY / "apps/backend", capture_output=True, text=True, check=True
    )
    return done.stderr.split()


def test_the_service_loads_no_client_of_models_that_nobody_has_configured() -> None:
    assert loaded("import app.main", "openai", "onnxruntime", "sqlalchemy") == ["sqlalchemy"]


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"]])
def test_help_is_there_at_once(words: list[str]) -> None:
    heavy = ("numpy", "onnxruntime", "sqlalchemy", "fastapi", "openai", "cv2", "app.main")
    assert loaded(f"from app import cli; cli.main({words!r})", *heavy) == []


@pytest.mark.parametrize("command", ["serve", "read", "export", "evaluate", "check"])
def test_every_command_that_is_offered_can_be_loaded(command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    assert callable(import_module(f"app.commands.{command}").run)
