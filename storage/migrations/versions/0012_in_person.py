"""Appointments by voice and in person: how to reach each other, and whether people are well."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contact_ways",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("appointment", sa.String(26), nullable=False),
        sa.Column("person", sa.String(26), nullable=False),
        sa.Column("way_sealed", sa.LargeBinary(), nullable=False),
    )
    for name in ("appointment", "person"):
        op.create_index(f"ix_contact_ways_{name}", "contact_ways", [name])
    op.create_table(
        "safety_checks",
        sa.Column("appointment", sa.String(26), primary_key=True),
        sa.Column("person", sa.String(26), primary_key=True),
        sa.Column("step", sa.String(10), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("safety_checks")
    op.drop_table("contact_ways")
