"""A coordinator who wrote to somebody in danger got no answer: the first questions took them all.

And when they were to be forgotten for not agreeing, it was in the middle of that contact.
"""

from bot.rehearsal.town import Town
from storage import people


async def test_what_they_answer_reaches_the_coordinator_and_nobody_is_forgotten_meanwhile(
    town: Town,
):
    karen, rosa = await town.coordinator("karen"), town.stranger("rosa")
    await rosa.says("akut")
    await rosa.presses("tell-coordinator")
    await town.later(hours=23, minutes=50)
    await karen.presses("write-to-them")
    await karen.says("hello, I read that you need somebody")

    await town.later(minutes=20)
    await rosa.says("yes please")

    assert karen.last().text.endswith("yes please")
    await karen.says("!end")
    await town.later(hours=49)
    assert await town.database.read(people.recognise, rosa.address) is None
