"""People's own calendars can be read by a program of theirs."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("key_index", sa.String(length=26), nullable=False),
        sa.Column("person", sa.String(length=26), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("key_index", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("person", name=op.f("uq_calendar_feeds_person")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("calendar_feeds")
