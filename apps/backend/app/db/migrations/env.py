"""Alembic's entry: migrations run on the connection that ``db.schema.upgrade`` hands over."""

from alembic import context
from sqlalchemy import Connection

from app.models import learning_tables

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=learning_tables.LearnedModel.metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: not (kind == "table" and str(name).startswith("search")),
)
with context.begin_transaction():
    context.run_migrations()
