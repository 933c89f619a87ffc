"""The service under measurement, in a process of its own: ``python -m bench.server``."""

from __future__ import annotations

import argparse
from pathlib import Path

import uvicorn

from app.commands import serve
from app.core import logging
from app.core.config import Settings
from app.main import create_app
from app.services.readers import Offer
from bench.standin import StandIn


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--engine", choices=["standin", "local"], default="standin")
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--log", type=Path)
    wanted = parser.parse_args()
    settings = Settings(data_dir=wanted.data_dir, engine=wanted.engine, workers=wanted.workers, log_level="WARNING")
    logging.configure(settings.log_level)
    standin = Offer(make=lambda: StandIn(wanted.latency, wanted.log), models=("standin-1",))
    uvicorn.run(
        create_app(settings, offers={"standin": standin} if wanted.engine == "standin" else None),
        host="127.0.0.1",
        port=wanted.port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws_max_size=serve.MAX_MESSAGE,
        timeout_keep_alive=serve.KEEP_ALIVE,
        timeout_graceful_shutdown=serve.LINGER,
    )


if __name__ == "__main__":
    main()
