"""HEIC (ISO/IEC 23008-12): the largest picture that the file declares."""

from app.imaging.formats.boxes import boxes, first
from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
MOST_BRANDS = 64


def is_heic(head: bytes) -> bool:
    """Tell from the first bytes whether this is HEIC (and not AVIF or a film)."""
    if head[4:8] != b"ftyp":
        return False
    end = min(int.from_bytes(head[:4], "big"), len(head), 16 + 4 * MOST_BRANDS)
    brands = {head[8:12], *(head[i : i + 4] for i in range(16, end - 3, 4))}
    return bool(brands & BRANDS)


def size(source: Source) -> Size:
    """Return the largest size among the picture properties, an upper bound of what will be decoded.

    Raises ``ImageRejected`` (damaged) when a box is cut or no size is given.
    """
    top = list(boxes(source, 0, source.length))
    meta = next((box for box in top if box.kind == b"meta"), None)
    if meta is None:
        raise damaged("HEIC without meta box")
    properties = first(source, b"iprp", meta.start + 4, meta.end)
    container = first(source, b"ipco", properties.start, properties.end)
    sizes = [
        Size(source.number(box.start + 4, 4), source.number(box.start + 8, 4))
        for box in boxes(source, container.start, container.end)
        if box.kind == b"ispe"
    ]
    if not sizes:
        raise damaged("HEIC without a size")
    return max(sizes, key=lambda each: each.pixels)
