"""What the tables promise by their shape."""

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.columns import Plain, UtcTime
from storage.tables import ID, NOT_OURS_TO_OPEN, SEALED, metadata
from tests.storage.twin import POSTGRESQL

EVERY_COLUMN = [column for table in metadata.sorted_tables for column in table.c]
OURS = frozenset(
    # Words of ours or of a coordinator's pseudonym list, not anybody's own. Whoever adds a text
    # column looks at this list, and thinks whether it should be sealed instead.
    {
        "people.platform", "people.language", "people.zone", "people.made_by", "people.holds",
        "volunteers.programme", "volunteers.name", "volunteers.status", "volunteers.zone",
        "volunteers.steps_done", "volunteers.languages", "volunteers.forms", "volunteers.limits",
        "shift_plans.programme", "shift_plans.zone", "shift_plans.timetable", "shift_swaps.programme",
        "call_backs.programme",
        "requests.code", "requests.programme", "requests.status", "requests.language",
        "requests.form", "requests.outcome",
        "offers.status",
        "contacts.code", "contacts.programme", "contacts.receiver_name", "contacts.volunteer_name",
        "contacts.status", "contacts.ended_by", "contacts.room_entered",
        "appointments.code", "appointments.programme", "appointments.status",
        "appointments.language", "appointments.form", "appointments.part",
        "series.programme", "series.status", "series.zone", "series.rhythm", "series.language",
        "series.form", "appointment_offers.status",
        "gatherings.code", "gatherings.programme", "gatherings.kind", "gatherings.status",
        "gathering_guests.answer",
        "reminder_wishes.leads", "safety_checks.step",
        "check_ins.who", "check_in_pools.kind", "check_in_answers.programme",
        "check_in_answers.round", "check_in_answers.item", "check_in_answers.week",
        "dialogues.name", "dialogues.step",
        "questions.programme", "questions.text", "questions.code",
        "outbox.kind", "outbox.text", "outbox.lease_owner",
        "timers.kind",
        "journal.programme", "journal.action", "journal.numbers",
        "weekly_figures.programme", "weekly_figures.week", "weekly_figures.counts",
        "weekly_figures.released", "switches.name",
        "audit.action", "audit.subject", "audit.chain",
        "programme_states.programme",
        "exceptional_days.programme", "exceptional_days.day", "exceptional_days.hours",
        "memory.name",
        "set_aside.kind", "set_aside.fault",
        "visits.seal_to", "ways_in.kind", "crossings.stands",
    }
)  # fmt: skip


def test_every_column_of_bytes_is_sealed_and_said_to_be():
    for column in EVERY_COLUMN:
        is_bytes = isinstance(column.type, sa.LargeBinary)
        assert is_bytes == column.name.endswith("_sealed"), str(column)


def test_every_sealed_column_is_walked_when_the_key_is_rotated():
    walked = {column for _, _, column in SEALED}

    sealed = {c for c in EVERY_COLUMN if isinstance(c.type, sa.LargeBinary)}
    assert walked == sealed - set(NOT_OURS_TO_OPEN)
    assert not walked & set(NOT_OURS_TO_OPEN)
    for table, row, column in SEALED:
        assert row.table is table and column.table is table
        unique = {c.name for c in table.primary_key} == {row.name} or row.unique
        assert unique, f"{row} must name one row"


def test_no_column_holds_open_text_that_nobody_thought_about():
    open_text = {
        str(column)
        for column in EVERY_COLUMN
        if isinstance(column.type, sa.String | Plain) and column.type is not ID
    }

    assert open_text == OURS


def test_every_moment_is_kept_with_its_zone():
    for column in EVERY_COLUMN:
        assert not isinstance(column.type, sa.DateTime), str(column)
        if column.name.endswith("_at") or column.name == "at":
            assert isinstance(column.type, UtcTime), str(column)


def test_postgresql_can_have_every_table_and_index():
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=POSTGRESQL))
        assert table.name in made and "ROWID" not in made
        for index in table.indexes:
            said = str(CreateIndex(index).compile(dialect=POSTGRESQL))
            partial = index.dialect_options["sqlite"]["where"] is not None
            assert ("WHERE" in said) == partial, said
