"""Answers are found by their week, when it is counted."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_check_in_answers_programme_week", "check_in_answers", ["programme", "week"])


def downgrade() -> None:
    op.drop_index("ix_check_in_answers_programme_week", "check_in_answers")
