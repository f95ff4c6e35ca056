"""One shared room instead of the relay, when both wish it; and other turns of a contact."""

from bot.messages import Joined, Place, PlaceKind
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import asks_to_talk, in_touch


async def test_a_room_of_their_own_opens_when_both_wish_it_and_the_bot_leaves(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    rosa.heard(), mia.heard()

    await rosa.says("!room")
    assert rosa.heard() == ["room-wish"] and "address" in rosa.last().text
    assert mia.heard() == []
    await rosa.says("!yes")
    assert (rosa.heard(), mia.heard()) == (["room-asked"], ["room-ask"])
    assert "rosa" not in mia.last().text
    await mia.presses("room-yes")
    assert rosa.heard() == mia.heard() == ["room-opened"]
    ((place, invited),) = town.wire.rooms
    assert set(invited) == {rosa.address, mia.address}

    await town.happens(_joined(town, rosa, place))
    assert town.wire.left == []
    await town.happens(_joined(town, mia, place))
    assert town.wire.left == [place]


async def test_when_both_wish_for_a_room_at_once_neither_is_asked_again(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!rum")
    await mia.says("!room")
    await rosa.says("!ja")
    wish = next(s for s in mia.questions() if s.letter.mark.text_id == "room-wish")
    await mia.presses("room-yes", wish)

    assert len(town.wire.rooms) == 1


async def test_one_would_rather_not_and_all_goes_on(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!room")
    await rosa.says("!1")
    rosa.heard(), mia.heard()

    await mia.presses("no-thanks")

    assert rosa.heard() == mia.heard() == ["room-not"]
    assert town.wire.rooms == []
    await rosa.says("that is fine")
    assert mia.last().text.endswith("that is fine")


async def test_two_in_a_room_of_their_own_are_not_taken_for_silent(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!room")
    await rosa.says("!1")
    await mia.presses("room-yes")
    rosa.heard()

    await town.later(minutes=10)

    assert rosa.heard() == []


async def test_status_in_touch_says_with_whom_and_how_long(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    name = rosa.last().text.split(":")[0]
    await town.later(minutes=15)

    await rosa.says("!status")

    assert name in rosa.last().text and "30 minutes" in rosa.last().text


async def test_a_dialogue_somebody_was_in_does_not_swallow_what_they_say_in_touch(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await rosa.says("volunteer")
    await mia.presses("accept")

    await rosa.says("1, 2")
    assert mia.last().text.endswith(": 1, 2")
    await rosa.says("!end")
    rosa.heard()
    await rosa.says("hello")

    assert rosa.heard() == ["not-understood"]


def _joined(town: Town, who: Townsperson, place: Place) -> Joined:
    return Joined(id=town.next_id("join"), at=town.now, sender=who.address, place=place,
                  kind=PlaceKind.SHARED)  # fmt: skip
