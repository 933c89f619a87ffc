"""the reader that learns"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import app.models.columns

revision: str = '0004'
down_revision: str | None = '0003'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('learned_models',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('scope', sa.String(length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('cards', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Float(), nullable=False),
    sa.Column('fields', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('examples', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('summary', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('predicted', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('packed', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learned_models'))
    )
    op.create_index('uq_learned_models_scope_version', 'learned_models', ['scope', 'version'], unique=True)
    op.create_table('learning_choices',
    sa.Column('scope', sa.String(length=40), nullable=False),
    sa.Column('off', sa.JSON(none_as_null=True), nullable=False),
    sa.PrimaryKeyConstraint('scope', name=op.f('pk_learning_choices'))
    )
    op.create_table('audits',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('population', sa.Integer(), nullable=False),
    sa.Column('seed', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_audits_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audits'))
    )
    op.create_index(op.f('ix_audits_batch_id'), 'audits', ['batch_id'], unique=False)
    op.create_table('evaluations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('manifest', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('summary', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('cards', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_evaluations_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evaluations'))
    )
    op.create_index(op.f('ix_evaluations_batch_id'), 'evaluations', ['batch_id'], unique=False)
    op.create_table('refieldings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('cards', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('filled', sa.Integer(), nullable=False),
    sa.Column('emptied', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_refieldings_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refieldings'))
    )
    op.create_index(op.f('ix_refieldings_batch_id'), 'refieldings', ['batch_id'], unique=False)
    op.create_table('rule_acceptances',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('rule', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('undone_at', app.models.columns.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_rule_acceptances_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rule_acceptances'))
    )
    op.create_index(op.f('ix_rule_acceptances_batch_id'), 'rule_acceptances', ['batch_id'], unique=False)
    op.create_table('audit_items',
    sa.Column('audit_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=200), nullable=False),
    sa.Column('machine', sa.Text(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('correct', sa.Boolean(), nullable=True),
    sa.Column('near', sa.Boolean(), nullable=True),
    sa.Column('answered_at', app.models.columns.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['audit_id'], ['audits.id'], name=op.f('fk_audit_items_audit_id_audits'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_audit_items_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('audit_id', 'place', name=op.f('pk_audit_items'))
    )
    op.create_index(op.f('ix_audit_items_card_id'), 'audit_items', ['card_id'], unique=False)
    op.create_table('refielded_cards',
    sa.Column('refielding_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('before_id', sa.BigInteger(), nullable=False),
    sa.Column('after_id', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_refielded_cards_card_id_cards'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['refielding_id'], ['refieldings.id'], name=op.f('fk_refielded_cards_refielding_id_refieldings'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('refielding_id', 'card_id', name=op.f('pk_refielded_cards'))
    )
    op.create_index(op.f('ix_refielded_cards_card_id'), 'refielded_cards', ['card_id'], unique=False)
    op.create_table('rule_accepted',
    sa.Column('review_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('acceptance_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['acceptance_id'], ['rule_acceptances.id'], name=op.f('fk_rule_accepted_acceptance_id_rule_acceptances'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_rule_accepted_review_id_reviews'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', name=op.f('pk_rule_accepted'))
    )
    op.create_index(op.f('ix_rule_accepted_acceptance_id'), 'rule_accepted', ['acceptance_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_rule_accepted_acceptance_id'), table_name='rule_accepted')
    op.drop_table('rule_accepted')
    op.drop_index(op.f('ix_refielded_cards_card_id'), table_name='refielded_cards')
    op.drop_table('refielded_cards')
    op.drop_index(op.f('ix_audit_items_card_id'), table_name='audit_items')
    op.drop_table('audit_items')
    op.drop_index(op.f('ix_rule_acceptances_batch_id'), table_name='rule_acceptances')
    op.drop_table('rule_acceptances')
    op.drop_index(op.f('ix_refieldings_batch_id'), table_name='refieldings')
    op.drop_table('refieldings')
    op.drop_index(op.f('ix_evaluations_batch_id'), table_name='evaluations')
    op.drop_table('evaluations')
    op.drop_index(op.f('ix_audits_batch_id'), table_name='audits')
    op.drop_table('audits')
    op.drop_table('learning_choices')
    op.drop_index('uq_learned_models_scope_version', table_name='learned_models')
    op.drop_table('learned_models')
