"""Scans of about 97 kB that all differ, made at next to no cost, and their upload."""

from __future__ import annotations

import io
import random
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from bench.service import Server
from bench.standin import WORDS

SIZE = (1000, 650)
BYTES = 97_000
KINDS = 8
PER_REQUEST = 100
CONNECTIONS = 4
BOUNDARY = b"----indexcards-bench"
KIND = f"multipart/form-data; boundary={BOUNDARY.decode()}"


def _picture(kind: int) -> Image.Image:
    """A card in colour: yellowed paper with grain, a dozen lines of text, a ruled edge."""
    dice, grain = random.Random(kind), np.random.default_rng(kind)
    small = grain.normal(0, 9, (SIZE[1], SIZE[0], 1)) + grain.normal(0, 3, (SIZE[1], SIZE[0], 3))
    picture = Image.fromarray(np.clip(np.array([238, 228, 205]) + small, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    pen.line((0, 90, SIZE[0], 90), fill=(170, 60, 60), width=2)
    for row in range(12):
        text = " ".join(dice.sample(WORDS, 6))
        pen.text((60, 30 + row * 48), text, fill=(40, 36, 48), font_size=24)
    return picture


def base(kind: int) -> bytes:
    """A JPEG as near to ``BYTES`` as its quality allows."""
    picture = _picture(kind)
    best = b""
    for quality in range(95, 20, -1):
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality)
        best = out.getvalue()
        if len(best) <= BYTES:
            break
    return best


def distinct(made: bytes, number: int) -> bytes:
    """The same picture with a comment of its own, so that its bytes and digest differ."""
    text = f"card {number}".encode()
    return made[:2] + b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text + made[2:]


def name(number: int) -> str:
    return f"{number:06d}.jpg"


def bodies(first: int, count: int, bases: list[bytes]) -> Iterator[bytes]:
    """Bodies of upload requests, ``PER_REQUEST`` scans in each."""
    for start in range(first, first + count, PER_REQUEST):
        parts: list[bytes] = []
        for number in range(start, min(start + PER_REQUEST, first + count)):
            parts += [
                b"--", BOUNDARY, b'\r\nContent-Disposition: form-data; name="files"; filename="',
                name(number).encode(), b'"\r\nContent-Type: image/jpeg\r\n\r\n',
                distinct(bases[number % len(bases)], number), b"\r\n",
            ]  # fmt: skip
        yield b"".join([*parts, b"--", BOUNDARY, b"--\r\n"])


@dataclass(frozen=True, slots=True)
class Uploaded:
    count: int
    seconds: float
    image_bytes: int


def upload(
    server: Server, batch: str, count: int, *, connections: int = CONNECTIONS, bases: list[bytes] | None = None
) -> Uploaded:
    """Send ``count`` scans over a few connections, ``bases`` in turn; raises when one of them is not stored."""
    bases = bases or [base(kind) for kind in range(KINDS)]
    waiting = bodies(1, count, bases)
    guard = threading.Lock()
    failures: list[str] = []

    def work() -> None:
        client = server.client()
        while not failures:
            with guard:
                body = next(waiting, None)
            if body is None:
                return
            status, said = client.raw("POST", f"/batches/{batch}/images", body, KIND)
            if status != 200 or b'"rejected":[]' not in said or b'"skipped":[]' not in said:
                failures.append(f"{status} {said[:300]!r}")

    threads = [threading.Thread(target=work) for _ in range(connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    if failures:
        raise RuntimeError(f"upload: {failures[0]}")
    return Uploaded(count, seconds, sum(map(len, bases)) // len(bases))
