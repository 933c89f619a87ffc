"""All routers of version 1."""

from fastapi import APIRouter

from app.api.api_v1.endpoints import (
    batches,
    cards,
    certainty,
    comparisons,
    costs,
    engines,
    evaluations,
    exports,
    health,
    images,
    judging,
    learning,
    queues,
    readings,
    records,
    templates,
    trial,
    ws,
)

router = APIRouter(prefix="/api/v1")
for module in (
    batches,
    costs,
    readings,
    images,
    records,
    learning,
    judging,
    comparisons,
    certainty,
    evaluations,
    exports,
    templates,
    engines,
    health,
    ws,
    trial,
    cards,
    queues,
):
    router.include_router(module.router)
