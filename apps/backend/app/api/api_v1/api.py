"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import (
    batches,
    certainty,
    engines,
    evaluations,
    exports,
    health,
    images,
    learning,
    records,
    templates,
    ws,
)

router = APIRouter(prefix="/api/v1")
for module in (batches, images, records, learning, certainty, evaluations, exports, templates, engines, health, ws):
    router.include_router(module.router)
