"""JPEG 2000 (ISO/IEC 15444-1): the size marker of the codestream, in a JP2 file or bare."""

from app.imaging.formats import boxes
from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import ImageRejected, damaged

CODESTREAM = b"\xff\x4f\xff\x51"
END = b"\xff\xd9"
MOST_COMPONENTS = 8
MOST_TILES = 4096
MOST_SEGMENTS = 256
CODING_STYLE, START_OF_TILE = 0xFF52, 0xFF90


def size(source: Source) -> Size:
    """Return the size in the codestream.

    Raises ``ImageRejected``: damaged if it is cut, too_many_pixels if its tiles or channels are a bomb.
    """
    start, end = _codestream(source)
    if source.at(start, 4) != CODESTREAM:
        raise damaged("no JPEG 2000 codestream")
    right, bottom, left, top, tile_w, tile_h, tile_x, tile_y = (source.number(start + 8 + 4 * i, 4) for i in range(8))
    components = source.number(start + 40, 2)
    if not (left < right and top < bottom and tile_w and tile_h and components):
        raise damaged("empty JPEG 2000 canvas")
    tiles = -((tile_x - right) // tile_w) * -((tile_y - bottom) // tile_h)
    if components > MOST_COMPONENTS or tiles > MOST_TILES:
        message = "This JPEG 2000 image is cut into too many tiles or channels; save it as TIFF or PNG."
        raise ImageRejected("too_many_pixels", message, detail=f"{components} components, {tiles} tiles")
    if END not in source.peek(max(start, end - 16), 16):
        raise damaged("the JPEG 2000 codestream has no end")
    return Size(right - left, bottom - top)


def levels(source: Source) -> int:
    """Return how often the picture may be halved in decoding: its wavelet levels, 0 if not told."""
    offset = _codestream(source)[0] + 2
    for _ in range(MOST_SEGMENTS):
        marker, length = source.number(offset, 2), source.number(offset + 2, 2)
        if marker == CODING_STYLE:
            return source.number(offset + 9, 1)
        if marker == START_OF_TILE:
            break
        offset += 2 + max(2, length)
    return 0


def _codestream(source: Source) -> tuple[int, int]:
    if source.peek(0, 4) == CODESTREAM:
        return 0, source.length
    box = boxes.first(source, b"jp2c", 0, source.length)
    return box.start, box.end
