"""PNG (ISO/IEC 15948): the header chunk."""

from app.imaging.formats.size import Size
from app.imaging.formats.source import Source
from app.imaging.rejection import damaged


def size(source: Source) -> Size:
    """Return the size in IHDR. Raises ``ImageRejected`` (damaged) if it is not the first chunk."""
    if source.at(12, 4) != b"IHDR":
        raise damaged("IHDR is not the first chunk")
    return Size(source.number(16, 4), source.number(20, 4))
