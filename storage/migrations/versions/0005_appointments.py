"""Appointments, and which volunteers were asked for them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("receiver", sa.String(length=26), nullable=False),
        sa.Column("volunteer", sa.String(length=26), nullable=True),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("begins_at", UtcTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("sought_since", UtcTime(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("wish_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("wished_for", sa.String(length=26), nullable=True),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("front", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.String(length=26), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        sa.UniqueConstraint("code", name=op.f("uq_appointments_code")),
    )
    for column in ("receiver", "volunteer", "begins_at", "contact"):
        op.create_index(op.f(f"ix_appointments_{column}"), "appointments", [column], unique=False)
    op.create_table(
        "appointment_offers",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("appointment", sa.String(length=26), nullable=False),
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("put_at", UtcTime(), nullable=False),
        sa.Column("lapses_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_offers")),
    )
    op.create_index(
        op.f("ix_appointment_offers_appointment"),
        "appointment_offers",
        ["appointment"],
        unique=False,
    )
    pending = sa.text("status = 'pending'")
    op.create_index(
        "uq_appointment_offers_one_pending",
        "appointment_offers",
        ["volunteer"],
        unique=True,
        sqlite_where=pending,
        postgresql_where=pending,
    )


def downgrade() -> None:
    op.drop_table("appointment_offers")
    op.drop_table("appointments")
