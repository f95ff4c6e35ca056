"""Karen plans gatherings that are open to everybody; Rosa and Ali find them wherever they write."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from icalendar import Calendar

from bot.platforms.gatherings import EventShowing
from bot.platforms.platform import GaveUp, Letter, Why
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import gatherings
from tests.stories.gathered import SERVER, plans, shown_there
from tests.stories.several_platforms import BroadTown

# It is Monday 7 January 2030, eight in the evening in Copenhagen.


@pytest_asyncio.fixture
async def broad(tmp_path: Path) -> AsyncIterator[BroadTown]:
    """A town whose coordinators have a server on Discord."""
    town = await BroadTown.begin(tmp_path, config=SERVER)
    town.others["discord"].has_events = True
    yield town
    await town.close()


def _entries(person: Townsperson) -> list[tuple[str, str, str]]:
    file = person.last().letter.file
    assert file is not None and file.mime == "text/calendar"
    return [
        (str(e["summary"]), e.decoded("dtstart").isoformat(), str(e["location"]))
        for e in Calendar.from_ical(file.data).walk("VEVENT")
    ]


async def test_it_is_shown_whole_before_anything_is_done_and_says_what_it_exposes(
    broad: BroadTown,
):
    karen = await broad.coordinator("karen")
    await karen.says("new gathering")
    await karen.says("Coffee on Thursday")
    await karen.says("Thursday at 15")
    assert karen.last().letter.mark.text_id == "gathering-minutes-ask"
    await karen.says("two hours")
    await karen.says("Huset, Vestergade 1")
    assert karen.heard()[-1] == "gathering-confirm-shown"
    text = karen.last().text
    assert "Thursday 10 January 2030 at 15:00 (Copenhagen), 120 minutes" in text
    assert "everybody sees who is interested" in text and "Discord" in text
    assert not shown_there(broad)

    await karen.presses("no-thanks")

    assert not shown_there(broad)
    await karen.says("gatherings")
    assert karen.heard()[-1] == "gatherings-none"


async def test_everybody_with_an_account_finds_it_by_the_same_word_in_their_own_language(
    broad: BroadTown,
):
    karen = await broad.coordinator("karen")
    rosa = await broad.receiver("rosa@discord", "da")
    ali = await broad.receiver("ali")
    mia = await broad.receiver("mia@web")
    await ali.says("time zone London")
    code = await plans(karen)
    assert shown_there(broad) == {"Coffee on Thursday": "Huset, Vestergade 1"}

    await rosa.says("træf")
    assert rosa.heard()[-3:] == ["gatherings", "gathering-row", "gatherings-file"]
    row = rosa.seen()[-2].text
    assert "torsdag 10. januar 2030 kl. 15:00" in row and "Huset, Vestergade 1" in row
    assert code not in row
    assert _entries(rosa) == [("Træf", "2030-01-10T14:00:00+00:00", "Huset, Vestergade 1")]
    await ali.says("gatherings")
    assert "at 14:00 (London)" in ali.seen()[-2].text
    assert "Gathering" in _entries(ali)[0]
    await mia.says("!gatherings")
    assert mia.heard()[-3:] == ["gatherings", "gathering-row", "gatherings-file"]
    await karen.says("gatherings")
    assert code in karen.last().text


async def test_one_that_may_not_be_shown_there_is_found_all_the_same(broad: BroadTown):
    karen, rosa = await broad.coordinator("karen"), await broad.receiver("rosa")
    await plans(karen, how="gathering-unshown")
    assert not shown_there(broad)
    await rosa.says("gatherings")
    assert "Coffee on Thursday" in rosa.seen()[-2].text


async def test_it_is_moved_and_called_off_there_too_after_a_yes(broad: BroadTown):
    karen, rosa = await broad.coordinator("karen"), await broad.receiver("rosa")
    code = await plans(karen)
    board = broad.others["discord"].events

    await karen.says(f"reschedule {code} Friday at 16")
    assert karen.heard()[-1] == "gathering-move-confirm"
    assert "among the events of the server" in karen.last().text
    assert board[code].begins.isoformat() == "2030-01-10T14:00:00+00:00"
    await karen.presses("confirm-yes")
    assert board[code].begins.isoformat() == "2030-01-11T15:00:00+00:00"
    assert board[code].ends - board[code].begins == timedelta(hours=2)
    await rosa.says("gatherings")
    assert "Friday 11 January 2030 at 16:00" in rosa.seen()[-2].text

    await karen.says(f"call off {code.lower()}")
    assert karen.heard()[-1] == "gathering-off-confirm" and code in board
    await karen.presses("confirm-yes")
    assert code not in board
    await rosa.says("gatherings")
    assert rosa.heard()[-1] == "gatherings-none"
    await karen.says(f"call off {code}")
    assert karen.heard()[-1] == "gathering-over"
    await karen.says("audit")
    acts = "\n".join(s.text for s in karen.news())
    assert "planned the gathering" in acts and "suggested another time for" in acts
    assert f"called off {code}" in acts


@pytest.mark.parametrize(
    ("why", "says"), [(Why.NOT_ALLOWED, "permission Create Events"), (Why.REFUSED, "not taken")]
)
async def test_where_it_cannot_be_shown_coordinators_hear_why_and_it_is_to_be_all_the_same(
    broad: BroadTown, why: Why, says: str
):
    def refuse(letter: Letter) -> GaveUp | None:
        return GaveUp(why=why) if isinstance(letter, EventShowing) else None

    broad.others["discord"].trouble = refuse
    karen, rosa = await broad.coordinator("karen"), await broad.receiver("rosa")
    code = await _planned_unshown(karen)
    assert "gathering-not-shown" in karen.heard()
    told = next(s for s in karen.seen() if s.letter.mark.text_id == "gathering-not-shown")
    assert says in told.text and code in told.text
    await rosa.says("gatherings")
    assert "Coffee" in rosa.seen()[-2].text


async def _planned_unshown(karen: Townsperson) -> str:
    await karen.says("new gathering")
    for answer in ("Coffee", "Thursday at 15, two hours", "Huset"):
        await karen.says(answer)
    await karen.presses("gathering-shown")
    done = next(s for s in karen.seen() if s.letter.mark.text_id == "gathering-planned")
    return done.text.split("planned: ")[1][:6]


async def test_where_no_platform_shows_such_things_nothing_is_said_of_it(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("new gathering")
    for answer in ("Coffee", "Thursday at 15, two hours", "Huset"):
        await karen.says(answer)
    assert karen.heard()[-1] == "gathering-confirm"
    assert "Discord" not in karen.last().text
    await karen.presses("confirm-yes")
    assert karen.heard() == ["gathering-planned"]
    await rosa.says("gatherings")
    assert "Coffee" in rosa.seen()[-2].text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (["x" * 101], "gathering-too-long"),
        (["Coffee", "some day"], "plan-when"),
        (["Coffee", "every Tuesday at 15, 3 times"], "gathering-once"),
        (["Coffee", "Thursday at 15", "for ever"], "gathering-how-long"),
        (["Coffee", "Thursday at 15", "5"], "gathering-how-long"),
    ],
)
async def test_what_cannot_be_is_said_and_the_question_stands(
    town: Town, said: list[str], answer: str
):
    karen = await town.coordinator("karen")
    await karen.says("new gathering")
    for one in said:
        await karen.says(one)
    assert karen.heard()[-1] == answer
    await karen.says("stop")
    assert karen.heard() == ["dialogue-stopped"]


async def test_to_everybody_else_the_coordinators_word_means_the_list(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("new gathering")
    assert rosa.heard() == ["gatherings-none"]


async def test_in_the_coordinators_room_it_is_asked_in_private(town_with_room: Town):
    karen = await town_with_room.coordinator("karen")
    await karen.says("!new gathering", in_room=True)
    assert karen.heard() == ["gathering-name-ask"]
    assert "gathering-in-private" in town_with_room.heard_in_room()
    for answer in ("Coffee", "Thursday at 15, two hours", "Huset"):
        await karen.says(answer)
    await karen.presses("confirm-yes")
    await karen.says("!gatherings", in_room=True)
    assert town_with_room.heard_in_room()[-2:] == ["gatherings", "gathering-row"]


async def test_when_its_time_is_over_it_is_in_no_list_and_a_month_later_nowhere(broad: BroadTown):
    karen, rosa = await broad.coordinator("karen"), await broad.receiver("rosa")
    code = await plans(karen, when="tomorrow at 15, two hours")
    await broad.later(hours=20)
    await rosa.says("gatherings")
    assert "Coffee" in rosa.seen()[-2].text  # it is going on
    await broad.later(hours=2)
    await rosa.says("gatherings")
    assert rosa.heard()[-1] == "gatherings-none"
    await karen.says(f"reschedule {code} Friday at 16")
    assert karen.heard()[-1] == "gathering-begun"
    pruned = await broad.database.run(gatherings.prune, broad.now + timedelta(days=1))
    assert pruned == 1
    assert await broad.database.read(gatherings.coded, code) is None


async def test_no_file_of_the_database_shows_its_name_or_place(broad: BroadTown, tmp_path: Path):
    karen = await broad.coordinator("karen")
    await plans(karen, name="Marmalade evening", place="Quincestreet 7")
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"planned" in kept
    assert b"Marmalade" not in kept and b"Quincestreet" not in kept
