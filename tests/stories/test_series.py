"""Appointments that come back: booked as one, shown as one, ended well."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
import vobject

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from tests.stories.appointed import books, heard_at_last

EIGHT = "every tuesday at 7pm for eight weeks"


async def settled_series(town: Town, when: str = EIGHT) -> tuple[Townsperson, Townsperson]:
    """Rosa and Mia have agreed on a series, and have seen that it is settled."""
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, when)
    assert rosa.last().letter.mark.text_id == "series-proposed"
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    assert rosa.heard()[-1] == mia.heard()[-1] == "series-confirmed"
    return rosa, mia


async def dates(town: Town, *status: str) -> list[datetime]:
    """When its appointments of that status begin."""
    rows = sa.select(tables.appointments.c.begins_at, tables.appointments.c.status).order_by(
        tables.appointments.c.begins_at
    )
    found = await town.database.read(lambda db: db.all(rows))
    return [row["begins_at"] for row in found if row["status"] in (status or ("confirmed",))]


def _file(person: Townsperson):
    files = [shown.letter.file for shown in person.seen() if shown.letter.file]
    return vobject.readOne(files[-1].data.decode())


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("en", EIGHT, "every week, 8 times"),
        ("da", "hver tirsdag kl. 19, 8 gange", "hver uge, 8 gange"),
        ("en", "every other friday at 10:30, 5 times", "every other week, 5 times"),
    ],
)
async def test_it_is_read_back_as_one_before_anybody_is_asked(
    town: Town, language: str, said: str, told: str
):
    mia = await town.volunteer("mia", on_duty=False)
    rosa = await town.receiver("rosa", language)
    await books(rosa, said)
    assert told in rosa.last().text
    assert mia.heard() == []
    await rosa.presses("confirm-yes")
    assert mia.heard() == ["appointment-offer"]


async def test_one_yes_settles_all_dates_and_both_get_one_file(town: Town):
    rosa, mia = await settled_series(town)
    found = await dates(town)
    assert len(found) == 8
    assert {b - a for a, b in itertools.pairwise(found)} == {timedelta(weeks=1)}
    for person in (rosa, mia):
        calendar = _file(person)
        assert len(calendar.vevent_list) == 8
        assert len({event.uid.value for event in calendar.vevent_list}) == 8
    await rosa.says("appointments")
    assert rosa.heard() == ["series-row"]
    assert "8 dates are to come" in rosa.last().text
    await rosa.presses("series-dates")
    assert rosa.heard() == ["appointments-row"] * 6


async def test_without_an_end_it_is_asked_how_many(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says("every tuesday at 19:00")
    assert "How many times" in rosa.last().text
    await rosa.says("8 times")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


@pytest.mark.parametrize("said", ["every tuesday at 19:00, 200 times", "every day at 19:00"])
async def test_what_cannot_be_a_series_is_said_so(town: Town, said: str):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says(said)
    assert rosa.last().letter.mark.text_id == "book-when-unclear"


async def test_dates_on_which_one_has_something_else_are_left_out(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, "on tuesday the 22nd of january at 19:00")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await books(rosa, EIGHT)
    assert "One date on which you have something else is left out" in rosa.last().text
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    assert len(await dates(town)) == 8  # seven of the series, and the one that was there


async def test_dates_a_volunteer_cannot_are_sought_alone(town: Town):
    mia, ali = (
        await town.volunteer("mia", on_duty=False),
        await town.volunteer("ali", on_duty=False),
    )
    ole = await town.receiver("ole")
    await books(ole, "on tuesday the 22nd of january at 19:15")
    await ole.presses("confirm-yes")
    await mia.presses("accept")
    rosa = await town.receiver("rosa")
    await books(rosa, EIGHT)
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    assert "For one of the dates" in rosa.last().text
    assert len(await dates(town)) == 8  # ole's, and seven
    await heard_at_last(town, ali, "appointment-offer", 24)
    await ali.presses("accept")
    assert len(await dates(town)) == 9


async def test_one_date_is_moved_and_one_taken_back_and_the_others_stand(town: Town):
    rosa, mia = await settled_series(town)
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    second = [s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row"][1]
    await rosa.presses("cancel-appointment", second)
    assert mia.heard() == ["appointment-cancelled"]
    assert len(await dates(town)) == 7
    await rosa.says("status")
    assert "7 dates" in rosa.last().text


async def test_the_volunteer_gives_all_back_and_another_takes_it_up(town: Town):
    rosa, mia = await settled_series(town)
    ali = await town.volunteer("ali", on_duty=False)
    await town.later(minutes=5)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    assert mia.heard()[-1] == "series-given-back"
    assert rosa.heard() == ["series-seeking-again"]
    assert await dates(town) == []
    await heard_at_last(town, ali, "appointment-offer", 24)
    await ali.presses("accept")
    assert rosa.heard()[-1] == "series-confirmed"
    assert len(await dates(town)) == 8


async def test_the_receiver_takes_all_back_and_both_are_told_once(town: Town):
    rosa, mia = await settled_series(town)
    await rosa.says("appointments")
    await rosa.presses("series-stop")
    await rosa.says("yes")
    assert rosa.heard()[-1] == "series-cancelled" and mia.heard() == ["series-cancelled"]
    assert len(_file(mia).vevent_list) == 8
    assert await dates(town) == []
    await town.later(days=60)
    assert mia.heard() == [] and rosa.heard() == []


async def test_each_date_comes_with_its_reminders_and_opens_by_itself(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    for _ in range(2):
        await heard_at_last(town, rosa, "contact-opened", 24 * 8)
        await mia.says("Hello")
        await rosa.says("Hello")
        await rosa.says("!end")
        await mia.presses("light")
    heard = [s.letter.mark.text_id for s in rosa.seen()]
    assert heard.count("appointment-reminder") == 3  # the day before the first had passed
    assert heard.count("contact-opened") == 2


async def test_before_the_last_one_may_go_on_with_the_same_volunteer(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await heard_at_last(town, rosa, "series-one-more", 24 * 9)
    await rosa.presses("series-longer")
    assert rosa.last().letter.mark.text_id == "series-proposed"
    assert "22 January" in rosa.last().text
    await rosa.presses("confirm-yes")
    await heard_at_last(town, mia, "appointment-offer", 24)


async def test_or_it_comes_to_its_end_with_a_kind_word(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await heard_at_last(town, rosa, "series-one-more", 24 * 9)
    await rosa.presses("series-enough")
    await heard_at_last(town, rosa, "series-ended", 24 * 9)
    assert "series-ended" in [s.letter.mark.text_id for s in mia.seen()]
    await rosa.says("appointments")
    assert rosa.last().letter.mark.text_id == "appointments-none"


@pytest.mark.parametrize(
    "said", ["every tuesday at 19:00, 30 times", "hver tirsdag kl. 19, 30 gange"]
)
async def test_it_keeps_to_the_clock_on_the_wall_and_is_made_as_it_comes_into_reach(
    town: Town, said: str
):
    await settled_series(town, said)
    assert len(await dates(town)) == 13  # ninety days ahead
    await town.later(days=91)
    seen = await dates(town, "confirmed", "begun", "missed")
    summer = [one for one in seen if one > datetime(2030, 3, 31, tzinfo=UTC)]
    assert summer
    assert {one.hour for one in seen if one not in summer} == {18}
    assert {one.hour for one in summer} == {17}  # the same hour in Copenhagen


async def test_a_volunteer_who_leaves_leaves_nobody_waiting(town: Town):
    rosa, mia = await settled_series(town)
    await mia.says("forget me")
    await mia.says("yes")
    assert rosa.heard() == ["series-seeking-again"]


async def test_a_receiver_who_is_forgotten_takes_all_of_it_along(town: Town):
    rosa, mia = await settled_series(town)
    await rosa.says("forget me")
    await rosa.says("yes")
    assert mia.heard() == ["series-cancelled"]
    left = await town.database.read(lambda db: db.all(sa.select(tables.series.c.id)))
    assert left == []
    await town.later(days=70)
    assert mia.heard() == []


async def test_a_series_is_one_thing_to_take_back_and_more_are_shown(town: Town):
    rosa, mia = await settled_series(town)
    for day in range(2, 5):
        await books(rosa, f"in {day} days at 12:00")
        await rosa.presses("confirm-yes")
    await mia.says("cancel")
    assert [c.id for c in mia.last().letter.choices] == ["pick-1"]
    await rosa.says("cancel")
    assert len(rosa.last().letter.choices) == 4
    assert "All 8 dates" in rosa.last().letter.choices[0].label
    await rosa.says("1")
    assert rosa.last().letter.mark.text_id == "series-stop-confirm"
