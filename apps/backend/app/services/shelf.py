"""Where files of a batch are put, and under which name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.db import images
from app.models.tables import Batch, Image
from app.services import pairing
from app.services.folders import SOURCES, BatchFolder
from app.services.intake import Accepted, Leaf

SUFFIXES = {
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "png": (".png",),
    "webp": (".webp",),
    "tiff": (".tif", ".tiff"),
    "jp2": (".jp2", ".j2k", ".jpx", ".jpf", ".j2c"),
    "heic": (".heic", ".heif", ".hif"),
    "pdf": (".pdf",),
}
MEDIA_TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "tiff": "image/tiff", "jp2": "image/jp2",
    "heic": "image/heic", "pdf": "application/pdf",
}  # fmt: skip
OURS = frozenset({"config", "checkpoint", "checkpoint.adopted"})


def safe_name(original_name: str, format_name: str) -> str:
    """The user's name in its safe form, with a suffix that fits the content."""
    name = names.safe(original_name, "image")
    stem, dot, suffix = name.rpartition(".")
    if dot and f".{suffix.lower()}" in SUFFIXES[format_name]:
        return name
    known = dot and any(f".{suffix.lower()}" in group for group in SUFFIXES.values())
    return names.with_suffix(stem if known else name, SUFFIXES[format_name][0])


@dataclass(slots=True)
class Shelf:
    """Puts files into one batch's folder and rows beside them, inside the caller's transaction."""

    session: Session
    batch: Batch
    folder: BatchFolder
    placed: list[Path]
    wished: str = ""

    def put(self, accepted: Accepted) -> list[Image]:
        source_name = None
        if accepted.source is not None:
            source_name = self._keep_source(accepted)
        rows = [self._put_leaf(accepted, leaf, source_name) for leaf in accepted.leaves]
        self.session.add_all(rows)
        self.session.flush()
        return rows

    def _keep_source(self, accepted: Accepted) -> str:
        assert accepted.source is not None
        shelf = self.folder.part(SOURCES)
        name = names.distinct(
            safe_name(accepted.original_name, accepted.format),
            lambda key: any(names.stem_key(p.name) == key for p in shelf.iterdir()),
        )
        self._move(accepted.source, shelf / name)
        return name

    def _put_leaf(self, accepted: Accepted, leaf: Leaf, source_name: str | None) -> Image:
        if leaf.page is None:
            self.wished = safe_name(accepted.original_name, leaf.format)
        else:
            stem = names.safe(accepted.original_name, "image").rpartition(".")[0] or "image"
            self.wished = f"{stem[:100]}_p{leaf.page:04d}{SUFFIXES[leaf.format][0]}"
        filename = names.distinct(self.wished, self._taken)
        self._move(leaf.path, self.folder.image(filename))
        card = pairing.new_card(self.session, self.batch, filename)
        return Image(
            batch_id=self.batch.id, card_id=card.id, side=0, filename=filename,
            name_key=names.stem_key(filename), original_name=accepted.original_name, sha256=leaf.sha256,
            source_sha256=accepted.sha256, source_name=source_name, page=leaf.page, bytes=leaf.bytes,
            format=leaf.format, media_type=MEDIA_TYPES[leaf.format], width=leaf.width, height=leaf.height,
            blank=leaf.blank, added_at=now(),
        )  # fmt: skip

    def _taken(self, key: str) -> bool:
        return key in OURS or images.name_taken(self.session, self.batch.id, key)

    def _move(self, source: Path, target: Path) -> None:
        """Until the commit the file keeps its name in ``.incoming`` too, and so tells a crash from a success."""
        target.unlink(missing_ok=True)  # what no row knows is nobody's file
        try:
            target.hardlink_to(source)
        except OSError:  # a file system without links
            source.replace(target)
        self.placed.append(target)
