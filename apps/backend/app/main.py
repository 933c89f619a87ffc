"""Wire the parts together, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from starlette.routing import Mount

from app.api import errors
from app.api.api_v1 import api
from app.api.guard import Guard
from app.api.methods import Heads
from app.api.static import BatchFiles, Frontend
from app.core import signals
from app.core.config import Settings
from app.services import bootstrap
from app.services.readers import Offer
from app.services.ws_manager import ws_manager

DRAIN_SECONDS = 12.0


def create_app(settings: Settings | None = None, offers: Mapping[str, Offer] | None = None) -> FastAPI:
    """The service. ``offers``: other readers than the installed ones, for benches and tests."""
    settings = settings or Settings()
    parts = bootstrap.build(settings, offers)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await asyncio.to_thread(bootstrap.begin, parts)
        ws_manager.bind(asyncio.get_running_loop())
        with signals.heard(parts.runs.wind_down):
            yield
        ws_manager.bind(None)
        await asyncio.to_thread(bootstrap.end, parts, DRAIN_SECONDS)

    app = FastAPI(
        title="Indexcards",
        version=version("indexcards"),
        lifespan=lifespan,
        generate_unique_id_function=lambda route: route.name,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.indexcards = parts
    errors.install(app)
    app.include_router(api.router)
    app.router.routes.append(Mount("/batches-static", app=BatchFiles(parts), name="batches-static"))
    if settings.frontend_dir.is_dir():
        app.router.default = Frontend(settings.frontend_dir)  # not mounted: a wrong method of the API is 405
    app.add_middleware(Heads)
    app.add_middleware(
        Guard,
        hosts=settings.extra_hosts,
        origins=settings.extra_origins,
        max_request_bytes=settings.max_request_bytes,
    )
    return app


def __getattr__(name: str) -> FastAPI:
    """``app`` for uvicorn, made when asked for, so that importing this module opens no database."""
    if name != "app":
        raise AttributeError(name)
    made: FastAPI = globals().setdefault("app", create_app())
    return made
