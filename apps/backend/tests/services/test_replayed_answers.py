"""Recorded answers of real models, through upload, run and records with the real SDK; cards of ``../shared``."""

from __future__ import annotations

import importlib.util
import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bench import tolerant
from fastapi.testclient import TestClient

from app.core.config import Settings
from app.engines import scoring
from app.engines.vision.ladder import Habits
from app.main import create_app
from app.services import vision
from drawers import Drawer

SHARED = Path(__file__).parents[4].parent / "shared"
LIBRARY = SHARED / "cards" / "library"
BLACKLIST = SHARED / "cards" / "blacklist"
KEY = "accept-key-0123456789"
CALLS = 8
PASSING = ("429", "500", "reset", "truncated_body", "html", "empty", "null_content", "loop", "length", "refusal_text")
"""Ten kinds, each at every 29th call it could strike: 30 % of all calls."""

pytestmark = [pytest.mark.accept, pytest.mark.timeout(600)]


@dataclass(slots=True)
class Cards:
    """A folder of real cards, and a batch of them that one model after the other reads."""

    fields: list[Any]
    truth: dict[str, dict[str, str | None]]
    files: list[Path]
    batch: str = ""

    @classmethod
    def of(cls, folder: Path) -> Cards:
        fields = json.loads((folder / "fields.json").read_text())["fields"]
        truth = json.loads((folder / "truth.json").read_text())
        return cls(fields, truth, sorted((folder / "images").iterdir()))


@dataclass(slots=True)
class Replay:
    """The replay provider, and an application that reads with it."""

    server: ThreadingHTTPServer
    drawer: Drawer
    cards: dict[str, Cards]

    @property
    def provider(self) -> Any:
        return self.server.RequestHandlerClass

    @property
    def files(self) -> list[Path]:
        return self.cards["library"].files

    def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = self.provider.state.stats()
        return found

    def batch(self, model: str, count: int | None = None, of: str = "library", **options: object) -> str:
        options = {"evidence": "stored", **options}
        cards = self.cards[of]
        name = self.drawer.batch(model, cards.fields, engine="vision", model=model, options=options)
        files = cards.files[:count]
        for start in range(0, len(files), 50):
            part = {path.name: path.read_bytes() for path in files[start : start + 50]}
            self.drawer.upload(name, *part, content=part)
        return name

    def scored(self, of: str, model: str) -> tuple[dict[str, object], float]:
        """The cards read by this model, uploaded once for all, and the records' F1."""
        cards = self.cards[of]
        anew = bool(cards.batch)
        cards.batch = cards.batch or self.batch(model, of=of)
        at = f"/api/v1/batches/{cards.batch}"
        self.drawer.client.patch(at, json={"model": model}).raise_for_status()
        self.drawer.client.post(f"{at}/start", params={"anew": anew}).raise_for_status()
        ended = self.drawer.run_to_end(cards.batch, start=False, seconds=300)
        return ended, self.f1(of, cards.batch)

    def f1(self, of: str, batch: str) -> float:
        records = {str(each["filename"]): each["data"] for each in self.drawer.results(batch)}
        score = scoring.compare(self.cards[of].truth, records)  # type: ignore[arg-type]
        assert score.macro is not None
        return score.macro


