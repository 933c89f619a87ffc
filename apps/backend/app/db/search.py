"""Full text: SQLite FTS5 or PostgreSQL ``tsvector``, filled with the same folded words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Integer, bindparam, column, text
from sqlalchemy.orm import Session

from app.models.folding import words
from app.models.tables import Card

MAX_BODY = 100_000
MAX_TERMS = 12


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


def put(session: Session, batch_id: int, bodies: Sequence[tuple[int, str]]) -> None:
    """Index cards by id, in place of what is there."""
    remove(session, [card_id for card_id, _ in bodies])
    add(session, batch_id, bodies)


def add(session: Session, batch_id: int, bodies: Sequence[tuple[int, str]]) -> None:
    """Index cards that are not in the index yet."""
    if not bodies:
        return
    rows = [
        {"id": card_id, "batch": f"batch{batch_id}", "body": " ".join(words(body[:MAX_BODY]))}
        for card_id, body in bodies
    ]
    if _dialect(session) == "sqlite":
        session.execute(text("INSERT INTO search(rowid, batch, body) VALUES (:id, :batch, :body)"), rows)
    else:
        session.execute(
            text(
                "INSERT INTO search(card_id, body) VALUES (:id, array_to_tsvector("
                "ARRAY(SELECT DISTINCT w FROM unnest(string_to_array(:body, ' ')) w WHERE w <> '')))"
            ),
            rows,
        )


def remove(session: Session, card_ids: Sequence[int]) -> None:
    column = "rowid" if _dialect(session) == "sqlite" else "card_id"
    statement = text(f"DELETE FROM search WHERE {column} IN :ids")  # noqa: S608 - the column is ours
    for start in range(0, len(card_ids), 500):
        ids = list(card_ids[start : start + 500])
        session.execute(statement.bindparams(bindparam("ids", expanding=True)), {"ids": ids})


def matches(session: Session, batch_id: int, q: str) -> ColumnElement[bool] | None:
    """A condition on ``cards``: every word of ``q`` begins a word of the card; None when ``q`` has no word."""
    terms = words(q)[:MAX_TERMS]
    if not terms:
        return None
    if _dialect(session) == "sqlite":
        query = " AND ".join([f'batch : "batch{batch_id}"', *(f'"{term}" *' for term in terms)])
        found = text("SELECT rowid AS id FROM search WHERE search MATCH :fts").bindparams(fts=query)
    else:
        query = " & ".join(f"'{term}':*" for term in terms)
        found = text("SELECT card_id AS id FROM search WHERE body @@ CAST(:fts AS tsquery)").bindparams(fts=query)
    return Card.id.in_(found.columns(column("id", Integer)))
