"""The service under measurement, in a process of its own: ``python -m bench.server``."""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

from pydantic import SecretStr

from app.commands import serve
from app.core import logging
from app.core.config import Settings
from app.main import create_app
from app.services.checkpoint import Publisher
from app.services.folders import CHECKPOINT
from app.services.readers import Offer
from bench.standin import StandIn


def watched(publisher: Publisher, log: Path) -> None:
    """Note how long each publication of ``checkpoint.json`` takes, and how large the file is then."""
    publish = publisher._publish
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def timed(name: str) -> None:
        began = time.monotonic()
        publish(name)
        seconds = time.monotonic() - began
        size = (publisher._root / name / CHECKPOINT).stat().st_size
        os.write(out, f"{began:.6f} {seconds:.6f} {size}\n".encode())

    publisher._publish = timed  # type: ignore[method-assign]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--engine", choices=["standin", "local", "vision"], default="standin")
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--provider", default="", help="base URL, for the reader `vision`")
    wanted = parser.parse_args()
    settings = Settings(data_dir=wanted.data_dir, engine=wanted.engine, workers=wanted.workers, log_level="WARNING")
    if wanted.provider:
        listed = [{"name": "bench", "base_url": wanted.provider, "key": "bench-key", "calls": wanted.workers}]
        settings = settings.model_copy(update={"providers": SecretStr(json.dumps(listed))})
    logging.configure(settings.log_level)
    reader = StandIn(wanted.latency, wanted.log) if wanted.engine == "standin" else None
    standin = Offer(make=lambda: reader, models=("standin-1",))  # made before the clock starts: a second of work
    app = create_app(settings, offers={"standin": standin} if reader else None)
    if wanted.log is not None:
        watched(app.state.indexcards.publisher, wanted.log.with_name("publications"))
    serve.listen(app, host="127.0.0.1", port=wanted.port)


if __name__ == "__main__":
    main()
