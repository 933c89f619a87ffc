"""Settings, and the page that explains them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.core.config import REPOSITORY, Settings

EXAMPLE = REPOSITORY / ".env.example"
LINE = re.compile(r"^INDEXCARDS_([A-Z_]+)=(.*)$")


def documented() -> dict[str, str]:
    """Each setting of ``.env.example`` with the value it shows."""
    found = (LINE.match(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines())
    return {match[1].lower(): match[2] for match in found if match}


def test_every_setting_is_documented_and_no_other() -> None:
    assert sorted(documented()) == sorted(Settings.model_fields)


def test_every_setting_has_a_sentence_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if match := LINE.match(line):
            above = lines[number - 1]
            assert above.startswith("# "), f"{match[1]} is not explained"
            assert above.endswith("."), above


def test_the_values_shown_are_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    defaults = Settings()
    derived = {"workers", "frontend_dir", "samples_dir"}  # of the machine or of the place of the repository
    for name, value in documented().items():
        if name not in derived:
            assert getattr(Settings(**{name: value}), name) == getattr(defaults, name), name  # type: ignore[arg-type]


def test_a_copy_of_the_example_is_a_working_configuration(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"))

    assert Settings(_env_file=tmp_path / ".env").data_dir == Path("data")  # type: ignore[call-arg]


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INDEXCARDS_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INDEXCARDS_ALLOWED_HOSTS", " Cards.example , other:8000,")
    monkeypatch.setenv("INDEXCARDS_ALLOWED_ORIGINS", "https://Cards.example/")

    settings = Settings()

    assert settings.batches_dir == tmp_path / "batches"
    assert settings.extra_hosts == {"cards.example", "other:8000"}
    assert settings.extra_origins == {"https://cards.example"}
