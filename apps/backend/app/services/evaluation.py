"""Records against the truth: for people, as lines of text."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.core.errors import Invalid, JsonValue
from app.engines.scoring import Tally, Values
from app.exports.cells import restore
from app.exports.table import ABOUT, FILENAME, field_headers
from app.models.evaluation_schemas import Truth
from app.services.scored import Scored

Records = dict[str, Values]
LONGEST = 16 * 2**20
"""Characters of a cell."""


def is_table(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".tsv")


def load(path: Path) -> Records:
    """What stands on cards, from JSON or a table; raises ``Invalid``."""
    return truth_of_csv(path) if is_table(path) else load_truth(path)


def load_truth(path: Path) -> Records:
    """``{filename: {field: value or null}}``; raises ``Invalid``."""
    try:
        loaded: JsonValue = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise Invalid(f"{path} is not JSON: it is not text in UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise Invalid(f"{path} is not JSON: {error}.") from error
    if not isinstance(loaded, dict) or not all(isinstance(v, dict) for v in loaded.values()):
        raise Invalid(f'{path} must look like {{"card.jpg": {{"field": "value"}}}}.')
    if not loaded:
        raise Invalid(f"{path} holds no card.")
    try:
        return {**TypeAdapter[Truth](Truth).validate_python(loaded)}
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        card, *field = (str(part) for part in first["loc"])
        place = f"card {card!r}" + (f", field {field[0]!r}" if field else "")
        wrong = "must be a text, a number or null" if first["type"] == "string_type" else first["msg"]
        raise Invalid(f"{path}: {place}: {wrong}.") from None


def truth_of_csv(path: Path) -> Records:
    """A table with a column ``filename``; every other column that is not our own is a field, an empty cell a blank."""
    return _table(path, lambda row: {f: f for f in row if f and f != FILENAME and f not in ABOUT})


def of_csv(path: Path, fields: tuple[str, ...]) -> Records:
    """Read these fields of an exported CSV back."""
    headers = field_headers(fields)
    return _table(path, lambda _row: headers)


def _table(path: Path, headers_of: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Records:
    """A CSV with whatever separator its heading uses; ``headers_of`` a row: its fields and their columns."""
    csv.field_size_limit(LONGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            heading = source.readline()
            source.seek(0)
            if heading.startswith("\ufeff"):
                source.read(1)
            rows = csv.DictReader(source, delimiter=max(",;\t", key=heading.count), strict=True)
            if FILENAME not in (rows.fieldnames or ()):
                raise Invalid(f"{path} has no column called filename: is it one that Indexcards wrote?")
            return {
                row[FILENAME]: {
                    f: restore(cell) or None for f, h in headers_of(row).items() if (cell := row.get(h)) is not None
                }
                for row in rows
                if row.get(FILENAME)
            }
    except UnicodeDecodeError:
        raise Invalid(f'{path} is not text in UTF-8; in Excel, save it as "CSV UTF-8".') from None
    except csv.Error as error:
        raise Invalid(f"{path} is no table, at line {rows.line_num}: {error}.") from error


def report(of: Scored, name: str) -> Iterator[str]:
    """What ``evaluate`` prints of what is called ``name``: first what the figures hold for, then shares in percent."""
    yield from _notes(of, name)
    score = of.found.score
    heads = ("exact", "right", "F1", "fuzzy", "wanted", "wrong", "missed", "invented")
    yield f"{'field':<24}" + "".join(f"{head:>9}" for head in heads)
    for field, tally in score.fields.items():
        yield _line(field, tally)
    yield _line("all", score.total)
    yield f"F1 macro {number(score.macro)}   micro {number(score.micro)}   over {len(score.cards)} cards"


def _notes(of: Scored, name: str) -> Iterator[str]:
    score = of.found.score
    if of.truth_only:
        counted = of.truth_only[0] in score.cards
        yield f"{_cards(of.truth_only)} of the truth not in {name}: " + (
            "all their values count as missed."
            if counted
            else f"scored are the {len(score.cards)} of both (--all counts the others as missed)."
        )
    if of.left_out:
        yield f"{_cards(of.left_out)} left out, since people have judged them (--with-verified scores them too)."
    if of.records_only:
        yield f"{_cards(of.records_only)} of {name} not in the truth, so not scored."
    if of.unread:
        yield f"{_cards(of.unread)} failed or not read yet: their values count as missed."
    if score.unknown:
        yield (
            f"Not among the fields of the records, so all missed: {', '.join(score.unknown)}. "
            "Is a name spelled otherwise there?"
        )


def _cards(filenames: Sequence[str]) -> str:
    return f"1 card ({filenames[0]})" if len(filenames) == 1 else f"{len(filenames)} cards (as {filenames[0]})"


def _line(name: str, tally: Tally) -> str:
    shares = "".join(f"{_percent(s):>9}" for s in (tally.exact_share, tally.recall, tally.f1, tally.fuzzy))
    return f"{name[:23]:<24}{shares}{tally.wanted:>9}{tally.wrong:>9}{tally.missed:>9}{tally.invented:>9}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def number(share: object) -> str:
    return f"{share:.3f}" if isinstance(share, float) else "-"
