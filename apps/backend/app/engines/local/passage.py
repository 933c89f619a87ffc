"""Running text that still knows where each character stands, so that any match has its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.engines.local import text
from app.engines.local.layout import Row, Segment
from app.engines.local.text import Token
from app.models.record import Evidence


@dataclass(frozen=True, slots=True)
class Character:
    """Where a character came from: which line, which token, which place in it. Spaces have no token."""

    line: int
    token: Token | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the origin of each of its characters (``len(origins) == len(text)``)."""

    text: str
    origins: tuple[Character, ...]

    @property
    def score(self) -> float:
        """How surely the words were read: the mean of their scores."""
        found = [origin.token.score for origin in self.origins if origin.token is not None]
        return sum(found) / len(found) if found else 0.0

    def cut(self, start: int, end: int) -> Passage:
        """The part between two places, without blanks at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return Passage(self.text[start:end], self.origins[start:end])

    def strip(self, before: str = "", after: str = "") -> Passage:
        """Without any of these characters at its ends."""
        piece = self.text.lstrip(before + " \n")
        start = len(self.text) - len(piece)
        return self.cut(start, start + len(piece.rstrip(after + " \n")))

    def evidence(self) -> tuple[Evidence, ...]:
        """One box per image and line."""
        found = []
        places = (origin for origin in self.origins if origin.token is not None)
        for (image, _), group in groupby(places, key=lambda o: (o.token.image if o.token else 0, o.line)):
            found.append(Evidence(image, text.around([_box(part) for part in _by_token(group)])))
        return tuple(found)


def of_lines(lines: Iterable[Sequence[Segment]], between: str = " ") -> Passage:
    """One passage of several lines; words divided at a line's end are put together."""
    characters: list[str] = []
    origins: list[Character] = []
    for number, segments in enumerate(lines):
        content = " ".join(segment.text for segment in segments)
        if not content:
            continue
        if characters and text.is_broken("".join(characters[-2:]), content):
            characters.pop()
            origins.pop()
        elif characters:
            characters.append(between)
            origins.append(Character(number))
        first = True
        for token in (token for segment in segments for token in segment.tokens):
            if not first:
                characters.append(" ")
                origins.append(Character(number))
            first = False
            characters.extend(token.text)
            origins.extend(Character(number, token, place) for place in range(len(token.text)))
    return Passage("".join(characters), tuple(origins))


def of_rows(rows: Iterable[Row], between: str = " ") -> Passage:
    return of_lines((row.segments for row in rows), between)


def joined(parts: Sequence[Passage], between: str = " ") -> Passage:
    """Several passages as one (front and back, first line and its continuation)."""
    whole: list[str] = []
    origins: list[Character] = []
    line = 0
    for part in parts:
        if whole:
            whole.append(between)
            origins.extend(Character(line) for _ in between)
        whole.append(part.text)
        origins.extend(Character(origin.line + line, origin.token, origin.place) for origin in part.origins)
        line += 1 + max((origin.line for origin in part.origins), default=0)
    return Passage("".join(whole), tuple(origins))


def _by_token(group: Iterable[Character]) -> list[list[Character]]:
    return [list(part) for _, part in groupby(group, key=lambda origin: id(origin.token))]


def _box(part: Sequence[Character]) -> tuple[float, float, float, float]:
    token = part[0].token
    assert token is not None
    size = len(token.text)
    return text.part_of(token.box, part[0].place / size, (part[-1].place + 1) / size)
