"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import batches, costs, engines, exports, health, images, records, templates, ws

router = APIRouter(prefix="/api/v1")
for module in (batches, costs, images, records, exports, templates, engines, health, ws):
    router.include_router(module.router)
