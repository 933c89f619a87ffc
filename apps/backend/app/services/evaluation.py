"""Records against the truth: for people, as lines of text."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.core.errors import Invalid, JsonValue
from app.db.session import Database
from app.engines.scoring import Score, Tally, Values
from app.exports.cells import restore
from app.exports.table import field_headers
from app.services import records

Records = dict[str, Values]


def load_truth(path: Path) -> Records:
    """``{filename: {field: value or null}}``; raises ``Invalid``."""
    try:
        loaded: JsonValue = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Invalid(f"{path} is not JSON: {error}.") from error
    if not isinstance(loaded, dict) or not all(isinstance(v, dict) for v in loaded.values()):
        raise Invalid(f'{path} must look like {{"card.jpg": {{"field": "value"}}}}.')
    return {name: _values(fields) for name, fields in loaded.items() if isinstance(fields, dict)}


def _values(fields: Mapping[str, JsonValue]) -> Values:
    return {field: None if value is None else str(value) for field, value in fields.items()}


def of_batch(database: Database, name: str) -> Records:
    """What the records of a batch hold, people's corrections included."""
    with database.reading() as session:
        return {
            str(record["filename"]): _values(data)
            for record in records.all_of(session, name)
            if isinstance(data := record["data"], dict)
        }


def judged(database: Database, name: str) -> set[str]:
    """Cards of a batch on which people have spoken; a model may have learned from them."""
    with database.reading() as session:
        return {str(record["filename"]) for record in records.all_of(session, name) if record["review"]}


def truth_of_csv(path: Path) -> Records:
    """A table with a column ``filename``; every other column is a field, an empty cell a blank."""
    return _table(path, lambda row: {f: f for f in row if f and f != "filename"})


def of_csv(path: Path, fields: tuple[str, ...]) -> Records:
    """Read these fields of an exported CSV back."""
    headers = field_headers(fields)
    return _table(path, lambda _row: headers)


def _table(path: Path, headers_of: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Records:
    """A CSV with whatever separator its heading uses; ``headers_of`` a row: its fields and their columns."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        heading = source.readline()
        source.seek(0)
        if heading.startswith("\ufeff"):
            source.read(1)
        rows = csv.DictReader(source, delimiter=max(",;\t", key=heading.count))
        if "filename" not in (rows.fieldnames or ()):
            raise Invalid(f"{path} has no column called filename: is it one that Indexcards wrote?")
        return {
            row["filename"]: {
                f: restore(cell) or None for f, h in headers_of(row).items() if (cell := row.get(h)) is not None
            }
            for row in rows
            if row.get("filename")
        }


def report(score: Score) -> Iterator[str]:
    """The table that ``evaluate`` prints: shares in percent."""
    heads = ("exact", "right", "F1", "fuzzy", "wanted", "wrong", "missed", "invented")
    yield f"{'field':<24}" + "".join(f"{head:>9}" for head in heads)
    for field, tally in score.fields.items():
        yield _line(field, tally)
    yield _line("all", score.total)
    yield f"F1 macro {_number(score.macro)}   micro {_number(score.micro)}   over {len(score.cards)} cards"
    if score.unknown:
        yield (
            f"Not among the fields of the records, so all missed: {', '.join(score.unknown)}. "
            "Is a name spelled otherwise there?"
        )
    if score.unread:
        yield f"{len(score.unread)} cards of the truth have no record, as {score.unread[0]}"


def _line(name: str, tally: Tally) -> str:
    shares = "".join(f"{_percent(s):>9}" for s in (tally.exact_share, tally.recall, tally.f1, tally.fuzzy))
    return f"{name[:23]:<24}{shares}{tally.wanted:>9}{tally.wrong:>9}{tally.missed:>9}{tally.invented:>9}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def _number(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
