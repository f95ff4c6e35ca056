"""When volunteers mean to be there: rules, single days, a word before, and duty with the shift."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsal.town import Town
from tests.stories.shift_steps import noon, with_shifts
from tests.stories.steps import as_volunteer, asks_to_talk
from tests.stories.story_town import StoryTown

__all__ = ["noon"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "shifts mon 18-21, thu 19-22",
            "every Monday at 18:00-21:00; every Thursday at 19:00-22:00",
        ),
        ("vagtplan man 18-21 og tor 19-22", "every Monday at 18:00-21:00; every Thursday"),
        ("vagtplan man 18-21 tors 19-22", "every Monday at 18:00-21:00; every Thursday"),
        ("shifts mondays 6pm-9pm", "every Monday at 18:00-21:00"),
        ("shifts every other friday 20-23", "every other Friday at 20:00-23:00"),
        ("vagtplan hver anden fredag kl. 20-23", "every other Friday at 20:00-23:00"),
        ("shifts first monday 18-21", "the first Monday of the month at 18:00-21:00"),
        ("vagtplan sidste mandag i måneden 18-21", "the last Monday of the month"),
        ("shifts daily 18-19", "every day at 18:00-19:00"),
        ("shifts mon, wed 18-21", "every Monday at 18:00-21:00; every Wednesday at 18:00-21:00"),
    ],
)
async def test_shifts_are_said_in_ordinary_words_and_read_back(noon: Town, said, told):
    mia = await with_shifts(noon, plan=said)

    assert told in mia.last().text


async def test_the_next_shifts_are_told_by_the_clock_where_they_live(noon: Town):
    mia = await with_shifts(noon)

    await mia.says("vagtplan")

    assert "Monday 7 January at 20:00-22:00" in mia.last().text
    assert "Monday 28 January at 20:00-22:00" in mia.last().text


@pytest.mark.parametrize(
    "said",
    [
        "shifts soon",
        "shifts mon",
        "shifts mon 25-26",
        "shifts mon 18-21 maybe",
        "shifts 24/12 late",
    ],
)
async def test_what_is_not_understood_changes_nothing(noon: Town, said):
    mia = await with_shifts(noon)

    await mia.says(said)
    assert mia.heard() == ["shifts-how"]
    await mia.says("shifts")

    assert "every Monday at 20:00-22:00" in mia.last().text


@pytest.mark.parametrize(
    ("said", "answer", "limit"),
    [
        ("shifts mon 18-22", "shifts-too-long", "3 hours"),
        ("shifts mon 18-20, mon 20-22", "shifts-too-long", "3 hours"),
        ("shifts daily 18-20", "shifts-too-much", "12 hours"),
        ("shifts 8/1 12-16", "shifts-too-long", "3 hours"),
    ],
)
async def test_more_than_one_should_carry_is_refused_kindly_and_names_the_limit(
    noon: Town, said, answer, limit
):
    mia = await noon.volunteer("mia", on_duty=False)

    await mia.says(said)

    assert mia.heard() == [answer] and limit in mia.last().text
    await mia.says("shifts")
    assert mia.heard() == ["shifts-none"]


async def test_ones_own_lower_limit_holds_for_shifts_too(noon: Town):
    mia = await noon.volunteer("mia", on_duty=False)
    await mia.says("limits hours 3")
    mia.heard()

    await mia.says("shifts mon 18-20, thu 18-20")

    assert mia.heard() == ["shifts-too-much"] and "3 hours" in mia.last().text


async def test_an_hour_before_a_yes_and_duty_begins_and_ends_with_the_shift(noon: Town):
    mia = await with_shifts(noon)
    await noon.later(hours=6, minutes=59)
    assert mia.heard() == []
    await noon.later(minutes=1)
    assert mia.heard() == ["shift-reminder"] and "20:00-22:00" in mia.last().text
    await mia.says("yes")
    assert mia.heard() == ["shift-fit"]
    await noon.later(hours=1)
    assert mia.heard() == ["duty-on"] and "22:00" in mia.last().text

    await asks_to_talk(await noon.receiver("rosa"))
    assert mia.heard() == ["offer"]
    await mia.says("decline")
    await noon.later(hours=2)

    assert mia.heard()[-1] == "duty-over"
    assert not (await as_volunteer(noon, mia)).on_duty(noon.now)


async def test_without_a_word_they_are_asked_when_it_begins(noon: Town):
    mia = await with_shifts(noon)
    await noon.later(hours=8)
    assert mia.heard() == ["shift-reminder", "duty-check"]
    assert not (await as_volunteer(noon, mia)).on_duty(noon.now)

    await mia.says("yes")

    assert mia.heard() == ["duty-on"] and "22:00" in mia.last().text


async def test_duty_begins_by_itself_for_whoever_said_so(noon: Town):
    mia = await with_shifts(noon)
    await mia.says("shifts auto on")
    assert "Duty begins by itself" in mia.last().text
    mia.heard()

    await noon.later(hours=8)

    assert mia.heard() == ["shift-reminder", "duty-on"]


async def test_a_no_beforehand_lets_it_fall_away_and_coordinators_know(noon: Town):
    karen, mia = await noon.coordinator("karen"), await with_shifts(noon)
    await mia.says("shifts auto on")
    await noon.later(hours=7)
    mia.heard()

    await mia.says("no")
    assert mia.heard() == ["shift-not-fit"]
    assert karen.heard() == ["alarm-shift"] and "Mia" in karen.last().text
    await noon.later(hours=3)

    assert mia.heard() == []
    await mia.says("shifts")
    assert "Monday 7 January" not in mia.last().text


async def test_nobody_is_put_on_duty_beyond_a_cap_by_a_shift(noon: Town):
    mia = await with_shifts(noon)
    await mia.says("shifts auto on")
    await mia.says("limits hours 1")
    await mia.says("duty 60")
    await mia.says("yes")
    await noon.later(hours=2)
    mia.heard()

    await noon.later(hours=6)

    assert mia.heard()[-1] == "duty-enough"
    assert not (await as_volunteer(noon, mia)).on_duty(noon.now)


async def test_who_is_on_duty_already_is_not_asked_again(noon: Town):
    mia = await with_shifts(noon)
    await noon.later(hours=7, minutes=50)
    await mia.says("duty 60")
    await mia.says("yes")
    mia.heard()

    await noon.later(minutes=15)

    assert mia.heard() == []


async def test_one_day_off_another_with_hours_of_its_own_and_back_again(noon: Town):
    mia = await with_shifts(noon)
    await mia.says("shifts 14/1 off")
    assert "Monday 14 January" not in mia.last().text
    await mia.says("vagtplan 15/1 18-20")
    assert "Tuesday 15 January at 18:00-20:00" in mia.last().text
    await mia.says("shifts 14/1 as usual")
    assert "Monday 14 January at 20:00-22:00" in mia.last().text

    await mia.says("shifts none")
    await mia.says("shifts 15/1 off")

    assert mia.heard()[-1] == "shifts-none"


@pytest.mark.parametrize("said", ["away 8-20 january", "væk 8/1 til 20/1"])
async def test_days_away_have_no_shifts_and_can_be_taken_back(noon: Town, said):
    mia = await with_shifts(noon)
    await mia.says(said)
    assert "Monday 14 January" not in mia.last().text
    assert "Monday 21 January" in mia.last().text

    await mia.says("away off")

    assert "Monday 14 January" in mia.last().text
    await mia.says("away some time")
    assert mia.heard()[-1] == "shifts-away-how"


async def test_public_holidays_are_free_unless_they_say_otherwise(tmp_path):
    town = await StoryTown.begin(tmp_path, now=datetime(2030, 12, 20, 11, tzinfo=UTC))
    mia = await with_shifts(town, plan="shifts wed 18-20")
    assert "25 December" not in mia.last().text

    await mia.says("shifts holidays on")

    assert "Wednesday 25 December at 18:00-20:00" in mia.last().text
    await town.close()


async def test_it_begins_at_its_time_on_the_wall_also_after_the_clock_was_changed(tmp_path):
    friday = datetime(2030, 3, 29, 12, tzinfo=UTC)  # summer time begins on Sunday
    town = await StoryTown.begin(tmp_path, now=friday)
    mia = await with_shifts(town, plan="shifts sun 20-22")
    await mia.says("shifts auto on")
    mia.heard()

    await town.later(hours=54)  # Sunday at 18:00 UTC, eight in the evening there

    assert mia.heard() == ["shift-reminder", "duty-on"] and "22:00" in mia.last().text
    await town.close()


async def test_a_suspended_volunteer_is_not_reminded(noon: Town):
    karen, mia = await noon.coordinator("karen"), await with_shifts(noon)
    await karen.says("suspend Mia")
    await karen.says("yes")
    mia.heard()

    await noon.later(hours=9)

    assert mia.heard() == []


async def test_a_shift_soon_after_another_is_told_of_once_and_begins(noon: Town):
    mia = await with_shifts(noon, plan="shifts mon 18-19, mon 19:30-20:30")
    await mia.says("shifts auto on")
    mia.heard()

    await noon.later(hours=9)

    told = ["shift-reminder", "duty-on", "shift-reminder", "duty-over", "duty-on", "duty-over"]
    assert mia.heard() == told


async def test_after_an_outage_over_the_reminder_they_are_asked_and_a_shift_that_is_over_is_not_named(
    noon: Town,
):
    mia = await with_shifts(noon)
    noon.now += timedelta(hours=8, minutes=30)
    await noon.settle()
    assert mia.heard() == ["duty-check"]
    noon.now += timedelta(days=8)
    await noon.settle()

    assert mia.heard() == []


async def test_it_stands_in_my_data_and_goes_with_forget_me(noon: Town):
    mia = await with_shifts(noon)
    await mia.says("my data")
    assert "20:00" in mia.last().text
    await mia.says("forget me")
    await mia.says("yes")
    mia.heard()

    await noon.later(hours=9)

    assert mia.heard() == []
