"""Tolerant JSON: whole objects where they are whole, complete pairs where they are not.

A node is text, None, a list or a dict of nodes; numbers stay the text that they were written as.
Rules: code fences and prose around an object fall away; a missing value (``"year": ,``) is None; NaN and Infinity are
None; quotes inside a text that no comma or bracket follows belong to it; bare words (``1910-1911``) are text; an object
that was cut off keeps its complete pairs; of two equal keys the later holds.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TypeAlias

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"

DEPTH = 40
LONGEST = 512 * 1024
"""Characters of an answer that are looked at; more is no record of a card."""
OBJECTS = 50
_NOTHING = frozenset({"", "null", "none", "nil", "nan", "-nan", "infinity", "-infinity", "undefined"})
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "/": "/", "\\": "\\", '"': '"'}
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_LATIN = re.compile("\x00([a-fA-F][0-9a-fA-F])")
_SURROGATE = re.compile("[\ud800-\udfff]")


class TooDeep(ValueError):
    """Nested deeper than any record."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """Objects (and lists) of an answer in order. ``cut``: the last one ends in the middle."""

    nodes: tuple[Node, ...]
    cut: bool = False


def objects(text: str) -> Salvage:
    """All objects that an answer holds. Raises ``TooDeep``."""
    text = text[:LONGEST]
    whole = _strict(text.strip())
    if whole is not None:
        return Salvage((whole,))
    found: list[Node] = []
    scanner = _Scanner(text)
    while len(found) < OBJECTS and scanner.seek():
        node = scanner.value(0)
        if node:
            found.append(node)
    return Salvage(tuple(found), scanner.cut)


def mend(text: str) -> str:
    """Text as it was meant: ``NUL + fc`` is some models' ``ü``; other NULs vanish; halves of characters show."""
    if "\x00" in text:
        text = _LATIN.sub(lambda found: chr(int(found[1], 16)), text).replace("\x00", "")
    return _SURROGATE.sub("\ufffd", text)


def _strict(text: str) -> Node:
    if not text or text[0] not in "{[" or _depth(text) > DEPTH:
        return None
    try:
        return _node(json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=lambda _word: None))
    except (ValueError, RecursionError):
        return None


def _depth(text: str) -> int:
    depth = most = 0
    for bracket in re.findall(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text):
        if bracket in "[{":
            depth += 1
            most = max(most, depth)
        elif bracket in "]}":
            depth -= 1
    return most


def _node(value: object) -> Node:
    match value:
        case dict():
            return {mend(str(key)): _node(part) for key, part in value.items()}
        case list():
            return [_node(part) for part in value]
        case bool():
            return "true" if value else "false"
        case str():
            return mend(value)
    return None


class _Scanner:
    """Reads what looks like JSON from a place on, without giving up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.cut = False

    def seek(self) -> bool:
        """Go to the next object or list; False at the end."""
        places = [p for p in (self.text.find("{", self.at), self.text.find("[", self.at)) if p >= 0]
        self.at = min(places, default=len(self.text))
        return bool(places)

    def value(self, depth: int) -> Node:
        if depth > DEPTH:
            raise TooDeep
        self._blanks()
        match self._here():
            case "{":
                return self._object(depth)
            case "[":
                return self._list(depth)
            case '"':
                return self._text(key=False)
        return self._bare()

    def _here(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def _blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _object(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        self.at += 1
        while True:
            self._blanks()
            match self._here():
                case "":
                    self.cut = True
                    return found
                case "}":
                    self.at += 1
                    return found
                case ",":
                    self.at += 1
                    continue
            before = self.at
            key = self._key()
            self._blanks()
            if key is not None and self._here() == ":":
                self.at += 1
                cut, self.cut = self.cut, False
                part = self.value(depth + 1)
                if not self.cut or isinstance(part, (dict, list)):
                    found[key] = part
                self.cut |= cut
            elif self.at == before:
                self.at += 1

    def _key(self) -> str | None:
        if self._here() == '"':
            return self._text(key=True)
        word = re.compile(r"[^\s:,{}\[\]]+").match(self.text, self.at)
        if word is None:
            return None
        self.at = word.end()
        return word[0].strip("'“”")

    def _list(self, depth: int) -> list[Node]:
        found: list[Node] = []
        self.at += 1
        while True:
            self._blanks()
            match self._here():
                case "":
                    self.cut = True
                    return found
                case "]":
                    self.at += 1
                    return found
                case "}":
                    return found
                case ",":
                    self.at += 1
                    continue
            cut, self.cut = self.cut, False
            part = self.value(depth + 1)
            if not self.cut or isinstance(part, (dict, list)):
                found.append(part)
            self.cut |= cut

    def _bare(self) -> str | None:
        """A word without quotes, up to the next comma, bracket or line end."""
        word = re.compile(r"[^,}\]\n]*").match(self.text, self.at)
        end = word.end() if word else self.at
        text = self.text[self.at : end].strip().strip("'")
        self.at = end
        if end >= len(self.text):
            self.cut = True
        return None if text.casefold() in _NOTHING else mend(text)

    def _text(self, *, key: bool) -> str:
        parts: list[str] = []
        self.at += 1
        plain = re.compile(r'[^"\\]*')
        while self.at < len(self.text):
            run = plain.match(self.text, self.at)
            if run:
                parts.append(run[0])
                self.at = run.end()
            letter = self._here()
            self.at += 1
            if letter == '"':
                if self._closes(key):
                    return mend("".join(parts))
                parts.append(letter)
            elif letter == "\\":
                parts.append(self._escape())
        self.cut = True
        return mend("".join(parts))

    def _escape(self) -> str:
        letter = self._here()
        self.at += 1
        if letter != "u":
            return _ESCAPES.get(letter, letter)
        code = _HEX.match(self.text, self.at)
        if code is None:
            return ""
        self.at += 4
        unit = int(code[0], 16)
        second = _HEX.match(self.text, self.at + 2) if self.text.startswith("\\u", self.at) else None
        if 0xD800 <= unit < 0xDC00 and second and 0xDC00 <= int(second[0], 16) < 0xE000:
            self.at += 6
            return chr(0x10000 + ((unit - 0xD800) << 10) + int(second[0], 16) - 0xDC00)
        return chr(unit)

    def _closes(self, key: bool) -> bool:
        """Whether the quote just passed ends the text, by what follows it."""
        follows = re.compile(r"\s*").match(self.text, self.at)
        place = follows.end() if follows else self.at
        letter = self.text[place : place + 1]
        if key or letter in ("", "}", "]"):
            return True
        return letter == "," and re.compile(r'\s*(["}\]]|$)').match(self.text, place + 1) is not None
