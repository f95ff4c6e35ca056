"""A reminder somebody put off was noted as one at the very minute, and one given up without whose it was."""

from datetime import timedelta

from bot.platforms.platform import RetryLater
from bot.rehearsal.town import Town
from tests.stories.appointed import begins_at, settled
from tests.stories.test_reminders import _noted, _reminders, _until_before


async def test_one_put_off_is_noted_with_the_minutes_that_were_left(town: Town):
    rosa, _ = await settled(town, when="in three days at 19:00")
    await _until_before(town, 60)
    await rosa.presses("snooze")
    await town.later(minutes=30)

    notes = await _noted(town, "reminder-sent")
    assert notes[-1] == {"side": "receiver", "again": 30}
    assert [note.get("lead") for note in notes] == [1440, 1440, 60, 60, None]


async def test_one_put_off_that_comes_too_late_says_whose_it_was(town: Town):
    rosa, _ = await settled(town, when="in three days at 19:00")
    await _until_before(town, 60)
    await rosa.presses("snooze")
    town.now = await begins_at(town) - timedelta(minutes=4)
    await town.settle()

    assert await _noted(town, "reminder-not-sent") == [
        {"side": "receiver", "again": 4, "why": "too-late"}
    ]


async def test_one_that_nothing_could_deliver_is_given_up_and_noted_and_all_else_goes_on(
    town: Town,
):
    rosa, mia = await settled(town, when="in three days at 19:00")
    town.wire.closed.add(rosa.address.user)
    await _until_before(town, 60)

    assert (_reminders(rosa), _reminders(mia)) == (0, 2)
    lost = await _noted(town, "reminder-not-sent")
    assert lost == [{"side": "receiver", "why": "unreachable"}] * 2

    town.wire.closed.clear()
    await _until_before(town, 0)
    assert rosa.last().letter.mark.text_id == mia.last().letter.mark.text_id == "contact-opened"


async def test_one_that_the_network_held_up_until_it_began_is_not_sent_after_it(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await _until_before(town, 61)
    seen = _reminders(rosa)
    town.wire.trouble = lambda letter: RetryLater(after=60)
    await _until_before(town, -1)
    town.wire.trouble = lambda letter: None
    await town.later(minutes=5)

    assert _reminders(rosa) == seen and _reminders(mia) == seen
    lost = await _noted(town, "reminder-not-sent")
    assert {(note["side"], note["why"]) for note in lost} == {
        ("receiver", "late"),
        ("volunteer", "late"),
    }
    assert rosa.last().letter.mark.text_id == "contact-opened"
