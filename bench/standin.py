"""A reader that waits as long as a far-away model takes and answers with a realistic reading."""

from __future__ import annotations

import os
import random
import threading
import time
from dataclasses import replace
from pathlib import Path

from app.engines.base import CancelToken, Card
from app.models.enums import Source
from app.models.record import Evidence, Line, Page, Reading, Value, Word

FIELDS = ["Komponist", "Titel", "Signatur", "Textanfang", "Textdichter", "Bearbeiter", "Verlag", "Material", "Jahr"]
KINDS = 997
"""Readings made in advance; the shelf mark is each card's own."""
MANY, FIRST, CITIES, HOUSES, WORDS = (
    line.split()
    for line in (
        "Schubert Schumann Brahms Zumsteeg Silcher Zelter Reger Loewe Franz Wolf Lachner Kücken Abt Mendelssohn",
        "Franz Robert Johannes Friedrich Carl Hugo Max Fanny Clara Josephine Luise Konradin Vinzenz Ignaz",
        "Leipzig Berlin Mainz Wien Tübingen Offenbach Braunschweig Hamburg Breslau Augsburg Zürich",
        "Peters Schott Breitkopf Litolff Simrock Schlesinger Laupp André Haslinger Diabelli",
        "Heidenröslein Lindenbaum Winterreise Mondnacht Wandrer Nachtlied Abend Morgen Frühling Sehnsucht Rose "
        "Nachtigall Brunnen Thor Mühle Bach Wald Herz Liebe Abschied Heimat Stille Sterne Wellen Wiegenlied Jäger "
        "Schiffer Ständchen Erlkönig Schnitter Sonntag Kirche Glocken Garten Veilchen Traum Linde Ferne Ufer Schwalben",
    )
)


class StandIn:
    """Waits ``latency`` seconds in each call, deaf to a cancel like a request under way."""

    name = "standin"
    model = "standin-1"

    def __init__(self, latency: float, log: Path | None) -> None:
        self._latency = latency
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644) if log else -1
        self._readings = [_reading(random.Random(kind)) for kind in range(KINDS)]
        self._count = 0
        self._guard = threading.Lock()

    def read(self, card: Card, cancel: CancelToken) -> Reading:  # noqa: ARG002 - deaf, see above
        with self._guard:
            self._count += 1
            number = self._count
        if self._log >= 0:
            os.write(self._log, f"{time.monotonic():.6f} {card.filename}\n".encode())
        time.sleep(self._latency)
        return self.answer(number)

    def answer(self, number: int) -> Reading:
        """What is said of card ``number``, at once."""
        made = self._readings[number % KINDS]
        mark = f"Spez.{number // 1000}.{number % 1000:03d}"
        values = tuple(replace(v, text=mark) if v.field == "Signatur" else v for v in made.values)
        return replace(made, values=values, duration=self._latency)

    def close(self) -> None:
        if self._log >= 0:
            os.close(self._log)
            self._log = -1


def _values(dice: random.Random) -> dict[str, str | None]:
    def person() -> str:
        return f"{dice.choice(MANY)}, {dice.choice(FIRST)}"

    return {
        "Komponist": person(),
        "Titel": f"{' '.join(dice.sample(WORDS, 3))}, op. {dice.randrange(1, 140)} Nr. {dice.randrange(1, 9)}",
        "Signatur": f"Spez.{dice.randrange(100)}.{dice.randrange(1000):03d}",
        "Textanfang": " ".join(dice.sample(WORDS, 8)).lower(),
        "Textdichter": person(),
        "Bearbeiter": person() if dice.random() < 0.4 else None,
        "Verlag": f"{dice.choice(CITIES)}: {dice.choice(HOUSES)}",
        "Material": f"1 Partitur, {dice.randrange(2, 40)} Stimmen",
        "Jahr": str(dice.randrange(1790, 1940)) if dice.random() < 0.7 else None,
    }


def _reading(dice: random.Random) -> Reading:
    """Nine fields, about sixty words with their boxes."""
    wanted = _values(dice)
    texts = [text for text in wanted.values() if text]
    short = sum(len(text.split()) for text in texts)
    texts += [" ".join(dice.sample(WORDS, 6)) for _ in range(max(1, (60 - short) // 6))]
    lines = tuple(_line(text, row, dice) for row, text in enumerate(texts))
    box_of = {line.text: line.box for line in lines}
    values = tuple(
        Value(
            field=field,
            text=text,
            confidence=round(dice.uniform(0.55, 0.999), 4),
            evidence=(Evidence(0, box_of[text]),) if text else (),
            source=Source.LABEL if text else Source.NOT_FOUND,
        )
        for field, text in wanted.items()
    )
    page = Page(0, 1000, 650, lines)
    return Reading(values, "\n".join(texts), "standin", "standin-1", 0.0, pages=(page,))


def _line(text: str, row: int, dice: random.Random) -> Line:
    left, top, wide = dice.uniform(0.04, 0.2), 0.05 + row * 0.05, 0.012
    words = []
    at = left
    for word in text.split():
        width = wide * len(word)
        words.append(Word(word, (at, top + dice.uniform(0, 0.004), width, 0.035), dice.uniform(0.6, 1.0)))
        at += width + wide
    return Line(text, (left, top, at - wide - left, 0.04), dice.uniform(0.6, 1.0), tuple(words))
