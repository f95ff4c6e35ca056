"""Volunteers' timetables, and shifts somebody wants to give away."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain, UtcTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shift_plans",
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("timetable", Plain(), nullable=False),
        sa.Column("fit_for_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("volunteer", name=op.f("pk_shift_plans")),
    )
    op.create_index(op.f("ix_shift_plans_programme"), "shift_plans", ["programme"], unique=False)
    op.create_table(
        "shift_swaps",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("begins_at", UtcTime(), nullable=False),
        sa.Column("ends_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_swaps")),
    )
    op.create_index(op.f("ix_shift_swaps_volunteer"), "shift_swaps", ["volunteer"], unique=False)


def downgrade() -> None:
    for name in ("shift_swaps", "shift_plans"):
        op.drop_table(name)
