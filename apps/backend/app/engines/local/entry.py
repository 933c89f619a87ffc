"""A catalogue entry in running text: heading, title, imprint, collation.

The kinds read here: ``Last, First: Title. Place Year: Publisher. 12 S. 8°``, ``Last, First. Title. -- Place Year. --
8° 12 S.``, ``LAST (First). - Title. Place, Publisher, Year``, with the name on a line of its own or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.engines.local import imprint, kinds, passage
from app.engines.local.imprint import Imprint
from app.engines.local.layout import PARAGRAPH_GAP, Row, Segment
from app.engines.local.passage import Passage
from app.models.folding import fold

_REFERENCE = re.compile(r"(?:s\.?|s\.\s?a\.|siehe|siehe auch|vgl\.?|see|see also|voir|v\.|→)\s?:?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,4}\.?\s+(?=\S)")
_FAMILY = re.compile(r"(?P<family>[^\W\d_][^,:;.(—–=\[]{1,45}?)\s*(?P<end>[,:;(\[]|\.(?=\s|$)|[—–]|\s-{1,2}\s|$)")
_GIVEN_END = re.compile(r"[:;,]|[—–]|--|\s-\s|\.(?=\s|$)|(?<=\s)\(|(?<=[^\W\d_]{3})\(|$")
_QUALIFIER = re.compile(r"\.?\s*(?:[(\[][^)\]]{0,60}[)\]]|[^:.]{0,45}(?:\.\s?[^:.]{0,25}){0,3})\s*:\s")
_FROM_CLINIC = re.compile(r"Aus (?:d\.|dem|der) .{5,60}?[a-zäöüß]{4}\.\s(?:\([^)>]{3,60}[)>]\s)?(?=[A-ZÄÖÜ])")
_TITLE_WORDS = frozenset(
    {"dr", "prof", "frau", "herr", "mme", "mlle", "mademoiselle", "madame", "mr", "mrs", "miss", "sir"}
)
_NOTE = re.compile(
    r"[\[(]?\b(?:Inaug\w*\.?\s?-?\s?)?Di[sa8]{2}(?:\b|\.|ert)|[\[(]?\bTh[èeé]se\b"
    r"|(?<!\b[ia]\. )\bTh\.\s|\bProefschri|\bHabil"
    r"|[\[(]\s?Ma[sc]+h|\.\s\.\s?\.|\s\.{3}|\b[Tt]h[èe]se pour\b|\bTravail\b"
    r"|[\[(](?:Aus|SA|[Mm]it\b|Summary|Zsfassung|Abb|Tab|Illustr|Repr|\[?M)"
    r"|\s-{2,}|\s[—–](?=\s)|\s-\s(?=[A-ZÄÖÜ(])"
)
LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """The parts of an entry that were found; empty passages were not."""

    whole: Passage
    family: Passage | None = None
    given: Passage | None = None
    title: Passage | None = None
    imprint: Imprint | None = None
    pages: Passage | None = None
    size: Passage | None = None


def reference_row(rows: Sequence[Row]) -> int | None:
    """The row that only says *see* (``s.``, ``siehe``, ``voir``)."""
    for number, row in enumerate(rows[1:], start=1):
        if any(_REFERENCE.fullmatch(segment.text.strip()) for segment in row.segments) and number + 1 < len(rows):
            return number
    return None


def rows_of_entry(rows: Sequence[Row]) -> list[Row]:
    """The rows from the heading to the end of the collation: to the first gap after a year or an extent."""
    kept: list[Row] = []
    complete = False
    for row in rows:
        if kept and row.gap > PARAGRAPH_GAP and (complete or len(kept) > 2):
            break
        kept.append(row)
        complete = complete or bool(kinds.YEAR.search(row.text) or kinds.PAGES.search(row.text))
    return kept


def parse(rows: Sequence[Row]) -> Entry | None:
    """Read an entry that begins with its heading, or None when the first row is no heading."""
    kept = rows_of_entry(rows)
    if not kept:
        return None
    whole = passage.of_lines([_in_column(row) for row in kept])
    first_row_ends = len(kept[0].text) if len(kept) > 1 and _short(kept) else None
    heading = _heading(whole, first_row_ends)
    if heading is None:
        return None
    family, given, start = heading
    found = imprint.find(whole, start)
    title = _title(whole, start, found)
    after = found.year_end if found is not None else start + (len(title.text) if title else 0)
    return Entry(
        whole,
        family,
        given,
        title,
        found,
        imprint.pages(whole, start, after),
        imprint.size(whole, start, after),
    )


def _in_column(row: Row) -> Sequence[Segment]:
    """The segments of a row without a mark at its right edge (``[U 22.7301``)."""
    bracketed = re.compile(r"[\[{<(|]\s?[A-Z]{1,3}\s?[\d.,]+")
    first, *others = row.segments
    return [first, *(s for s in others if not bracketed.match(s.text) and not _at_edge(s, first))]


def _at_edge(segment: Segment, first: Segment) -> bool:
    """A shelf mark far right of the row's text."""
    return segment.left - first.right > 4.0 and kinds.SHELFMARK.fullmatch(segment.text) is not None


def _short(rows: Sequence[Row]) -> bool:
    """Whether the heading stands on a line of its own."""
    columns = [_in_column(row) for row in rows]
    left, longest = columns[0][0].left, max(column[-1].right for column in columns)
    return columns[0][-1].right < left + 0.62 * (longest - left)


def _heading(whole: Passage, row_end: int | None) -> tuple[Passage, Passage | None, int] | None:
    text = whole.text
    skip = _NUMBERED.match(text)
    begin = skip.end() if skip else 0
    own_line = text[: row_end + 0] if row_end is not None else text
    match = _FAMILY.match(own_line, begin)
    if match is None:
        return None
    family = whole.cut(match.start("family"), match.end("family"))
    if match["end"] not in {",", "(", "["}:
        return family, None, _skip_dashes(text, match.end())
    closing = {"(": ")", "[": "]"}.get(match["end"])
    if closing is not None:
        end = own_line.find(closing, match.end())
        end = end if end >= 0 else match.end()
        return family, _name(whole, match.end(), end), _skip_dashes(text, end + 1)
    end = _end_of_given(own_line, match.end())
    start = end
    if (qualifier := _QUALIFIER.match(text, end)) is not None and text[end : end + 1] in {",", "(", " ", "."}:
        start = qualifier.end()
    return family, _name(whole, match.end(), end), _skip_dashes(text, start)


def _end_of_given(text: str, start: int) -> int:
    """Where the given names end; a full stop after an initial or a short form does not end them."""
    for match in _GIVEN_END.finditer(text, start):
        if match.group() != ".":
            return match.start()
        word = re.split(r"[\s.]", text[start : match.start()].strip())[-1]
        following = re.match(r"\.\s*(?:[A-ZÄÖÜ]\.|[A-ZÄÖÜ][^\W\d_]+\s?[.,:;(])", text[match.start() :])
        if not (len(word) == 1 or (len(word) <= 3 and following)) or not following:
            return match.start()
    return len(text)


def _name(whole: Passage, start: int, end: int) -> Passage | None:
    end = _before_bracket(whole.text, start, end)
    found = whole.cut(start, end).strip(" .,:;'\"[(", " .,:;'\")]")
    if not found.text or len(found.text) > 45 or fold(found.text.rstrip(".")) in _TITLE_WORDS:
        return None
    return found


def _before_bracket(text: str, start: int, end: int) -> int:
    """``Georg [app. Arzt`` and ``Thomas [Adolf]`` end before the bracket, ``[Hans]`` does not."""
    bracket = text.find(" [", start, end)
    return bracket if bracket > start and text[start:bracket].strip() else end


def _skip_dashes(text: str, place: int) -> int:
    match = re.compile(r"[\s.,:;)\]'=—–-]*").match(text, place)
    return match.end() if match else place


def _title(whole: Passage, start: int, found: Imprint | None) -> Passage | None:
    ends = [min(len(whole.text), start + LONGEST_TITLE)]
    if found is not None and found.start > start:
        ends.append(found.start)
    for pattern in (_NOTE, kinds.PAGES, imprint.EXTENT_FORMAT):
        if (match := pattern.search(whole.text, start + 3)) is not None:
            ends.append(match.start())
    clinic = _FROM_CLINIC.match(whole.text, start)
    start = clinic.end() if clinic is not None else start
    title = whole.cut(start, min(ends)).strip(" .,:;-—–=", " .,:;-—–=([")
    return title if len(title.text) > 2 else None
