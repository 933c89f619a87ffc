"""What became of each file that was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.core.errors import JsonValue
from app.models.image_schemas import RefusedImage, StoredImage
from app.models.tables import Image


@dataclass(frozen=True, slots=True)
class Leaf:
    """One image to be: a file in ``.incoming`` and what is known of it."""

    path: Path
    sha256: str
    bytes: int
    format: str
    width: int
    height: int
    blank: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that was decoded to the end. ``source``: the file the leaves are pages of."""

    original_name: str
    sha256: str
    leaves: tuple[Leaf, ...]
    source: Path | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    original_name: str
    code: str
    reason: str
    params: Mapping[str, JsonValue] = field(default_factory=dict)


Judgement = Accepted | Refused


def refused(judgement: Refused) -> RefusedImage:
    return RefusedImage(
        original_name=judgement.original_name,
        code=judgement.code,
        reason=judgement.reason,
        params=dict(judgement.params),
    )


def told(row: Image, wished: str) -> StoredImage:
    code, reason = "stored", "Stored."
    if row.page is not None:
        code, reason = "page", f"Stored as page {row.page} of {row.original_name}."
    elif row.filename != wished:
        code, reason = "name_taken", f"Stored as {row.filename}, since another image has that name."
    elif row.filename != (sent := row.original_name.replace("\\", "/").rpartition("/")[2]):
        code, reason = "name_made_safe", f"Stored as {row.filename}, a name that every system can write."
        if row.filename.rpartition(".")[0] in (sent, sent.rpartition(".")[0]):
            code, reason = "suffix_made_right", f"Stored as {row.filename}, since it is a file of that kind."
    return StoredImage(
        filename=row.filename, original_name=row.original_name, code=code, reason=reason, format=row.format,
        width=row.width, height=row.height, page=row.page, blank=row.blank,
    )  # fmt: skip


def discard(judgements: Sequence[Judgement]) -> None:
    """Remove what is left in ``.incoming``."""
    for judgement in judgements:
        if isinstance(judgement, Accepted):
            for path in (*(leaf.path for leaf in judgement.leaves), judgement.source):
                if path is not None:
                    path.unlink(missing_ok=True)
