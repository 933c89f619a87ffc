"""reviews know the change of many records they are a part of"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0003'
down_revision: str | None = '0002'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MARKED = sa.text('bulk IS NOT NULL')


def upgrade() -> None:
    op.add_column('reviews', sa.Column('bulk', sa.String(length=32), nullable=True))
    op.create_index('ix_reviews_bulk', 'reviews', ['bulk', 'card_id'], sqlite_where=MARKED, postgresql_where=MARKED)


def downgrade() -> None:
    op.drop_index('ix_reviews_bulk', 'reviews')
    op.drop_column('reviews', 'bulk')
