"""The rows of an adopted batch: images, cards, readings and people's verdicts."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.core.errors import JsonValue
from app.db import batches, images
from app.models.enums import CardStatus, Verdict
from app.models.tables import Batch, Card, Image, Reading, Review
from app.services import adopted_files, pairing, review, shelf
from app.services.adopted_files import Entry, text, whole
from app.services.folders import ERRORS, BatchFolder

log = logging.getLogger(__name__)
_KNOWN = frozenset(
    (
        "filename", "images", "batch", "success", "status", "data", "extracted", "confidence", "evidence", "sources",
        "review", "flag", "text", "error", "cause", "engine", "model", "attempts", "duration", "processed_at",
        "version", "edited_data",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An image in the folder, judged."""

    image: Image
    folder: str


@dataclass(slots=True)
class Taking:
    """Writes the rows of one adopted batch, then puts its files where the rows say."""

    session: Session
    batch: Batch
    folder: BatchFolder

    def take(self, found: list[Found], entries: list[Entry]) -> None:
        self._add_images(found)
        by_name = {names.key(item.image.original_name): item.image for item in reversed(found)}
        batches.count(self.session, self.batch.id, total=len(found))
        self._join(by_name, entries)
        if self.batch.options.get("pairing"):
            pairing.pair_again(self.session, self.batch)
        for entry in entries:
            front = by_name.get(names.key(str(entry.get("filename"))))
            if front is not None:
                self._take_entry(front, entry)
            else:
                log.warning("%s: the record of %s has no image", self.batch.name, entry.get("filename"))
        self.session.flush()
        self._into_place(found)

    def _add_images(self, found: list[Found]) -> None:
        """Names that are safe already are kept, so that no file is put over another."""
        files = [p for p in self.folder.root.rglob("*") if p.is_file()]
        images_there = {self.folder.image(item.image.filename, item.folder) for item in found}
        left = {names.key(p.name) for p in files if p not in images_there}
        taken = {names.stem_key(p.name) for p in files}
        seen: set[str] = set()
        others: list[Found] = []
        for item in found:
            name = item.image.filename
            key = names.stem_key(name)
            is_safe = shelf.safe_name(name, item.image.format) == name and names.key(name) not in left
            if is_safe and key not in seen and key not in shelf.OURS:
                seen.add(key)
                self._add_image(item.image, item.image.filename)
            else:
                others.append(item)
        taken |= seen | shelf.OURS
        for item in others:
            wished = shelf.safe_name(item.image.filename, item.image.format)
            filename = names.distinct(wished, taken)
            taken.add(names.stem_key(filename))
            self._add_image(item.image, filename)

    def _add_image(self, image: Image, filename: str) -> None:
        image.filename = filename
        image.name_key = names.stem_key(filename)
        image.batch_id = self.batch.id
        image.folder = ""
        image.card_id = pairing.new_card(self.session, self.batch, filename).id
        self.session.add(image)
        self.session.flush()

    def _into_place(self, found: list[Found]) -> None:
        """Under its safe name; in ``_errors`` only with a record of failure."""
        for item in found:
            image = item.image
            there = self.folder.image(image.original_name, item.folder)
            here = self.folder.image(image.filename, image.folder)
            if there != here:
                here.parent.mkdir(exist_ok=True)
                there.rename(here)

    def _join(self, by_name: dict[str, Image], entries: list[Entry]) -> None:
        """Cards of several images, as the checkpoint has them; an image belongs to one card."""
        joined: set[int] = set()
        for entry in entries:
            sides = entry.get("images")
            named = [by_name.get(names.key(s)) for s in sides if isinstance(s, str)] if isinstance(sides, list) else []
            listed = [i for i in dict.fromkeys(image for image in named if image is not None) if i.id not in joined]
            if len(listed) < 2:
                continue
            joined.update(image.id for image in listed)
            front, others = listed[0], listed[1:]
            gone = [image.card_id for image in others]
            for number, image in enumerate(others, start=1):
                image.card_id, image.side = front.card_id, number
            self.session.flush()
            pairing.drop_empty(self.session, self.batch, gone)

    def _take_entry(self, image: Image, entry: Entry) -> None:
        card = self.session.get(Card, image.card_id)
        if card is None or card.attempts:
            return
        success = entry.get("success") is not False
        reading = self._reading(card, entry, success=success)
        self.session.add(reading)
        self.session.flush()
        card.status = CardStatus.DONE if success else CardStatus.FAILED
        card.attempts = whole(entry.get("attempts"))
        card.version = whole(entry.get("version"))
        card.reading_id = reading.id
        card.error, card.cause = reading.error, reading.cause
        card.processed_at = reading.created_at
        card.extra = {k: v for k, v in entry.items() if k not in _KNOWN} or None
        card.flag = text(entry.get("flag"))
        card.revision = batches.count(self.session, self.batch.id, done=int(success), failed=int(not success))
        if not success:
            for side in images.of_cards(self.session, [card.id]).get(card.id, []):
                side.folder = ERRORS
        self._verdicts(card, entry)
        self.session.flush()
        review.refresh(self.session, self.batch, card)
        if card.review == "complete":
            batches.count(self.session, self.batch.id, reviewed=1)

    def _reading(self, card: Card, entry: Entry, *, success: bool) -> Reading:
        model = text(entry.get("model"))
        return Reading(
            card_id=card.id,
            attempt=whole(entry.get("attempts")),
            engine=(text(entry.get("engine")) or "adopted")[:60],
            model=None if model is None else model[:200],
            success=success,
            error=None if success else text(entry.get("error")) or "The other tool could not read it.",
            cause=None if success else (text(entry.get("cause")) or "adopted")[:60],
            duration=adopted_files.number(entry.get("duration"), 0.0),
            created_at=adopted_files.moment(entry.get("processed_at")) or now(),
            values=_values(entry) if success else [],
            text=text(entry.get("text")) or "",
        )

    def _verdicts(self, card: Card, entry: Entry) -> None:
        """Our ``review`` with ``data``, or another tool's ``edited_data``."""
        data, said, edited = entry.get("data"), entry.get("review"), entry.get("edited_data")
        read = _machine(entry)
        rows: dict[str, tuple[Verdict, str | None]] = {}
        if isinstance(said, dict) and isinstance(data, dict):
            for field, verdict in said.items():
                if verdict in set(Verdict):
                    rows[field] = (Verdict(str(verdict)), text(data.get(field)))
        if isinstance(edited, dict):
            for field, value in edited.items():
                same = text(value) == text(read.get(field))
                rows[field] = (Verdict.ACCEPTED if same else Verdict.CORRECTED, text(value))
        self.session.add_all(
            Review(
                card_id=card.id, field=field[:200], verdict=verdict, value=value, previous=text(read.get(field)),
                machine=text(read.get(field)), version=card.version, who="adopted", created_at=now(),
            )
            for field, (verdict, value) in rows.items()
        )  # fmt: skip


def _machine(entry: Entry) -> Entry:
    said = entry.get("extracted", entry.get("data"))
    return said if isinstance(said, dict) else {}


def _values(entry: Entry) -> list[JsonValue]:
    return [
        adopted_files.value_of(entry, field[:200], said)
        for field, said in _machine(entry).items()
        if adopted_files.was_read(entry, field, said)
    ]
