"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import batches, engines, exports, health, images, queues, records, templates, ws

router = APIRouter(prefix="/api/v1")
for module in (batches, images, records, queues, exports, templates, engines, health, ws):
    router.include_router(module.router)
