"""Appointments that come back."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("receiver", sa.String(26), nullable=False),
        sa.Column("volunteer", sa.String(26)),
        sa.Column("programme", sa.String(60), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("first_at", UtcTime(), nullable=False),
        sa.Column("zone", sa.String(60), nullable=False),
        sa.Column("rhythm", sa.String(20), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("language", sa.String(5), nullable=False),
        sa.Column("form", sa.String(20), nullable=False),
        sa.Column("wish_sealed", sa.LargeBinary(), nullable=False),
    )
    for name in ("receiver", "volunteer"):
        op.create_index(f"ix_series_{name}", "series", [name])
    with op.batch_alter_table("appointments") as table:
        table.add_column(sa.Column("series", sa.String(26)))
        table.add_column(sa.Column("part", sa.String(10), nullable=False, server_default=""))
        table.alter_column("part", server_default=None)
    op.create_index("ix_appointments_series", "appointments", ["series"])


def downgrade() -> None:
    op.drop_index("ix_appointments_series", "appointments")
    with op.batch_alter_table("appointments") as table:
        table.drop_column("part")
        table.drop_column("series")
    op.drop_table("series")
