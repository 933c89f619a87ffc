"""What on a card or in an answer a person should look at: text that speaks to a machine, endless repetition.

Nothing here changes a value: it is flagged, stays inert text, and no address in it is ever fetched.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

_INSTRUCTS = re.compile(
    r"""ignor(e|iere|iert|ez)\b.{0,40}\b(instruction|previous|above|field|schema|prompt|anweisung|felder|vorherig|consigne)
    |disregard\b.{0,40}\b(instruction|previous|above|field|schema|prompt)
    |vergiss\b.{0,40}\b(anweisung|felder|alles)
    |\b(system|developer)\s*(prompt|message)\b|\byou\s+are\s+(now\s+)?(an?\s+)?(ai|assistant|chatgpt|language\s+model)\b
    |\b(output|return|print|reveal|send|answer)\b.{0,30}\b(api\s*key|secret|password|key\s*["'\w]+\s*[:=]|only\s+the\s+word|json)
    |<\s*/?\s*(script|img|iframe|svg|object|a|style|form|meta|link|html|body)\b|\bon(error|load|click)\s*=
    |javascript:|data:text/html|https?://|ftp://|file://|\bwww\.[a-z0-9-]+\.
    |"[\w ]+"\s*:\s*("|\{|\[|null|true|false|\d)|\btool_?calls?\b|<\|[a-z_]+\|>|\bfunction_?call\b
    |\b(cmd|powershell|dde)\s*[|!(]|^\s*[=+@]\s*[A-Za-z]+\s*[(|]|=\s*(cmd|hyperlink|importxml|webservice)\b
    |\b(DROP|ALTER)\s+TABLE\b|\bUNION\s+SELECT\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE,
)
LOOK_AT = 20_000
BLANK_RUN = 300
"""Blanks (or escapes of blanks) at the end of an answer that make it a loop."""
_ESCAPED = ("\\n", "\\r", "\\t", "\\u0000", "\\u00a0", "\\")
_CLOSING = '"}]` \t\r\n\xa0'
_LEADERS = re.compile(r"([.\-_=*·])(?: ?\1){2,}")
RATIO = 12.0
LOOP_FROM = 600


def instructs(texts: Iterable[str]) -> bool:
    """Whether any of the texts reads as if it addressed a machine."""
    return any(_INSTRUCTS.search(text[:LOOK_AT]) for text in texts)


def is_loop(text: str) -> bool:
    """An answer that does nothing but repeat itself: endless blanks, the same words again and again.

    Dot leaders (``Seite ........ 12``) are no loop.
    """
    if len(text) < BLANK_RUN:
        return False
    return _blank_end(text[-4000:]) >= BLANK_RUN or repeats(text)


def _blank_end(tail: str) -> int:
    """Length of the blanks at the end, written as such or as escapes. Linear, whatever the text."""
    for escape in _ESCAPED:
        tail = tail.replace(escape, " " * len(escape))
    return len(tail) - len(tail.rstrip(_CLOSING))


def repeats(text: str) -> bool:
    told = _LEADERS.sub(r"\1", text)
    if len(told) < LOOP_FROM:
        return False
    data = told[:LOOK_AT].encode("utf-8", "replace")
    return len(data) / len(zlib.compress(data, 6)) > RATIO
