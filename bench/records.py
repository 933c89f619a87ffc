"""What people do with 20,000 records: pages, corrections, exports."""

from __future__ import annotations

import json
import random
import shutil
import time
from pathlib import Path

from bench import scans
from bench.figures import Figure, percentile, spread
from bench.runs import Bench
from bench.service import Client, Server

FULL = 20_000
PAGES = {
    "in card order": "sort=card",
    "in card order, at the end": "sort=card&offset=19900",
    "sorted by a field": "sort=Komponist",
    "sorted by a field, descending, in the middle": "sort=Titel&order=desc&offset=10000",
    "sorted by confidence": "sort=confidence",
    "filtered by part of a value": "field=Verlag&value=peters",
    "filtered by confidence": "max_confidence=0.56",
    "searched, one word": "q=lindenbaum",
    "searched, two words, sorted by a field": "q=schubert%20rose&sort=Signatur",
}


def filled(bench: Bench) -> tuple[Path, str]:
    """A data directory with 20,000 read cards: the last long run's, or one made in a hurry."""
    kept = bench.records
    if not (kept / "batch").exists():
        shutil.rmtree(kept, ignore_errors=True)
        count = FULL // 20 if bench.quick else FULL
        with Server(kept / "data", latency=0.0) as server:
            client = server.client()
            batch = server.create(client, f"Records {count}")
            scans.upload(server, batch, count)
            server.start(client, batch)
            server.wait_for_end(client, batch)
        (kept / "batch").write_text(batch)
    return kept / "data", (kept / "batch").read_text()


def patch(bench: Bench) -> list[Figure]:
    data, batch = filled(bench)
    taken: list[float] = []
    with Server(data) as server:
        client = server.client()
        items = _page(client, batch, "limit=1000&offset=0") + _page(client, batch, "limit=1000&sort=Titel&offset=9000")
        chosen = random.Random(1).sample(items, min(1000, len(items)))
        chosen = list({str(record["filename"]): record for record in chosen}.values())
        for number, record in enumerate(chosen):
            body = {"version": record["version"], "set": {"Komponist": f"Korrektur, Nr. {number}"}}
            seconds, status, said = client.timed("PATCH", f"/batches/{batch}/records/{record['filename']}", body)
            if status != 200:
                raise RuntimeError(f"PATCH: {status} {said[:300]!r}")
            taken.append(seconds)
            time.sleep(0.01)
    how = (
        f"{len(chosen)} corrections of one value, one after the other with 10 ms between, on as many records of "
        f"{FULL // 20 if bench.quick else FULL:,}, `checkpoint.json` published meanwhile"
    )
    return [
        Figure("patch", "PATCH one value at 20,000 records", spread(taken), how, "p99 ≤ 30 ms",
               percentile(taken, 0.99) <= 0.03)
    ]  # fmt: skip


def _page(client: Client, batch: str, query: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(client.raw("GET", f"/batches/{batch}/records?{query}")[1])["items"]
    return found


def pages(bench: Bench) -> list[Figure]:
    data, batch = filled(bench)
    figures: list[Figure] = []
    how = "a page of 100 of 20,000 records (small sizes when quick), 50 times each over one connection, idle server"
    with Server(data) as server:
        client = server.client()
        for said, query in PAGES.items():
            taken: list[float] = []
            total = 0
            for _ in range(50):
                seconds, status, body = client.timed("GET", f"/batches/{batch}/records?limit=100&{query}")
                if status != 200:
                    raise RuntimeError(f"{query}: {status} {body[:300]!r}")
                total = int(json.loads(body)["total"])
                taken.append(seconds)
            figures.append(Figure(f"page-{query}", f"records page {said} ({total:,} match)", spread(taken), how))
    return figures


def exports(bench: Bench) -> list[Figure]:
    data, batch = filled(bench)
    figures: list[Figure] = []
    how = "20,000 records of nine fields, whole download, idle server; memory is that of the server"
    with Server(data) as server:
        client = server.client()
        for path in ("export?format=csv", "export?format=json", "export?format=xlsx", "results"):
            before = server.usage()
            seconds, status, body = client.timed("GET", f"/batches/{batch}/{path}")
            if status != 200:
                raise RuntimeError(f"{path}: {status} {body[:300]!r}")
            grown = (server.usage().rss - before.rss) / 2**20
            value = f"{seconds:.1f} s, {len(body) / 1e6:.1f} MB, RSS {grown:+.0f} MiB"
            figures.append(Figure(f"export-{path}", f"`GET {path}` at 20,000", value, how))
    return figures
