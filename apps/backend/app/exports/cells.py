r"""Text that any reader of a table takes as text, and the way back.

Two steps, each with its inverse:

* ``escape``: what no table can hold (control characters, halves of surrogate pairs) becomes a visible
  ``\uXXXX``. A text that already holds such a sequence gets its backslash written as ``\u005C``.
* ``neutralise``: what a spreadsheet would run as a formula gets a leading apostrophe. A text that is
  dangerous behind its own apostrophes gets one more; ``'s-Gravenhage`` stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from app.core.errors import JsonValue

_CODE = r"(?:(?i:00(?:0[0-8BCEF]|1[0-9A-F]|7F|5C)|D[89A-F][0-9A-F]{2}|FFF[EF]))"
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]" + rf"|\\(?=u{_CODE})")
_ESCAPED = re.compile(rf"\\u({_CODE})")

_HALF_CODE = r"(?:(?i:005C|D[89A-F][0-9A-F]{2}))"
_UNENCODABLE = re.compile(r"[\ud800-\udfff]" + rf"|\\(?=u{_HALF_CODE})")
_HALF_ESCAPED = re.compile(rf"\\u({_HALF_CODE})")

# OWASP's list, with the full-width and small forms that Asian locales of Excel take for the ASCII signs,
# and with the blanks and zero-width characters that a spreadsheet may trim before it looks.
_FORMULA = re.compile(
    r"'*(?:[\t\r\n]|[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*"
    r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])"
)


def escape(text: str, *, faithful: bool = False) -> str:
    r"""Make unprintable characters visible as ``\uXXXX``; ``faithful``: only those that UTF-8 cannot hold."""
    pattern = _UNENCODABLE if faithful else _UNSAFE
    return pattern.sub(lambda found: f"\\u{ord(found[0]):04X}", text)


def unescape(text: str, *, faithful: bool = False) -> str:
    """Undo ``escape``."""
    pattern = _HALF_ESCAPED if faithful else _ESCAPED
    return pattern.sub(lambda found: chr(int(found[1], 16)), text)


def neutralise(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might run."""
    return f"'{text}" if _FORMULA.match(text) else text


def restore(cell: str, *, faithful: bool = False) -> str:
    """Give back the value from a cell of our CSV; ``faithful`` as it was exported."""
    if not faithful and cell.startswith("'") and _FORMULA.match(cell):
        cell = cell[1:]
    return unescape(cell, faithful=faithful)


def text_of(value: JsonValue) -> str:
    """A value as text. Fields hold strings; whatever else an adopted record brings is written as JSON."""
    if isinstance(value, str):
        return value
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        return f"[value that cannot be written: {type(error).__name__}]"


def mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}
