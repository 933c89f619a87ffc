"""Parts of a card by where they stand: heading, body, marks at the edge, lines at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.engines.local import kinds, passage
from app.engines.local.hints import Corner, Hints
from app.engines.local.layout import PARAGRAPH_GAP, Row, Segment, Sheet
from app.engines.local.passage import Passage

_BRACKETS = " [](){}<>|"
_MARK = re.compile(r"[\[{<(|]?\s?(?P<letters>[A-ZÄÖÜ]{1,4})\s?(?P<rest>\d[\d.,:/ ]*)$")
_DASHES = re.compile(r"^\s*[-–—~]+\s*")
_HAS_WORD = re.compile(r"[^\W\d_]{3}")
_NO_SUBJECT = re.compile(r"(?=.*\d)[^/]{0,30}$|\S{1,12}$(?<!Diss)")
"""A short line with figures (``Diss. Basel 1933``) is a mark, a single word a stamp."""
FOOT = 0.5


def heading_rows(sheet: Sheet) -> list[Row]:
    """The rows above the first paragraph gap, four at most."""
    kept: list[Row] = []
    for row in sheet.rows[:4]:
        if kept and row.gap > PARAGRAPH_GAP:
            break
        kept.append(row)
    return kept


def heading_segments(sheet: Sheet, used: frozenset[int]) -> list[Segment]:
    """What of the heading names something: no marks, dates or stray letters."""
    return [
        segment
        for row in heading_rows(sheet)
        for segment in row.segments
        if not _used(segment, used)
        and _HAS_WORD.search(segment.text)
        and not is_mark(segment)
        and not _is_date(segment)
    ]


def body(sheet: Sheet, used: frozenset[int]) -> Passage:
    """Everything under the heading, line by line, paragraphs parted by an empty line."""
    rows = sheet.rows[len(heading_rows(sheet)) :]
    paragraphs: list[list[Sequence[Segment]]] = []
    for row in rows:
        segments = [s for s in row.segments if not _used(s, used) and _HAS_WORD.search(s.text) and not is_mark(s)]
        if not segments:
            continue
        if not paragraphs or row.gap > PARAGRAPH_GAP:
            paragraphs.append([])
        paragraphs[-1].append(segments)
    return passage.joined([passage.of_lines(lines, between="\n") for lines in paragraphs], between="\n\n")


def beginning_with(sheets: Sequence[Sheet], hinted: Hints, used: frozenset[int]) -> Passage | None:
    """The segment that begins as the description says, best where the description says."""
    found = []
    for sheet in sheets:
        for segment in sheet.segments():
            clean = _DASHES.sub("", segment.text).lstrip(_BRACKETS)
            rank = next((n for n, prefix in enumerate(hinted.prefixes) if _begins(clean, prefix)), None)
            if rank is None or _used(segment, used):
                continue
            placed = hinted.corner is None or _in_corner(segment, sheet, hinted.corner)
            found.append((not placed, rank, -segment.middle, segment))
    if not found:
        return None
    return _clean(min(found, key=lambda item: item[:3])[3])


def in_corner(sheets: Sequence[Sheet], corner: Corner, used: frozenset[int]) -> Passage | None:
    """A mark with figures in the corner that the description names."""
    for sheet in sheets[:1]:
        for segment in sheet.segments():
            if _in_corner(segment, sheet, corner) and not _used(segment, used) and re.search(r"\d", segment.text):
                return _clean(segment)
    return None


def mark(sheets: Sequence[Sheet], rows: Sequence[Row], used: frozenset[int]) -> tuple[Passage, bool] | None:
    """A shelf mark without a label: in brackets or alone at the edge (sure), or a short line of its own."""
    for sheet in sheets[:1]:
        for segment in sheet.segments():
            match = _MARK.match(segment.text)
            if match and not _used(segment, used) and segment.left > 0.5 * sheet.width:
                return _clean(segment), segment.text[0] in "[{<(|"
    for row in sheets[0].rows[:2] if sheets else ():
        for segment in row.segments:
            alone = len(row.segments) == 1 or segment is row.segments[-1]
            if alone and is_mark(segment) and not _used(segment, used):
                return _clean(segment), True
    for row in rows:
        text = _DASHES.sub("", row.text)
        whole = kinds.SHELFMARK.fullmatch(text.strip(_BRACKETS))
        if whole and len(row.segments) == 1 and len(text) <= 32 and not _used(row.segments[0], used):
            return _clean(row.segments[0]), False
    return None


def foot(sheet: Sheet, used: frozenset[int]) -> Passage | None:
    """The last paragraph, where it stands apart in the lower half and holds words."""
    rows = list(sheet.rows)
    for start in range(len(rows) - 1, 0, -1):
        if rows[start].gap > PARAGRAPH_GAP:
            kept = [[s for s in row.segments if not _used(s, used) and _is_text(s)] for row in rows[start:]]
            found = passage.of_lines([segments for segments in kept if segments])
            if _HAS_WORD.search(found.text):
                low = kept[0] and kept[0][0].middle > FOOT * sheet.height
                whole = found.text.strip(_BRACKETS + "-–—")
                return found if low and not _NO_SUBJECT.match(whole) and found.text[0] != "(" else None
    return None


def dates(sheets: Sequence[Sheet], used: frozenset[int]) -> list[tuple[Passage, str, bool]]:
    """Every whole date: where it stands, as ISO, and whether it stands alone (a stamp)."""
    found = []
    for sheet in sheets:
        for segment in sheet.segments():
            if _used(segment, used):
                continue
            whole = passage.of_lines([[segment]])
            if (date := kinds.iso_date(whole.text)) is not None:
                iso, start, end = date
                rest = whole.text[:start] + whole.text[end:]
                found.append((whole.cut(start, end), iso, not re.search(r"\w", rest)))
    return found


def _clean(segment: Segment) -> Passage:
    whole = passage.of_lines([[segment]])
    dashes = _DASHES.match(whole.text)
    return whole.cut(dashes.end() if dashes else 0, len(whole.text)).strip(_BRACKETS, _BRACKETS)


def without_size(place: Passage) -> Passage:
    """A shelf mark without the book's size behind it (``Diss. Basel 1940 4'``)."""
    match = re.search(r"\s\(?[248]\s?[°'!]{1,2}\)?$", place.text)
    return place.cut(0, match.start()) if match else place


def _begins(text: str, prefix: str) -> bool:
    return (
        text.startswith(prefix) and not text[len(prefix) :][:1].isalpha()
        if prefix[-1].isalnum()
        else text.startswith(prefix)
    )


def _used(segment: Segment, used: frozenset[int]) -> bool:
    return any(id(token) in used for token in segment.tokens)


def is_mark(segment: Segment) -> bool:
    """Whether a segment is nothing but a shelf mark or number: letters, figures, and more than a few figures."""
    text = segment.text.strip(_BRACKETS)
    return bool(kinds.SHELFMARK.fullmatch(text)) and sum(c.isdigit() for c in text) * 3 >= len(text)


def _is_text(segment: Segment) -> bool:
    """Neither a mark nor a stray sign at the edge (``55 AT``, a punch hole)."""
    return not is_mark(segment) and len(segment.text) > 1 and not re.fullmatch(r"\d+\s?[A-Z]{1,3}", segment.text)


def _is_date(segment: Segment) -> bool:
    found = kinds.iso_date(segment.text)
    return found is not None and not re.search(r"\w", segment.text[: found[1]] + segment.text[found[2] :])


def _in_corner(segment: Segment, sheet: Sheet, corner: Corner) -> bool:
    left, right, top, bottom = corner.value
    x, y = (segment.left + segment.right) / 2 / sheet.width, segment.middle / sheet.height
    return left <= x <= right and top <= y <= bottom
