"""What one booking costs among thousands of volunteers with shifts: from the yes to the questions put."""

import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from random import Random
from typing import Any

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.opening import Hours
from bot.domain.people import Volunteer
from bot.domain.shifts import Often, Rule, ShiftPlan
from bot.messages import Address
from bot.rehearsal.town import Town
from storage import people, shifts, volunteers
from storage.database import Transaction
from tests.bench.figures import summary

NOW = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
BOOKINGS = 12
FEW = 10  # volunteers, to compare with


async def measure(folder: Path, many: int) -> dict[str, Any]:
    """Milliseconds of one booking with few and with many volunteers."""
    folder.mkdir()
    told: dict[str, Any] = {"volunteers": many, "bookings": BOOKINGS}
    for name, count in (("few", FEW), ("many", many)):
        (folder / name).mkdir()
        town = await Town.begin(folder / name, now=NOW)
        await town.database.run(_settled, town, count)
        took = [await _booking(town, n) for n in range(BOOKINGS)]
        told[name] = summary(took[1:])  # once before it counts: statements are compiled
        await town.close()
    return told


async def _booking(town: Town, n: int) -> float:
    rosa = await town.receiver(f"receiver-{n}")
    await rosa.says("book")
    await rosa.says(f"in {2 + n} days at 19:00")
    while rosa.last().letter.mark.text_id != "book-proposed":
        choices = [choice.id for choice in rosa.last().letter.choices]
        await rosa.presses("half-hour" if "half-hour" in choices else "skip", rosa.last())
    began = time.perf_counter()
    await rosa.presses("confirm-yes")
    return time.perf_counter() - began


def _settled(db: Transaction, town: Town, count: int) -> None:
    chance, topics = Random(7), sorted(town.programme.topic_ids)
    for n in range(count):
        address = Address(town.wire.name, f"volunteer-{n}")
        met = people.meet(db, address, "en", True, "Europe/Copenhagen", NOW)
        people.heard_at(db, met.id, town.home_of(address), NOW)
        volunteer = Volunteer(
            person=PersonId(met.id),
            programme=town.programme.name,
            name=f"V{n}",
            status=VolunteerStatus.ACTIVE,
            topics=frozenset(chance.sample(topics, 5)),
            languages=frozenset(chance.choice((("da",), ("da", "en")))),
            forms=frozenset(form.value for form in town.programme.forms),
            last_contact_at=NOW - timedelta(hours=chance.randint(30, 2_000)),
        )
        volunteers.save(db, volunteer)
        weekday = chance.randrange(7)
        hours = Hours(clock(17), clock(21))
        rule = Rule(often=Often.WEEKLY, weekday=weekday, hours=hours, since=date(2029, 1, 1))
        plan = ShiftPlan(
            volunteer=volunteer.person, programme=volunteer.programme, zone=volunteer.zone,
            rules=(rule,),
        )  # fmt: skip
        shifts.save(db, plan)
