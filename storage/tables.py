"""Every table. The only module with column definitions; docs/data.md says what each is for.

`*_sealed` columns open only with the vault's key and only at their own row; `*_index` columns are
keyed hashes. Nothing else here may hold an address or somebody's words: a guard test looks.
"""

from typing import Any

import sqlalchemy as sa

from storage.columns import Plain, UtcTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = sa.String(26)
COUNTED = sa.BigInteger().with_variant(sa.Integer, "sqlite")  # numbers itself, in order


def _where(condition: sa.ColumnElement[bool]) -> dict[str, Any]:
    return {"sqlite_where": condition, "postgresql_where": condition}


inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("event", ID, primary_key=True),  # keyed hash of the event's id
    sa.Column("at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("platform", sa.String(20), nullable=False),
    sa.Column("address_index", ID, nullable=False, unique=True),
    sa.Column("address_sealed", sa.LargeBinary, nullable=False),
    sa.Column("place_sealed", sa.LargeBinary),
    sa.Column("language", sa.String(5), nullable=False),
    sa.Column("language_known", sa.Boolean, nullable=False),
    sa.Column("zone", sa.String(40), nullable=False),
    sa.Column("consented_at", UtcTime),
    sa.Column("is_coordinator", sa.Boolean, nullable=False),
    sa.Column("made_by", sa.String(10), nullable=False),  # how they came to coordinate
    sa.Column("holds", Plain, nullable=False),  # roles they were last seen with where they are
    sa.Column("reachable", sa.Boolean, nullable=False),
    sa.Column("seen_at", UtcTime, nullable=False),
)

