"""Guests of a group: nobody is woken to be asked, and whoever said yes hears that it is soon."""

import pytest

from bot.rehearsal.townsfolk import Townsperson
from tests.stories.gathered import answers, known_by_a_code, plans_group, two
from tests.stories.several_platforms import BroadTown

# It is Monday 7 January 2030, eight in the evening in Copenhagen; groups begin on Thursday at seven.


def _reminded(person: Townsperson) -> list[str]:
    return [text for text in person.heard() if text == "gathering-reminder"]


@pytest.fixture
async def karen(broad: BroadTown) -> Townsperson:
    """A coordinator."""
    return await broad.coordinator("karen@discord")


async def test_whoever_sleeps_is_asked_in_the_morning(broad: BroadTown, karen: Townsperson):
    rosa, ali = await two(broad)
    await broad.later(hours=5)  # one at night
    await plans_group(karen, f"{rosa.code}, {ali.code}")
    assert rosa.here.heard() == ali.here.heard() == []
    await broad.later(hours=6, minutes=59)
    assert rosa.here.heard() == []
    await broad.later(minutes=2)
    assert rosa.here.heard() == ali.here.heard() == ["gathering-ask"]
    await rosa.here.presses("gathering-yes")
    await ali.here.presses("gathering-yes")
    assert await answers(broad) == ["coming", "coming"]


async def test_one_asked_later_at_night_does_not_make_the_other_wait(
    broad: BroadTown, karen: Townsperson
):
    rosa, ali = await two(broad)
    await broad.later(hours=5)
    code = await plans_group(karen, rosa.code)
    await broad.later(hours=1)
    await karen.says(f"ask to gathering {code} {ali.code}")
    await karen.presses("confirm-yes")
    await broad.later(hours=6, minutes=1)
    assert rosa.here.heard() == ali.here.heard() == ["gathering-ask"]


async def test_what_begins_in_the_early_morning_is_asked_about_at_once(
    broad: BroadTown, karen: Townsperson
):
    rosa, _ = await two(broad)
    await broad.later(hours=5)
    await plans_group(karen, rosa.code, when="8 January at 08:15, 30 minutes")
    assert rosa.here.heard() == ["gathering-ask"]


async def test_moved_at_night_those_who_have_not_answered_are_asked_anew_in_the_morning(
    broad: BroadTown, karen: Townsperson
):
    rosa, _ = await two(broad)
    code = await plans_group(karen, rosa.code)
    assert rosa.here.heard() == ["gathering-ask"]
    await broad.later(hours=5)
    await karen.says(f"reschedule {code} Friday at 19:00")
    await karen.presses("confirm-yes")
    assert rosa.here.heard() == []
    await broad.later(hours=7)
    assert rosa.here.heard() == ["gathering-ask"]
    assert "Friday 11 January 2030 at 19:00" in rosa.here.last().text


async def test_called_off_before_they_woke_they_never_hear_of_it(
    broad: BroadTown, karen: Townsperson
):
    rosa, _ = await two(broad)
    await broad.later(hours=5)
    code = await plans_group(karen, rosa.code)
    await karen.says(f"call off {code}")
    await karen.presses("confirm-yes")
    await broad.later(hours=8)
    assert rosa.here.heard() == []


async def test_whoever_comes_is_reminded_a_day_and_an_hour_before(
    broad: BroadTown, karen: Townsperson
):
    rosa, ali = await two(broad)
    bo = await known_by_a_code(broad, "bo@discord")
    await plans_group(karen, f"{rosa.code}, {ali.code}, {bo.code}")
    for one in (rosa, ali):
        await one.here.presses("gathering-yes")
    await ali.here.says("reminders off")
    await broad.later(hours=46, minutes=59)
    assert _reminded(rosa.here) == []
    await broad.later(minutes=2)
    assert _reminded(rosa.here) == ["gathering-reminder"]
    assert "Thursday 10 January 2030 at 19:00" in rosa.here.last().text
    assert _reminded(ali.here) == [], "who wants no reminders gets none"
    await broad.later(hours=23)
    assert _reminded(rosa.here) == ["gathering-reminder"]
    assert _reminded(bo.here) == [], "nor who has not said yes"
    await broad.later(hours=1)
    assert "gathering-opened" in rosa.here.heard()


async def test_whoever_left_is_not_reminded_and_a_moved_group_is_told_of_at_its_new_time(
    broad: BroadTown, karen: Townsperson
):
    rosa, ali = await two(broad)
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    for one in (rosa, ali):
        await one.here.presses("gathering-yes")
    await ali.here.says("leave gathering")
    await karen.says(f"reschedule {code} Friday at 19:00")
    await karen.presses("confirm-yes")
    await broad.later(hours=70)
    assert _reminded(rosa.here) == []
    await broad.later(hours=1, minutes=1)
    assert _reminded(rosa.here) == ["gathering-reminder"]
    assert _reminded(ali.here) == []
