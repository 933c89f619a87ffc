"""Values with a form of their own: years, dates, numbers, extents, book formats, shelf marks."""

from __future__ import annotations

import re
from datetime import date

from app.models.folding import fold

YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(1[4-9]\d\d|20\d\d)(?!\d)")
NUMBER = re.compile(r"(?<![\w.,])-?\d{1,3}(?:[.' ]\d{3})+(?!\d)|(?<![\w.,])-?\d+(?:,\d+)?(?![\w])")
_MONTHS = (
    "januar jan january janvier janv jänner",
    "februar feb febr february fevrier fevr",
    "marz mar mrz march mars maerz",
    "april apr avril avr",
    "mai may",
    "juni jun june juin",
    "juli jul july juillet juil",
    "august aug aout",
    "september sept sep septembre",
    "oktober okt oct october octobre",
    "november nov novembre",
    "dezember dez dec december decembre",
)
MONTHS = {fold(word): number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_MONTH = r"(?P<month>[^\W\d_]{3,10})"
_DATES = (
    re.compile(r"(?<!\d)(?P<year>1[4-9]\d\d|20\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[./]\s?(?P<number>\d{1,2})\s?[./]\s?(?P<year>\d{4}|\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s?\.?\s?{_MONTH}\s?\.?,?\s?'?(?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"(?<![^\W\d_]){_MONTH}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)"),
)

ROMAN = r"[IVXLC]+"
_COUNT = rf"(?:{ROMAN}|\d+)"
_EXTENT = rf"(?:[ivxlc]+\s?,\s?)?{_COUNT}(?:\s?[,+]\s?{_COUNT})*"
_UNIT = r"(?:S(?:eiten|\.)?|s\.|pp?\.|pg\.|pag\.|pages|Bl\.|ff?\.|leaves|Blatt)"
PAGES = re.compile(
    rf"(?<![\w.])(?P<range>(?:S|pp?|s)\.?\s?(?P<from>\d+\s?[-–]\s?\d+))(?!\d)"
    rf"|(?<![\w°'])(?P<count>{_EXTENT}(?:\s?[-–]\s?\d+)?)\s?{_UNIT}(?![\w])"
)
FORMAT = re.compile(
    r"(?P<size>\d{1,2}(?:[.,]\d)?\s?[x×X]\s?\d{1,2}(?:[.,]\d)?\s?cm)"
    r"|(?P<cm>(?<!\d)\d{2}(?:[.,]\d)?\s?cm)"
    r"|(?:in-|gr\.\s?|kl\.\s?|qu\.\s?|Lex\.\s?-?)?(?<![\d.,])(?P<fold>(?:2|4|8|12|16)\s?(?:°|'|\")|[48]\s?(?::?o(?!\w)|±|:?0(?!\s*[SspP\d])(?!\w)))"
    r"|(?P<folio>(?<!\w)(?:quer-?)?[Ff]ol\.)"
)
SHELFMARK = re.compile(
    r"[A-ZÄÖÜ][A-Za-zäöü]{0,7}\.?"
    r"(?:[ .:,/\-]*+(?:[A-Za-z]{1,4}[ .:,/\-]*+)?\d++[a-z]?+)+"
    r"(?:[ .:,/\-]++[\dA-Za-z]{1,5})*"
)


def year(text: str) -> str | None:
    """The first year in a text, as four figures."""
    match = YEAR.search(text)
    return match.group(1) if match else None


def iso_date(text: str) -> tuple[str, int, int] | None:
    """The first whole date as ``YYYY-MM-DD`` with the place where it starts and ends, in any of three languages."""
    found = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if (made := _date(match.groupdict())) is not None:
                found.append((match.start(), match.end(), made))
    if not found:
        return None
    start, end, made = min(found)
    return made, start, end


def number(text: str) -> str | None:
    """The first number, as it stands."""
    match = NUMBER.search(text)
    return match.group().strip() if match else None


def _date(parts: dict[str, str | None]) -> str | None:
    month = int(parts["number"] or 0) if parts.get("number") else MONTHS.get(fold(parts.get("month") or ""), 0)
    year_text, day = parts["year"] or "", int(parts["day"] or 0)
    century = 0 if len(year_text) == 4 else 1900
    try:
        return date(century + int(year_text), month, day).isoformat()
    except ValueError:
        return None
