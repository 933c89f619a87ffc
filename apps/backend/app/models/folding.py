"""One way to compare text: without case and accents, numbers by size. Used for sorting and search."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
SORT_LENGTH = 96
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})
"""Letters that Unicode does not take apart, though nobody who searches has them on the keyboard."""


def fold(text: str) -> str:
    """Casefolded, accents removed, ß as ss."""
    spread = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(c for c in spread if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text, as the search index holds them."""
    return _WORD.findall(fold(text))


def sort_key(value: str | None) -> str | None:
    """A short key under which ``9`` comes before ``10`` and ``Ä`` beside ``A``; None for a blank."""
    if value is None or not value.strip():
        return None
    clean = fold(value.strip()).replace("\x00", "")[:SORT_LENGTH]
    return _DIGITS.sub(lambda m: m.group().lstrip("0").rjust(10, "0"), clean)
