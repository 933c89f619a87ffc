"""a flag with a note on a card"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0002'
down_revision: str | None = '0001'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.add_column(sa.Column('flag', sa.Text(), nullable=True))
        batch_op.create_index('ix_cards_flagged', ['batch_id', 'order_key'], unique=False, sqlite_where=sa.text("flag IS NOT NULL"), postgresql_where=sa.text("flag IS NOT NULL"))


def downgrade() -> None:
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.drop_index('ix_cards_flagged', sqlite_where=sa.text("flag IS NOT NULL"), postgresql_where=sa.text("flag IS NOT NULL"))
        batch_op.drop_column('flag')
