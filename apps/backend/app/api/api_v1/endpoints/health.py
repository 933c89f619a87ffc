"""Whether the service can work."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Response

from app.api.deps import DatabaseDep, ReadersDep, SettingsDep
from app.core.errors import AppError
from app.models.schemas import Health
from app.services.folders import free_bytes

router = APIRouter(prefix="/health", tags=["health"])


@router.get("", response_model=Health, responses={503: {"model": Health}})
def get_health(response: Response, db: DatabaseDep, readers: ReadersDep, settings: SettingsDep) -> Health:
    """Version, database, engine, free space; 503 when the service cannot work."""
    free = free_bytes(settings.batches_dir)
    try:
        database = db.check()
    except AppError as error:
        database = error.detail
        response.status_code = 503
    offer = readers.offers.get(readers.default)
    if offer is None or offer.needs or free < settings.min_free_bytes:
        response.status_code = 503
    return Health(
        status="ok" if response.status_code != 503 else "degraded",
        version=version("indexcards"),
        database=database,
        engine=readers.default,
        free_bytes=free,
    )
