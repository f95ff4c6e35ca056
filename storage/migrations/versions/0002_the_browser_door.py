"""The browser door: visits, what they were shown, files on their way, and ways in."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("secret_index", sa.String(length=26), nullable=False),
        sa.Column("account_index", sa.String(length=26), nullable=False),
        sa.Column("account_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("signed_in", sa.Boolean(), nullable=False),
        sa.Column("seal_to", sa.String(length=44), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("began_at", UtcTime(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=False),
        sa.Column("ends_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
        sa.UniqueConstraint("secret_index", name=op.f("uq_visits_secret_index")),
    )
    op.create_index(op.f("ix_visits_account_index"), "visits", ["account_index"], unique=False)
    op.create_index(op.f("ix_visits_ends_at"), "visits", ["ends_at"], unique=False)
    op.create_table(
        "shown",
        sa.Column("visit", sa.String(length=26), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("once_index", sa.String(length=26), nullable=False),
        sa.Column("message_index", sa.String(length=26), nullable=False),
        sa.Column("shown_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("file_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("visit", "seq", name=op.f("pk_shown")),
    )
    op.create_index(op.f("ix_shown_at"), "shown", ["at"], unique=False)
    op.create_index("ix_shown_message", "shown", ["visit", "message_index"], unique=False)
    op.create_index("uq_shown_once", "shown", ["visit", "once_index"], unique=True)
    op.create_table(
        "uploads",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("upload_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uploads")),
    )
    op.create_index(op.f("ix_uploads_at"), "uploads", ["at"], unique=False)
    op.create_table(
        "ways_in",
        sa.Column("key_index", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("account_index", sa.String(length=26), nullable=False),
        sa.Column("account_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("coordinates", sa.Boolean(), nullable=False),
        sa.Column("ends_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("key_index", name=op.f("pk_ways_in")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ways_in_account_index"), "ways_in", ["account_index"], unique=False)
    op.create_index(op.f("ix_ways_in_ends_at"), "ways_in", ["ends_at"], unique=False)


def downgrade() -> None:
    for name in ("ways_in", "uploads", "shown", "visits"):
        op.drop_table(name)
