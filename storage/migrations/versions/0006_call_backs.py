"""Receivers who would rather be asked later than wait."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call_backs",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("receiver", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("kept_at", UtcTime(), nullable=False),
        sa.Column("ends_at", UtcTime(), nullable=False),
        sa.Column("asks", sa.Integer(), nullable=False),
        sa.Column("asked_until_at", UtcTime(), nullable=True),
        sa.Column("not_before_at", UtcTime(), nullable=True),
        sa.Column("wish_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_backs")),
        sa.UniqueConstraint("receiver", name=op.f("uq_call_backs_receiver")),
    )
    op.create_index(op.f("ix_call_backs_programme"), "call_backs", ["programme"], unique=False)


def downgrade() -> None:
    op.drop_table("call_backs")
