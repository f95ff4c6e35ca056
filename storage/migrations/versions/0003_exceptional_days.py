"""Days for which coordinators decided other opening hours."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exceptional_days",
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("hours", Plain(), nullable=False),
        sa.PrimaryKeyConstraint("programme", "day", name=op.f("pk_exceptional_days")),
    )


def downgrade() -> None:
    op.drop_table("exceptional_days")
