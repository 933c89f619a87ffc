"""PDF: whole or cut. Pages and sizes need a parser and come from the decoder process."""

import re

from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

TAIL = 2048
LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})\b")


def check_whole(source: Source) -> None:
    """Raise ``ImageRejected`` (damaged) when the end of the document is missing.

    PDFium would mend a cut document and leave pages out without a word.
    """
    tail = source.peek(max(0, source.length - TAIL), TAIL)
    if b"%%EOF" not in tail or b"startxref" not in tail:
        raise damaged("the PDF has no end")
    linear = LINEARIZED.search(source.peek(0, 1024))
    if linear and int(linear[1]) > source.length:
        raise damaged("the PDF is shorter than it says")
