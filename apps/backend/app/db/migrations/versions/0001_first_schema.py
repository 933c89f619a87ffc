"""first schema"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import app.models.columns

revision: str = '0001'
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(batch, body, content='', contentless_delete=1, "
        "detail='column', tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'\")",  # words come folded and cut
    ),
    "postgresql": (
        "CREATE TABLE search (card_id BIGINT PRIMARY KEY REFERENCES cards(id) ON DELETE CASCADE, "
        "body TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_body ON search USING gin (body)",
    ),
}


def upgrade() -> None:
    op.create_table('templates',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('fields', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('engine', sa.String(length=60), nullable=True),
    sa.Column('model', sa.String(length=200), nullable=True),
    sa.Column('options', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('updated_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_templates')),
    sa.UniqueConstraint('name_key', name=op.f('uq_templates_name_key'))
    )
    op.create_table('batches',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('engine', sa.String(length=60), nullable=False),
    sa.Column('model', sa.String(length=200), nullable=True),
    sa.Column('fields', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('options', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('template_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('run', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('published', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('failed', sa.Integer(), nullable=False),
    sa.Column('reviewed', sa.Integer(), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('updated_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['template_id'], ['templates.id'], name=op.f('fk_batches_template_id_templates'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_batches')),
    sa.UniqueConstraint('name', name=op.f('uq_batches_name'))
    )
    with op.batch_alter_table('batches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_batches_created_at'), ['created_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_batches_status'), ['status'], unique=False)

    op.create_table('cards',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('filename', sa.String(length=140), nullable=False),
    sa.Column('order_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('cause', sa.String(length=60), nullable=True),
    sa.Column('min_confidence', sa.Float(), nullable=True),
    sa.Column('review', sa.String(length=10), nullable=False),
    sa.Column('processed_at', app.models.columns.Moment(timezone=True), nullable=True),
    sa.Column('extra', sa.JSON(none_as_null=True), nullable=True),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_cards_batch_id_batches'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cards'))
    )
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.create_index('ix_cards_batch_id_order_key', ['batch_id', 'order_key'], unique=False)
        batch_op.create_index('ix_cards_pending', ['batch_id', 'order_key'], unique=False, sqlite_where=sa.text("status = 'pending'"), postgresql_where=sa.text("status = 'pending'"))
        batch_op.create_index('uq_cards_batch_id_filename', ['batch_id', 'filename'], unique=True)

    op.create_table('cells',
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=200), nullable=False),
    sa.Column('value', sa.Text(), nullable=True),
    sa.Column('sort_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('verdict', sa.String(length=12), nullable=True),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_cells_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('card_id', 'field', name=op.f('pk_cells')),
    sqlite_with_rowid=False
    )
    op.create_table('images',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('batch_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.Integer(), nullable=False),
    sa.Column('filename', sa.String(length=140), nullable=False),
    sa.Column('name_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('original_name', sa.Text(), nullable=False),
    sa.Column('pair_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=True),
    sa.Column('folder', sa.String(length=20), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('source_sha256', sa.String(length=64), nullable=False),
    sa.Column('source_name', sa.String(length=140), nullable=True),
    sa.Column('page', sa.Integer(), nullable=True),
    sa.Column('bytes', sa.BigInteger(), nullable=False),
    sa.Column('format', sa.String(length=10), nullable=False),
    sa.Column('media_type', sa.String(length=40), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('blank', sa.Boolean(), nullable=False),
    sa.Column('added_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['batches.id'], name=op.f('fk_images_batch_id_batches'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_images_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_images'))
    )
    with op.batch_alter_table('images', schema=None) as batch_op:
        batch_op.create_index('ix_images_batch_id_pair_key', ['batch_id', 'pair_key'], unique=False)
        batch_op.create_index('ix_images_batch_id_source_sha256', ['batch_id', 'source_sha256'], unique=False)
        batch_op.create_index('ix_images_card_id', ['card_id', 'side'], unique=False)
        batch_op.create_index('uq_images_batch_id_name_key', ['batch_id', 'name_key'], unique=True)

    op.create_table('readings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('engine', sa.String(length=60), nullable=False),
    sa.Column('model', sa.String(length=200), nullable=True),
    sa.Column('success', sa.Boolean(), nullable=False),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('cause', sa.String(length=60), nullable=True),
    sa.Column('duration', sa.Float(), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.Column('values', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('layout', sa.LargeBinary(), nullable=True),
    sa.Column('raw', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_readings_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_readings'))
    )
    with op.batch_alter_table('readings', schema=None) as batch_op:
        batch_op.create_index('ix_readings_card_id', ['card_id'], unique=False)

    op.create_table('reviews',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=200), nullable=False),
    sa.Column('verdict', sa.String(length=12), nullable=True),
    sa.Column('value', sa.Text(), nullable=True),
    sa.Column('previous', sa.Text(), nullable=True),
    sa.Column('machine', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('created_at', app.models.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_reviews_card_id_cards'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews'))
    )
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.create_index('ix_reviews_card_id', ['card_id'], unique=False)

    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE search")
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_index('ix_reviews_card_id')

    op.drop_table('reviews')
    with op.batch_alter_table('readings', schema=None) as batch_op:
        batch_op.drop_index('ix_readings_card_id')

    op.drop_table('readings')
    with op.batch_alter_table('images', schema=None) as batch_op:
        batch_op.drop_index('uq_images_batch_id_name_key')
        batch_op.drop_index('ix_images_card_id')
        batch_op.drop_index('ix_images_batch_id_source_sha256')
        batch_op.drop_index('ix_images_batch_id_pair_key')

    op.drop_table('images')
    op.drop_table('cells')
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.drop_index('uq_cards_batch_id_filename')
        batch_op.drop_index('ix_cards_pending', sqlite_where=sa.text("status = 'pending'"), postgresql_where=sa.text("status = 'pending'"))
        batch_op.drop_index('ix_cards_batch_id_order_key')

    op.drop_table('cards')
    with op.batch_alter_table('batches', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_batches_status'))
        batch_op.drop_index(batch_op.f('ix_batches_created_at'))

    op.drop_table('batches')
    op.drop_table('templates')
