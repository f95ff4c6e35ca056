"""Where a platform passes no words on, two people meet at our page, by a link: decision 0038."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from storage import tables
from storage.database import Transaction
from tests.stories.appointed import begins_at, settled
from tests.stories.several_platforms import (
    OFF_DISCORD,
    AtPage,
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


async def test_rosa_is_led_to_the_page_and_they_talk_there(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    assert rosa.heard()[-1] == "contact-across" and "Discord could read" in rosa.last().text
    assert mia.heard()[-1] == "contact-opened"

    at_page = await by_the_link(rosa)
    assert at_page.heard() == ["contact-opened"]
    assert mia.heard() == ["contact-other-here"]
    await mia.says(WORDS)
    assert at_page.heard() == ["relay"] and WORDS in at_page.last().text
    await at_page.says("and mine a river")
    assert mia.last().text.endswith("and mine a river")

    assert rosa.heard() == []
    assert WORDS not in through_discord(town) and "river" not in through_discord(town)


async def test_nothing_is_passed_on_before_rosa_has_come_and_mia_is_told_so(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    rosa.heard(), mia.heard()

    await mia.says(WORDS)

    assert mia.heard() == ["contact-other-not-here-yet"]
    assert rosa.heard() == []
    at_page = await by_the_link(rosa)
    assert at_page.heard() == ["contact-opened"], "words that were not kept cannot come later"
    assert WORDS not in "".join(s.text for s in town.wire.shown)


async def test_what_rosa_writes_on_discord_goes_nowhere_and_brings_a_new_link(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    rosa.heard(), mia.heard()

    await rosa.says(WORDS)
    await rosa.sends(b"a picture")

    assert rosa.heard() == ["contact-across-here"] * 2
    assert mia.heard() == []
    at_page = await by_the_link(rosa)
    assert at_page.heard() == ["contact-opened"]
    await at_page.says("here I am")
    await rosa.says(WORDS)
    assert [s.text for s in mia.news()][1:] == [mia.last().text]
    assert mia.last().text.endswith("here I am")


async def test_an_old_link_does_not_open_twice_and_another_brings_rosa_back(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    first = await by_the_link(rosa)
    with pytest.raises(AssertionError, match="does not open"):
        await by_the_link(rosa)
    await rosa.says("I have lost the page")

    again = await by_the_link(rosa)

    assert again.address == first.address
    assert again.heard()[-1] == "contact-across-again"
    mia.heard()
    await again.says("back")
    assert mia.last().text.endswith("back")


async def test_she_is_answered_where_she_writes(town: BroadTown):
    rosa, _ = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    rosa.heard(), at_page.heard()

    await at_page.says("!help")
    assert (at_page.heard(), rosa.heard()) == (["help-in-contact"], [])
    await rosa.says("!help")
    assert (at_page.heard(), rosa.heard()) == ([], ["help-in-contact"])
    await rosa.says("!crisis")
    assert rosa.heard() == ["crisis-card"]
    await at_page.says("crisis")
    assert at_page.heard()[0] == "crisis-card"


async def test_the_end_is_told_on_discord_and_the_page_is_closed(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    rosa.heard()

    await at_page.says("!end")

    assert rosa.heard() == ["contact-ended"]
    assert town.others["web"].signed_out == [at_page.address]
    assert mia.heard()[-2:] == ["contact-ended", "debrief-ask"]
    await at_page.says("is anybody there?")
    assert at_page.heard()[-2:] == ["welcome", "adult-ask"], "whoever comes now is a stranger"
    assert await _ways(town) == 0
    await rosa.says("talk")
    assert rosa.heard() == ["talk-language-ask"]


@pytest.mark.parametrize("word", ["!report", "!block", "!end"])
@pytest.mark.parametrize("from_page", [True, False])
async def test_rosa_can_end_block_and_report_from_either_side(
    town: BroadTown, word: str, from_page: bool
):
    rosa, mia = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    mia.heard()

    await (at_page if from_page else rosa).says(word)

    assert "contact-ended" in mia.heard()
    assert "contact-ended" in rosa.heard()
    assert await _ways(town) == 0


async def test_a_volunteer_on_discord_is_led_there_too_and_sees_the_note_at_the_page_alone(
    town: BroadTown,
):
    mia = await town.volunteer("mia@discord")
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("1")
    await rosa.presses("skip")
    await rosa.says("I sleep badly since the spring")
    assert mia.heard() == ["offer"]
    topic = town.programme.topic_label(town.programme.topics[0].id, "en")
    assert topic not in mia.last().text
    await mia.presses("accept")
    assert mia.heard()[-1] == "contact-across"

    at_page = await by_the_link(mia)

    assert "sleep badly" in at_page.last().text and topic in at_page.last().text
    assert "sleep badly" not in through_discord(town) and topic not in through_discord(town)
    await rosa.says(WORDS)
    assert at_page.last().text.endswith(WORDS)


async def test_two_on_discord_both_come_by_links_and_neither_is_seen(town: BroadTown):
    rosa, mia = await rosa_and_mia(town, "mia@discord")
    hers, his = await by_the_link(rosa), await by_the_link(mia)
    hers.heard(), his.heard()

    await hers.says(WORDS)
    await his.says("I am here")

    assert his.last().text.endswith(WORDS) and hers.last().text.endswith("I am here")
    assert WORDS not in through_discord(town)


async def test_when_mia_never_comes_somebody_else_is_found(town: BroadTown):
    rosa, _ = await rosa_and_mia(town, "mia@discord")
    at_page = await by_the_link(rosa)
    await town.later(minutes=10)
    assert at_page.heard()[:1] == ["contact-opened"]
    assert "contact-taken-up-again" in rosa.heard()
    assert await _ways(town) == 0


async def test_whoever_closes_the_page_is_told_of_and_can_come_again(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    mia.heard()

    await at_page.looks_away()
    assert mia.heard() == ["contact-other-away"]
    await at_page.closes()
    await rosa.says("where was that page?")
    again: AtPage = await by_the_link(rosa)
    await again.says("here again")
    assert mia.last().text.endswith("here again")


async def test_somebody_whom_no_link_reaches_is_not_waited_for(town: BroadTown):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa@discord")
    await asks_to_talk(rosa)
    town.others["discord"].closed.add(rosa.address.user)
    await mia.presses("accept")
    assert "contact-ended" in mia.heard()


async def test_an_appointment_made_on_discord_begins_by_a_link(town: BroadTown):
    rosa, mia = await settled(town, "rosa@discord", "mia")
    rosa.heard(), mia.heard()
    begins = await begins_at(town)
    await town.later(seconds=(begins - town.now).total_seconds())
    assert "contact-across" in rosa.heard() and "contact-opened" in mia.heard()
    at_page = await by_the_link(rosa)
    await mia.says(WORDS)
    assert at_page.last().text.endswith(WORDS)


async def test_nothing_stays_of_the_way_when_rosa_is_forgotten(town: BroadTown):
    rosa, mia = await rosa_and_mia(town)
    at_page = await by_the_link(rosa)
    await at_page.says("!forget me")
    await at_page.presses("forget-yes")
    assert "contact-ended" in mia.heard()
    assert await _ways(town) == 0
    await at_page.says("hello?")
    assert at_page.heard()[-2:] == ["welcome", "adult-ask"]


async def _ways(town: BroadTown) -> int:
    def count(db: Transaction) -> int:
        links = db.count(sa.select(sa.func.count()).select_from(tables.ways_in))
        return links + db.count(sa.select(sa.func.count()).select_from(tables.crossings))

    return await town.database.read(count)