def tool() -> ModuleType:
    path = SHARED / "tools" / "replay_provider.py"
    assert path.is_file(), f"{path} is missing: make accept needs the real cards and tools in ../shared"
    spec = importlib.util.spec_from_file_location("replay_provider", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@contextmanager
def replaying(folder: Path) -> Iterator[Replay]:
    server: ThreadingHTTPServer = tool().serve([LIBRARY, BLACKLIST], speed=0.0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        listed = json.dumps([{"name": "replay", "base_url": url, "key": KEY, "calls": CALLS}])
        settings = Settings.model_validate({"data_dir": folder, "providers": listed, "min_free_bytes": 0})
        with TestClient(create_app(settings), base_url="http://localhost") as client:
            drawer = Drawer(client, client.app.state.indexcards)  # type: ignore[attr-defined]
            yield Replay(server, drawer, {"library": Cards.of(LIBRARY), "blacklist": Cards.of(BLACKLIST)})
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    with replaying(tmp_path_factory.mktemp("replay")) as found:
        yield found


@pytest.fixture(autouse=True)
def quiet(replay: Replay) -> None:
    replay.provider.state.mode({"reset": True})


KNOWN = {
    "claude-3-opus-20240229": 0.751,
    "qwen/qwen3-vl-8b-thinking": 0.753,
    "meta-llama/llama-4-maverick": 0.699,
    "gemini-2.5-flash-lite": 0.731,
}
"""What tolerant parsing of these answers to the library cards is known to reach."""
MODELS = [
    *(("library", model) for model in (
        "claude-3-opus-20240229", "claude-sonnet-4-20250514", "gemini-2.5-flash-lite", "gemini-2.5-pro",
        "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4o", "gpt-5", "meta-llama/llama-4-maverick", "mistral-large-2411",
        "qwen/qwen3-vl-8b-instruct", "qwen/qwen3-vl-8b-thinking",
    )),
    *(("blacklist", model) for model in (
        "gemini-2.0-flash-lite", "gemini-2.5-pro", "gpt-4.1-mini", "gpt-4.1-nano", "meta-llama/llama-4-maverick",
        "qwen/qwen3-vl-8b-thinking",
    )),
]  # fmt: skip


def test_every_recorded_model_is_measured() -> None:
    recorded = set()
    for folder in (LIBRARY, BLACKLIST):
        for path in (folder / "answers").glob("*.jsonl"):
            with path.open(encoding="utf-8") as lines:
                recorded.add((folder.name, json.loads(next(lines))["model"]))

    assert set(MODELS) == recorded


@pytest.mark.parametrize(("of", "model"), MODELS)
def test_no_answer_is_worth_less_after_the_pipeline_than_its_best_parse(replay: Replay, of: str, model: str) -> None:
    ended, reached = replay.scored(of, model)
    cards = replay.cards[of]
    mine = {name: each for name, each in replay.provider.lib.answers[model].items() if name in cards.truth}
    best = tolerant.best(cards.truth, mine, [field["name"] for field in cards.fields])
    best = max(best, KNOWN.get(model, 0.0) if of == "library" else 0.0)

    assert len(mine) == len(cards.truth)
    assert best > 0.1, "the parsers that share nothing with ours have read something"
    assert reached >= 0.995 * best, f"{reached:.4f} of {best:.4f}"
    assert ended["pending"] == 0


def test_row_29_mixed_faults_at_thirty_percent_lose_no_card(replay: Replay) -> None:
    faults = [{"fault": fault, "every": 29, "retry_after": 0.2} for fault in PASSING]
    replay.provider.state.mode({"faults": faults})
    ended = [replay.drawer.run_to_end(replay.batch("gpt-4.1-mini"), seconds=300) for _ in range(2)]
    said = replay.stats()

    assert [each["failed"] for each in ended] == [0, 0]
    assert [each["done"] for each in ended] == [len(replay.files)] * 2
    assert sum(said["faults_given"].values()) >= 0.28 * said["calls"]


def test_row_30_a_dead_key_costs_few_calls(replay: Replay) -> None:
    replay.provider.state.mode({"faults": [{"fault": "401"}]})
    paused = replay.drawer.run_to_end(replay.batch("gpt-4.1-mini"))

    assert (paused["status"], paused["failed"]) == ("paused", 0)
    assert replay.stats()["calls"] <= CALLS + 5


def test_row_34_a_cancel_while_all_calls_hang_is_felt_at_once(replay: Replay) -> None:
    replay.provider.state.mode({"faults": [{"fault": "hang"}]})
    batch = replay.batch("gpt-4.1-mini", 20)
    replay.drawer.start(batch)
    while replay.stats()["in_flight"] < CALLS:
        time.sleep(0.02)
    began = time.monotonic()
    replay.drawer.client.post(f"/api/v1/batches/{batch}/cancel")
    cancelled = replay.drawer.run_to_end(batch, start=False)

    assert cancelled["status"] == "cancelled"
    assert time.monotonic() - began <= 2
    assert (cancelled["done"], cancelled["failed"]) == (0, 0)


@pytest.mark.parametrize("several", [False, True])
def test_verified_cards_as_examples_break_nothing(replay: Replay, several: bool) -> None:
    """The replay provider looks at the first card that it knows in a request: scans of examples come behind."""
    count, cards = 24, replay.cards["library"]
    names = [path.name for path in cards.files[:count]]
    batch = replay.batch("gpt-4.1-mini", count, examples=2)
    replay.drawer.run_to_end(batch)
    plain = {str(each["filename"]): each["data"] for each in replay.drawer.results(batch)}
    replay.drawer.with_words({name: "\n".join(v for v in cards.truth[name].values() if v) for name in names})
    for name in names[:6]:
        body = {"version": replay.drawer.record(batch, name)["version"], "set": cards.truth[name], "who": "tests"}
        replay.drawer.client.patch(f"/api/v1/batches/{batch}/records/{name}", json=body).raise_for_status()
    engine = vision.engine(replay.drawer.parts.readers, "vision")
    engine.tools.habits["gpt-4.1-mini"] = Habits(several=several)
    replay.drawer.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    ended = replay.drawer.run_to_end(batch, start=False)
    again = {str(each["filename"]): each["extracted"] for each in replay.drawer.results(batch)}
    prompts = {str(replay.drawer.record(batch, name)["readings"][-1]["prompt"]) for name in names}  # type: ignore[index]
    content = replay.stats()["last_request"]["body"]["messages"][0]["content"]

    assert (ended["done"], ended["failed"]) == (count, 0)
    assert again == plain, "recorded answers do not change with the prompt"
    assert all(re.fullmatch(r"[0-9a-f]{12}\+[0-9a-f]{8}:\d+\.\d+", version) for version in prompts)
    assert sum(part["type"] == "image_url" for part in content) == (3 if several else 1)
    assert set(replay.stats()["per_image"]) == set(names)
