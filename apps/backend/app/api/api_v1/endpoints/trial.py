"""Trying a set-up: a few cards read now, and which images would be one card. Nothing is stored."""

from __future__ import annotations

import asyncio
import threading

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from app.api.deps import BatchName, DatabaseDep, TrialsDep
from app.api.presenters import thumbnail_url, tried_card
from app.core.errors import Conflict
from app.engines.base import Cancelled
from app.models.schemas import BatchOptions, Problem
from app.models.trials import PairedImage, PairsRead, TryReport, TryRequest
from app.services import supposed
from app.services.trial import Trials

router = APIRouter(
    prefix="/batches/{batch_name}",
    tags=["trial"],
    responses={404: {"model": Problem}, 409: {"model": Problem}, 422: {"model": Problem}, 503: {"model": Problem}},
)
LOOK = 0.25
"""Seconds between two looks whether the client is still there."""


@router.post("/try", response_model=TryReport)
async def try_cards(batch_name: BatchName, wanted: TryRequest, request: Request, trials: TrialsDep) -> TryReport:
    """Read the first, a middle and the last card (or the chosen ones) with this set-up, and store nothing."""
    cancel = threading.Event()
    trial = asyncio.ensure_future(run_in_threadpool(_report, trials, batch_name, wanted, cancel))
    try:
        while not (await asyncio.wait({trial}, timeout=LOOK))[0]:
            if await request.is_disconnected():
                cancel.set()
        return await trial
    finally:
        cancel.set()


def _report(trials: Trials, batch_name: str, wanted: TryRequest, cancel: threading.Event) -> TryReport:
    try:
        report = trials.read(batch_name, wanted, cancel)
    except Cancelled as error:
        raise Conflict("The trial was stopped before it was done.", code="cancelled") from error
    return TryReport(
        engine=report.engine,
        model=report.model,
        cards=[tried_card(batch_name, tried) for tried in report.cards],
        duration=round(report.duration, 3),
    )


@router.post("/pairs", response_model=PairsRead)
def suppose_pairs(batch_name: BatchName, wanted: BatchOptions, db: DatabaseDep) -> PairsRead:
    """How the unread images would become cards with these options."""
    with db.reading() as session:
        pairs = supposed.pairs(session, batch_name, wanted)
    return PairsRead(
        images=pairs.images,
        cards=pairs.cards,
        paired=pairs.paired,
        alone=pairs.cards - pairs.paired,
        read=pairs.read,
        items=[
            [PairedImage(filename=name, thumbnail_url=thumbnail_url(batch_name, name)) for name in group]
            for group in pairs.shown
        ],
    )
