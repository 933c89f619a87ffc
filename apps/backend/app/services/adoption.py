"""Adopting a batch folder that has no row: copied from elsewhere, or written by another tool."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.orm import Session

from app.core import files, names
from app.core.clock import now
from app.core.errors import JsonValue
from app.db import batches, images
from app.db.session import Database
from app.imaging.decoder import Decoder
from app.models.enums import BatchStatus, CardStatus, Verdict
from app.models.schemas import BatchOptions, Fields
from app.models.tables import Batch, Card, Image, Reading, Review
from app.services import batch_manager, cleaning, ingest, pairing, results, review, schemata
from app.services.checkpoint import Publisher
from app.services.folders import CHECKPOINT, CONFIG, ERRORS, BatchFolder, is_regular
from app.services.readers import Readers

log = logging.getLogger(__name__)
SIZE_LIMIT = 2 * 2**30
ADOPTED = "checkpoint.adopted.json"
_KNOWN = frozenset(
    (
        "filename", "images", "batch", "success", "status", "data", "extracted", "confidence", "evidence", "sources",
        "review", "text", "error", "cause", "engine", "model", "attempts", "duration", "processed_at", "version",
        "edited_data",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An image in the folder, judged."""

    image: Image
    folder: str


class Adoption:
    """Looks for folders without rows; each is taken in once, by one thread at a time."""

    def __init__(
        self, database: Database, batches_dir: Path, decoder: Decoder, readers: Readers, publisher: Publisher
    ) -> None:
        self._database = database
        self._root = batches_dir
        self._decoder = decoder
        self._readers = readers
        self._publisher = publisher
        self._guard = threading.Lock()
        self._refused: set[str] = set()

    def look_soon(self, patience: float = 10.0) -> None:
        """Adopt what is new; waits a while for it, and leaves the rest to the background."""
        with self._database.reading() as session:
            known = batches.names(session)
        if self._unknown(known):
            self._work(patience)

    def look_for(self, name: str, patience: float = 10.0) -> None:
        """The same when one batch is asked for that has a folder but no row."""
        if not (self._root / name).is_dir():
            return
        with self._database.reading() as session:
            known = batches.get(session, name) is not None
        if not known:
            self._work(patience)

    def _work(self, patience: float) -> None:
        worker = threading.Thread(target=self.look, name="adoption", daemon=True)
        worker.start()
        worker.join(patience)

    def look(self) -> list[str]:
        """Adopt every folder that has no row; returns the names of the new batches."""
        with self._guard:
            with self._database.reading() as session:
                known = batches.names(session)
            adopted = []
            for folder in self._unknown(known):
                try:
                    adopted.append(self._adopt(folder))
                except (OSError, ValueError, ValidationError) as error:
                    log.warning("folder %s cannot be adopted: %s", folder.name, error)
                    self._refused.add(folder.name)
            return adopted

    def _unknown(self, known: set[str]) -> list[Path]:
        if not self._root.is_dir():
            return []
        return sorted(
            p
            for p in self._root.iterdir()
            if p.name not in known
            and p.name not in self._refused
            and not p.name.startswith(".")
            and p.is_dir()
            and not p.is_symlink()
            and _holds_something(p)
        )

    def _adopt(self, path: Path) -> str:
        name = names.safe(path.name, "batch")
        if name != path.name:
            name = names.distinct(name, lambda key: (self._root / key).exists())
            path = path.rename(self._root / name)
        folder = BatchFolder(path)
        config = _config(path / CONFIG)
        checkpoint = path / CHECKPOINT
        entries = _entries(checkpoint)
        found = list(self._images(folder))
        with self._database.session() as session:
            batch = self._add(session, folder, config, entries)
            _Taking(session, batch, folder).take(found, entries)
            session.flush()
            session.refresh(batch)
            batch.status = _status(batch)
            batch.reason = "Adopted from a folder." if batch.status != BatchStatus.COMPLETED else None
            batch_manager.write_config(batch, folder)
            if checkpoint.exists() and not (path / ADOPTED).exists():
                checkpoint.rename(path / ADOPTED)
        self._publisher.touch(name)
        return name

    def _add(
        self,
        session: Session,
        folder: BatchFolder,
        config: Mapping[str, JsonValue],
        entries: list[dict[str, JsonValue]],
    ) -> Batch:
        engine = config.get("engine")
        options = config.get("options")
        return batches.add(
            session,
            name=folder.name,
            title=str(config.get("title") or config.get("custom_title") or folder.name)[:300],
            fields=_fields(config, entries),
            engine=engine if isinstance(engine, str) and engine in self._readers.offers else self._readers.default,
            model=None,
            options=_options(options),
        )

    def _images(self, folder: BatchFolder) -> Iterator[Found]:
        for place in ("", ERRORS):
            root = folder.root / place
            for path in sorted(root.iterdir()) if root.is_dir() else []:
                if path.name.startswith(".") or path.suffix.lower() == ".json" or not is_regular(path):
                    continue
                judged = self._judge(path)
                if judged is not None:
                    yield Found(judged, place)

    def _judge(self, path: Path) -> Image | None:
        try:
            header = self._decoder.judge(path)
        except Exception as error:
            if type(error).__name__ != "ImageRejected":
                raise
            log.warning("%s is left where it is: %s", path.name, error)
            return None
        if header.format == "pdf":
            log.warning("%s is left where it is: upload a PDF to split it into pages", path.name)
            return None
        digest = files.sha256(path)
        return Image(
            side=0, filename=path.name, original_name=path.name, sha256=digest, source_sha256=digest,
            bytes=path.stat().st_size, format=header.format, media_type=ingest.MEDIA_TYPES[header.format],
            width=header.width, height=header.height, blank=header.blank, added_at=now(),
        )  # fmt: skip


