"""What was for a coordinators' room that does not take it any more was given up, and nobody heard."""

from bot.platforms.platform import GaveUp, Letter, Message, Outcome, RetryLater, Why
from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk


def _closed(town: Town, outcome: Outcome):
    def trouble(letter: Letter) -> Outcome | None:
        there = isinstance(letter, Message) and letter.to is None and letter.place == town.room
        return outcome if there else None

    return trouble


async def test_each_coordinator_there_hears_it_in_private_and_can_act_on_it(town_with_room: Town):
    town = town_with_room
    karen, bo = await town.coordinator("karen"), await town.coordinator("bo")
    rosa = await town.receiver("rosa")
    town.wire.trouble = _closed(town, GaveUp(why=Why.UNREACHABLE))
    karen.heard(), bo.heard()

    await asks_to_talk(rosa)
    await town.later(minutes=6)

    assert not town.heard_in_room()
    told = ["coordinators-room-closed", "alarm-waiting"]
    assert karen.heard() == told and bo.heard() == told
    await karen.presses("take-request", karen.last())
    assert "contact-opened" in karen.heard()


async def test_while_it_can_be_tried_again_nobody_is_told_twice(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")
    rosa = await town.receiver("rosa")
    karen.heard()
    town.wire.trouble = _closed(town, RetryLater(why="connection"))
    await asks_to_talk(rosa)
    await town.later(minutes=6)
    town.wire.trouble = lambda letter: None
    await town.later(minutes=6)

    assert town.heard_in_room().count("alarm-waiting") == 1
    assert karen.heard() == []


async def test_an_answer_to_somebody_else_there_is_for_nobody(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")
    karen.heard()
    town.wire.trouble = _closed(town, GaveUp(why=Why.UNREACHABLE))
    stranger = town.stranger("stranger")
    await stranger.says("!queue", in_room=True)
    assert karen.heard() == []
