"""TIFF 6.0 and BigTIFF: the chain of directories, walked without decoding anything."""

from dataclasses import dataclass

from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

SUBFILE, WIDTH, HEIGHT = 254, 256, 257
NOT_A_PAGE = 0b101  # reduced copy, transparency mask
BYTES_OF_TYPE = {1: 1, 3: 2, 4: 4, 16: 8}
MOST_ENTRIES = 65_536  # in all directories together


@dataclass(frozen=True, slots=True)
class Frame:
    """One page: its index among all directories of the file, and its size."""

    index: int
    size: Size


@dataclass(frozen=True, slots=True)
class Layout:
    """How this file counts: byte order and the widths of counts, entries and offsets in bytes."""

    order: str
    count: int
    entry: int
    offset: int


def frames(source: Source, limit: int) -> list[Frame]:
    """Return the pages, without reduced copies and masks, at most ``limit``.

    Raises ``ImageRejected`` (damaged) for a chain that turns in a circle, leaves the file or has no page.
    """
    layout, here = _begin(source)
    pages: list[Frame] = []
    seen: set[int] = set()
    entries = 0
    while here and len(pages) < limit and len(seen) < 4 * limit:
        if here in seen:
            raise damaged(f"TIFF directories run in a circle at {here}")
        index = len(seen)
        seen.add(here)
        entries += source.number(here, layout.count, layout.order)
        if entries > MOST_ENTRIES:
            raise damaged(f"{entries} entries in TIFF directories")
        tags, here = _directory(source, layout, here)
        if not tags.get(SUBFILE, 0) & NOT_A_PAGE:
            pages.append(Frame(index, Size(tags.get(WIDTH, 0), tags.get(HEIGHT, 0))))
    if not pages:
        raise damaged("TIFF without a page")
    return pages


def _begin(source: Source) -> tuple[Layout, int]:
    order = "little" if source.at(0, 2) == b"II" else "big"
    if source.number(2, 2, order) == 43:
        return Layout(order, 8, 20, 8), source.number(8, 8, order)
    return Layout(order, 2, 12, 4), source.number(4, 4, order)


def _directory(source: Source, layout: Layout, here: int) -> tuple[dict[int, int], int]:
    """Return the wanted tags of the directory at ``here`` and the offset of the next."""
    count = source.number(here, layout.count, layout.order)
    block = source.at(here + layout.count, count * layout.entry)
    tags: dict[int, int] = {}
    for start in range(0, len(block), layout.entry):
        entry = block[start : start + layout.entry]
        tag = _integer(entry[:2], layout.order)
        if tag in (SUBFILE, WIDTH, HEIGHT):
            width = BYTES_OF_TYPE.get(_integer(entry[2:4], layout.order), 0)
            value = entry[4 + layout.offset :]
            tags[tag] = _integer(value[:width], layout.order)
    end = here + layout.count + len(block)
    tail = source.peek(end, layout.offset)  # some writers end the file without the last, empty pointer
    return tags, _integer(tail, layout.order) if len(tail) == layout.offset else 0


def _integer(raw: bytes, order: str) -> int:
    return int.from_bytes(raw, "little" if order == "little" else "big")
