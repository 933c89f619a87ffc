"""cards that were read and wait to be read again"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0006'
down_revision: str | None = '0005'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

AGAIN = sa.text("status = 'pending' AND reading_id IS NOT NULL")


def upgrade() -> None:
    # Before, a card that waited kept the number of a reading that no record showed.
    op.execute("UPDATE cards SET reading_id = NULL WHERE status = 'pending'")
    op.create_index('ix_cards_again', 'cards', ['batch_id'], unique=False, sqlite_where=AGAIN, postgresql_where=AGAIN)


def downgrade() -> None:
    op.drop_index('ix_cards_again', 'cards', sqlite_where=AGAIN, postgresql_where=AGAIN)
