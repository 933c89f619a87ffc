"""Place, publisher and year in running text, and the extent and size of the book beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.engines.local import kinds
from app.engines.local.passage import Passage
from app.models.folding import fold

EXTENT_FORMAT = re.compile(r"(?<![\w.,])(?:in-|gr\.\s?)?(?:4|8)\s?[°'](?!\w)")
_BEFORE_PLACE = re.compile(
    r"(?:-{2,}|[—–])[\s-]*|\s-\s|(?<=[.)])-\s(?=\()"
    r"|(?<=[^\W\d_]{3}[^\W\d_A-ZÄÖÜ])[.!?]\s(?=[A-ZÄÖÜÉ(\[])"
    r"|[)\]][.,]?\s|\.\s?\.{2,}\s|\.{3}\s"
)
_NOT_BEFORE_YEAR = re.compile(r"(?:\b(?:v|vom|von|du|de|le|of|the|bis|seit|um|im|Jahre?|Bd|vol|Nr|No|geb)\.?|[\d/,])$")
_PUBLISHER_BEHIND = re.compile(r"[\])>]*\s?[:;]\s?\S")
_EXTENT_BEHIND = re.compile(
    r"[\])>.,;]*\s*(?:-{1,2}|[—–])?\s*[(\[]?(?:in-|gr\. )?"
    r"(?:[48]\s?[°'o\".]|(?:[IVXLC]+,? ?)?\d+\.?\s?(?:[SspP]\b|Seiten)|S\.)"
)
_LISTED = re.compile(r"[A-ZÄÖÜÉ][^\W\d_]+,\s[^.,]{4,40},$")
"""``Lausanne, Imprimerie de l'Université, ``."""
_NO_PLACE_BEFORE = re.compile(r"(?:\b[oO]\.\s?O|\bs\.\s?l|\bn\.\s?p)\.?$")
_PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "a am an auf b bei d de del della der des di do du en i im in la le les m o ob of s sur the u und unter y z zu",
    )
)
_LAST_NAME = re.compile(r"(?:^|[\s,(])(?P<place>[A-ZÄÖÜÉÈÀ][\w'.\-/]*(?:\s(?:[ai]\.\s?\S{1,4}|[A-ZÄÖÜÉ]\S*))?)$")
_NO_PLACE = re.compile(r"(?:[oO0]\.\s?[OQ0]\.?$|s\.\s?l\.?$|n\.\s?p\.?$)", re.IGNORECASE)
_PUBLISHER_END = re.compile(
    r"\.?\s*(?:[(\[{]?\s?(?:(?:[IVXLCvimx]+|\d+)[,\s+IVXLC\d]*\s?(?:S|s|p|pp|Bl|pag)[.,;)]|S\.\s?\d)|-{2,}|[—–]|[(\[]?(?:gr\.\s?)?\d?[48]\s?[°'\"])"
    r"|\.\s(?=\d|\(|\[)|;|$"
)
_KEEPS_STOP = re.compile(r"(?:\b(?:Co|Cie|Ges|Inc|Ltd|Verl|Dr|Bros|Impr|Nachf|S|A)|ges|verl|dr|buchh|dt|-G|\.[A-Z])\.$")
_STATE = re.compile(r"\s*[A-Z][\w.]{1,5}\.?\s*$")
LONGEST_PUBLISHER = 90


@dataclass(frozen=True, slots=True)
class Imprint:
    """``start``: where the imprint begins in the passage, ``year_end``: behind the year."""

    start: int
    year_end: int
    year: Passage
    place: Passage | None
    publisher: Passage | None
    sure: bool
    """Whether the imprint was set off (by a dash, a colon or an extent behind it) and not only guessed."""


def find(whole: Passage, start: int) -> Imprint | None:
    """The most likely imprint behind ``start``: a year with a place before it."""
    rated = []
    for match in kinds.YEAR.finditer(whole.text, start):
        rating = _rate(whole.text, start, match)
        if rating > 0:
            rated.append((rating, -match.start(), match))
    if not rated:
        return None
    rating, _, match = max(rated, key=lambda item: item[:2])
    return _around(whole, start, match, sure=rating >= 3)


def pages(whole: Passage, start: int, year_end: int) -> Passage | None:
    """The extent next to the imprint, without its unit: the first behind the year, else the last before."""
    matches = list(kinds.PAGES.finditer(whole.text, start))
    behind = [match for match in matches if match.start() >= year_end]
    if not matches:
        return None
    match = behind[0] if behind else matches[-1]
    group = "from" if match["range"] else "count"
    return whole.cut(match.start(group), match.end(group))


def size(whole: Passage, start: int, year_end: int) -> Passage | None:
    """The book's format as printed (``8°``, ``4'``, ``24 x 17 cm``)."""
    matches = list(kinds.FORMAT.finditer(whole.text, start))
    near = [match for match in matches if match.start() >= year_end - 40] or matches
    if near:
        match = next((match for match in near if "°" in match.group()), near[0])
        group = next(name for name in ("size", "cm", "fold", "folio") if match[name])
        return whole.cut(match.start(group), match.end(group))
    bare = re.compile(r"(?<=[.,]\s)[48](?=\.(?:\s|$))").search(whole.text, max(start, year_end))
    return whole.cut(bare.start(), bare.end()) if bare else None


