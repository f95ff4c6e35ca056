"""After a pause of ours people were told what was near, and in the same breath that it was over."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from storage import tables
from storage.database import Transaction
from tests.stories.appointed import begins_at, books, settled
from tests.stories.steps import asks_to_talk, in_touch


async def _off_for(town: Town, **time: float) -> None:
    town.now += timedelta(**time)
    await town.settle()


async def _not_said(town: Town) -> set[str]:
    def look(db: Transaction) -> set[str]:
        rows = db.all(
            sa.select(tables.journal.c.numbers).where(tables.journal.c.action == "not-said")
        )
        assert {row["numbers"]["why"] for row in rows} <= {"overtaken"}
        return {row["numbers"]["what"] for row in rows}

    return await town.database.read(look)


@pytest.mark.parametrize("days", [0.1, 3])
async def test_somebody_who_waited_hears_that_nobody_was_free_and_nothing_before_it(
    town: Town, days
):
    karin = await town.coordinator("karin")
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.heard(), karin.heard()

    await _off_for(town, days=days)

    assert rosa.heard() == ["talk-nobody-free"]
    assert karin.heard() == ["alarm-unmet"]
    assert {"sign-of-life", "waits-too-long", "look-again"} <= await _not_said(town)


async def test_nobody_is_asked_about_somebody_who_has_been_told_that_it_is_over(town: Town):
    for name in ("ali", "ben", "ida", "kim", "mia", "zoe", "ole"):
        await town.volunteer(name, hours=9)
    await asks_to_talk(await town.receiver("rosa"))
    asked = {name: person.heard().count("offer") for name, person in town.people.items()}
    assert 0 < sum(asked.values()) < len(asked) - 1

    await _off_for(town, hours=2)

    assert not any("offer" in person.heard() for person in town.people.values())


async def test_two_whose_time_is_up_are_not_told_that_it_soon_will_be(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("hello")
    rosa.heard(), mia.heard()

    await _off_for(town, hours=2)

    assert rosa.heard() == ["contact-ended"]
    assert mia.heard() == ["contact-ended", "debrief-ask"]
    assert "contact-notice" in await _not_said(town)


async def test_nobody_is_asked_whether_they_wait_in_an_appointment_that_is_over(town: Town):
    rosa, mia = await settled(town)
    town.now = await begins_at(town)
    await town.settle()
    rosa.heard(), mia.heard()

    await _off_for(town, hours=2)

    assert "no-show-ask" not in [*rosa.heard(), *mia.heard()]
    assert "appointment-no-show" in await _not_said(town)


async def test_coordinators_are_not_told_twice_of_a_time_nobody_could(town: Town):
    karin = await town.coordinator("karin")
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    rosa.heard(), karin.heard()

    await _off_for(town, days=1)

    assert rosa.heard() == ["book-nobody-could"]
    assert karin.heard() == ["alarm-appointment-unmet"]
