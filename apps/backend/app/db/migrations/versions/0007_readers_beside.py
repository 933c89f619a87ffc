"""readers that read beside the first"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0007'
down_revision: str | None = '0006'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
ORDERED = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.add_column('readings', sa.Column('beside', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        'passes',
        sa.Column('id', KEY, nullable=False),
        sa.Column('batch_id', KEY, nullable=False),
        sa.Column('engine', sa.String(length=60), nullable=False),
        sa.Column('model', sa.String(length=200), nullable=True),
        sa.Column('judge', sa.Boolean(), nullable=False),
        sa.Column('planned', sa.Boolean(), nullable=False),
        sa.Column('after', sa.String(length=20), nullable=True),
        sa.Column('total', sa.Integer(), nullable=False),
        sa.Column('done', sa.Integer(), nullable=False),
        sa.Column('failed', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['batch_id'], ['batches.id'], name=op.f('fk_passes_batch_id_batches'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_passes')),
    )
    op.create_index('uq_passes_batch_id', 'passes', ['batch_id'], unique=True)
    op.create_table(
        'pass_cards',
        sa.Column('pass_id', KEY, nullable=False),
        sa.Column('card_id', KEY, nullable=False),
        sa.Column('order_key', ORDERED, nullable=False),
        sa.ForeignKeyConstraint(
            ['card_id'], ['cards.id'], name=op.f('fk_pass_cards_card_id_cards'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['pass_id'], ['passes.id'], name=op.f('fk_pass_cards_pass_id_passes'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('pass_id', 'card_id', name=op.f('pk_pass_cards')),
    )
    op.create_index('ix_pass_cards_pass_id_order_key', 'pass_cards', ['pass_id', 'order_key'])
    op.create_index('ix_pass_cards_card_id', 'pass_cards', ['card_id'])


def downgrade() -> None:
    op.drop_table('pass_cards')
    op.drop_table('passes')
    with op.batch_alter_table('readings', schema=None) as batch_op:
        batch_op.drop_column('beside')
