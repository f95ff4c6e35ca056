"""A volunteer with an appointment, a shift and a calendar feed on our own page."""

from datetime import UTC, date, datetime, time
from typing import Any

from bot.domain.appointment import Appointment
from bot.domain.feeds import CalendarFeed
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.opening import Hours
from bot.domain.shifts import Often, Rule, ShiftPlan
from bot.messages import Address
from storage import appointments, calendar_feeds, people, shifts
from storage.database import Transaction
from tests.parts.web_bot import WebBot

KEY = "0123456789abcdefghijklmnop"
TOMORROW = datetime(2030, 1, 8, 18, 0, tzinfo=UTC)


def agreed(giver: PersonId, **more: Any) -> Appointment:
    """Somebody has agreed with `giver` on a time tomorrow."""
    made = datetime(2030, 1, 6, tzinfo=UTC)
    return Appointment(
        **{
            "id": AppointmentId("0" * 25 + "8"), "receiver": PersonId("rosa"), "programme": "drop-in",
            "begins_at": TOMORROW, "minutes": 45, "language": "en", "made_at": made,
            "sought_since": made, "status": AppointmentStatus.CONFIRMED, "volunteer": giver,
            "note": "about my mother", "changes": 3, **more,
        }
    )  # fmt: skip


async def with_feed(bot: WebBot) -> PersonId:
    """Mia volunteers, has an appointment tomorrow and a shift on Wednesdays, and a feed."""
    mia = bot.visitor()
    async with mia:
        await bot.is_volunteer(mia, "Mia")
        account = await bot.account_of(mia)

    def prepare(db: Transaction) -> PersonId:
        met = people.recognise(db, Address("web", account))
        assert met is not None
        appointments.save(db, agreed(met.id))
        hours = Hours(time(18), time(21))
        rule = Rule(often=Often.WEEKLY, hours=hours, since=date(2030, 1, 1), weekday=2)
        shifts.save(
            db,
            ShiftPlan(
                volunteer=met.id, programme="drop-in", zone="Europe/Copenhagen", rules=(rule,)
            ),
        )
        calendar_feeds.save(db, CalendarFeed(person=met.id, key=KEY, made_at=bot.now))
        return met.id

    return await bot.app.database.run(prepare)
