"""How people want to be reminded of their appointments."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminder_wishes",
        sa.Column("person", sa.String(length=26), nullable=False),
        sa.Column("leads", Plain(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_reminder_wishes")),
    )


def downgrade() -> None:
    op.drop_table("reminder_wishes")
