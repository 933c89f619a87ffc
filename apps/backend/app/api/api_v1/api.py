"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import (
    batches,
    cards,
    engines,
    exports,
    health,
    images,
    queues,
    records,
    templates,
    trial,
    ws,
)

router = APIRouter(prefix="/api/v1")
for module in (
    batches,
    trial,
    images,
    cards,
    records,
    exports,
    templates,
    engines,
    health,
    ws,
    queues,
):
    router.include_router(module.router)
