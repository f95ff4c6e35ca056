"""In their room coordinators give orders, talk among themselves, and read each other's answers."""

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import as_volunteer, asks_to_talk, in_touch


async def _waiting(town: Town, name: str = "rosa") -> tuple[Townsperson, str]:
    person = await town.receiver(name)
    await asks_to_talk(person)
    return person, person.last().letter.mark.about


async def test_in_the_room_orders_are_answered_where_all_coordinators_read_them(
    town_with_room: Town,
):
    town = town_with_room
    karen = await town.coordinator("karen")
    _rosa, code = await _waiting(town)

    await karen.says("queue", in_room=True)
    await karen.says(f"!take {code}", in_room=True)

    assert town.heard_in_room() == ["queue", "queue-row", "take-done"]
    assert karen.heard() == ["contact-opened"]


async def test_in_the_room_small_talk_is_nobodys_order(town_with_room: Town):
    town = town_with_room
    karen, bo = await town.coordinator("karen"), await town.coordinator("bo")
    ida = await town.receiver("ida")
    await ida.says("volunteer")
    for answer in ("1", "1"):
        await ida.says(answer)
    assert town.heard_in_room()[-1] == "volunteer-application"

    for words in ("ok", "yes", "see you at lunch", "help me with the printer", "yes!"):
        await bo.says(words, in_room=True)
    assert town.heard_in_room()[-1] == "volunteer-application"
    await karen.says("!yes", in_room=True)

    assert town.heard_in_room()[-1] == "approve-done"


async def test_in_the_room_a_preview_just_shown_can_be_answered_plainly(town_with_room: Town):
    town = town_with_room
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")

    await karen.says("suspend mia", in_room=True)
    await karen.says("yes", in_room=True)

    assert town.heard_in_room() == ["suspend-confirm", "suspend-done"]
    assert mia.heard() == ["volunteer-suspended"]


@pytest.mark.parametrize("word", ["!my data", "!forget me", "!status", "!talk", "!duty 60"])
async def test_in_the_room_nobodys_own_affairs_are_shown(town_with_room: Town, word):
    town = town_with_room
    karen = await town.coordinator("karen")

    await karen.says(word, in_room=True)

    assert town.heard_in_room() == ["write-me-directly"]


async def test_in_the_room_somebody_who_does_not_coordinate_is_refused(town_with_room: Town):
    town = town_with_room
    rosa, karen = await town.receiver("rosa"), await town.coordinator("karen")
    _, code = await _waiting(town, "ole")
    await karen.says(f"close {code}", in_room=True)

    await rosa.says("!queue", in_room=True)
    assert town.heard_in_room()[-1] == "not-allowed"
    await rosa.presses("confirm-yes", in_room=True)
    await rosa.says("yes", in_room=True)

    assert town.heard_in_room()[-1] == "not-allowed"
    assert town.people["ole"].last().letter.mark.text_id == "talk-looking"


async def test_help_in_the_room_lists_orders_and_tells_of_each(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")

    await karen.says("!help", in_room=True)
    await karen.says("!help queue", in_room=True)

    assert town.heard_in_room() == ["help", "help-queue-more"]
    assert town.room is not None
    listed = town.wire.seen_in(town.room)[0].text
    assert "kø" in listed and "snak ·" not in listed


async def test_a_heavy_talk_after_a_suspension_does_not_bring_them_back(town: Town):
    karen = await town.coordinator("karen")
    _rosa, mia = await in_touch(town)
    await mia.says("hello")
    await karen.says("suspend mia")
    await karen.says("yes")

    await mia.presses("heavy")

    assert (await as_volunteer(town, mia)).status == "suspended"