def size_as_printed(text: str) -> str:
    """``80``, ``8o``, ``8±`` and ``8"`` are what recognition makes of ``8°``."""
    return re.sub(r"^(\d+)\s?(?:[:]?[o0]|±|\"|°)$", r"\1°", text)


def _rate(text: str, start: int, match: re.Match[str]) -> int:
    """How much the surroundings of a year speak for the imprint; 0: not at all."""
    before, behind = text[start : match.start()].rstrip(" ([<"), text[match.end() : match.end() + 30]
    if _month_before(before):
        return 0
    rating = 2 * bool(_PUBLISHER_BEHIND.match(behind)) + 2 * bool(_EXTENT_BEHIND.match(behind))
    if not before:
        return rating
    if _NO_PLACE_BEFORE.search(before):
        return rating + 2
    last = re.split(r"[\s(\[]", before.rstrip(",.:; )]"))[-1]
    named = (
        last[:1].isupper()
        or bool(_LISTED.search(before))
        or before[-1] in ":)]"
        or bool(re.search(r"\b[ai1l]\.\s?\w{0,2}\.$", before))
    )
    if _NOT_BEFORE_YEAR.search(before) and not last[:1].isupper():
        return max(0, rating - 2)
    delimiter = _last_delimiter(before)
    dashed = delimiter is not None and bool(re.search(r"[-—–]", before[delimiter[0] : delimiter[1]]))
    return rating + named + 2 * dashed


def _month_before(before: str) -> bool:
    words = re.findall(r"[^\W\d_]+", before[-14:])
    return bool(words) and fold(words[-1]) in kinds.MONTHS and bool(re.search(r"\d", before[-14:]))


def _around(whole: Passage, start: int, year: re.Match[str], *, sure: bool) -> Imprint:
    before = whole.text[start : year.start()].rstrip(" ([<,.;")
    delimiter = _last_delimiter(before)
    head = start + (delimiter[1] if delimiter else 0)
    place, publisher = _place_and_publisher(whole, head, start + len(before))
    behind = re.compile(r"[\])>.]*\s?[:;]\s*[(\[]*").match(whole.text, year.end())
    if publisher is None and behind is not None:
        publisher = _publisher(whole, behind.end())
    begin = start + delimiter[0] if delimiter else head
    if place is not None and delimiter is None:
        begin = whole.text.index(place.text, head) if place.text in whole.text[head:] else head
    return Imprint(begin, year.end(), whole.cut(year.start(), year.end()), place, publisher, sure)


def _last_delimiter(before: str) -> tuple[int, int] | None:
    found = [match for match in _BEFORE_PLACE.finditer(before) if match.end() < len(before) - 1]
    return (found[-1].start(), found[-1].end()) if found else None


def _place_and_publisher(whole: Passage, head: int, end: int) -> tuple[Passage | None, Passage | None]:
    text = whole.text[head:end]
    colon = re.search(r"[:;]", text)
    if colon is not None:
        return _place(whole, head, head + colon.start()), _stopped(whole.cut(head + colon.end(), end))
    comma = re.search(r",\s(?=[^\d])", text)
    if comma is not None and not _STATE.fullmatch(text[comma.end() :]):
        rest = whole.cut(head + comma.end(), end)
        if len(rest.text.split()) >= 2 or re.search(r"impr|verl|press|druck|buch|édit", rest.text, re.IGNORECASE):
            return _place(whole, head, head + comma.start()), _stopped(rest)
    return _place(whole, head, end), None


def _place(whole: Passage, start: int, end: int) -> Passage | None:
    """A place name: the last words from a capital on, five words at most."""
    found = whole.cut(start, end).strip(" .,:;([<-", " ,:;)]>-")
    if found.text.count("(") > found.text.count(")"):
        found = found.cut(0, found.text.rfind("("))
    if not found.text or _NO_PLACE.match(found.text):
        return None
    words = found.text.split()
    if len(words) > 5 or not all(_of_name(word) for word in words) or words[-1] in _PARTICLES:
        last = _LAST_NAME.search(found.text)
        if last is None:
            return None
        found = found.cut(last.start("place"), last.end("place"))
    return found.strip("", ".") if re.search(r"[^\W\d_]{4,}\.$", found.text) else found


def _of_name(word: str) -> bool:
    """Whether a word can be part of a place name (``Frankfurt am Main``, ``Halle a. S.``)."""
    letters = word.lstrip("([")
    return letters[:1].isupper() or re.split(r"[./]", letters)[0] in _PARTICLES


def _publisher(whole: Passage, start: int) -> Passage | None:
    match = _PUBLISHER_END.search(whole.text, start)
    end = min(match.start() if match else len(whole.text), start + LONGEST_PUBLISHER)
    found = whole.cut(start, end + (whole.text[end : end + 1] == "."))
    return _stopped(found)


def _stopped(found: Passage) -> Passage | None:
    """Without the full stop that ends the sentence, with the one of an abbreviation."""
    found = found.strip(" .,:;([", " ,:;)]")
    if not _KEEPS_STOP.search(found.text):
        found = found.strip("", ".)]")
    return found if len(found.text) > 1 else None
