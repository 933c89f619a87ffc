"""how long a batch was being read"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import app.models.columns

revision: str = '0010'
down_revision: str | None = '0009'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('batches', schema=None) as batch_op:
        batch_op.add_column(sa.Column('began_at', app.models.columns.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('read_seconds', sa.Float(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('read_cards', sa.Integer(), server_default='0', nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('batches', schema=None) as batch_op:
        batch_op.drop_column('read_cards')
        batch_op.drop_column('read_seconds')
        batch_op.drop_column('began_at')
