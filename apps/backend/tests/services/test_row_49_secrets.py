"""Row 49: whatever a provider says and whatever goes wrong, the key is in no file, no log, no answer and no frame."""

from __future__ import annotations

import io
import json
import logging
import re
import zipfile
from dataclasses import replace
from typing import cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from drawers import OpenVision
from providers import KEY, Says

GOOD = {"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"}
TOLD = (
    Says(f"no such key: {KEY}", 500), Says({**GOOD, "Titel": KEY}), Says(f"my key is {KEY}"), Says(KEY, 400),
    Says(f"<html>{KEY}", kind="raw"), Says(GOOD, message={"refusal": KEY}), Says(f'{{"Titel": "{KEY}'),
    Says(f"HTTP/1.1 200 {KEY}\r\n", kind="junk"), Says(KEY, 429, {"Retry-After": KEY}),
    Says({**GOOD, "Komponist": f"Bearer {KEY}"}, message={"reasoning": KEY}), Says(KEY, 401),
)  # fmt: skip
"""Servers that send back what they were sent, in each place."""


def unpacked(sheet: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(sheet)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


def test_row_49_the_key_stands_nowhere(read_by: OpenVision, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    drawer, server = read_by(lambda _b, n: TOLD[min(n, len(TOLD) - 1)])
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    names = [f"{n:02}.jpg" for n in range(len(TOLD))]
    drawer.upload(batch, *names)
    frames = []
    with drawer.listen(batch) as socket:
        drawer.start(batch)
        while not frames or frames[-1]["type"] != "finished":
            frames.append(socket.receive_json())
    at, get = f"/api/v1/batches/{batch}", drawer.client.get
    paths = [
        "/api/v1/batches", at, f"{at}/results", f"{at}/cost", f"{at}/records", f"{at}/readings", "/api/v1/engines",
        "/api/v1/health", "/api/v1/openapi.json", *(f"{at}/records/{name}" for name in names),
    ]  # fmt: skip
    shown = [get(path).raise_for_status().text for path in paths]
    shown += [get(f"{at}/export", params={"format": kind}).raise_for_status().text for kind in ("csv", "json")]
    shown += [unpacked(get(f"{at}/export", params={"format": "xlsx"}).content)]
    shown += [drawer.client.post(f"/api/v1/engines/vision/{what}").text for what in ("probe", "nothing")]
    shown += [get("/api/v1/engines/vision/models").text, get(f"{at}/records/{KEY[:6]}").text, repr(drawer.parts)]
    kept = [path for path in drawer.parts.settings.data_dir.rglob("*") if path.is_file()]

    assert f"Bearer {KEY}" in server.keys
    assert frames[-1]["status"] == "paused", "the last answer was 401"
    assert "[key]" in json.dumps(drawer.results(batch)), "a server has sent it back as a value"
    for where, text in {
        "prompts": json.dumps(server.bodies), "addresses": json.dumps(server.pages), "frames": json.dumps(frames),
        "database": json.dumps(drawer.dump()), "log": caplog.text, "answers": "".join(shown),
    }.items():  # fmt: skip
        assert text, where
        assert KEY not in text, where
    assert not [path.name for path in kept if KEY.encode() in path.read_bytes()]


def test_row_49_no_address_takes_a_secret_and_no_answer_names_one(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says(GOOD))
    described = drawer.client.get("/api/v1/openapi.json").json()
    parameters = {
        each["name"]
        for path in described["paths"].values()
        for operation in path.values()
        for each in operation.get("parameters", [])
    }
    properties = {
        name for schema in described["components"]["schemas"].values() for name in schema.get("properties", {})
    }
    engines = drawer.client.get("/api/v1/engines").json()["items"]

    assert parameters
    assert not [name for name in parameters if re.search(r"key|secret|token|password|credential", name)]
    assert {name for name in properties if re.search(r"api_?key|secret|password|credential", name)} == set()
    assert {each["name"]: each.get("key_set") for each in engines}["vision"] is True


def test_row_49_an_error_of_ours_shows_no_trace(read_by: OpenVision, caplog: pytest.LogCaptureFixture) -> None:
    drawer, _ = read_by(lambda _b, _n: Says(GOOD))
    app = cast("FastAPI", drawer.client.app)
    outside = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    app.state.indexcards = replace(app.state.indexcards, database=None)
    answer = outside.get("/api/v1/batches/x")

    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert not re.search(r"Traceback|File \"|line \d|Error\b.*:|NoneType", answer.text)
    assert "Traceback" in caplog.text, "the log has it"
