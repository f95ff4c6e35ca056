"""A volunteer who is taken out leaves no wish thinking they are still being asked, and keeps their rest."""

from bot.domain.lifecycle import RequestStatus
from bot.rehearsal.town import Town
from storage import requests
from tests.stories.steps import as_volunteer, asks_to_talk, in_touch


async def test_nobody_counts_as_asked_when_the_only_one_was_taken_out(town: Town):
    await town.volunteer("mia")
    rosa, karin = await town.receiver("rosa"), await town.coordinator("karin")
    await asks_to_talk(rosa)

    await karin.says("suspend mia")
    await karin.presses("confirm-yes")

    (wish,) = await town.database.read(requests.waiting, town.programme.name)
    assert wish.status is RequestStatus.OPEN


async def test_the_rest_after_a_contact_is_kept_through_a_suspension(town: Town):
    _, mia = await in_touch(town)
    karin = await town.coordinator("karin")
    await mia.says("hello")

    await karin.says("suspend mia")
    await karin.presses("confirm-yes")

    rested = await as_volunteer(town, mia)
    assert rested.last_contact_at == town.now
    assert rested.rest_until is not None and rested.rest_until > town.now