def _holds_something(path: Path) -> bool:
    return any(not p.name.startswith(".") and not p.name.startswith("_") for p in path.iterdir()) or any(
        (path / ERRORS).glob("*")
    )


def _load(path: Path) -> JsonValue:
    if not is_regular(path) or path.stat().st_size > SIZE_LIMIT:
        return None
    try:
        loaded: JsonValue = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path.name} is not whole: {error}") from error
    return loaded


def _config(path: Path) -> dict[str, JsonValue]:
    loaded = _load(path)
    return loaded if isinstance(loaded, dict) else {}


def _entries(path: Path) -> list[dict[str, JsonValue]]:
    """The cards of a checkpoint: ours, or another tool's ``{"results": [...]}``."""
    loaded = _load(path)
    if isinstance(loaded, dict):
        loaded = loaded.get("results")
    return [e for e in loaded if isinstance(e, dict)] if isinstance(loaded, list) else []


def _fields(config: Mapping[str, JsonValue], entries: list[dict[str, JsonValue]]) -> list[JsonValue]:
    from pydantic import TypeAdapter

    given = config.get("fields")
    if isinstance(given, dict):
        given = list(given)
    if isinstance(given, list) and given:
        try:
            return schemata.to_json(TypeAdapter(Fields).validate_python(given))
        except ValidationError:
            log.warning("the fields of config.json are not usable; taking those of the records")
    seen: dict[str, None] = {}
    for entry in entries:
        for part in (entry.get("data"), entry.get("edited_data")):
            if isinstance(part, dict):
                seen.update(dict.fromkeys(part))
    return schemata.to_json(TypeAdapter(Fields).validate_python([n for n in seen if n.strip()][:200]))


def _options(given: JsonValue) -> dict[str, JsonValue]:
    try:
        return BatchOptions.model_validate(given or {}).model_dump(mode="json", exclude_unset=True)
    except ValidationError:
        return {}


def _status(batch: Batch) -> BatchStatus:
    if batch.total and batch.total == batch.done + batch.failed:
        return BatchStatus.COMPLETED
    return BatchStatus.INTERRUPTED if batch.done or batch.failed else BatchStatus.DRAFT


def _text(value: JsonValue) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return cleaning.text(value)
    return cleaning.text(json.dumps(value, ensure_ascii=False))


