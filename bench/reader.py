"""The built-in reader in a batch of the service, against a bare loop over RapidOCR on the same cores."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

from bench.figures import Figure
from bench.runs import Bench
from bench.service import ROOT, Client, Server

SAMPLES = ROOT / "data" / "samples"
REAL = ROOT.parent / "shared" / "cards"
ROUNDS = 3
BOUNDARY = "----indexcards-bench"


def _images(bench: Bench) -> list[Path]:
    """The sample drawers, and real cards where they are at hand."""
    drawn = sorted([*SAMPLES.glob("music/images/*.jpg"), *SAMPLES.glob("dissertations/images/*.jpg")])
    real = [path for folder in sorted(REAL.glob("*/images")) for path in sorted(folder.glob("*.jpg"))[:10]]
    chosen = drawn + real
    return chosen[::6] if bench.quick else chosen


def _bare(engine: object, images: list[Path]) -> float:
    began = time.perf_counter()
    for path in images:
        engine(str(path))  # type: ignore[operator]
    return time.perf_counter() - began


def _batch(server: Server, client: Client, images: list[Path], title: str) -> tuple[float, float]:
    """Seconds from ``start`` to the end, with everything stored, and the server's processor seconds."""
    fields = json.loads((SAMPLES / "music" / "fields.json").read_text())["fields"]
    batch = server.create(client, title, engine="local", fields=fields)
    parts = b"".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{n:04d}.jpg"\r\n\r\n'.encode()
        + path.read_bytes()
        + b"\r\n"
        for n, path in enumerate(images)
    )
    body = parts + f"--{BOUNDARY}--\r\n".encode()
    status, said = client.raw("POST", f"/batches/{batch}/images", body, f"multipart/form-data; boundary={BOUNDARY}")
    if status != 200 or b'"rejected":[]' not in said:
        raise RuntimeError(f"upload: {status} {said[:300]!r}")
    server.wait_for_thumbnails(batch, len(images))
    before = server.usage()
    began = server.start(client, batch)
    found, ended = server.wait_for_end(client, batch)
    if found["done"] != len(images):
        raise RuntimeError(f"only {found['done']} of {len(images)} were read")
    return ended - began, server.usage().cpu - before.cpu


def compared(bench: Bench) -> list[Figure]:
    from rapidocr import RapidOCR

    images = _images(bench)
    data = bench.fresh("reader")
    engine = RapidOCR(params={"Global.log_level": "error"})
    bare: list[float] = []
    ours: list[float] = []
    used: list[float] = []
    with Server(data, engine="local", workers=2) as server:
        client = server.client()
        _bare(engine, images[:3])
        _batch(server, client, images[:3], "Warm-up")
        for turn in range(1 if bench.quick else ROUNDS):
            bare.append(_bare(engine, images))
            seconds, cpu = _batch(server, client, images, f"Round {turn}")
            ours.append(seconds)
            used.append(cpu)
    shutil.rmtree(data, ignore_errors=True)
    rates = [len(images) * len(some) / sum(some) for some in (ours, bare)]
    how = (
        f"{len(images)} images (sample drawers, real cards if present), {len(bare)} rounds in turn: `RapidOCR()` with "
        "default settings called on each file in a loop, then a batch in a server with the built-in reader and 2 "
        "workers, from `POST start` to `completed`, so with decoding, fields and storing; both warmed up"
    )
    ratio = rates[0] / rates[1]
    each = ", ".join(f"{b / o:.2f}" for b, o in zip(bare, ours, strict=True))
    return [
        Figure("reader", "built-in reader: batch throughput / bare RapidOCR loop",
               f"{ratio:.2f} ({rates[0]:.2f} against {rates[1]:.2f} images/s; rounds {each})", how, "≥ 0.95",
               ratio >= 0.95),
        Figure("reader-cpu", "built-in reader: CPU per image", f"{sum(used) / len(images) / len(used):.2f} s", how),
    ]  # fmt: skip
