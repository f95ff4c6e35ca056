"""Anonymous check-ins: who may be asked, what waits for others', and answers that are nobody's."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("person", sa.String(26), nullable=False),
        sa.Column("who", sa.String(10), nullable=False),
        sa.Column("state_sealed", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_check_ins_person", "check_ins", ["person"])
    op.create_table(
        "check_in_pools",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("pool_sealed", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "check_in_answers",
        sa.Column("key", sa.String(26), primary_key=True),
        sa.Column("programme", sa.String(60), nullable=False),
        sa.Column("round", sa.String(20), nullable=False),
        sa.Column("item", sa.String(60), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(8), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("check_in_answers")
    op.drop_table("check_in_pools")
    op.drop_index("ix_check_ins_person", "check_ins")
    op.drop_table("check_ins")
