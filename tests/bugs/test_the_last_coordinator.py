"""The last coordinator could take themselves off, and an address nobody has was "done"."""

from bot.rehearsal.town import Town


async def test_the_last_one_stays_and_a_stranger_cannot_be_taken_off(town: Town):
    karen = await town.coordinator("karen")
    await karen.says("coordinator remove @nobody:town.example")
    assert karen.heard() == ["coordinator-unknown"]
    await karen.says("coordinator remove @karen:town.example")
    assert karen.heard() == ["coordinator-last"]
    await town.coordinator("bo")
    await karen.says("coordinator remove @karen:town.example")
    assert karen.heard() == ["coordinator-remove-confirm"]
