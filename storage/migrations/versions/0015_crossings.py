"""Contacts that go on at our page, for people whose platform passes no words on."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "crossings",
        sa.Column("person", sa.String(26), primary_key=True),
        sa.Column("contact", sa.String(26), nullable=False),
        sa.Column("account_index", sa.String(26), nullable=False),
        sa.Column("account_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("stands", sa.String(10), nullable=False),
        sa.UniqueConstraint("account_index", name="uq_crossings_account_index"),
    )
    op.create_index("ix_crossings_contact", "crossings", ["contact"])


def downgrade() -> None:
    op.drop_table("crossings")
