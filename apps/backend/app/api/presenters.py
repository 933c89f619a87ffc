"""Rows as answers, with the addresses of their files."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from sqlalchemy.orm import Session

from app.db.cards import FailureGroup
from app.imaging.decoder import is_browser_viewable
from app.models.enums import BatchStatus, CardStatus
from app.models.image_schemas import CardRead, FailureRead, ImageRead
from app.models.record import Page
from app.models.record_schemas import (
    CardPageRead,
    EvidenceRead,
    LineRead,
    QueueItem,
    ReaderSays,
    ReaderValue,
    ReadingRead,
    RecordRead,
    ReviewRead,
    WordRead,
)
from app.models.schemas import BatchRead, FieldIn, TookRead
from app.models.tables import Batch, Card, Image, Reading, Review, Template
from app.models.template_schemas import TemplateRead, TemplateUse
from app.models.trials import TriedCard, TriedImage
from app.services import ingest, passes, side_by_side, stored_values
from app.services.folders import THUMBS, VIEW
from app.services.queues import Waiting
from app.services.records import RecordDict
from app.services.trial import Tried

STATIC = "/batches-static"


def _address(*parts: str) -> str:
    return "/".join([STATIC, *(quote(part) for part in parts if part)])


def thumbnail_url(batch_name: str, filename: str) -> str:
    return _address(batch_name, THUMBS, f"{filename.rpartition('.')[0]}.webp")


def view_url(batch_name: str, image: Image) -> str:
    """The address of what a browser can show of this image."""
    if is_browser_viewable(image.format):
        return _address(batch_name, image.folder, image.filename)
    return _address(batch_name, VIEW, f"{image.filename.rpartition('.')[0]}.webp")


def batch_read(session: Session, batch: Batch) -> BatchRead:
    return BatchRead(
        name=batch.name,
        title=batch.title,
        status=BatchStatus(batch.status),
        reason=batch.reason,
        reason_code=batch.reason_code,
        engine=batch.engine,
        model=batch.model,
        fields=[FieldIn.model_validate(field) for field in batch.fields],
        options=batch.options,
        template_id=batch.template_id,
        total=batch.total,
        pending=batch.total - batch.done - batch.failed,
        done=batch.done,
        failed=batch.failed,
        reviewed=batch.reviewed,
        created_at=batch.created_at,
        updated_at=batch.updated_at,
        took=_took(batch),
        cover=[thumbnail_url(batch.name, i.filename) for i in ingest.covers(session, batch)],
        pass_=passes.told(passes.state(session, batch)),
    )


def _took(batch: Batch) -> TookRead | None:
    seconds, read = batch.read_seconds, batch.read_cards
    rate = round(read / seconds, 3) if read and seconds else None
    return TookRead(seconds=round(seconds, 3), cards=read, rate=rate) if seconds else None


def image_read(batch_name: str, image: Image, card: Card) -> ImageRead:
    address = _address(batch_name, image.folder, image.filename)
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
        source_sha256=image.source_sha256,
        page=image.page,
        source_name=image.source_name,
        blank=image.blank,
        folder=image.folder,
        url=address,
        view_url=view_url(batch_name, image),
        thumbnail_url=thumbnail_url(batch_name, image.filename),
    )


def card_read(batch_name: str, card: Card, sides: list[Image]) -> CardRead:
    return CardRead.model_validate(
        {
            "filename": card.filename,
            "status": card.status,
            "review": card.review,
            "images": [image_read(batch_name, image, card) for image in sides],
        }
    )


def failure_read(group: FailureGroup) -> FailureRead:
    return FailureRead.model_validate(group, from_attributes=True)


def record_read(record: RecordDict) -> RecordRead:
    return RecordRead.model_validate(record)


def card_page_read(batch_name: str, number: int, image: Image, page: Page | None) -> CardPageRead:
    """One side of a card; ``page`` None: nothing was recognised on it."""
    return CardPageRead(
        image=number,
        filename=image.filename,
        view_url=view_url(batch_name, image),
        thumbnail_url=thumbnail_url(batch_name, image.filename),
        width=image.width,
        height=image.height,
        blank=image.blank,
        lines=[
            LineRead(
                text=line.text,
                box=line.box,
                score=line.score,
                words=[WordRead(text=word.text, box=word.box, score=word.score) for word in line.words],
            )
            for line in (page.lines if page else ())
        ],
    )


def queue_item(batch_name: str, waiting: Waiting) -> QueueItem:
    return QueueItem(
        filename=waiting.card.filename,
        thumbnail_url=thumbnail_url(batch_name, waiting.card.filename),
        status=CardStatus(waiting.card.status),
        review=waiting.card.review,
        flag=waiting.card.flag,
        field=waiting.field,
        blank=waiting.blank,
        confidence=waiting.confidence,
        cursor=waiting.cursor,
    )


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


def reader_says(name: str, reading: Reading) -> ReaderSays:
    values = {
        value.field: ReaderValue(
            text=value.text, confidence=value.confidence,
            evidence=[EvidenceRead(image=e.image, box=e.box) for e in value.evidence],
        )
        for value in stored_values.of_reading(reading)
    }  # fmt: skip
    return ReaderSays(reader=name, engine=reading.engine, model=side_by_side.model_of(reading.model), values=values)


def review_read(review: Review) -> ReviewRead:
    return ReviewRead.model_validate(review, from_attributes=True)


def template_read(template: Template, used: Sequence[tuple[str, str]] = ()) -> TemplateRead:
    return TemplateRead(
        id=template.id,
        name=template.name,
        fields=[FieldIn.model_validate(field) for field in template.fields],
        engine=template.engine,
        model=template.model,
        options=template.options,
        version=template.version,
        created_at=template.created_at,
        updated_at=template.updated_at,
        batches=[TemplateUse(name=name, title=title) for name, title in used],
    )


def tried_card(batch_name: str, tried: Tried) -> TriedCard:
    """Values as in a record; a card that could not be read says why."""
    reading = tried.reading
    values = reading.values if reading else ()
    return TriedCard(
        filename=tried.images[0].filename,
        images=[
            TriedImage(filename=i.filename, url=view_url(batch_name, i), width=i.width, height=i.height)
            for i in tried.images
        ],
        success=reading is not None,
        data={value.field: value.text for value in values},
        confidence={value.field: round(value.confidence, 4) for value in values},
        evidence={
            value.field: [EvidenceRead(image=e.image, box=e.box) for e in value.evidence]
            for value in values
            if value.evidence
        },
        sources={value.field: value.source for value in values},
        text=reading.text if reading else "",
        error=tried.error,
        cause=tried.cause,
        duration=round(tried.duration, 4),
        repeated=tried.repeated,
    )
