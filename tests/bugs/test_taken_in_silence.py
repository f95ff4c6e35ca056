"""A coordinator who took somebody in the room got no answer there, and the others did not know."""

from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk


async def test_the_room_reads_that_it_is_taken(town_with_room: Town):
    town = town_with_room
    await town.coordinator("karen")
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=5)

    await town.people["karen"].reacts("1️⃣", in_room=True)

    assert town.heard_in_room() == ["alarm-waiting", "take-done"]
    assert rosa.last().letter.mark.text_id == "contact-opened"
