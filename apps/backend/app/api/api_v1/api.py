"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import batches, engines, exports, health, images, records, templates, trial, ws

router = APIRouter(prefix="/api/v1")
for module in (batches, trial, images, records, exports, templates, engines, health, ws):
    router.include_router(module.router)
