"""What is asked and told on Discord, the thread two may choose there, and the switch: decision 0038."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.config import Config
from tests.stories.check_in_steps import noted
from tests.stories.several_platforms import (
    OFF_DISCORD,
    ON_DISCORD,
    PAGE,
    BroadTown,
    by_the_link,
    rosa_and_mia,
    through_discord,
)
from tests.stories.steps import asks_to_talk

WORDS = "my heart is a stone tonight"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[BroadTown]:
    town = await BroadTown.begin(tmp_path, config=OFF_DISCORD)
    yield town
    await town.close()


async def test_no_question_about_what_rosa_lived_through_is_asked_on_discord(town: BroadTown):
    await town.volunteer("mia")
    rosa = await town.receiver("rosa@discord")
    await asks_to_talk(rosa)
    asked = rosa.heard()
    assert "talk-topics-ask" not in asked and "talk-note-ask" in asked
    note = next(s for s in rosa.seen() if s.letter.mark.text_id == "talk-note-ask")
    assert "No health details" in note.text
    ben = await town.receiver("ben")
    await ben.says("talk")
    assert ben.heard() == ["talk-topics-ask"]


async def test_nobody_is_asked_on_discord_how_they_are_now(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    await at_page.says("hello")
    await mia.says("hello to you")
    await at_page.says("!end")
    rosa.heard()

    await town.later(days=20)
    assert not [text for text in rosa.heard() if text.startswith("check-in")]
    assert await noted(town, "check-in-not-invited") == [{"why": "facts-only"}]
    await rosa.says("check-ins on")
    assert rosa.heard() == ["check-ins-not-here"]


async def test_the_first_words_say_what_discord_can_see(town: BroadTown):
    rosa = town.stranger("rosa@discord")
    await rosa.says("hello")
    welcome = rosa.seen()[0].text
    assert "Discord can read all that you write and press here" in welcome
    assert "does not go through Discord" in welcome


async def test_a_private_thread_is_opened_when_both_wish_it_and_know_what_it_shows(
    tmp_path: Path,
):
    section = {"rooms_channel": "123456789012345678"}
    config = Config.model_validate({"platforms": {"discord": section, "web": PAGE}})
    town = await BroadTown.begin(tmp_path, config=config)
    rosa, mia = await rosa_and_mia(town, "mia@discord")
    await rosa.says("!room")
    assert "whoever runs this server can read along" in rosa.last().text
    await rosa.says("!yes")
    assert "sees the other's account" in mia.last().text
    await mia.presses("room-yes")
    ((place, invited),) = town.others["discord"].rooms
    assert set(invited) == {rosa.address, mia.address}
    assert rosa.heard()[-1] == mia.heard()[-1] == "room-opened"
    await rosa.says("!end")
    assert town.others["discord"].left == [place]
    await town.close()


async def test_switched_on_words_are_passed_on_as_everywhere(tmp_path: Path):
    town = await BroadTown.begin(tmp_path, config=ON_DISCORD)
    rosa, mia = await rosa_and_mia(town)
    assert rosa.heard()[-1] == "contact-opened"
    await mia.says(WORDS)
    assert rosa.last().text.endswith(WORDS)
    await town.close()


async def test_switched_off_in_the_middle_of_a_contact_nothing_passes_any_more(tmp_path: Path):
    town = await BroadTown.begin(tmp_path, config=ON_DISCORD)
    rosa, mia = await rosa_and_mia(town)
    object.__setattr__(town.desk, "config", OFF_DISCORD)
    rosa.heard(), mia.heard()

    await mia.says(WORDS)
    await rosa.says("and mine")

    assert (mia.heard(), rosa.heard()) == (["relay-not-delivered"], ["contact-across-here"])
    assert WORDS not in through_discord(town)
    at_page = await by_the_link(rosa)
    await mia.says("here you are")
    assert at_page.last().text.endswith("here you are")
    await town.close()
