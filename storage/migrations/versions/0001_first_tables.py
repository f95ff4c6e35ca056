"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Plain, UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("actor", sa.String(length=26), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("chain", sa.String(length=26), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sa.UniqueConstraint("id", name=op.f("uq_audit_id")),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("request", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("receiver", sa.String(length=26), nullable=False),
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("receiver_name", sa.String(length=40), nullable=False),
        sa.Column("volunteer_name", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("began_at", UtcTime(), nullable=False),
        sa.Column("ends_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.Column("ended_by", sa.String(length=20), nullable=True),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("volunteer_spoke", sa.Boolean(), nullable=False),
        sa.Column("receiver_spoke", sa.Boolean(), nullable=False),
        sa.Column("room_wanted_by", sa.String(length=26), nullable=True),
        sa.Column("room_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("room_entered", Plain(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("code", name=op.f("uq_contacts_code")),
    )
    op.create_index(
        "ix_contacts_receiver_began_at", "contacts", ["receiver", "began_at"], unique=False
    )
    op.create_index(op.f("ix_contacts_request"), "contacts", ["request"], unique=False)
    op.create_index(
        "ix_contacts_volunteer_began_at", "contacts", ["volunteer", "began_at"], unique=False
    )
    op.create_index(
        "uq_contacts_one_giver",
        "contacts",
        ["volunteer"],
        unique=True,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "uq_contacts_one_receiver",
        "contacts",
        ["receiver"],
        unique=True,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_table(
        "dialogues",
        sa.Column("person", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_dialogues")),
    )
    op.create_table(
        "duties",
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("began_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("volunteer", "began_at", name=op.f("pk_duties")),
    )
    op.create_table(
        "inbox",
        sa.Column("event", sa.String(length=26), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_inbox")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_inbox_at"), "inbox", ["at"], unique=False)
    op.create_table(
        "journal",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=26), nullable=False),
        sa.Column("numbers", Plain(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_about"), "journal", ["about"], unique=False)
    op.create_index(op.f("ix_journal_at"), "journal", ["at"], unique=False)
    op.create_table(
        "memory",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_memory")),
    )
    op.create_table(
        "never_again",
        sa.Column("pair", sa.String(length=26), nullable=False),
        sa.PrimaryKeyConstraint("pair", name=op.f("pk_never_again")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offers",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("request", sa.String(length=26), nullable=False),
        sa.Column("volunteer", sa.String(length=26), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("put_at", UtcTime(), nullable=False),
        sa.Column("lapses_at", UtcTime(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
    )
    op.create_index(op.f("ix_offers_request"), "offers", ["request"], unique=False)
    op.create_index("ix_offers_volunteer_put_at", "offers", ["volunteer", "put_at"], unique=False)
    op.create_index(
        "uq_offers_one_pending",
        "offers",
        ["volunteer"],
        unique=True,
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("lane", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("person", sa.String(length=26), nullable=True),
        sa.Column("about", sa.String(length=26), nullable=False),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_owner", sa.String(length=40), nullable=True),
        sa.Column("lease_until", UtcTime(), nullable=True),
        sa.Column("put_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
    )
    op.create_index("ix_outbox_due_at", "outbox", ["due_at"], unique=False)
    op.create_index("ix_outbox_lane_seq", "outbox", ["lane", "seq"], unique=False)
    op.create_index(op.f("ix_outbox_person"), "outbox", ["person"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("address_index", sa.String(length=26), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("place_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("language_known", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("consented_at", UtcTime(), nullable=True),
        sa.Column("is_coordinator", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("address_index", name=op.f("uq_people_address_index")),
    )
    op.create_table(
        "programme_states",
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("message_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_programme_states")),
    )
    op.create_table(
        "questions",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("person", sa.String(length=26), nullable=True),
        sa.Column("programme", sa.String(length=60), nullable=True),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("choices_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", UtcTime(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("message_index", sa.String(length=26), nullable=True),
        sa.Column("message_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_questions")),
        sa.UniqueConstraint("id", name=op.f("uq_questions_id")),
    )
    op.create_index(op.f("ix_questions_about"), "questions", ["about"], unique=False)
    op.create_index(
        op.f("ix_questions_message_index"), "questions", ["message_index"], unique=False
    )
    op.create_index(op.f("ix_questions_person"), "questions", ["person"], unique=False)
    op.create_table(
        "relayed",
        sa.Column("origin_index", sa.String(length=26), nullable=False),
        sa.Column("contact", sa.String(length=26), nullable=False),
        sa.Column("sender", sa.String(length=26), nullable=False),
        sa.Column("origin_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("copy_index", sa.String(length=26), nullable=True),
        sa.Column("copy_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("origin_index", name=op.f("pk_relayed")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_relayed_at"), "relayed", ["at"], unique=False)
    op.create_index(op.f("ix_relayed_contact"), "relayed", ["contact"], unique=False)
    op.create_index(op.f("ix_relayed_copy_index"), "relayed", ["copy_index"], unique=False)
    op.create_table(
        "requests",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("receiver", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("opened_at", UtcTime(), nullable=False),
        sa.Column("waiting_since", UtcTime(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("wish_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("signs", sa.Integer(), nullable=False),
        sa.Column("front", sa.Boolean(), nullable=False),
        sa.Column("wished_for", sa.String(length=26), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("code", name=op.f("uq_requests_code")),
    )
    op.create_index(op.f("ix_requests_receiver"), "requests", ["receiver"], unique=False)
    op.create_index(
        "ix_requests_waiting",
        "requests",
        ["waiting_since"],
        unique=False,
        sqlite_where=sa.text("status IN ('open', 'offered')"),
        postgresql_where=sa.text("status IN ('open', 'offered')"),
    )
    op.create_index(
        "uq_requests_one_waiting",
        "requests",
        ["receiver"],
        unique=True,
        sqlite_where=sa.text("status IN ('open', 'offered')"),
        postgresql_where=sa.text("status IN ('open', 'offered')"),
    )
    op.create_table(
        "set_aside",
        sa.Column("event", sa.String(length=26), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("fault", sa.String(length=80), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("event_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "timers",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=26), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "about", name=op.f("pk_timers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_timers_due_at"), "timers", ["due_at"], unique=False)
    op.create_table(
        "volunteers",
        sa.Column("person", sa.String(length=26), nullable=False),
        sa.Column("programme", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("steps_done", Plain(), nullable=False),
        sa.Column("topics_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("languages", Plain(), nullable=False),
        sa.Column("forms", Plain(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("limits", Plain(), nullable=False),
        sa.Column("on_duty_since", UtcTime(), nullable=True),
        sa.Column("on_duty_until", UtcTime(), nullable=True),
        sa.Column("last_contact_at", UtcTime(), nullable=True),
        sa.Column("rest_until", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("programme", "name", name=op.f("uq_volunteers_programme_name")),
    )
    op.create_index(
        op.f("ix_volunteers_on_duty_until"), "volunteers", ["on_duty_until"], unique=False
    )


def downgrade() -> None:
    """Take them away again."""
    for name in (
        "audit",
        "contacts",
        "dialogues",
        "duties",
        "inbox",
        "journal",
        "memory",
        "never_again",
        "offers",
        "outbox",
        "people",
        "programme_states",
        "questions",
        "relayed",
        "requests",
        "set_aside",
        "timers",
        "volunteers",
    ):
        op.drop_table(name)
