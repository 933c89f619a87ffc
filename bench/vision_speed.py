"""Throughput of one vision model, 8 calls in flight, 0.2 s each: the service, and a bare loop beside it.

Providers run in processes of their own. The light one looks at no image, so what it leaves of the ideal is ours; the
replay provider compares each image with every known card, on the same cores: its bar is what a bare loop of 8 threads
reaches that posts the same bytes, prepared before.
"""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from app.core.config import REPOSITORY
from app.engines.base import CardImage
from app.engines.vision import images, prompt
from app.imaging.decoder import Decoder
from app.services import schemata
from bench import scans
from bench.figures import Figure
from bench.runs import Bench
from bench.service import ROOT, Server

SHARED = REPOSITORY.parent / "shared"
LIBRARY = SHARED / "cards" / "library"
MODEL = "gpt-4.1-mini"
CALLS = 8
LATENCY = 0.2
LONG_SIDE = 1400
BARE = 262


@dataclass(frozen=True, slots=True)
class Provider:
    url: str
    seen: psutil.Process

    def cpu(self) -> float:
        times = self.seen.cpu_times()
        return float(times.user + times.system)


@dataclass(frozen=True, slots=True)
class Taken:
    """``seconds`` of all; processor milliseconds a card of who asked and of the provider."""

    count: int
    seconds: float
    asking: float
    answering: float

    @property
    def share(self) -> float:
        return self.count * LATENCY / CALLS / self.seconds


@contextmanager
def _started(*command: str) -> Iterator[Provider]:
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Provider(process.stdout.readline().split()[0], psutil.Process(process.pid))
    finally:
        process.kill()
        process.wait()


@contextmanager
def light() -> Iterator[Provider]:
    with _started("-m", "bench.provider", str(LIBRARY / "answers" / f"{MODEL}.jsonl"), "--latency", str(LATENCY)) as it:
        yield it


@contextmanager
def replay() -> Iterator[Provider]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    tool = str(SHARED / "tools" / "replay_provider.py")
    with _started(tool, "--cards", str(LIBRARY), "--port", port, "--speed", "0") as it:
        _post(_connected(it), "/mode", json.dumps({"latency": LATENCY, "speed": 0}).encode())
        yield it


def _connected(provider: Provider) -> http.client.HTTPConnection:
    at = urlsplit(provider.url)
    return http.client.HTTPConnection(at.hostname or "", at.port, timeout=60)


def _post(connection: http.client.HTTPConnection, path: str, body: bytes) -> None:
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {said[:300]!r}")


def served(bench: Bench, provider: Provider, count: int) -> Taken:
    """A batch of real scans, uploaded and with thumbnails before the clock starts, until its status is final."""
    fields = json.loads((LIBRARY / "fields.json").read_text())["fields"]
    with Server(bench.fresh("vision-speed"), engine="vision", workers=CALLS, provider=provider.url) as server:
        client = server.client()
        options = {"evidence": "stored"}
        batch = server.create(client, "Speed", "vision", fields, model=MODEL, options=options)
        scans.upload(server, batch, count, bases=[path.read_bytes() for path in _files()])
        server.wait_for_thumbnails(batch, count)
        before, provider_before = server.usage(), provider.cpu()
        began = server.start(client, batch)
        found, ended = server.wait_for_end(client, batch)
        after, provider_after = server.usage(), provider.cpu()
    if found["done"] != count:
        raise RuntimeError(f"the run ended as {found['status']} with {found['done']} of {count}")
    asking, answering = after.cpu - before.cpu, provider_after - provider_before
    return Taken(count, ended - began, asking / count * 1000, answering / count * 1000)


def bare(provider: Provider, bodies: Sequence[bytes]) -> Taken:
    """The same requests, prepared before, posted by as many threads; answers are not looked at."""
    waiting, guard = iter(bodies), threading.Lock()

    def work() -> None:
        connection = _connected(provider)
        while True:
            with guard:
                body = next(waiting, None)
            if body is None:
                return
            _post(connection, "/v1/chat/completions", body)

    threads = [threading.Thread(target=work) for _ in range(CALLS)]
    own, theirs, began = time.process_time(), provider.cpu(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, count = time.perf_counter() - began, len(bodies)
    return Taken(
        count, seconds, (time.process_time() - own) / count * 1000, (provider.cpu() - theirs) / count * 1000
    )  # fmt: skip


def requests(count: int) -> list[bytes]:
    """Bodies like those of the service."""
    fields = schemata.specs(json.loads((LIBRARY / "fields.json").read_text())["fields"])
    asked = prompt.build(fields)
    strict = {"type": "json_schema", "json_schema": {"name": "card", "strict": True, "schema": asked.schema}}
    made = []
    with Decoder() as decoder:
        for path in _files()[:count]:
            (url,) = images.data_urls(decoder, [CardImage(path.name, path)], LONG_SIDE)
            parts = [{"type": "text", "text": asked.text}, {"type": "image_url", "image_url": {"url": url}}]
            body = {"model": MODEL, "messages": [{"role": "user", "content": parts}], "response_format": strict}
            made.append(json.dumps({**body, "max_tokens": 2000, "temperature": 0}).encode())
    return [made[number % len(made)] for number in range(count)]


def _files() -> list[Path]:
    return sorted((LIBRARY / "images").iterdir())


def measured(bench: Bench) -> list[Figure]:
    """About a minute and a half on a machine that does nothing else."""
    bodies = requests(40 if bench.quick else BARE)
    with light() as provider:
        loop, ours = bare(provider, bodies), served(bench, provider, bench.sized(1000))
    with replay() as provider:
        loops = [bare(provider, bodies)]
        replayed = served(bench, provider, bench.sized(BARE))
        loops.append(bare(provider, bodies))
    spent = (
        f"service with its decoders {ours.asking:.1f} ms, light provider {ours.answering:.1f} ms, "
        f"replay provider {replayed.answering:.1f} ms"
    )
    return [
        _ideal(ours, loop),
        _beside(replayed, loops),
        Figure("vision.speed.cpu", "processor time a card", spent, "processes' own processor time, the same runs"),
    ]


def _ideal(ours: Taken, loop: Taken) -> Figure:
    how = (
        f"{ours.count:,} library cards through the service (a process of its own), 8 in flight, against a light "
        "provider in another process that sends recorded answers after 0.2 s; evidence from stored words; from the "
        "start until the batch is `completed`, its checkpoint written. A bare loop of 8 threads in the same run: "
        f"{loop.share:.3f}"
    )
    return Figure("vision.speed", "throughput / ideal", f"{ours.share:.3f}", how, ">= 0.95", ours.share >= 0.95)


def _beside(ours: Taken, loops: Sequence[Taken]) -> Figure:
    share = ours.share / (sum(each.share for each in loops) / len(loops))
    before, after = (f"{each.share:.3f}" for each in loops)
    how = (
        f"{ours.count} library cards, 8 in flight, 0.2 s, against the replay provider in another process, which "
        f"decodes and compares each image; share of what a bare loop of 8 threads reaches that posts {loops[0].count} "
        f"such requests, prepared before ({before} of the ideal before the service's turn, {after} after it)"
    )
    name = "throughput / bare loop, replay provider"
    return Figure("vision.speed.loop", name, f"{share:.3f}", how, ">= 0.95", share >= 0.95)
