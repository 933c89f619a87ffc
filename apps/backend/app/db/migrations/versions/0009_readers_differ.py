"""where readers differ, and readers compared"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import app.models.columns

revision: str = '0009'
down_revision: str | None = '0008'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('differences',
    sa.Column('card_id', KEY, nullable=False),
    sa.Column('field', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_differences_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('card_id', 'field', name=op.f('pk_differences')),
    sqlite_with_rowid=False
    )
    op.create_table('comparisons',
    sa.Column('id', KEY, nullable=False),
    sa.Column('batch_id', KEY, nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('against', sa.String(length=12), nullable=False),
    sa.Column('cards', sa.Integer(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('steps', sa.Integer(), nullable=False),
    sa.Column('result', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_comparisons_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comparisons'))
    )
    op.create_index(op.f('ix_comparisons_batch_id'), 'comparisons', ['batch_id'], unique=False)
    op.add_column('refieldings', sa.Column('taught', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('refieldings', 'taught')
    op.drop_index(op.f('ix_comparisons_batch_id'), 'comparisons')
    op.drop_table('comparisons')
    op.drop_table('differences')
