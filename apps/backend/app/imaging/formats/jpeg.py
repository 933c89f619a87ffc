"""JPEG (ITU-T T.81): the frame header among the marker segments."""

from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
MOST_SEGMENTS = 4096


def size(source: Source) -> Size:
    """Return the size in the first frame header. Raises ``ImageRejected`` (damaged) if there is none."""
    offset = 2
    for _ in range(MOST_SEGMENTS):
        mark, code = source.at(offset, 2)
        if mark != 0xFF:
            raise damaged(f"no JPEG marker at {offset}")
        if code == 0xFF:  # fill byte
            offset += 1
        elif code in ALONE:
            offset += 2
        elif code in FRAMES:
            return Size(source.number(offset + 7, 2), source.number(offset + 5, 2))
        elif code in (0xD9, 0xDA):
            break
        else:
            offset += 2 + max(2, source.number(offset + 2, 2))
    raise damaged("no JPEG frame header")
