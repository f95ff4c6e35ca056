"""Who writes from a new account is listened to at once, and the second contact comes a little later."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio

from bot.config import Config
from bot.rehearsal.town import EVENING, Town
from tests.stories.several_platforms import ON_DISCORD, BroadTown
from tests.stories.steps import asks_to_talk, in_touch

DISCORD_BEGAN = datetime(2015, 1, 1, tzinfo=UTC)


def made(ago: timedelta) -> str:
    """The number of an account on Discord that was made so long before the evening."""
    since = int((EVENING - ago - DISCORD_BEGAN) / timedelta(milliseconds=1))
    return f"{since << 22 | 7}@discord"


ROSA = made(timedelta(hours=2))  # an account of this afternoon


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = await BroadTown.begin(tmp_path, config=ON_DISCORD)
    yield town
    await town.close()


async def test_the_first_contact_is_as_quick_as_everybodys(town: Town):
    rosa, mia = await in_touch(town, ROSA)
    await rosa.says("Hello")
    assert mia.heard() == ["relay"]
    await rosa.says("akut")
    assert rosa.heard()[-1] == "crisis-card"


async def test_the_second_waits_an_hour_and_says_why_and_until_when(town: Town):
    rosa, _ = await in_touch(town, ROSA)
    await rosa.says("!end")
    await town.later(minutes=20)
    rosa.heard()

    await rosa.says("talk")

    assert rosa.heard() == ["talk-new-account"]
    told = rosa.last()
    assert "no judgement of you" in told.text and "21:00" in told.text and "112" in told.text
    assert [choice.id for choice in told.letter.choices] == ["call-me-back", "other-doors"]
    await rosa.says("akut")
    assert rosa.heard() == ["crisis-card"]

    await town.later(minutes=41)
    await rosa.says("talk")
    assert rosa.heard()[0] == "talk-language-ask"


async def test_who_would_rather_be_asked_is_asked_when_the_hour_is_over(town: Town):
    rosa, mia = await in_touch(town, ROSA)
    await rosa.says("Hello")
    await mia.says("Hello you")
    await town.later(minutes=5)
    await rosa.says("!end")
    await town.volunteer("birk")
    await rosa.says("talk")
    await rosa.presses("call-me-back")
    await rosa.says("skip")
    rosa.heard()

    await town.later(minutes=50)
    assert "call-back-ask" not in rosa.heard(), "then their yes could not be taken"
    await town.later(minutes=15)
    assert "call-back-ask" in rosa.heard()
    await rosa.presses("call-back-yes")
    assert "talk-new-account" not in rosa.heard()


async def test_a_contact_that_never_came_about_delays_nobody(town: Town):
    rosa, mia = await in_touch(town, ROSA)
    await mia.says("!handover")
    await rosa.says("cancel")
    rosa.heard()
    await rosa.says("talk")
    assert "talk-new-account" not in rosa.heard()


async def test_an_old_account_and_another_platform_wait_for_nothing(town: Town):
    for name in (made(timedelta(days=3, minutes=1)), "rosa"):
        rosa, _ = await in_touch(town, name, f"volunteer of {name[:4]}")
        await rosa.says("!end")
        rosa.heard()
        await rosa.says("talk")
        assert "talk-new-account" not in rosa.heard(), name


async def test_an_account_that_stops_being_new_waits_no_longer(town: Town):
    rosa, _ = await in_touch(town, made(timedelta(days=3) - timedelta(minutes=10)))
    await rosa.says("!end")
    await town.later(minutes=11)
    rosa.heard()
    await rosa.says("talk")
    assert rosa.heard()[0] == "talk-language-ask"


async def test_it_can_be_switched_off(tmp_path: Path):
    platforms = {"discord": {"relay": True, "new_account_days": 0}}
    town = await BroadTown.begin(tmp_path, config=Config.model_validate({"platforms": platforms}))
    rosa, _ = await in_touch(town, ROSA)
    await rosa.says("!end")
    rosa.heard()
    await asks_to_talk(rosa)
    assert "talk-new-account" not in rosa.heard()
    await town.close()


async def test_a_report_says_that_the_account_is_new_and_that_it_may_mean_nothing(town: Town):
    karen = await town.coordinator("karen")
    _, mia = await in_touch(town, ROSA)
    karen.heard()
    await mia.says("!report")
    told = karen.last().text
    assert "account of the receiver was made within the last few days" in told
    assert "something or nothing" in told and ROSA.partition("@")[0] not in told


async def test_a_report_by_a_new_account_does_not_say_so_of_the_other(town: Town):
    karen = await town.coordinator("karen")
    rosa, _ = await in_touch(town, ROSA)
    await rosa.says("!report")
    assert karen.last().letter.mark.text_id == "alarm-report"
    assert "was made" not in karen.last().text
