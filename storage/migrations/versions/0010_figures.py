"""What was counted each week, what of it may be shown, and what coordinators turn on and off."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "weekly_figures",
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("counts", Plain(), nullable=False),
        sa.Column("released", Plain(), nullable=False),
        sa.PrimaryKeyConstraint("programme", "week", name=op.f("pk_weekly_figures")),
    )
    op.create_table(
        "switches",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_switches")),
    )


def downgrade() -> None:
    op.drop_table("switches")
    op.drop_table("weekly_figures")
