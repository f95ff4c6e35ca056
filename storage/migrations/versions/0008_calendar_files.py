"""How often people's calendars were told of an appointment."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("appointments") as table:
        table.add_column(sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
        table.alter_column("changes", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("appointments") as table:
        table.drop_column("changes")