volunteers = sa.Table(
    "volunteers",
    metadata,
    sa.Column("person", ID, primary_key=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("steps_done", Plain, nullable=False),
    sa.Column("topics_sealed", sa.LargeBinary, nullable=False),
    sa.Column("languages", Plain, nullable=False),
    sa.Column("forms", Plain, nullable=False),
    sa.Column("zone", sa.String(40), nullable=False),
    sa.Column("limits", Plain, nullable=False),
    sa.Column("on_duty_since", UtcTime),
    sa.Column("on_duty_until", UtcTime, index=True),
    sa.Column("last_contact_at", UtcTime),
    sa.Column("rest_until", UtcTime),
    sa.Column("by_role", sa.Boolean, nullable=False),
    sa.UniqueConstraint("programme", "name"),
)

duties = sa.Table(
    "duties",
    metadata,
    sa.Column("volunteer", ID, primary_key=True),
    sa.Column("began_at", UtcTime, primary_key=True),
    sa.Column("ended_at", UtcTime),
)

shift_plans = sa.Table(
    "shift_plans",
    metadata,
    sa.Column("volunteer", ID, primary_key=True),
    sa.Column("programme", sa.String(60), nullable=False, index=True),
    sa.Column("zone", sa.String(40), nullable=False),
    sa.Column("timetable", Plain, nullable=False),  # rules, single days, days away
    sa.Column("fit_for_at", UtcTime),  # when the shift begins that they are fit for
)

shift_swaps = sa.Table(
    "shift_swaps",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("volunteer", ID, nullable=False, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("begins_at", UtcTime, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False),
)

requests = sa.Table(
    "requests",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(6), nullable=False, unique=True),
    sa.Column("receiver", ID, nullable=False, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("opened_at", UtcTime, nullable=False),
    sa.Column("waiting_since", UtcTime, nullable=False),
    sa.Column("language", sa.String(5), nullable=False),
    sa.Column("form", sa.String(20), nullable=False),
    sa.Column("wish_sealed", sa.LargeBinary, nullable=False),  # topics and the note
    sa.Column("wave", sa.Integer, nullable=False),
    sa.Column("signs", sa.Integer, nullable=False),
    sa.Column("front", sa.Boolean, nullable=False),
    sa.Column("wished_for", ID),
    sa.Column("outcome", sa.String(20), nullable=False),
)
_waiting = requests.c.status.in_(["open", "offered"])
sa.Index("uq_requests_one_waiting", requests.c.receiver, unique=True, **_where(_waiting))
sa.Index("ix_requests_waiting", requests.c.waiting_since, **_where(_waiting))

call_backs = sa.Table(
    "call_backs",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("receiver", ID, nullable=False, unique=True),
    sa.Column("programme", sa.String(60), nullable=False, index=True),
    sa.Column("kept_at", UtcTime, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False),
    sa.Column("asks", sa.Integer, nullable=False),
    sa.Column("asked_until_at", UtcTime),
    sa.Column("not_before_at", UtcTime),
    sa.Column("wish_sealed", sa.LargeBinary, nullable=False),  # when, and what about
)

offers = sa.Table(
    "offers",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("request", ID, nullable=False, index=True),
    sa.Column("volunteer", ID, nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("put_at", UtcTime, nullable=False),
    sa.Column("lapses_at", UtcTime, nullable=False),
    sa.Column("by_hand", sa.Boolean, nullable=False),
    sa.Index("ix_offers_volunteer_put_at", "volunteer", "put_at"),
)
_pending = offers.c.status == "pending"
sa.Index("uq_offers_one_pending", offers.c.volunteer, unique=True, **_where(_pending))

contacts = sa.Table(
    "contacts",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(6), nullable=False, unique=True),
    sa.Column("request", ID, nullable=False, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("receiver", ID, nullable=False),
    sa.Column("volunteer", ID, nullable=False),
    sa.Column("receiver_name", sa.String(40), nullable=False),
    sa.Column("volunteer_name", sa.String(40), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("began_at", UtcTime, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False),
    sa.Column("ended_at", UtcTime),
    sa.Column("ended_by", sa.String(20)),
    sa.Column("extended", sa.Boolean, nullable=False),
    sa.Column("volunteer_spoke", sa.Boolean, nullable=False),
    sa.Column("receiver_spoke", sa.Boolean, nullable=False),
    sa.Column("room_wanted_by", ID),
    sa.Column("room_sealed", sa.LargeBinary),  # the shared room, while we are in it
    sa.Column("room_entered", Plain),  # which of the two came in
    sa.Index("ix_contacts_receiver_began_at", "receiver", "began_at"),
    sa.Index("ix_contacts_volunteer_began_at", "volunteer", "began_at"),
)
_in_touch = contacts.c.status == "open"
sa.Index("uq_contacts_one_giver", contacts.c.volunteer, unique=True, **_where(_in_touch))
sa.Index("uq_contacts_one_receiver", contacts.c.receiver, unique=True, **_where(_in_touch))

appointments = sa.Table(
    "appointments",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(6), nullable=False, unique=True),
    sa.Column("receiver", ID, nullable=False, index=True),
    sa.Column("volunteer", ID, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("begins_at", UtcTime, nullable=False, index=True),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("sought_since", UtcTime, nullable=False),
    sa.Column("language", sa.String(5), nullable=False),
    sa.Column("form", sa.String(20), nullable=False),
    sa.Column("wish_sealed", sa.LargeBinary, nullable=False),  # topics and the note
    sa.Column("wished_for", ID),
    sa.Column("wave", sa.Integer, nullable=False),
    sa.Column("front", sa.Boolean, nullable=False),
    sa.Column("contact", ID, index=True),  # what it became
    sa.Column("changes", sa.Integer, nullable=False),  # how often calendars were told
    sa.Column("series", ID, index=True),
    sa.Column("part", sa.String(10), nullable=False),  # in its series: alone, leads, waits
)

series = sa.Table(
    "series",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("receiver", ID, nullable=False, index=True),
    sa.Column("volunteer", ID, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("first_at", UtcTime, nullable=False),
    sa.Column("zone", sa.String(60), nullable=False),  # whose clock it keeps to
    sa.Column("rhythm", sa.String(20), nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("made", sa.Integer, nullable=False),  # dates of it that are appointments by now
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("language", sa.String(5), nullable=False),
    sa.Column("form", sa.String(20), nullable=False),
    sa.Column("wish_sealed", sa.LargeBinary, nullable=False),  # topics, note, dates left out
)

appointment_offers = sa.Table(
    "appointment_offers",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("appointment", ID, nullable=False, index=True),
    sa.Column("volunteer", ID, nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("put_at", UtcTime, nullable=False),
    sa.Column("lapses_at", UtcTime, nullable=False),
)
_asked = appointment_offers.c.status == "pending"
sa.Index(
    "uq_appointment_offers_one_pending",
    appointment_offers.c.volunteer,
    unique=True,
    **_where(_asked),
)

gatherings = sa.Table(
    "gatherings",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(6), nullable=False, unique=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),  # open, or a group
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("begins_at", UtcTime, nullable=False, index=True),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("shown", sa.Boolean, nullable=False),  # to everybody on platforms that do so
    sa.Column("changes", sa.Integer, nullable=False),  # how often its time was told
    sa.Column("said_sealed", sa.LargeBinary, nullable=False),  # its name, and where
    sa.Column("room_sealed", sa.LargeBinary),  # a group's thread, while it is open
)

gathering_guests = sa.Table(
    "gathering_guests",
    metadata,
    sa.Column("gathering", ID, primary_key=True),
    sa.Column("person", ID, primary_key=True),
    sa.Column("answer", sa.String(10), nullable=False),
    sa.Index("ix_gathering_guests_person", "person"),
)

check_ins = sa.Table(
    "check_ins",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("person", ID, nullable=False, index=True),
    sa.Column("who", sa.String(10), nullable=False),  # as a receiver, a volunteer or staff
    sa.Column("state_sealed", sa.LargeBinary, nullable=False),  # all else, at even lengths
    sqlite_with_rowid=False,
)

check_in_pools = sa.Table(
    "check_in_pools",
    metadata,
    sa.Column("id", ID, primary_key=True),  # keyed hash of programme, whom, and round
    sa.Column("kind", sa.String(10), nullable=False),  # answers or words
    sa.Column("pool_sealed", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

check_in_answers = sa.Table(
    "check_in_answers",
    metadata,
    sa.Column("key", ID, primary_key=True),  # chance, and nothing else; rows lie in its order
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("round", sa.String(20), nullable=False),
    sa.Column("item", sa.String(60), nullable=False),
    sa.Column("value", sa.Integer, nullable=False),
    sa.Column("week", sa.String(8), nullable=False),  # in which it was let out, with others
    sa.Index("ix_check_in_answers_programme_week", "programme", "week"),
    sqlite_with_rowid=False,
)

reminder_wishes = sa.Table(
    "reminder_wishes",
    metadata,
    sa.Column("person", ID, primary_key=True),
    sa.Column("leads", Plain, nullable=False),  # minutes before, the longest first
)

contact_ways = sa.Table(
    "contact_ways",
    metadata,
    sa.Column("id", ID, primary_key=True),  # keyed hash of the two that follow
    sa.Column("appointment", ID, nullable=False, index=True),
    sa.Column("person", ID, nullable=False, index=True),
    sa.Column("way_sealed", sa.LargeBinary, nullable=False),
)

safety_checks = sa.Table(
    "safety_checks",
    metadata,
    sa.Column("appointment", ID, primary_key=True),
    sa.Column("person", ID, primary_key=True),
    sa.Column("step", sa.String(10), nullable=False),
    sa.Column("asked", sa.Integer, nullable=False),  # times
)

never_again = sa.Table(
    "never_again",
    metadata,
    sa.Column("pair", ID, primary_key=True),  # keyed hash of the two addresses' hashes
    sqlite_with_rowid=False,
)

dialogues = sa.Table(
    "dialogues",
    metadata,
    sa.Column("person", ID, primary_key=True),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("step", sa.String(40), nullable=False),
    sa.Column("answers_sealed", sa.LargeBinary, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("seq", COUNTED, primary_key=True),  # the order they were asked in
    sa.Column("id", ID, nullable=False, unique=True),
    sa.Column("person", ID, index=True),  # null: asked in a coordinators' room
    sa.Column("programme", sa.String(60)),
    sa.Column("text", sa.String(60), nullable=False),
    sa.Column("about", ID, nullable=False, index=True),
    sa.Column("code", sa.String(6), nullable=False),
    sa.Column(
        "choices_sealed", sa.LargeBinary, nullable=False
    ),  # ids, own labels, and what is kept
    sa.Column("asked_at", UtcTime, nullable=False),
    sa.Column("closed", sa.Boolean, nullable=False),
    sa.Column("message_index", ID, index=True),
    sa.Column("message_sealed", sa.LargeBinary),
)

relayed = sa.Table(
    "relayed",
    metadata,
    sa.Column("origin_index", ID, primary_key=True),
    sa.Column("contact", ID, nullable=False, index=True),
    sa.Column("sender", ID, nullable=False),
    sa.Column("origin_sealed", sa.LargeBinary, nullable=False),
    sa.Column("copy_index", ID, index=True),
    sa.Column("copy_sealed", sa.LargeBinary),
    sa.Column("at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("seq", COUNTED, primary_key=True),
    sa.Column("id", ID, nullable=False, unique=True),
    sa.Column("lane", ID, nullable=False),  # letters of one lane go out in order
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("person", ID, index=True),
    sa.Column("about", ID, nullable=False),
    sa.Column("text", sa.String(60), nullable=False),
    sa.Column("payload_sealed", sa.LargeBinary, nullable=False),
    sa.Column("due_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("lease_owner", sa.String(40)),
    sa.Column("lease_until", UtcTime),
    sa.Column("put_at", UtcTime, nullable=False),
    sa.Index("ix_outbox_lane_seq", "lane", "seq"),
    sa.Index("ix_outbox_due_at", "due_at"),
)

timers = sa.Table(
    "timers",
    metadata,
    sa.Column("kind", sa.String(40), primary_key=True),
    sa.Column("about", ID, primary_key=True),
    sa.Column("due_at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("at", UtcTime, nullable=False, index=True),
    sa.Column("programme", sa.String(60), nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("about", ID, nullable=False, index=True),
    sa.Column("numbers", Plain, nullable=False),
)

weekly_figures = sa.Table(
    "weekly_figures",
    metadata,
    sa.Column("programme", sa.String(60), primary_key=True),
    sa.Column("week", sa.String(8), primary_key=True),  # as in 2030-W02
    sa.Column("counts", Plain, nullable=False),  # of happenings, by what they are
    sa.Column("released", Plain, nullable=False),  # what of them may be shown since then
)

switches = sa.Table(
    "switches",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("is_on", sa.Boolean, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", COUNTED, primary_key=True),
    sa.Column("id", ID, nullable=False, unique=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("actor", ID, nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("subject", sa.String(60), nullable=False),
    sa.Column(
        "chain", sa.String(26), nullable=False
    ),  # keyed hash over this row and the one before
)

exceptional_days = sa.Table(
    "exceptional_days",
    metadata,
    sa.Column("programme", sa.String(60), primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),  # as in 2026-12-24
    sa.Column("hours", Plain, nullable=False),  # pairs of clock times; none is closed
)

programme_states = sa.Table(
    "programme_states",
    metadata,
    sa.Column("programme", sa.String(60), primary_key=True),
    sa.Column("paused", sa.Boolean, nullable=False),
    sa.Column("message_sealed", sa.LargeBinary),
)

memory = sa.Table(
    "memory",
    metadata,
    sa.Column("name", sa.String(120), primary_key=True),
    sa.Column("value_sealed", sa.LargeBinary, nullable=False),
)

set_aside = sa.Table(
    "set_aside",
    metadata,
    sa.Column("event", ID, primary_key=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("fault", sa.String(80), nullable=False),  # the kind of error, never its words
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("event_sealed", sa.LargeBinary, nullable=False),
)

visits = sa.Table(
    "visits",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("secret_index", ID, nullable=False, unique=True),  # of what is in the cookie
    sa.Column("account_index", ID, nullable=False, index=True),
    sa.Column("account_sealed", sa.LargeBinary, nullable=False),
    sa.Column("signed_in", sa.Boolean, nullable=False),
    sa.Column("seal_to", sa.String(44), nullable=False),  # public half of a key the cookie makes
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("began_at", UtcTime, nullable=False),
    sa.Column("seen_at", UtcTime, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False, index=True),
)

crossings = sa.Table(
    "crossings",
    metadata,
    sa.Column("person", ID, primary_key=True),
    sa.Column("contact", ID, nullable=False, index=True),
    sa.Column("account_index", ID, nullable=False, unique=True),
    sa.Column("account_sealed", sa.LargeBinary, nullable=False),
    sa.Column("told_sealed", sa.LargeBinary, nullable=False),  # what they hear when they come
    sa.Column("stands", sa.String(10), nullable=False),
)

shown = sa.Table(
    "shown",
    metadata,
    sa.Column("visit", ID, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("once_index", ID, nullable=False),  # the same letter or event is shown once
    sa.Column("message_index", ID, nullable=False),
    sa.Column("shown_sealed", sa.LargeBinary, nullable=False),  # opens with the cookie alone
    sa.Column("file_sealed", sa.LargeBinary),  # likewise
    sa.Column("at", UtcTime, nullable=False, index=True),
    sa.Index("uq_shown_once", "visit", "once_index", unique=True),
    sa.Index("ix_shown_message", "visit", "message_index"),
)

uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("upload_sealed", sa.LargeBinary, nullable=False),  # opens with its handle alone
    sa.Column("at", UtcTime, nullable=False, index=True),
)

ways_in = sa.Table(
    "ways_in",
    metadata,
    sa.Column("key_index", ID, primary_key=True),
    sa.Column("kind", sa.String(10), nullable=False),  # link or phrase
    sa.Column("account_index", ID, nullable=False, index=True),
    sa.Column("account_sealed", sa.LargeBinary, nullable=False),
    sa.Column("coordinates", sa.Boolean, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

calendar_feeds = sa.Table(
    "calendar_feeds",
    metadata,
    sa.Column("key_index", ID, primary_key=True),  # the secret itself is nowhere
    sa.Column("person", ID, nullable=False, unique=True),
    sa.Column("made_at", UtcTime, nullable=False),
    sqlite_with_rowid=False,
)

SEALED: tuple[tuple[sa.Table, sa.Column[str], sa.Column[bytes]], ...] = (
    (people, people.c.id, people.c.address_sealed),
    (people, people.c.id, people.c.place_sealed),
    (volunteers, volunteers.c.person, volunteers.c.topics_sealed),
    (requests, requests.c.id, requests.c.wish_sealed),
    (call_backs, call_backs.c.id, call_backs.c.wish_sealed),
    (contacts, contacts.c.id, contacts.c.room_sealed),
    (appointments, appointments.c.id, appointments.c.wish_sealed),
    (series, series.c.id, series.c.wish_sealed),
    (contact_ways, contact_ways.c.id, contact_ways.c.way_sealed),
    (gatherings, gatherings.c.id, gatherings.c.said_sealed),
    (gatherings, gatherings.c.id, gatherings.c.room_sealed),
    (check_ins, check_ins.c.id, check_ins.c.state_sealed),
    (check_in_pools, check_in_pools.c.id, check_in_pools.c.pool_sealed),
    (dialogues, dialogues.c.person, dialogues.c.answers_sealed),
    (questions, questions.c.id, questions.c.choices_sealed),
    (questions, questions.c.id, questions.c.message_sealed),
    (relayed, relayed.c.origin_index, relayed.c.origin_sealed),
    (relayed, relayed.c.origin_index, relayed.c.copy_sealed),
    (outbox, outbox.c.id, outbox.c.payload_sealed),
    (programme_states, programme_states.c.programme, programme_states.c.message_sealed),
    (memory, memory.c.name, memory.c.value_sealed),
    (set_aside, set_aside.c.event, set_aside.c.event_sealed),
    (visits, visits.c.id, visits.c.account_sealed),
    (ways_in, ways_in.c.key_index, ways_in.c.account_sealed),
    (crossings, crossings.c.person, crossings.c.account_sealed),
    (crossings, crossings.c.person, crossings.c.told_sealed),
)
"""Every column the vault seals, with its table and the column that names its row; key rotation walks this."""

NOT_OURS_TO_OPEN: tuple[sa.Column[bytes], ...] = (
    shown.c.shown_sealed,
    shown.c.file_sealed,
    uploads.c.upload_sealed,
)
"""Sealed with keys that are not in the vault: a visitor's cookie makes them, or a handle carries them."""
