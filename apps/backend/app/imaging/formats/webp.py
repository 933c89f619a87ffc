"""WebP (RFC 9649): canvas or first bitstream."""

from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

FRAME_TAG = b"\x9d\x01\x2a"


def size(source: Source) -> Size:
    """Return the size of the canvas. Raises ``ImageRejected`` (damaged) when the container is cut."""
    if source.number(4, 4, "little") + 8 > source.length:
        raise damaged("the RIFF container is longer than the file")
    chunk = source.at(12, 4)
    if chunk == b"VP8X":
        return Size(source.number(24, 3, "little") + 1, source.number(27, 3, "little") + 1)
    if chunk == b"VP8L":
        bits = source.number(21, 4, "little")
        return Size((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    if chunk == b"VP8 " and source.at(23, 3) == FRAME_TAG:
        return Size(source.number(26, 2, "little") & 0x3FFF, source.number(28, 2, "little") & 0x3FFF)
    raise damaged("no WebP bitstream")
