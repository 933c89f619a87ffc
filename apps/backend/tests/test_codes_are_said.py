"""Every stable code of the service has its sentence in the pages' other languages, and no sentence is left over.

The codes are found where they are written: `code=`, `cause=` and the arguments of the errors that carry one.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import get_args

import pytest

from app.engines.vision.ladder import MESSAGES
from app.imaging import rejection
from app.models.schemas import EngineRead

ROOT = Path(__file__).parents[3]
APP = ROOT / "apps/backend/app"
LOCALES = ROOT / "apps/frontend/src/locales"
SOURCE = "en"
"""The service speaks English itself: its own sentences name cards, fields and figures, and are shown as they are."""

KINDS = {
    "problem": {"NotFound", "Conflict", "Invalid", "Unavailable", "Forbidden", "BadRequest", "TooLarge", "problem"},
    "file": {"ImageRejected", "Refused"},
    "cause": {
        "EngineDown", "UnreadableCard", "UnreadableAnswer", "Down", "Transient", "Limited", "Rejected", "_failure",
        "replace",
    },
    "pause": {"Reason"},
}  # fmt: skip
CODE = re.compile(r"[a-z][a-z0-9_]*")
ELSEWHERE = {
    "problem": {HTTPStatus(status).phrase.lower().replace(" ", "_") for status in (404, 405)},
    "file": set(rejection.CODES),
    "cause": {*MESSAGES, "http_status", "no_text"},
    "pause": {"adopted"},
    "needs": set(get_args(get_args(EngineRead.model_fields["needs_code"].annotation)[0])),
}
"""Codes from lists, from answers of the web framework, that stand for many (`http_503`), or for readers to come."""


def _words(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
        yield node.value


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _of_call(call: ast.Call) -> Iterator[tuple[str, str]]:
    kind = next((kind for kind, names in KINDS.items() if _called(call) in names), None)
    if kind is not None:
        for given in (*call.args, *(k.value for k in call.keywords if k.arg in ("code", "cause"))):
            yield from ((kind, word) for word in _words(given))


def _of_class(made: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for line in made.body:
        targets = (
            line.targets if isinstance(line, ast.Assign) else [line.target] if isinstance(line, ast.AnnAssign) else []
        )
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        value = line.value if isinstance(line, (ast.Assign, ast.AnnAssign)) else None
        yield from (("problem" if "code" in names else "cause", w) for w in _words(value) if names & {"code", "cause"})


def _of_defaults(made: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    given = made.args.args[len(made.args.args) - len(made.args.defaults) :]
    for argument, default in zip(given, made.args.defaults, strict=True):
        if argument.arg == "cause":
            yield from (("cause", word) for word in _words(default))


def _of_pair(line: ast.Assign) -> Iterator[tuple[str, str]]:
    """``message, cause = "…", "crash"``; a starred one has no code."""
    for target in line.targets:
        if isinstance(target, ast.Tuple) and isinstance(line.value, ast.Tuple):
            for name, value in zip(target.elts, line.value.elts, strict=False):
                if isinstance(name, ast.Name) and name.id == "cause":
                    yield from (("cause", word) for word in _words(value))


def _written() -> dict[str, set[str]]:
    found = {kind: set(codes) for kind, codes in ELSEWHERE.items()}
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call():
                    told = _of_call(node)
                case ast.ClassDef():
                    told = _of_class(node)
                case ast.FunctionDef():
                    told = _of_defaults(node)
                case ast.Assign():
                    told = _of_pair(node)
                case _:
                    continue
            for kind, code in told:
                found[kind].add(code)
    return found


WRITTEN = _written()
LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir() and folder.name != SOURCE)


def test_codes_are_found_where_they_are_written() -> None:
    assert {"batch_running", "stale_version", "internal_error", "disk_error"} <= WRITTEN["problem"]
    assert {"crash", "timeout", "blank", "no_credit", "engine_down", "unreadable"} <= WRITTEN["cause"]
    assert {"ceiling", "stopped", "taken_over"} <= WRITTEN["pause"]
    assert {"damaged", "duplicate"} <= WRITTEN["file"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_each_code_is_said(language: str, kind: str) -> None:
    said = json.loads((LOCALES / language / "said.json").read_text(encoding="utf-8"))[kind]
    assert sorted(said) == sorted(WRITTEN[kind])
