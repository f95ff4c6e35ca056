"""A date of a series was somebody's, and nothing showed it to them, or told them it was over too soon."""

from datetime import timedelta

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Shown
from tests.stories.appointed import books, heard_at_last
from tests.stories.test_series import EIGHT, dates, settled_series


async def _rows(person: Townsperson) -> list[Shown]:
    await person.says("appointments")
    await person.presses("series-dates")
    return [s for s in person.news() if s.letter.mark.text_id == "appointments-row"]


async def test_whoever_took_one_date_sees_it_and_can_give_it_back(town: Town):
    mia, ali = (
        await town.volunteer("mia", on_duty=False),
        await town.volunteer("ali", on_duty=False),
    )
    ole, rosa = await town.receiver("ole"), await town.receiver("rosa")
    await books(ole, "on tuesday the 22nd of january at 19:15")
    await ole.presses("confirm-yes")
    await mia.presses("accept")
    await books(rosa, EIGHT)
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await heard_at_last(town, ali, "appointment-offer", 24)
    await ali.presses("accept")
    ali.news()
    await ali.says("appointments")
    assert ali.heard() == ["appointments-row"]
    await ali.says("status")
    assert "status-appointment" in ali.heard()
    await ali.says("cancel")
    assert ali.heard() == ["cancel-which"]
    await ali.says("1")
    assert ali.heard() == ["appointment-cancelled"]


async def test_a_last_date_that_was_moved_is_the_last_one(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    await rosa.presses("move-appointment", (await _rows(rosa))[-1])
    await rosa.says("on friday the 25th of january at 19:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    moved = (await dates(town))[-1]
    rosa.news()

    told = []
    while town.now < moved - timedelta(hours=2):
        await town.later(hours=1)
        told += [s for s in rosa.news() if s.letter.mark.text_id.startswith("series")]
    assert [s.letter.mark.text_id for s in told] == ["series-one-more"]
    assert "Friday 25 January" in told[0].text
    await rosa.says("appointments")
    assert rosa.heard() == ["series-row"]
    await heard_at_last(town, rosa, "contact-opened", 24)
    await rosa.says("!end")
    await heard_at_last(town, rosa, "series-ended", 24)


async def test_nothing_is_left_where_the_last_was_taken_back(town: Town):
    rosa, _ = await settled_series(town, "every tuesday at 19:00, 3 times")
    await rosa.presses("cancel-appointment", (await _rows(rosa))[-1])
    rosa.news()
    await town.later(days=30)
    heard = rosa.heard()
    assert "series-one-more" not in heard and heard.count("series-ended") == 1


async def test_what_never_was_does_not_end(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    for _ in range(2):
        await rosa.presses("cancel-appointment", (await _rows(rosa))[-1])
    rosa.news(), mia.news()
    await town.later(days=30)
    assert rosa.heard() == mia.heard() == []
