"""How somebody came to coordinate, and what a role they hold where they are gives them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("made_by", sa.String(10), nullable=False, server_default=""))
        people.add_column(sa.Column("holds", Plain(), nullable=False, server_default="[]"))
        people.alter_column("made_by", server_default=None)
        people.alter_column("holds", server_default=None)
    op.execute(sa.text("UPDATE people SET made_by = 'earlier' WHERE is_coordinator"))
    with op.batch_alter_table("volunteers") as volunteers:
        volunteers.add_column(
            sa.Column("by_role", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        volunteers.alter_column("by_role", server_default=None)


def downgrade() -> None:
    op.drop_column("volunteers", "by_role")
    op.drop_column("people", "holds")
    op.drop_column("people", "made_by")
