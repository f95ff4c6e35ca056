"""When it is open, and what coordinators decide about single days and holidays."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.domain.opening import Hours
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk
from tests.stories.story_town import StoryTown

BEFORE_CHRISTMAS = datetime(2029, 12, 23, 20, 0, tzinfo=UTC)  # a Sunday evening


def closed_on_holidays(*hours: Hours):
    drop_in = load("drop-in")
    return replace(drop_in, hours=replace(drop_in.hours, on_holidays=hours))


async def decides(karen, words: str, answer: str = "yes") -> None:
    await karen.says(words)
    assert karen.heard()[-1] == "hours-confirm", words
    await karen.says(answer)


async def test_coordinators_see_this_week_and_next(town: Town):
    karen = await town.coordinator("karen")

    await karen.says("hours")

    assert karen.heard() == ["hours"]
    lines = karen.last().text.splitlines()
    assert lines[1] == "Monday 7 January: 16:00-23:00"
    assert lines[14] == "Sunday 20 January: 16:00-23:00"
    await (await town.receiver("rosa")).says("hours")
    assert town.people["rosa"].heard() == ["not-allowed"]


async def test_a_day_is_closed_after_a_look_and_receivers_hear_when_it_opens(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("hours today closed")
    assert "16:00-23:00" in karen.last().text and "closed" in karen.last().text
    await rosa.says("talk")
    assert rosa.heard() == ["talk-topics-ask"]  # nothing changed yet
    await rosa.says("stop")
    rosa.heard()

    await karen.says("yes")
    assert karen.heard() == ["hours-confirm", "hours-done"]
    await rosa.says("talk")

    assert rosa.heard() == ["talk-closed"]
    assert "Tuesday 8 January at 16:00" in rosa.last().text and "112" in rosa.last().text
    await karen.says("audit")
    assert "changed the hours of 2030-01-07" in karen.last().text


@pytest.mark.parametrize("words", ["hours today as usual", "åbningstider i dag som sædvanligt"])
async def test_what_was_decided_can_be_taken_back(town: Town, words):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await decides(karen, "åbningstider i dag lukket", "ja")
    await decides(karen, words)

    await rosa.says("talk")

    assert rosa.heard() == ["talk-topics-ask"]


async def test_a_no_changes_nothing(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await decides(karen, "hours today closed", "no")

    await rosa.says("talk")

    assert rosa.heard() == ["talk-topics-ask"]


async def test_a_day_may_have_hours_of_its_own(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await decides(karen, "hours 8 jan 10-12, 20:30-22")

    await town.later(hours=13)  # Tuesday at nine
    await rosa.says("talk")
    assert "at 10:00" in rosa.last().text
    await town.later(hours=4)
    await rosa.says("talk")
    assert "at 20:30" in rosa.last().text
    await karen.says("hours")
    assert "Tuesday 8 January: 10:00-12:00, 20:30-22:00 · decided by coordinators" in (
        karen.last().text
    )


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("hours sometime closed", "hours-how"),
        ("hours 8 jan perhaps", "hours-how"),
        ("hours 8 jan 25-26", "hours-how"),
        ("hours 2030-01-01 closed", "hours-not-then"),
        ("hours 2032-01-01 closed", "hours-not-then"),
        ("hours 8 jan 16-23", "hours-confirm"),  # so it stays, whatever the file comes to say
        ("hours 8 jan as usual", "hours-already"),
        ("holiday soon closed", "holiday-how"),
        ("helligdag 18/4 måske", "holiday-how"),
    ],
)
async def test_what_is_not_understood_or_changes_nothing_is_said(town: Town, words, answer):
    karen = await town.coordinator("karen")

    await karen.says(words)

    assert karen.heard() == [answer]


async def test_who_waits_when_the_day_is_closed_is_looked_for_on(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await karen.says("hours today closed")
    assert "One person is waiting now" in karen.last().text
    await karen.says("yes")
    mia = await town.volunteer("mia")
    await town.later(minutes=3)

    await mia.presses("accept")

    assert rosa.last().letter.mark.text_id == "contact-opened"


async def test_holidays_are_days_as_any_other_unless_the_programme_says_so(town: Town):
    karen = await town.coordinator("karen")

    await karen.says("holiday")

    assert "Thursday 18 April: 16:00-23:00 · Maundy Thursday" in karen.last().text
    danish = await town.coordinator("dorte", "da")
    await danish.says("helligdage")
    assert "torsdag 18. april: 16:00-23:00 · Skærtorsdag" in danish.last().text


async def test_on_holidays_it_is_closed_and_it_is_said_when_it_opens_over_the_year_end(tmp_path):
    closed = replace(
        closed_on_holidays(),
        hours=replace(closed_on_holidays().hours, weekly=((Hours(*_clock(16, 23)),), *((),) * 6)),
    )
    town = await StoryTown.begin(tmp_path, now=datetime(2028, 12, 24, 20, tzinfo=UTC),
                                 programme=closed)  # fmt: skip
    rosa = await town.receiver("rosa")

    await rosa.says("talk")  # the next two Mondays are Christmas and New Year's Day

    assert "Monday 8 January at 16:00" in rosa.last().text
    await town.close()


async def test_one_holiday_is_opened_and_another_closed(tmp_path):
    town = await StoryTown.begin(tmp_path, now=BEFORE_CHRISTMAS, programme=closed_on_holidays())
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("holiday")
    assert "Tuesday 25 December: closed · Christmas Day" in karen.last().text
    await decides(karen, "holiday 25/12 open")
    await decides(karen, "holiday 24/12 closed")
    await karen.says("holiday")
    assert "Tuesday 25 December: 16:00-23:00 · Christmas Day · decided by coordinators" in (
        karen.last().text
    )

    await town.later(hours=24)
    await rosa.says("talk")
    assert "Tuesday 25 December at 16:00" in rosa.last().text
    await town.later(hours=24)
    await rosa.says("talk")

    assert rosa.heard()[-1] == "talk-topics-ask"
    await town.close()


async def test_holidays_may_have_hours_of_their_own(tmp_path):
    noon = closed_on_holidays(Hours(*_clock(10, 14)))
    town = await StoryTown.begin(tmp_path, now=BEFORE_CHRISTMAS, programme=noon)
    karen = await town.coordinator("karen")

    await karen.says("hours")

    assert "Tuesday 25 December: 10:00-14:00 · Christmas Day" in karen.last().text
    await town.close()


async def test_the_next_opening_is_told_by_the_wall_over_the_night_the_clock_is_changed(tmp_path):
    before = datetime(2030, 3, 30, 22, 30, tzinfo=UTC)  # Saturday evening; summer time begins
    town = await StoryTown.begin(tmp_path, now=before)
    rosa = await town.receiver("rosa")

    await rosa.says("talk")

    assert "Sunday 31 March at 16:00" in rosa.last().text
    await town.close()


async def test_in_their_room_coordinators_see_and_decide_together(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")

    await karen.says("!hours today closed", in_room=True)
    await karen.presses("confirm-yes", in_room=True)

    assert town.heard_in_room() == ["hours-confirm", "hours-done"]


def _clock(opens: int, to: int):
    return time(opens), time(to)
