"""The bot is off for three days in which five hundred reminders come due."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio
import sqlalchemy as sa

from bot.domain import booking
from bot.domain.appointment import USUAL_REMINDERS, Appointment
from bot.domain.decision import Decision, StartTimer
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.rehearsal.town import Town
from bot.runtime.carrying_out import carry_out
from bot.texts.moments import told
from handlers.appointment import reminders
from storage import people, set_aside, tables
from storage.database import Transaction
from tests.faults.playing import BEGINS_AT
from tests.stories.story_town import StoryTown

APPOINTMENTS = 250  # two sides each
OFF = timedelta(days=3)
PEOPLE = 25  # of either side


@pytest_asyncio.fixture
async def busy(tmp_path: Path) -> AsyncIterator[Town]:
    """A town where very much is agreed for the coming four days."""
    town = await StoryTown.begin(tmp_path, now=BEGINS_AT)
    for n in range(PEOPLE):
        await town.receiver(f"receiver-{n}")
        await town.volunteer(f"volunteer-{n}", on_duty=False)
    await town.database.run(_agree, town)
    yield town
    await town.close()


def _agree(db: Transaction, town: Town) -> None:
    """As if each had been booked, confirmed and planned for two days ago."""
    chance, made = Random(7), BEGINS_AT - timedelta(days=2)
    ids = {name: _id(db, town, name) for name in town.people}
    for n in range(APPOINTMENTS):
        begins = BEGINS_AT + timedelta(minutes=5 * chance.randint(13, 4 * 288))
        appointment = Appointment(
            id=AppointmentId(db.new_id()),
            receiver=ids[f"receiver-{n % PEOPLE}"],
            volunteer=ids[f"volunteer-{chance.randrange(PEOPLE)}"],
            programme=town.programme.name,
            begins_at=begins,
            minutes=45,
            language="en",
            made_at=made,
            sought_since=made,
            status=AppointmentStatus.CONFIRMED,
            changes=1,
        )
        begin = StartTimer(booking.BEGINS, appointment.id, begins)
        planned = Decision(save=(appointment,), effects=(begin,))
        planned += reminders.planned(appointment, db, BEGINS_AT)
        carry_out(planned, town.desk, db, BEGINS_AT)


def _id(db: Transaction, town: Town, name: str) -> PersonId:
    met = people.recognise(db, town.address_of(name))
    assert met is not None
    return met.id


def _reminders_due(db: Transaction, now: datetime) -> int:
    timers = tables.timers.c
    due = sa.and_(timers.due_at <= now, timers.kind.in_(("remind-receiver", "remind-volunteer")))
    return db.count(sa.select(sa.func.count()).select_from(tables.timers).where(due))


def _accounted(db: Transaction) -> Counter[tuple[str, str, int]]:
    """How often it was noted what became of each reminder."""
    journal = tables.journal.c
    rows = db.all(
        sa.select(journal.about, journal.numbers).where(
            journal.action.in_(("reminder-sent", "reminder-not-sent", "reminder-postponed"))
        )
    )
    return Counter(
        (row["about"], row["numbers"]["side"], row["numbers"]["lead"])
        for row in rows
        if "lead" in row["numbers"]
    )


@pytest.mark.timeout(300)
async def test_what_still_helps_is_said_in_order_and_of_the_rest_the_journal_says_why(busy: Town):
    wakes = BEGINS_AT + OFF
    assert await busy.database.read(_reminders_due, wakes) == 2 * APPOINTMENTS
    busy.now = wakes
    await busy.settle()

    agreed = {row["id"]: row for row in await busy.database.read(_all_agreed)}
    accounted = await busy.database.read(_accounted)
    for id, row in agreed.items():
        for side in ("receiver", "volunteer"):
            for lead in USUAL_REMINDERS:
                passed = row["begins_at"] - timedelta(minutes=lead) <= wakes
                assert accounted[id, side, lead] == passed, (row, side, lead)

    said: Counter[datetime] = Counter()
    for person in busy.people.values():
        theirs = [s for s in person.seen() if s.letter.mark.text_id == "appointment-reminder"]
        moments = [_told(one.text, agreed) for one in theirs]
        assert all(begins >= wakes + timedelta(minutes=10) for begins in moments)
        assert moments == sorted(moments)
        said.update(moments)
    # Of each that is near enough exactly one reminder went to either side, and to nobody twice.
    near = [
        row["begins_at"]
        for row in agreed.values()
        if wakes + timedelta(minutes=10) <= row["begins_at"] <= wakes + timedelta(days=1)
    ]
    quiet = (await busy.database.read(_postponed)).total()
    assert sum(said.values()) + quiet == 2 * len(near) and near

    assert await busy.database.read(set_aside.count) == 0
    assert await busy.database.read(_left_open, wakes) == []


async def test_off_a_second_time_in_the_middle_of_it_nothing_is_said_twice(busy: Town):
    busy.now = BEGINS_AT + OFF
    await busy.clock.ring()  # committed, and nothing of it sent
    await busy.settle()
    before = [len(person.seen()) for person in busy.people.values()]

    busy.now += timedelta(seconds=30)
    await busy.settle()

    assert [len(person.seen()) for person in busy.people.values()] == before


def _all_agreed(db: Transaction) -> list[sa.RowMapping]:
    return db.all(sa.select(tables.appointments))


def _told(text: str, agreed: Mapping[str, sa.RowMapping]) -> datetime:
    """When the appointment begins of which this reminder tells."""
    for row in agreed.values():
        if told(row["begins_at"], "zoned", "en", "Europe/Copenhagen") in text:
            begins: datetime = row["begins_at"]
            return begins
    raise AssertionError(text)


def _postponed(db: Transaction) -> Counter[str]:
    journal = tables.journal.c
    rows = db.all(sa.select(journal.about).where(journal.action == "reminder-postponed"))
    return Counter(row["about"] for row in rows)


def _left_open(db: Transaction, now: datetime) -> list[str]:
    """What is over, and still said to be to come."""
    rows = db.all(sa.select(tables.appointments))
    return [
        row["id"] for row in rows
        if row["status"] == "confirmed" and row["begins_at"] + timedelta(minutes=45) <= now
    ]  # fmt: skip
