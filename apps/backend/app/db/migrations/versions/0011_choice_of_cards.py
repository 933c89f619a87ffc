"""which cards a comparison was made on"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0011'
down_revision: str | None = '0010'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('comparisons', sa.Column('choice', sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column('comparisons', 'choice')
