"""One vision model through the whole pipeline, against the replay provider: parsing, faults, speed, cancel."""

from __future__ import annotations

import json
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi.testclient import TestClient

from app.core.config import REPOSITORY, Settings
from app.engines import scoring
from app.main import create_app
from bench import tolerant
from bench.figures import Figure
from bench.runs import Bench

SHARED = REPOSITORY.parent / "shared"
CARDS = SHARED / "cards"
API = "/api/v1"
KEY = "bench-key-0123456789"
FAULTS = ("429", "500", "reset", "truncated_body", "html", "empty", "null_content", "loop", "length", "refusal_text")


class Replay:
    """The replay provider, and one installation that reads with it."""

    def __init__(self, bench: Bench, cards: str) -> None:
        self.home = CARDS / cards
        sys.path.insert(0, str(SHARED / "tools"))
        import replay_provider  # type: ignore[import-not-found]

        self.server = replay_provider.serve([self.home], speed=0.0)
        self.state = self.server.RequestHandlerClass.state
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        folder = bench.work / f"vision-{time.monotonic_ns()}"
        url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        listed = json.dumps([{"name": "replay", "base_url": url, "key": KEY}])
        self.folder = folder
        self.settings = Settings(data_dir=folder, providers=listed, min_free_bytes=0)  # type: ignore[arg-type]
        self.fields = json.loads((self.home / "fields.json").read_text())["fields"]
        self.files = sorted((self.home / "images").iterdir())

    def batch(self, client: TestClient, model: str, count: int) -> str:
        body = {"title": model, "fields": self.fields, "engine": "vision", "model": model}
        body["options"] = {"evidence": "stored"}
        name: str = client.post(f"{API}/batches", json=body).json()["name"]
        for start in range(0, count, 50):
            chosen = self.files[start : min(count, start + 50)]
            files = [("files", (path.name, path.read_bytes(), "image/jpeg")) for path in chosen]
            client.post(f"{API}/batches/{name}/images", files=files).raise_for_status()
        return name

    def run(self, client: TestClient, name: str, seconds: float = 600) -> dict[str, Any]:
        client.post(f"{API}/batches/{name}/start").raise_for_status()
        client.app.state.indexcards.runs.join(name, seconds)  # type: ignore[attr-defined]
        return self.get(client, name)

    @staticmethod
    def get(client: TestClient, name: str) -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"{API}/batches/{name}").json()
        return found

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def _opened(bench: Bench, cards: str = "library") -> Iterator[tuple[Replay, TestClient]]:
    replay = Replay(bench, cards)
    try:
        with TestClient(create_app(replay.settings), base_url="http://localhost") as client:
            yield replay, client
    finally:
        replay.close()


def pipeline(bench: Bench) -> list[Figure]:
    """F1 of each model's recorded answers through upload, run and records, and what share of the best parse it is."""
    return [figure for cards in ("library", "blacklist") for figure in _pipeline(bench, cards)]


def _pipeline(bench: Bench, cards: str) -> list[Figure]:
    made = []
    with _opened(bench, cards) as (replay, client):
        count = min(20 if bench.quick else 10_000, len(replay.files))
        truth = json.loads((replay.home / "truth.json").read_text())
        wanted = {path.name: truth[path.name] for path in replay.files[:count]}
        names = [field["name"] for field in replay.fields]
        recorded = replay.server.RequestHandlerClass.lib.answers
        how = f"{count} {cards} cards, replayed; beside the best of three tolerant parsers that share nothing with ours"
        for model in sorted(recorded):
            name = replay.batch(client, model, count)
            ended = replay.run(client, name)
            results = client.get(f"{API}/batches/{name}/results").json()
            score = scoring.compare(wanted, {each["filename"]: each["data"] for each in results}).macro or 0.0
            ratio = score / tolerant.best(wanted, recorded[model], names)
            said = f"{score:.4f}, {ratio:.4f} of the best parse ({ended['failed']} failed)"
            key = f"vision.f1.{model}" if cards == "library" else f"vision.f1.{cards}.{model}"
            made.append(Figure(key, f"F1 macro, {cards}, {model}", said, how, ">= 0.995 of the parse", ratio >= 0.995))
    return made


def faults(bench: Bench) -> list[Figure]:
    """30 % mixed passing faults; failed cards must be none."""
    with _opened(bench) as (replay, client):
        replay.state.mode({"faults": [{"fault": fault, "every": 29, "retry_after": 0.2} for fault in FAULTS]})
        failed = calls = 0
        while calls < (100 if bench.quick else 1000):
            name = replay.batch(client, "gpt-4.1-mini", len(replay.files))
            failed += replay.run(client, name)["failed"]
            calls = replay.state.stats()["calls"]
        share = sum(replay.state.given.values()) / calls
    said = f"{failed} of {calls} calls, {share:.0%} faulty"
    return [Figure("vision.faults", "cards failed under mixed faults", said, "replayed", "0", failed == 0)]


def stops(bench: Bench) -> list[Figure]:
    """A cancel while all calls hang; calls that a dead key costs."""
    with _opened(bench) as (replay, client):
        replay.state.mode({"faults": [{"fault": "hang"}]})
        name = replay.batch(client, "gpt-4.1-mini", 20)
        client.post(f"{API}/batches/{name}/start")
        while replay.state.stats()["in_flight"] < 8:
            time.sleep(0.05)
        began = time.perf_counter()
        client.post(f"{API}/batches/{name}/cancel")
        client.app.state.indexcards.runs.join(name, 30)  # type: ignore[attr-defined]
        seconds = time.perf_counter() - began
        status = replay.get(client, name)["status"]
    with _opened(bench) as (replay, client):
        replay.state.mode({"faults": [{"fault": "401"}]})
        name = replay.batch(client, "gpt-4.1-mini", len(replay.files))
        paused = replay.run(client, name)
        calls = replay.state.stats()["calls"]
    ok = status == "cancelled" and seconds <= 2
    return [
        Figure("vision.cancel", "cancel while calls hang", f"{status}, {seconds:.2f} s", "8 hang", "<= 2 s", ok),
        Figure("vision.key", "calls of a dead key", f"{calls} ({paused['status']})", "401", "<= 8 + 5", calls <= 13),
    ]