def _moment(value: JsonValue) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Taking:
    """Writes the rows of one adopted batch."""

    session: Session
    batch: Batch
    folder: BatchFolder

    def take(self, found: list[Found], entries: list[dict[str, JsonValue]]) -> None:
        by_name: dict[str, Image] = {}
        for item in found:
            by_name[item.image.original_name] = self._add_image(item)
        self.session.flush()
        for image in by_name.values():
            self._into_place(image)
        batches.count(self.session, self.batch.id, total=len(by_name))
        self._join(by_name, entries)
        if self.batch.options.get("pairing"):
            pairing.pair_again(self.session, self.batch)
        for entry in entries:
            front = by_name.get(str(entry.get("filename")))
            if front is not None:
                self._take_entry(front, entry)
            else:
                log.warning("%s: the record of %s has no image", self.batch.name, entry.get("filename"))

    def _add_image(self, item: Found) -> Image:
        image = item.image
        wished = ingest.safe_name(image.filename, image.format)
        image.filename = names.distinct(wished, lambda key: images.name_taken(self.session, self.batch.id, key))
        image.name_key = names.stem_key(image.filename)
        image.batch_id = self.batch.id
        image.folder = item.folder
        image.card_id = pairing.new_card(self.session, self.batch, image.filename).id
        self.session.add(image)
        self.session.flush()
        return image

    def _into_place(self, image: Image) -> None:
        """The file under its safe name; without a record of failure it is not in ``_errors``."""
        if image.filename != image.original_name:
            self.folder.image(image.original_name, image.folder).rename(self.folder.image(image.filename, image.folder))
        if image.folder:
            results.move(image, self.folder, "")

    def _join(self, by_name: dict[str, Image], entries: list[dict[str, JsonValue]]) -> None:
        """Cards of several images, as the checkpoint has them."""
        for entry in entries:
            sides = entry.get("images")
            listed = (
                [by_name[s] for s in sides if isinstance(s, str) and s in by_name] if isinstance(sides, list) else []
            )
            if len(listed) < 2:
                continue
            front, others = listed[0], listed[1:]
            gone = [image.card_id for image in others if image.card_id != front.card_id]
            for number, image in enumerate(others, start=1):
                image.card_id, image.side = front.card_id, number
            self.session.flush()
            pairing.drop_empty(self.session, self.batch, gone)

    def _take_entry(self, image: Image, entry: dict[str, JsonValue]) -> None:
        card = self.session.get(Card, image.card_id)
        if card is None or card.attempts:
            return
        success = entry.get("success") is not False
        reading = self._reading(card, entry, success=success)
        self.session.add(reading)
        self.session.flush()
        card.status = CardStatus.DONE if success else CardStatus.FAILED
        card.attempts = max(1, _whole(entry.get("attempts")))
        card.version = max(1, _whole(entry.get("version")))
        card.reading_id = reading.id
        card.error, card.cause = reading.error, reading.cause
        card.processed_at = reading.created_at
        card.extra = {k: v for k, v in entry.items() if k not in _KNOWN} or None
        card.revision = batches.count(self.session, self.batch.id, done=success, failed=not success)
        if not success:
            for side in images.of_cards(self.session, [card.id]).get(card.id, []):
                results.move(side, self.folder, ERRORS)
        self._verdicts(card, entry)
        self.session.flush()
        review.refresh(self.session, self.batch, card)
        if card.review == "complete":
            batches.count(self.session, self.batch.id, reviewed=1)

    def _reading(self, card: Card, entry: dict[str, JsonValue], *, success: bool) -> Reading:
        machine = entry.get("extracted", entry.get("data"))
        read = machine if isinstance(machine, dict) else {}
        duration = entry.get("duration")
        return Reading(
            card_id=card.id,
            attempt=max(1, _whole(entry.get("attempts"))),
            engine=(_text(entry.get("engine")) or "adopted")[:60],
            model=_text(entry.get("model")),
            success=success,
            error=None if success else _text(entry.get("error")) or "The other tool could not read it.",
            cause=None if success else (_text(entry.get("cause")) or "adopted")[:60],
            duration=float(duration) if isinstance(duration, (int, float)) else 0.0,
            created_at=_moment(entry.get("processed_at")) or now(),
            values=[_value(entry, field, text) for field, text in read.items()] if success else [],
            text=_text(entry.get("text")) or "",
        )

    def _verdicts(self, card: Card, entry: dict[str, JsonValue]) -> None:
        """Our ``review`` with ``data``, or another tool's ``edited_data``."""
        machine, data = entry.get("extracted", entry.get("data")), entry.get("data")
        said, edited = entry.get("review"), entry.get("edited_data")
        read = machine if isinstance(machine, dict) else {}
        rows: dict[str, tuple[Verdict, str | None]] = {}
        if isinstance(said, dict) and isinstance(data, dict):
            for field, verdict in said.items():
                if verdict in set(Verdict):
                    rows[field] = (Verdict(str(verdict)), _text(data.get(field)))
        if isinstance(edited, dict):
            for field, value in edited.items():
                same = _text(value) == _text(read.get(field))
                rows[field] = (Verdict.ACCEPTED if same else Verdict.CORRECTED, _text(value))
        self.session.add_all(
            Review(
                card_id=card.id, field=field[:200], verdict=verdict, value=value, previous=_text(read.get(field)),
                machine=_text(read.get(field)), version=card.version, who="adopted", created_at=now(),
            )
            for field, (verdict, value) in rows.items()
        )  # fmt: skip


def _whole(value: JsonValue) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _value(entry: Mapping[str, JsonValue], field: str, text: JsonValue) -> JsonValue:
    confidence, evidence, sources = (entry.get(k) for k in ("confidence", "evidence", "sources"))
    certain = confidence.get(field) if isinstance(confidence, dict) else None
    boxes = evidence.get(field) if isinstance(evidence, dict) else None
    source = sources.get(field) if isinstance(sources, dict) else None
    return {
        "field": field,
        "text": _text(text),
        "confidence": float(certain) if isinstance(certain, (int, float)) else 0.5,
        "evidence": [
            [box["image"], *_list(box["box"])]
            for box in (boxes if isinstance(boxes, list) else [])
            if isinstance(box, dict) and isinstance(box.get("box"), list) and isinstance(box.get("image"), int)
        ],
        "source": source if isinstance(source, str) else "model",
    }
