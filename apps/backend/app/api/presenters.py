"""Rows as answers, with the addresses of their files."""

from __future__ import annotations

from urllib.parse import quote

from sqlalchemy.orm import Session

from app.imaging.decoder import is_browser_viewable
from app.models.enums import BatchStatus, CardStatus
from app.models.schemas import (
    BatchRead,
    FieldIn,
    ImageRead,
    ReadingRead,
    RecordRead,
    ReviewRead,
    TemplateRead,
)
from app.models.tables import Batch, Card, Image, Reading, Review, Template
from app.services import ingest
from app.services.folders import THUMBS, VIEW
from app.services.records import RecordDict

STATIC = "/batches-static"


def _address(*parts: str) -> str:
    return "/".join([STATIC, *(quote(part) for part in parts if part)])


def thumbnail_url(batch_name: str, filename: str) -> str:
    return _address(batch_name, THUMBS, f"{filename.rpartition('.')[0]}.webp")


def batch_read(session: Session, batch: Batch) -> BatchRead:
    return BatchRead(
        name=batch.name,
        title=batch.title,
        status=BatchStatus(batch.status),
        reason=batch.reason,
        engine=batch.engine,
        model=batch.model,
        fields=[FieldIn.model_validate(field) for field in batch.fields],
        options=batch.options,
        total=batch.total,
        pending=batch.total - batch.done - batch.failed,
        done=batch.done,
        failed=batch.failed,
        reviewed=batch.reviewed,
        created_at=batch.created_at,
        updated_at=batch.updated_at,
        cover=[thumbnail_url(batch.name, i.filename) for i in ingest.covers(session, batch)],
    )


def image_read(batch_name: str, image: Image, card: Card) -> ImageRead:
    address = _address(batch_name, image.folder, image.filename)
    view = _address(batch_name, VIEW, f"{image.filename.rpartition('.')[0]}.webp")
    return ImageRead(
        filename=image.filename,
        original_name=image.original_name,
        card=card.filename,
        side=image.side,
        status=CardStatus(card.status),
        format=image.format,
        media_type=image.media_type,
        width=image.width,
        height=image.height,
        bytes=image.bytes,
        sha256=image.sha256,
        page=image.page,
        source_name=image.source_name,
        blank=image.blank,
        folder=image.folder,
        url=address,
        view_url=address if is_browser_viewable(image.format) else view,
        thumbnail_url=thumbnail_url(batch_name, image.filename),
    )


def record_read(record: RecordDict) -> RecordRead:
    return RecordRead.model_validate(record)


def reading_read(reading: Reading, *, current: bool) -> ReadingRead:
    values = {str(v["field"]): v["text"] for v in reading.values if isinstance(v, dict)}
    return ReadingRead(
        id=reading.id,
        attempt=reading.attempt,
        engine=reading.engine,
        model=reading.model,
        success=reading.success,
        error=reading.error,
        cause=reading.cause,
        duration=reading.duration,
        created_at=reading.created_at,
        values={field: text for field, text in values.items() if text is None or isinstance(text, str)},
        current=current,
        calls=reading.calls,
        prompt_tokens=reading.prompt_tokens,
        completion_tokens=reading.completion_tokens,
        cost=reading.cost,
        prompt=reading.prompt,
        flags=[flag for flag in reading.flags or [] if isinstance(flag, str)],
    )


def review_read(review: Review) -> ReviewRead:
    return ReviewRead.model_validate(review, from_attributes=True)


def template_read(template: Template) -> TemplateRead:
    return TemplateRead.model_validate(template, from_attributes=True)
