"""On duty and off again: how long, fit for it, and never more than is good."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import as_volunteer, asks_to_talk, in_touch


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("duty 60", "21:00"),
        ("vagt 60", "21:00"),
        ("duty", "21:00"),
        ("duty 2 hours", "22:00"),
        ("vagt 2 timer", "22:00"),
        ("duty until 21:30", "21:30"),
        ("vagt til 21.30", "21:30"),
        ("vagt til kl. 22", "22:00"),
        ("duty until half past nine", "21:30"),
        ("vagt til halv ti", "21:30"),
        ("vagt i to timer", "22:00"),
        ("vagt i halvanden time", "21:30"),
        ("duty for an hour and a half", "21:30"),
        ("duty until 10pm", "22:00"),
        ("vagt til kvart i elleve", "22:45"),
        ("duty until 9", "21:00"),
        ("vagt fra nu og til kl. halv elleve i aften", "22:30"),
    ],
)
async def test_duty_is_told_in_minutes_hours_or_by_the_clock(town: Town, said, until):
    mia = await town.volunteer("mia", on_duty=False)

    await mia.says(said)
    assert mia.heard() == ["duty-check"] and until in mia.last().text
    await mia.says("yes")

    assert mia.heard() == ["duty-on"] and until in mia.last().text


@pytest.mark.parametrize(
    "said",
    [
        "duty soon",
        "duty until 25:00",
        "duty -3",
        "duty at 22",
        "duty from 21 to 22",
        "duty until 9 or 10",
        "vagt til torsdag",
        "vagt til jeg falder i søvn",
        "vagt ikke til kl. 22",
    ],
)
async def test_a_time_that_is_not_understood_is_never_guessed(town: Town, said):
    mia = await town.volunteer("mia", on_duty=False)

    await mia.says(said)

    assert mia.heard() == ["duty-when"]


async def test_a_duty_too_short_to_be_of_use(town: Town):
    mia = await town.volunteer("mia", on_duty=False)

    await mia.says("duty 0")

    assert mia.heard() == ["duty-too-short"]


async def test_not_fit_today_is_a_good_answer(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await mia.says("duty 60")
    await mia.says("nej")
    assert mia.heard() == ["duty-check", "duty-not-today"]

    await asks_to_talk(rosa)

    assert mia.heard() == []


async def test_three_hours_in_one_go_are_the_most(town: Town):
    mia = await town.volunteer("mia", on_duty=False)

    await mia.says("duty 5 hours")
    await mia.presses("fit-yes")

    assert "23:00" in mia.last().text and "shorter than you wished" in mia.last().text


async def test_it_ends_by_itself_and_says_so_once(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says("duty 60")
    await mia.presses("fit-yes")
    mia.heard()

    await town.later(minutes=61)
    assert mia.heard() == ["duty-over"]
    await asks_to_talk(await town.receiver("rosa"))

    assert mia.heard() == []


@pytest.mark.parametrize("word", ["off", "fri"])
async def test_off_ends_it_now_and_nothing_is_said_at_the_hour_it_would_have_ended(
    town: Town, word
):
    mia = await town.volunteer("mia", hours=1)

    await mia.says(word)
    await town.later(hours=2)
    await mia.says(word)

    assert mia.heard() == ["duty-off", "duty-not-on"]


async def test_twelve_hours_a_week_are_enough(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    for _ in range(4):
        await mia.says("duty 3 hours")
        await mia.presses("fit-yes")
        await town.later(hours=24)
    mia.heard()

    await mia.says("duty 3 hours")
    await mia.presses("fit-yes")

    assert mia.heard() == ["duty-check", "duty-enough"]


async def test_whoever_waits_is_looked_for_at_once_when_somebody_comes_on_duty(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    mia = await town.volunteer("mia", on_duty=False)

    await mia.says("duty 60")
    await mia.says("ja")

    assert mia.heard() == ["duty-check", "duty-on", "offer"]


async def test_going_off_with_an_unanswered_offer_gives_it_back(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    ida = await town.volunteer("ida")

    await mia.says("off")

    assert mia.seen()[0].amended == "offer-lapsed"
    assert ida.heard() == ["offer"]


async def test_a_heavy_contact_gives_rest_and_coordinators_hear_that_much(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await mia.says("heavy")
    assert mia.last().letter.mark.text_id == "debrief-heavy"
    assert karen.heard() == ["alarm-heavy"]
    assert "hello" not in karen.last().text

    await mia.says("duty 60")
    await mia.presses("fit-yes")
    assert mia.last().letter.mark.text_id == "duty-resting"
    await town.later(hours=25)
    await mia.says("duty 60")
    await mia.presses("fit-yes")

    assert mia.last().letter.mark.text_id == "duty-on"


@pytest.mark.parametrize(("word", "text"), [("light", "debrief-light"), ("ok", "debrief-okay")])
async def test_a_light_or_ok_contact_leaves_them_on_duty(town: Town, word, text):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")

    await mia.says(word)

    assert mia.last().letter.mark.text_id == text
    assert (await as_volunteer(town, mia)).on_duty(town.now)


async def test_a_word_to_the_coordinators_is_passed_on_and_kept_nowhere(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await mia.says("okay")
    await mia.presses("leave-a-note")
    assert mia.last().letter.mark.text_id == "debrief-note-ask"
    await mia.says("It went well, but it was long")

    assert mia.last().letter.mark.text_id == "debrief-thanks"
    assert karen.heard() == ["debrief-note"]
    assert "it was long" in karen.last().text and "Mia" in karen.last().text
    assert "it was long" not in (await _kept(town, mia))


async def test_a_colleague_can_be_asked_for_at_any_time_without_content(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await rosa.says("SECRETWORD")

    await mia.says("!kollega")

    assert mia.last().letter.mark.text_id == "colleague-asked"
    assert karen.heard() == ["alarm-colleague"]
    assert "Mia" in karen.last().text and "SECRETWORD" not in karen.last().text
    await rosa.says("still here?")
    assert "still here?" in mia.last().text


async def test_after_the_debrief_a_colleague_can_be_wished_for(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await mia.presses("okay")

    await mia.presses("need-colleague")

    assert karen.heard() == ["alarm-colleague"]


async def test_the_debrief_is_answered_once(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    await mia.presses("light")
    mia.heard()

    await mia.presses("heavy")

    assert mia.heard() == ["too-late", "status-on-duty"]


async def _kept(town: Town, person) -> str:
    person.heard()
    await person.says("my data")
    return person.last().text
