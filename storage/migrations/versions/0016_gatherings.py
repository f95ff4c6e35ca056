"""Gatherings: open to everybody, or a group of those who were asked."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gatherings",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("programme", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("begins_at", UtcTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("said_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("room_sealed", sa.LargeBinary()),
        sa.UniqueConstraint("code", name="uq_gatherings_code"),
    )
    op.create_index("ix_gatherings_begins_at", "gatherings", ["begins_at"])
    op.create_table(
        "gathering_guests",
        sa.Column("gathering", sa.String(26), primary_key=True),
        sa.Column("person", sa.String(26), primary_key=True),
        sa.Column("answer", sa.String(10), nullable=False),
    )
    op.create_index("ix_gathering_guests_person", "gathering_guests", ["person"])


def downgrade() -> None:
    op.drop_table("gathering_guests")
    op.drop_table("gatherings")
