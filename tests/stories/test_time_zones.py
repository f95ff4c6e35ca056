"""Everybody's times are told and read by their own clock; changing it moves nothing that is agreed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.programmes.loading import load
from bot.rehearsal.town import Town
from storage import tables
from storage.database import Transaction
from tests.stories.appointed import begins_at, books, settled
from tests.stories.shift_steps import noon, with_shifts
from tests.stories.steps import as_volunteer, asks_to_talk, in_touch
from tests.stories.story_town import StoryTown

__all__ = ["noon"]


async def test_it_is_shown_and_set_and_read_back_with_what_the_clock_shows_there(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone")
    assert rosa.heard() == ["zone-now"]
    assert "Copenhagen" in rosa.last().text and "Monday 7 January at 20:00" in rosa.last().text

    await rosa.says("time zone New York")
    assert rosa.heard() == ["zone-set"]
    assert "New York" in rosa.last().text and "Monday 7 January at 14:00" in rosa.last().text

    await rosa.says("time zone")
    assert "New York" in rosa.last().text


async def test_until_they_say_otherwise_it_is_the_programmes(tmp_path):
    drop_in = load("drop-in")
    hours = replace(drop_in.hours, zone="Europe/London")
    town = await StoryTown.begin(tmp_path, programme=replace(drop_in, hours=hours))
    rosa = town.stranger("rosa")
    for said in ("hello", "yes", "yes", "time zone"):
        await rosa.says(said)
    assert "London" in rosa.last().text
    await town.close()


async def test_in_danish_too(town: Town):
    rosa = await town.receiver("rosa", "da")
    await rosa.says("tidszone England")
    assert rosa.heard() == ["zone-set"]
    assert "London" in rosa.last().text and "mandag 7. januar kl. 19:00" in rosa.last().text


async def test_an_offset_is_taken_as_it_is_and_said_to_know_no_summer_time(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone GMT+2")
    assert "GMT+02:00" in rosa.last().text and "summer time" in rosa.last().text
    await books(rosa, "tomorrow at 19:00")
    assert "19:00 (GMT+02:00)" in rosa.last().text
    assert await begins_at_of_offer(town, rosa) == datetime(2030, 1, 8, 17, 0, tzinfo=UTC)


async def test_a_country_with_several_clocks_is_asked_about(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone USA")
    assert rosa.heard() == ["zone-which"]
    assert "New York (14:00)" in rosa.last().text and "Los Angeles (11:00)" in rosa.last().text

    await rosa.says("los angeles")
    assert rosa.heard() == ["zone-set"] and "Los Angeles" in rosa.last().text


async def test_a_name_nearly_right_is_offered_and_nothing_is_changed_until_they_say_so(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone Lodnon")
    assert rosa.heard() == ["zone-which"]
    question = rosa.last()
    await rosa.says("time zone")
    assert "Copenhagen" in rosa.last().text

    await rosa.presses("pick-1", question)
    assert "London" in rosa.last().text


async def test_a_place_nobody_knows_changes_nothing(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone Xyzzyville")
    assert rosa.heard() == ["zone-unknown"]
    await rosa.says("time zone")
    assert "Copenhagen" in rosa.last().text


async def test_what_is_agreed_stays_and_each_is_reminded_by_their_own_clock(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    begins = await begins_at(town)
    await rosa.says("time zone New York")
    assert "Thursday 10 January 2030 at 13:00 (New York)" in rosa.last().text
    assert await begins_at(town) == begins

    rosa.heard(), mia.heard()
    await town.later(hours=47)

    reminders = [p.last().text for p in (rosa, mia)]
    assert "13:00 (New York)" in reminders[0] and "19:00 (Copenhagen)" in reminders[1]


async def test_a_time_is_read_by_the_clock_of_whoever_says_it_and_told_to_each_by_theirs(
    town: Town,
):
    mia = await town.volunteer("mia", on_duty=False)
    rosa = await town.receiver("rosa")
    await rosa.says("time zone New York")
    await books(rosa, "tomorrow at 13:00")
    assert "13:00 (New York)" in rosa.last().text
    await rosa.presses("confirm-yes")

    assert "19:00 (Copenhagen)" in mia.last().text
    await mia.presses("accept")
    assert await begins_at(town) == datetime(2030, 1, 8, 18, 0, tzinfo=UTC)


async def test_an_hour_their_clock_skips_is_asked_about_and_one_it_shows_twice(town: Town):
    town.now = datetime(2030, 3, 8, 19, 0, tzinfo=UTC)
    rosa = await town.receiver("rosa")
    await rosa.says("time zone New York")
    await rosa.says("book")
    await rosa.says("10 march at 02:30")  # in New York the clock goes from 2 to 3
    assert rosa.last().letter.mark.text_id == "book-when-which"
    assert "1:30" in rosa.last().text and "3:30" in rosa.last().text
    await rosa.says("stop")

    town.now = datetime(2030, 11, 1, 19, 0, tzinfo=UTC)
    await rosa.says("book")
    await rosa.says("3 november at 01:30")  # there it is half past one twice
    assert rosa.last().letter.mark.text_id == "book-when-which"
    assert "GMT-04:00" in rosa.last().text and "GMT-05:00" in rosa.last().text


async def test_quiet_hours_and_the_end_of_a_duty_go_by_the_volunteers_own_clock(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says("limits quiet 22-7")
    await mia.says("time zone Tokyo")  # four in the morning there
    assert (await as_volunteer(town, mia)).zone == "Asia/Tokyo"
    rosa = await town.receiver("rosa")
    await mia.says("duty until 06:30")
    await mia.says("yes")
    assert (await as_volunteer(town, mia)).on_duty_until == datetime(2030, 1, 7, 21, 30, tzinfo=UTC)
    mia.heard()

    await asks_to_talk(rosa)

    assert "offer" not in mia.heard()


async def test_hours_to_be_asked_in_are_meant_by_their_own_clock(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone New York")
    await asks_to_talk(rosa)
    await town.later(minutes=2)
    await rosa.presses("call-me-back")
    await rosa.says("every day 14:30-15:00")
    await town.volunteer("mia")
    rosa.heard()
    await town.later(minutes=20)
    assert rosa.heard() == []
    await town.later(minutes=12)  # half past two in New York is half past eight in Copenhagen
    assert rosa.heard() == ["call-back-ask"]


@pytest.mark.parametrize("choice", ["shifts-stay", "shifts-move"])
async def test_shifts_are_not_moved_unless_they_wish_it(noon: Town, choice: str):
    mia = await with_shifts(noon, plan="shifts mon 20-22")
    await mia.says("time zone London")
    assert mia.heard() == ["zone-set", "zone-shifts"]
    assert "Copenhagen" in mia.last().text

    await mia.presses(choice)
    await mia.says("shifts")

    text = mia.last().text
    if choice == "shifts-stay":
        assert "every Monday at 20:00-22:00" in text
        assert "Monday 7 January at 19:00-21:00" in text and "by the clock of Copenhagen" in text
    else:
        assert "every Monday at 20:00-22:00" in text
        assert "Monday 7 January at 20:00-22:00" in text and "Copenhagen" not in text


async def test_shifts_told_anew_go_by_the_new_clock_and_a_single_one_stays_where_it_was(noon: Town):
    mia = await with_shifts(noon, plan="shifts mon 20-22")
    await mia.says("shifts tomorrow 10-12")
    await mia.says("time zone London")
    await mia.presses("shifts-stay")

    await mia.says("shifts wed 18-20")

    text = mia.last().text
    assert "Tuesday 8 January at 09:00-11:00" in text
    assert "Wednesday 9 January at 18:00-20:00" in text and "Copenhagen" not in text


async def test_a_zone_of_the_same_clock_asks_nothing_about_shifts(noon: Town):
    mia = await with_shifts(noon)
    await mia.says("time zone Germany")
    assert mia.heard() == ["zone-set"]


async def test_it_is_among_what_is_kept_about_them(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("time zone Iceland")
    await rosa.says("my data")
    assert "Atlantic/Reykjavik" in rosa.last().text


async def begins_at_of_offer(town: Town, rosa) -> datetime:
    """When what was just read back begins, once it is confirmed."""
    await rosa.presses("confirm-yes")
    return await begins_at(town)


async def test_in_a_contact_it_takes_the_sign_and_the_other_reads_nothing_of_it(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!time zone Lisbon")
    assert rosa.heard() == ["zone-set"]
    assert mia.heard() == []


async def test_no_moment_that_is_kept_is_another_for_it(town: Town):
    await town.coordinator("karin")
    rosa, mia = await settled(town, when="in three days at 19:00")
    await mia.says("shifts mon 20-22, thu 18-20")
    ben = await town.receiver("ben")
    await asks_to_talk(ben)
    before = await town.database.read(_moments)

    for person in (rosa, mia, ben):
        await person.says("time zone Auckland")
        assert "zone-set" in person.heard()

    assert await town.database.read(_moments) == before


def _moments(db: Transaction) -> list[object]:
    """Everything that runs on a moment: what is to ring, what is agreed, who is on duty, who waits."""
    kept = (tables.timers, tables.appointments, tables.duties, tables.requests, tables.shift_plans)
    columns = [[c for c in table.c if not c.name.endswith("_sealed")] for table in kept]
    return [tuple(row.items()) for some in columns for row in db.all(sa.select(*some))]
