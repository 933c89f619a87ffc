"""Names on disk: a safe form of the user's, never outside the folder, portable to any system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container

MAX_BYTES = 120
_RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))])
_TRANSLITERATED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ø": "o", "Ø": "O",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L"}
)  # fmt: skip
_DIGITS = re.compile(r"\d+")


def _clean(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    spelled = unicodedata.normalize("NFKD", composed.translate(_TRANSLITERATED))
    ascii_only = "".join(c for c in spelled if not unicodedata.combining(c))
    cleaned = re.sub(r"[^A-Za-z0-9._-]+", "_", ascii_only)
    return re.sub(r"\.{2,}", ".", cleaned).strip("._-")


def safe(name: str, fallback: str = "unnamed") -> str:
    """Letters, digits, ``._-``; at most 120 bytes; never reserved, hidden or ending in a dot."""
    base = re.split(r"[/\\]", name)[-1].encode("utf-8", "replace").decode("utf-8")
    stem, dot, suffix = base.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,10}", suffix):
        stem, dot, suffix = base, "", ""
    stem = _clean(stem) or fallback
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"file-{stem}"
    room = MAX_BYTES - len(dot + suffix)
    return (stem[:room].rstrip("._-") or fallback) + dot + suffix


def with_suffix(stem: str, suffix: str) -> str:
    """A safe stem with another suffix, still at most 120 bytes."""
    return stem[: MAX_BYTES - len(suffix)].rstrip("._-") + suffix


def key(name: str) -> str:
    """Two names with one key are one name on some system: NFC, casefolded."""
    return unicodedata.normalize("NFC", name).casefold()


def stem_key(filename: str) -> str:
    """The key of a name without its suffix: one per batch, since thumbnails are named by it."""
    stem, dot, _suffix = filename.rpartition(".")
    return key(stem if dot else filename)


def distinct(name: str, taken: Container[str] | Callable[[str], bool]) -> str:
    """``name``, or ``stem-2.jpg``, ``stem-3.jpg``, … until its stem's key is not taken."""
    is_taken = taken if callable(taken) else taken.__contains__
    if not is_taken(stem_key(name)):
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    number = 2
    while True:
        tail = f"-{number}{dot}{suffix}"
        candidate = stem[: MAX_BYTES - len(tail)] + tail
        if not is_taken(stem_key(candidate)):
            return candidate
        number += 1


def natural(name: str) -> str:
    """A key that sorts ``card9`` before ``card10``; distinct for distinct names."""
    padded = _DIGITS.sub(lambda m: m.group().lstrip("0").rjust(12, "0"), key(name))
    return f"{padded}\x1f{name}"
