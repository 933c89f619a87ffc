"""Readers: which there are and what they need."""

from __future__ import annotations

from fastapi import APIRouter

from app.api.deps import ReadersDep
from app.models.schemas import EngineList, EngineRead

router = APIRouter(prefix="/engines", tags=["engines"])


@router.get("", response_model=EngineList)
def list_engines(readers: ReadersDep) -> EngineList:
    items = [
        EngineRead(
            name=name,
            state="unavailable" if offer.needs else "ready",
            models=list(offer.models),
            needs=offer.needs,
            leaves_machine=offer.leaves_machine,
        )
        for name, offer in sorted(readers.offers.items())
    ]
    return EngineList(items=items, default=readers.default)
