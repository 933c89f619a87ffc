"""The value that belongs to a label: behind it, beside it, or below it, up to the next label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.engines.local import passage, text
from app.engines.local.labels import Label
from app.engines.local.layout import Row, Segment, Sheet
from app.engines.local.passage import Passage

BESIDE = 14.0
"""A value further right of its label than so many line heights belongs to something else."""
NEXT_COLUMN = 4.0
"""A second wide gap like this within the value's row ends it."""
BELOW = 2.3
NEXT_LINE = 1.95
INDENT = 0.6


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value; an empty passage: the label is there and nothing is written."""

    label: Label
    value: Passage


def of_sheet(sheet: Sheet, labels: Sequence[Label], single: frozenset[int]) -> list[Labelled]:
    """The value of every label of a side; fields in ``single`` have values of one line."""
    search = _Search(sheet, labels)
    return [
        Labelled(label, search.value(label, one_line=label.field in single))
        for label in labels
        if label.field is not None
    ]


class _Search:
    def __init__(self, sheet: Sheet, labels: Sequence[Label]) -> None:
        self._rows = sheet.rows
        self._labels = labels
        self._labelled = {id(label.segment) for label in labels}

    def value(self, label: Label, *, one_line: bool) -> Passage:
        inline = self._inline(label)
        beside = self._beside(label) if not inline.text or not self._follows(label) else []
        first = passage.joined([p for p in (inline, passage.of_lines([beside])) if p.text])
        if not first.text:
            below = self._below(label)
            if below is None:
                return first
            number, segment = below
            first, left = passage.of_lines([[segment]]), segment.left
        else:
            number = label.row
            left = label.segment.left if inline.text else beside[0].left
        if one_line and not first.text.endswith("-"):
            return first
        return self._continued(first, label, number, left)

    def _inline(self, label: Label) -> Passage:
        whole = passage.of_lines([[label.segment]])
        end = min(
            (other.start for other in self._labels if other.segment is label.segment and other.start >= label.end),
            default=len(whole.text),
        )
        return whole.cut(label.end, end)

    def _follows(self, label: Label) -> bool:
        """Whether another label stands behind this one in the same segment."""
        return any(other.segment is label.segment and other.start >= label.end for other in self._labels)

    def _beside(self, label: Label) -> list[Segment]:
        """The segments right of a label, up to the next label or column."""
        found: list[Segment] = []
        edge, limit = label.segment.right, BESIDE if label.alone else NEXT_COLUMN
        for segment in self._rows[label.row].segments:
            if segment.left < edge - 0.3:
                continue
            if id(segment) in self._labelled or segment.left - edge > limit or self._has_own_label(segment, label):
                break
            found.append(segment)
            edge, limit = segment.right, NEXT_COLUMN
        return found

    def _has_own_label(self, segment: Segment, label: Label) -> bool:
        """A lone label right above a segment claims it before one far to the left."""
        return any(
            other.alone
            and other is not label
            and 0 < segment.middle - other.segment.middle <= BELOW
            and _under(segment, other.segment)
            and segment.left - label.segment.right > 1.5
            and not self._beside_is_free(other)
            for other in self._labels
        )

    def _beside_is_free(self, label: Label) -> bool:
        """Whether something unlabelled stands right of a label in its own row."""
        return any(
            segment.left >= label.segment.right and id(segment) not in self._labelled
            for segment in self._rows[label.row].segments
        )

    def _below(self, label: Label) -> tuple[int, Segment] | None:
        for number in range(label.row + 1, min(label.row + 3, len(self._rows))):
            for segment in self._rows[number].segments:
                near = segment.middle - label.segment.middle <= BELOW
                if near and _under(segment, label.segment):
                    free = id(segment) not in self._labelled and not self._labelled_left(number, segment)
                    return (number, segment) if free else None
        return None

    def _labelled_left(self, number: int, segment: Segment) -> bool:
        """Whether a label without a value of its own stands close on the left of a segment."""
        return any(
            other.alone and other.row == number and 0 <= segment.left - other.segment.right <= 3.0
            for other in self._labels
        )

    def _continued(self, first: Passage, label: Label, number: int, left: float) -> Passage:
        parts: list[list[Segment]] = []
        above = self._rows[number]
        ended = first.text
        for row in self._rows[number + 1 :]:
            segments = self._column(row, label, left)
            if not segments or not self._goes_on(above, segments, label, left, ended):
                break
            parts.append(segments)
            above, ended = row, segments[-1].text
        if not parts:
            return first
        rest = passage.of_lines(parts)
        if text.is_broken(first.text, rest.text):
            return passage.joined([first.cut(0, len(first.text) - 1), rest], between="")
        return passage.joined([first, rest])

    def _column(self, row: Row, label: Label, left: float) -> list[Segment]:
        """What of a row can belong to a value that begins at ``left``: nothing, where a label stands in front."""
        if any(id(s) in self._labelled and s.left <= left + 3.0 for s in row.segments):
            return []
        right = min((s.left for s in row.segments if id(s) in self._labelled), default=float("inf"))
        start = min(left, label.segment.left) - 1.0
        kept: list[Segment] = []
        for segment in row.segments:
            if segment.left < start or segment.left >= right:
                continue
            if kept and segment.left - kept[-1].right > NEXT_COLUMN:
                break
            kept.append(segment)
        return kept

    def _goes_on(self, above: Row, segments: Sequence[Segment], label: Label, left: float, ended: str) -> bool:
        first = segments[0]
        if first.middle - above.middle > NEXT_LINE or first.left > left + 12.0:
            return False
        if label.alone and not label.colon:
            return abs(first.left - left) <= 2.5
        indented = first.left >= label.segment.left + INDENT
        full = above.right >= 0.85 * max(row.right for row in self._rows)
        return indented or full or text.is_broken(ended, first.text)


def _under(segment: Segment, label: Segment) -> bool:
    overlap = min(segment.right, label.right) - max(segment.left, label.left)
    return overlap > 0 or abs(segment.left - label.left) <= 2.0
