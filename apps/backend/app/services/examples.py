"""Verified cards from a file: reviews by hand of whoever made it, then learning, then fielding again."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Invalid
from app.db import cards, reviews
from app.db.session import Database
from app.models.record_schemas import RecordPatch
from app.services import called, records, review, schemata
from app.services.evaluation import Records

WHO = "examples"
CHUNK = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """``known``: cards of the file that the batch has; ``unknown``: its other names."""

    known: int
    unknown: tuple[str, ...]


def take_in(database: Database, batch_name: str, given: Records) -> Taken:
    """Let these values stand as people's own. Said twice they are kept once."""
    with database.reading() as session:
        batch = records.require_batch(session, batch_name)
        fields = schemata.names(batch.fields)
        read = {card.filename for chunk in cards.attempted(session, batch.id) for card in chunk}
        given = called.by_card(called.of_batch(session, batch), given)
    unknown_fields = sorted({field for values in given.values() for field in values} - set(fields))
    if unknown_fields and not any(field in fields for values in given.values() for field in values):
        raise Invalid(
            f"The examples have other fields than the batch, as {unknown_fields[0]!r}.",
            code="unknown_field",
            params={"field": unknown_fields[0]},
        )
    known = [(name, values) for name, values in given.items() if name in read]
    for start in range(0, len(known), CHUNK):
        with database.session() as session:
            batch = records.require_batch(session, batch_name)
            for filename, values in known[start : start + CHUNK]:
                card = records.require_card(session, batch, filename)
                wanted = {f: v or None for f, v in values.items() if f in fields}
                said = reviews.current(session, [card.id]).get(card.id, {})
                fresh = {f: v for f, v in wanted.items() if f not in said or records.human_value(said[f]) != v}
                if fresh and card.status == "done":
                    review.patch(session, batch_name, filename, RecordPatch(version=card.version, set=fresh, who=WHO))
    return Taken(len(known), tuple(name for name in given if name not in read))
