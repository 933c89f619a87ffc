"""Images of a batch: upload, list, remove."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from fastapi import APIRouter, Request, Response, status
from starlette.concurrency import run_in_threadpool

from app.api import multipart
from app.api.deps import (
    BatchName,
    DatabaseDep,
    Filename,
    Limit,
    Offset,
    PublisherDep,
    StateDep,
)
from app.api.multipart import Received
from app.api.presenters import image_read
from app.core.errors import Invalid
from app.models.image_schemas import ImagePage, UploadReport
from app.models.schemas import Problem
from app.services import ingest
from app.services.intake import Accepted, Judgement, Refused, discard

router = APIRouter(
    prefix="/batches/{batch_name}/images",
    tags=["images"],
    responses={404: {"model": Problem}, 409: {"model": Problem}},
)

FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


@router.post(
    "",
    response_model=UploadReport,
    openapi_extra=FORM,
    responses={413: {"model": Problem}, 507: {"model": Problem}},
)
async def upload_images(batch_name: BatchName, request: Request, state: StateDep) -> UploadReport:
    """Take in up to 500 scans in the form field ``files``; each is judged alone."""
    limit = state.settings.max_upload_bytes
    folder = await run_in_threadpool(state.ingest.open, batch_name)
    judging: list[asyncio.Future[Judgement]] = []
    loop = asyncio.get_running_loop()
    try:
        async for received in multipart.receive(request, folder, max_bytes=limit):
            judging.append(loop.run_in_executor(state.judges, _judge, state.ingest, received, limit))
        judgements = await asyncio.gather(*judging)
        if not judgements:
            raise Invalid("No file came in the form field 'files'. Send the scans there.", code="no_files")
        return await run_in_threadpool(state.ingest.store, batch_name, judgements)
    except BaseException:
        await _discard(judging)
        raise


def _judge(service: ingest.Ingest, received: Received, limit: int) -> Judgement:
    if received.too_large:
        received.path.unlink(missing_ok=True)
        reason = f"The file is larger than {limit / 2**20:.0f} MB; scan it smaller."
        return Refused(received.original_name, "too_many_bytes", reason, {"megabytes": round(limit / 2**20)})
    return service.judge(received.path, received.original_name)


async def _discard(judging: list[asyncio.Future[Judgement]]) -> None:
    """The request failed: what was judged already is not kept."""
    for judged in await asyncio.gather(*judging, return_exceptions=True):
        if isinstance(judged, Accepted):
            with suppress(OSError):
                await run_in_threadpool(discard, [judged])


@router.get("", response_model=ImagePage)
def list_images(batch_name: BatchName, db: DatabaseDep, offset: Offset = 0, limit: Limit = 200) -> ImagePage:
    """Images in card order, fronts before backs."""
    with db.reading() as session:
        found, total = ingest.page(session, batch_name, offset=offset, limit=limit)
        return ImagePage(items=[image_read(batch_name, image, card) for image, card in found], total=total)


@router.delete("/{filename}", status_code=status.HTTP_204_NO_CONTENT)
def delete_image(batch_name: BatchName, filename: Filename, state: StateDep, publisher: PublisherDep) -> Response:
    """Remove one image; its card goes with its last image."""
    publisher.forget(batch_name)  # before and after: a crash in between leaves nothing that is believed
    state.ingest.remove(batch_name, filename)
    publisher.forget(batch_name)
    publisher.touch(batch_name)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
