"""Runs of batches: throughput, bytes, processor time, cancel, kill, and looking on meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import numpy as np

from bench import scans
from bench.figures import Figure, spread
from bench.service import ENDED, Client, Server, Usage

WORKERS = 8
LATENCY = 0.2
IDEAL = WORKERS / LATENCY
EDGE = 500


@dataclass(frozen=True, slots=True)
class Bench:
    """Where to work, and whether small sizes do."""

    work: Path
    quick: bool = False

    def sized(self, full: int) -> int:
        return max(40, full // 20) if self.quick else full

    @property
    def records(self) -> Path:
        """Where a data directory with many read cards is kept for the parts that want one."""
        return self.work / ("records-quick" if self.quick else "records")

    def fresh(self, name: str) -> Path:
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


@dataclass(frozen=True, slots=True)
class Run:
    count: int
    seconds: float
    before: Usage
    after: Usage
    uploaded: scans.Uploaded
    thumbnails: float
    began: float = 0.0
    """Monotonic."""

    def per_card(self, attribute: str) -> float:
        return float(getattr(self.after, attribute) - getattr(self.before, attribute)) / self.count


def prepared(server: Server, client: Client, count: int) -> tuple[str, scans.Uploaded, float]:
    """A batch with its scans and thumbnails; how the upload went, and seconds until the last thumbnail after it."""
    batch = server.create(client, f"Bench {count}")
    uploaded = scans.upload(server, batch, count)
    return batch, uploaded, server.wait_for_thumbnails(batch, count)


def one_run(server: Server, count: int) -> tuple[str, Run]:
    client = server.client()
    batch, uploaded, thumbnails = prepared(server, client, count)
    before, moment = server.usage(), time.monotonic()
    began = server.start(client, batch)
    found, ended = server.wait_for_end(client, batch)
    after = server.usage()
    if (found["status"], found["done"]) != ("completed", count):
        raise RuntimeError(f"the run ended as {found['status']} with {found['done']} of {count}")
    return batch, Run(count, ended - began, before, after, uploaded, thumbnails, moment)


def throughput(bench: Bench, full: int) -> list[Figure]:
    count = bench.sized(full)
    data = bench.fresh(f"throughput-{full}")
    with Server(data / "data", log=data / "calls") as server:
        batch, run = one_run(server, count)
    share = count / run.seconds / IDEAL
    how = (
        f"{count:,} scans of {run.uploaded.image_bytes / 1000:.0f} kB, uploaded and with thumbnails before the clock "
        f"starts; from `POST start` until the status is seen to be `completed`, {WORKERS} workers, {LATENCY} s a card. "
        "Bytes: `write_bytes` of /proc/PID/io, processor: user and system, both of the server with its children "
        "during the run"
    )
    written, cpu = run.per_card("written") / 1000, run.per_card("cpu") * 1000
    tag = f"{full:,} cards"
    figures = [
        Figure(f"share-{full}", f"throughput / ideal, {tag}", f"{share:.3f} ({count / run.seconds:.2f} cards/s)", how,
               "≥ 0.95", share >= 0.95),
        Figure(f"bytes-{full}", f"bytes written per card in the run, {tag}", f"{written:.1f} kB", how,
               "≤ 64 kB (aim 16)", written <= 64),
        Figure(f"cpu-{full}", f"server CPU per card, {tag}", f"{cpu:.2f} ms", how, "≤ 8 ms", cpu <= 8),
        Figure(f"wchar-{full}", f"bytes given to write calls per card, {tag}",
               f"{run.per_card('passed') / 1000:.1f} kB", how),
        Figure(f"rss-{full}", f"memory (RSS) of the server, {tag}",
               f"{run.before.rss / 2**20:.0f} MiB before the run, {run.after.rss / 2**20:.0f} MiB after", how),
        _publications(server, run, full),
        Figure(f"thumbs-{full}", f"last thumbnail after the last upload, {tag}", f"{run.thumbnails:.1f} s", how),
        *_ends(data / "data", count, full),
    ]  # fmt: skip
    if full >= 20_000:
        figures += _upload(run)
        _keep_records(bench, data, batch)
    shutil.rmtree(data, ignore_errors=True)
    return figures


def _publications(server: Server, run: Run, full: int) -> Figure:
    during = [row for row in server.publications() if row[0] >= run.began]
    seconds, written = sum(row[1] for row in during), sum(row[2] for row in during)
    value = (
        f"{seconds / run.seconds:.2%} of the run ({len(during)} publications, the longest "
        f"{max((row[1] for row in during), default=0.0):.2f} s; {written / run.count / 1000:.1f} kB a card)"
    )
    how = "each publication of `checkpoint.json` timed in the server, the one at the end of the run included"
    return Figure(f"published-{full}", f"checkpoint publications, {full:,} cards", value, how, "≤ 5 % of the run",
                  seconds <= 0.05 * run.seconds)  # fmt: skip


def _ends(data: Path, count: int, full: int) -> list[Figure]:
    """The rate of the last cards against the first."""
    edge = min(EDGE, count // 3)
    with sqlite3.connect(f"file:{data / 'indexcards.db'}?mode=ro&immutable=1", uri=True) as database:
        rows = database.execute("SELECT processed_at FROM cards ORDER BY processed_at").fetchall()
    moments = np.array([datetime.fromisoformat(moment).timestamp() for (moment,) in rows])

    def rate(some: np.ndarray) -> float:
        return float(np.polyfit(some - some[0], np.arange(len(some)), 1)[0])

    first, last = rate(moments[:edge]), rate(moments[-edge:])
    how = (
        f"rates of the first and last {edge} of `processed_at`: slope of a straight line through number over time, "
        "which does not depend on where in a group of eight the cut falls"
    )
    bar = "≥ 0.97" if full >= 20_000 else ""
    value = f"{last / first:.3f} ({first:.2f} → {last:.2f} cards/s)"
    key = f"ends-{full}"
    figure = f"rate of the last {edge} / the first {edge}, {full:,} cards"
    return [Figure(key, figure, value, how, bar, last / first >= 0.97 if bar else None)]


def _upload(run: Run) -> list[Figure]:
    rate = run.uploaded.count / run.uploaded.seconds
    how = (
        f"{run.uploaded.count:,} distinct JPEGs of {scans.SIZE[0]} x {scans.SIZE[1]} pixels in requests of "
        f"{scans.PER_REQUEST} over {scans.CONNECTIONS} connections, from the first byte to the last answer; "
        "thumbnails are made meanwhile where the decoders are free"
    )
    return [
        Figure("upload", "upload, each image fully decoded and judged", f"{rate:.0f} images/s", how, "≥ 120 images/s",
               rate >= 120),
    ]  # fmt: skip


def _keep_records(bench: Bench, data: Path, batch: str) -> None:
    """For the parts that want many records."""
    kept = bench.records
    shutil.rmtree(kept, ignore_errors=True)
    data.rename(kept)
    (kept / "batch").write_text(batch)


def upload(bench: Bench) -> list[Figure]:
    """The upload alone."""
    data = bench.fresh("upload")
    with Server(data) as server:
        client = server.client()
        batch = server.create(client, "Upload")
        before = server.usage()
        uploaded = scans.upload(server, batch, bench.sized(4000))
        seconds = server.wait_for_thumbnails(batch, uploaded.count)
        after = server.usage()
    shutil.rmtree(data, ignore_errors=True)
    run = Run(uploaded.count, uploaded.seconds, before, after, uploaded, seconds)
    figures = _upload(run)
    how = figures[0].how
    return [
        *figures,
        Figure("upload-cpu", "server CPU per uploaded image and thumbnail", f"{run.per_card('cpu') * 1000:.1f} ms",
               how),
        Figure("upload-thumbs", "last thumbnail after the last upload", f"{seconds:.1f} s", how),
    ]  # fmt: skip


def cancel(bench: Bench) -> list[Figure]:
    count, at = bench.sized(1000), 100 if not bench.quick else 20
    data = bench.fresh("cancel")
    with Server(data / "data", log=data / "calls") as server:
        client = server.client()
        batch, _, _ = prepared(server, client, count)
        server.start(client, batch)
        while len(server.calls()) < at:
            time.sleep(0.002)
        calls = len(server.calls())
        began = time.perf_counter()
        client.ask("POST", f"/batches/{batch}/cancel")
        while (status := client.ask("GET", f"/batches/{batch}")["status"]) not in ENDED:
            time.sleep(0.01)
        seconds = time.perf_counter() - began
        time.sleep(2 * LATENCY)
        further = len(server.calls()) - calls
    shutil.rmtree(data, ignore_errors=True)
    how = f"`POST cancel` when the reader's log shows call {at} of {count:,}; calls counted until 0.4 s after the end"
    return [
        Figure("cancel-calls", f"cancel at call {at} of {count:,}: further calls", str(further), how,
               f"≤ {WORKERS}", further <= WORKERS),
        Figure("cancel-time", f"cancel at call {at} of {count:,}: until `{status}`", f"{seconds:.2f} s", how,
               "`cancelled` ≤ 2 s", status == "cancelled" and seconds <= 2),
    ]  # fmt: skip


def kill(bench: Bench) -> list[Figure]:
    count = bench.sized(300) if not bench.quick else 80
    data = bench.fresh("kill")
    with Server(data / "data", log=data / "calls") as server:
        client = server.client()
        batch, _, _ = prepared(server, client, count)
        server.start(client, batch)
        while cast(int, client.ask("GET", f"/batches/{batch}")["done"]) < count // 2:
            time.sleep(0.01)
        server.kill()
    with Server(data / "data", log=data / "calls") as server:
        client = server.client()
        status = client.ask("GET", f"/batches/{batch}")["status"]
        server.start(client, batch)
        found, _ = server.wait_for_end(client, batch)
        results = client.raw("GET", f"/batches/{batch}/results")[1].count(b'"success":true')
        twice = sum(n - 1 for n in Counter(name for _, name in server.calls()).values())
        up = server.start_seconds
    shutil.rmtree(data, ignore_errors=True)
    how = f"SIGKILL to the server when {count // 2} of {count} are done, a new server, one `POST start`"
    whole = found["status"] == "completed" and found["done"] == count and results == count
    return [
        Figure("kill-done", f"kill -9 at {count // 2} of {count}, one resume: read", f"{found['done']} of {count}", how,
               f"{count} of {count}", whole),
        Figure("kill-twice", f"kill -9 at {count // 2} of {count}, one resume: read twice", str(twice), how,
               f"≤ {WORKERS}", twice <= WORKERS),
        Figure("kill-up", "start of the server after kill -9", f"{up:.1f} s, batch `{status}`", how),
    ]  # fmt: skip


PAGES = ("", "?limit=100&sort=Komponist", "?limit=100&q=linden", "?limit=100&sort=confidence&order=asc")


def polling(bench: Bench) -> list[Figure]:
    count = bench.sized(1000)
    data = bench.fresh("polling")
    pages: list[float] = []
    whole: list[float] = []
    failures: list[str] = []
    over = threading.Event()

    def look(server: Server, batch: str, paths: tuple[str, ...], pause: float, taken: list[float]) -> None:
        client = server.client()
        turn = 0
        while not over.is_set():
            seconds, status, body = client.timed("GET", f"/batches/{batch}/{paths[turn % len(paths)]}")
            taken.append(seconds)
            if status != 200 or not body.endswith((b"}", b"]", b"]\n")):
                failures.append(f"{status} {body[-60:]!r}")
            turn += 1
            over.wait(pause)

    with Server(data / "data") as server:
        client = server.client()
        batch, _, _ = prepared(server, client, count)
        began = server.start(client, batch)
        paths = tuple(f"records{query}" for query in PAGES)
        looks = [(paths[n:] + paths[:n], 0.5, pages) for n in range(4)] + [(("results",), 2.0, whole)]
        threads = [threading.Thread(target=look, args=(server, batch, *each)) for each in looks]
        for thread in threads:
            thread.start()
        found, ended = server.wait_for_end(client, batch)
        over.set()
        for thread in threads:
            thread.join()
    shutil.rmtree(data, ignore_errors=True)
    how = (
        f"run of {count:,} cards; four clients fetch a page of 100 records every 0.5 s (in card order, sorted by a "
        "field, by confidence, searched), a fifth `GET results` every 2 s"
    )
    p99_ok = bool(np.percentile(pages, 99) <= 0.15)
    return [
        Figure("poll-failures", "`GET results` and records pages during a run: failures",
               f"{len(failures)} of {len(pages) + len(whole)}", how, "none", not failures and found["done"] == count),
        Figure("poll-pages", "records page of 100 during a run", spread(pages), how, "p99 ≤ 150 ms", p99_ok),
        Figure("poll-results", "`GET results` during a run", spread(whole), how),
        Figure("poll-share", "throughput / ideal while polled", f"{count / (ended - began) / IDEAL:.3f}", how),
    ]  # fmt: skip
