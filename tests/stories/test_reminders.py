"""Reminders come once, to each as they wish, and never too late to help; nobody who is missing is blamed."""

from datetime import timedelta

import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from storage.database import Transaction
from tests.stories.appointed import books, settled


async def _begins(town: Town):
    def look(db: Transaction):
        row = db.one(sa.select(tables.appointments.c.begins_at))
        assert row is not None
        return row["begins_at"]

    return await town.database.read(look)


async def _until_before(town: Town, minutes: float) -> None:
    """Time passes until so many minutes before the appointment."""
    left = (await _begins(town) - town.now) / timedelta(minutes=1)
    await town.later(minutes=left - minutes)


async def _noted(town: Town, action: str) -> list[dict[str, object]]:
    def look(db: Transaction) -> list[dict[str, object]]:
        rows = db.all(sa.select(tables.journal.c.numbers).where(tables.journal.c.action == action))
        return [row["numbers"] for row in rows]

    return await town.database.read(look)


def _reminders(person: Townsperson) -> int:
    return sum(s.letter.mark.text_id == "appointment-reminder" for s in person.seen())


async def test_both_are_reminded_the_day_before_and_an_hour_before(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await _until_before(town, 24 * 60 + 1)
    assert _reminders(rosa) == _reminders(mia) == 0
    await town.later(minutes=1)
    assert _reminders(rosa) == _reminders(mia) == 1
    assert [c.id for c in rosa.last().letter.choices] == [
        "come", "move-appointment", "cancel-appointment", "snooze",
    ]  # fmt: skip

    await _until_before(town, 60)
    assert _reminders(rosa) == _reminders(mia) == 2
    await _until_before(town, -5)
    assert _reminders(rosa) == _reminders(mia) == 2
    assert len(await _noted(town, "reminder-sent")) == 4


async def test_booked_within_the_day_the_journal_says_why_there_was_only_one(town: Town):
    rosa, _ = await settled(town, when="in 20 hours")
    await _until_before(town, 30)
    assert _reminders(rosa) == 1
    why = [note["why"] for note in await _noted(town, "reminder-not-sent")]
    assert why == ["booked-later", "booked-later"]


async def test_after_an_outage_only_what_still_helps_is_said(town: Town):
    rosa, _ = await settled(town, when="in three days at 19:00")
    town.now = await _begins(town) - timedelta(minutes=40)
    await town.settle()
    assert _reminders(rosa) == 1
    assert {n["why"] for n in await _noted(town, "reminder-not-sent")} == {"a-later-one-is-due"}


async def test_a_reminder_that_comes_too_late_to_help_is_not_sent(town: Town):
    rosa, _ = await settled(town, when="in three days at 19:00")
    town.now = await _begins(town) - timedelta(minutes=4)
    await town.settle()
    assert _reminders(rosa) == 0
    assert "too-late" in {n["why"] for n in await _noted(town, "reminder-not-sent")}


async def test_each_says_how_long_before_or_not_at_all(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await rosa.says("reminders off")
    assert "do not remind" in rosa.last().text
    await mia.says("påmindelser 2t 30m")
    assert "2 hours, 30 minutes" in mia.last().text
    await mia.says("reminders sometimes")
    assert mia.last().letter.mark.text_id == "reminders-how"

    await _until_before(town, 119)
    assert (_reminders(rosa), _reminders(mia)) == (0, 1)
    await _until_before(town, 20)
    assert (_reminders(rosa), _reminders(mia)) == (0, 2)


async def test_quiet_hours_are_kept_unless_the_appointment_is_within_them(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says("limits quiet 08:00-10:00")
    await mia.says("reminders 10h")
    await settled(town, when="in three days at 19:00")
    await _until_before(town, 9 * 60 + 1)
    assert _reminders(mia) == 0
    await _until_before(town, 8 * 60 + 45)
    assert _reminders(mia) == 1


async def test_they_can_say_that_they_come_or_hear_it_later(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await _until_before(town, 60)
    await rosa.presses("come")
    assert rosa.last().letter.mark.text_id == "reminder-thanks"
    await mia.presses("snooze")
    assert mia.last().letter.mark.text_id == "reminder-snoozed"
    await town.later(minutes=30)
    assert _reminders(mia) == 3

    await mia.presses("cancel-appointment")
    assert mia.last().letter.mark.text_id == "appointment-cancelled"


async def test_a_new_time_is_asked_of_the_other_and_until_then_the_old_one_stands(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    begins = await _begins(town)
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("in four days at 20:00")
    await rosa.presses("same-volunteer")
    assert rosa.last().letter.mark.text_id == "move-proposed"
    await rosa.presses("confirm-yes")

    assert mia.last().letter.mark.text_id == "move-ask"
    assert await _begins(town) == begins
    await mia.presses("accept")
    assert rosa.last().letter.mark.text_id == "appointment-confirmed"
    assert await _begins(town) == begins + timedelta(hours=25)

    await _until_before(town, -1)
    assert _reminders(rosa) == _reminders(mia) == 2
    assert rosa.last().letter.mark.text_id == "contact-opened"


async def test_a_no_to_a_new_time_leaves_everything_as_it_was(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await mia.says("aftaler")
    await mia.presses("move-appointment")
    await mia.says("in four days at 20:00")
    await mia.presses("confirm-yes")
    assert rosa.last().letter.mark.text_id == "move-ask"

    await rosa.presses("decline")

    assert "stays as it was" in mia.last().text
    assert rosa.last().letter.mark.text_id == "move-kept"


async def test_moved_to_whoever_can_it_is_put_to_others_at_the_front(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    ali = await town.volunteer("ali", on_duty=False)
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("in four days at 20:00")
    await rosa.presses("any-volunteer")
    await rosa.presses("confirm-yes")

    assert "move-without-you" in mia.heard()
    assert "appointment-offer" in ali.heard()
    await ali.presses("accept")
    assert rosa.last().letter.mark.text_id == "appointment-confirmed"


async def test_one_that_is_sought_is_moved_too(town: Town):
    rosa = await town.receiver("rosa")
    await books(rosa, "in three days at 19:00")
    await rosa.presses("confirm-yes")
    await rosa.says("aftaler")
    await rosa.presses("move-appointment")
    await rosa.says("in four days at 20:00")
    await rosa.presses("confirm-yes")
    assert rosa.last().letter.mark.text_id == "book-seeking"


async def test_who_is_missing_after_ten_minutes_is_asked_and_nobody_is_blamed(town: Town):
    rosa, mia = await settled(town)
    await _until_before(town, 0)
    await mia.says("Hello")
    await town.later(minutes=10)

    assert "nothing to do with you" in mia.last().text
    assert "quite all right" in rosa.last().text
    await mia.presses("another-time")

    assert "no-show-another-time" in [s.letter.mark.text_id for s in rosa.news()]
    await rosa.presses("another-time")
    assert rosa.last().letter.mark.text_id == "book-when-ask"


async def test_a_volunteer_who_never_comes_leaves_nobody_sitting_there(town: Town):
    rosa, _ = await settled(town)
    await _until_before(town, 0)
    await rosa.says("Hello?")
    await town.later(minutes=25)
    assert "contact-taken-up-again" in rosa.heard()
