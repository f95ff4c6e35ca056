"""Coordinators move and call off appointments by code: shown first, both sides asked and told."""

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from tests.stories.appointed import books, settled
from tests.stories.test_series import dates, settled_series

# It is Monday 7 January 2030, eight in the evening in Copenhagen.


async def _agreed(town: Town) -> tuple[Townsperson, Townsperson, Townsperson, str]:
    karen = await town.coordinator("karen")
    rosa, mia = await settled(town, when="on Thursday at 19:00")
    return karen, rosa, mia, rosa.last().letter.mark.about


async def _codes(town: Town) -> list[str]:
    code = sa.select(tables.appointments.c.code).order_by(tables.appointments.c.begins_at)
    return await town.database.read(lambda db: list(db.execute(code).scalars()))


async def test_another_time_is_shown_first_with_what_both_read(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"reschedule {code} Friday at 18:00")
    assert karen.heard() == ["reschedule-confirm"]
    shown = karen.last().text
    assert "The receiver reads: “A coordinator asks whether" in shown
    assert "If so, Mia reads: “The other person asks to move" in shown
    assert "rosa" not in shown.lower()
    assert rosa.heard() == mia.heard() == []


async def test_the_receiver_is_asked_then_the_volunteer_and_then_it_is_moved(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"reschedule {code} Friday at 18:00")
    await karen.presses("confirm-yes")
    karen.heard()
    assert rosa.heard() == ["move-suggested"]
    assert mia.heard() == []
    await rosa.presses("accept")
    assert rosa.heard() == ["move-asked"]
    assert mia.heard() == ["move-ask"]
    assert "Now I ask the other side" in karen.last().text
    await mia.presses("accept")
    assert rosa.heard() == mia.heard() == ["appointment-confirmed"]
    assert "Friday 11 January 2030 at 18:00" in rosa.last().text
    assert "is moved to Friday 11 January at 18:00" in karen.last().text
    await karen.says("audit")
    assert "suggested another time for " + code in karen.last().text


@pytest.mark.parametrize("who", ["receiver", "volunteer"])
async def test_either_may_say_no_and_the_old_time_stands(town: Town, who: str):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"flyt {code} Friday at 18:00")
    await karen.presses("confirm-yes")
    if who == "volunteer":
        await rosa.presses("accept")
        await mia.presses("decline")
    else:
        await rosa.presses("decline")
        assert mia.heard() == []
    assert rosa.heard()[-1] == "move-kept"
    assert "stays as it was" in karen.last().text
    assert [one.day for one in await dates(town)] == [10]


async def test_while_it_is_sought_others_are_asked_about_the_new_time(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia", on_duty=False)
    rosa = await town.receiver("rosa")
    await books(rosa, "on Thursday at 19:00")
    await rosa.presses("confirm-yes")
    code = rosa.last().letter.mark.about
    await town.later(minutes=1)
    await karen.says(f"reschedule {code} Friday at 18:00")
    assert "I ask the volunteers about the new time" in karen.last().text
    await karen.presses("confirm-yes")
    await rosa.presses("accept")
    assert rosa.heard()[-1] == "book-seeking"
    await town.later(minutes=5)
    assert [shown.amended for shown in mia.seen()][-2] == "appointment-offer-recalled"
    assert "Friday 11 January" in mia.last().text


async def test_what_either_cannot_is_told_before_anybody_is_asked(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await mia.says("limits quiet 21-7")
    await mia.says("yes")
    for when, who in (("Friday at 21:30", "The volunteer cannot"),):
        await karen.says(f"reschedule {code} {when}")
        assert karen.heard()[-1] == "reschedule-not-then"
        assert who in karen.last().text
    await books(rosa, "on Saturday at 12:00")
    await rosa.presses("confirm-yes")
    await karen.says(f"reschedule {code} Saturday at 12:15")
    assert "The receiver has something else" in karen.last().text
    await karen.says(f"reschedule {code} Thursday at 19:00")
    assert karen.heard()[-1] == "plan-same-time"


async def test_what_changed_since_it_was_shown_is_not_called_off_unseen(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"call off {code}")
    await mia.says("appointments")
    await mia.presses("cancel-appointment")
    rosa.heard()
    await karen.presses("confirm-yes")
    assert karen.heard()[1] == "too-late"
    assert rosa.heard() == []


async def test_a_series_that_changed_since_it_was_shown_is_shown_once_more(town: Town):
    karen = await town.coordinator("karen")
    rosa, _mia = await settled_series(town)
    *_, last = await _codes(town)
    await karen.says(f"call off {last} all")
    assert "all 8 dates" in karen.last().text
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    await rosa.presses("cancel-appointment")
    await karen.presses("confirm-yes")
    assert karen.heard()[-1] == "call-off-confirm"
    assert "all 7 dates" in karen.last().text
    await karen.presses("confirm-yes")
    assert karen.heard()[-1] == "call-off-done"


async def test_called_off_it_is_shown_first_and_both_are_told_kindly(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"call off {code}")
    shown = karen.last().text
    assert "The receiver reads: “A coordinator has had to take back" in shown
    assert "Mia reads: “A coordinator has taken back" in shown
    assert rosa.heard() == mia.heard() == []
    asked = karen.last()

    await karen.says("yes")

    assert karen.heard()[-1] == "call-off-done"
    assert rosa.heard() == mia.heard() == ["appointment-cancelled"]
    assert all(who.last().letter.file for who in (rosa, mia))  # out of their calendars, too
    assert [c.id for c in rosa.last().letter.choices] == ["another-time", "talk", "other-doors"]
    await karen.presses("confirm-yes", asked)
    assert karen.heard()[0] == "too-late"
    await karen.says(f"aflys {code}")
    assert karen.heard() == ["plan-over"]
    await karen.says("audit")
    assert "called off " + code in karen.last().text
    await town.later(days=4)
    assert rosa.heard() == mia.heard() == []


async def test_a_no_leaves_all_as_it_was(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    await karen.says(f"call off {code}")
    await karen.says("no")
    assert karen.heard()[-1] == "nothing-done"
    assert rosa.heard() == mia.heard() == []
    assert len(await dates(town)) == 1


async def test_who_is_being_asked_is_told_that_it_is_not_needed(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia", on_duty=False)
    rosa = await town.receiver("rosa")
    await books(rosa, "on Thursday at 19:00")
    await rosa.presses("confirm-yes")
    code = rosa.last().letter.mark.about
    await karen.says(f"call off {code}")
    assert "One volunteer who is being asked" in karen.last().text
    await karen.presses("confirm-yes")
    assert mia.last().amended == "appointment-offer-recalled"


async def test_one_date_of_a_series_or_all_of_it(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await settled_series(town)
    first, *_ = await _codes(town)
    await karen.says(f"call off {first}")
    assert f"call off {first} all" in karen.last().text
    await karen.presses("confirm-yes")
    assert rosa.heard() == mia.heard() == ["appointment-cancelled"]
    assert len(await dates(town)) == 7

    *_, last = await _codes(town)
    await karen.says(f"call off {last} all")
    assert "all 7 dates" in karen.last().text
    assert "Mia reads: “A coordinator has taken back the appointments" in karen.last().text
    await karen.presses("confirm-yes")
    assert rosa.heard() == mia.heard() == ["series-cancelled"]
    assert "A coordinator has had to take back all 7 dates" in rosa.last().text
    assert await dates(town) == []
    await karen.says(f"call off {last} all")
    assert karen.heard()[-1] == "call-off-no-series"


async def test_one_date_of_a_series_is_moved_by_itself(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 2 times")
    first, *_ = await _codes(town)
    await karen.says(f"reschedule {first} Wednesday at 19:00")
    await karen.presses("confirm-yes")
    await rosa.presses("accept")
    await mia.presses("accept")
    assert [one.day for one in await dates(town)] == [9, 15]


async def test_what_is_no_code_or_no_word_is_told(town: Town):
    karen, rosa, _mia, code = await _agreed(town)
    await karen.says("call off ABCDEF")
    await karen.says(f"call off {code} some")
    await karen.says(f"call off {code} all")
    await karen.says("call off")
    assert karen.heard() == [
        "plan-no-such-code", "call-off-how", "call-off-no-series", "command-usage",
    ]  # fmt: skip
    await rosa.says(f"call off {code}")
    assert rosa.heard() == ["cancel-which"]
    await rosa.says("reschedule it")
    assert rosa.heard() == ["appointments-row"]


async def test_what_belongs_to_another_programme_is_not_theirs(town: Town):
    karen, rosa, mia, code = await _agreed(town)
    elsewhere = sa.update(tables.appointments).values(programme="another")
    await town.database.run(lambda db: db.execute(elsewhere))
    for said in (f"call off {code}", f"reschedule {code} Friday at 18:00"):
        await karen.says(said)
        assert karen.heard() == ["plan-no-such-code"]
    await karen.says(f"propose {code} Friday at 18:00")
    assert karen.heard() == ["propose-no-such-code"]
    assert rosa.heard() == mia.heard() == []


async def test_what_was_shown_and_is_over_by_the_yes_is_told_so(town: Town):
    karen, _rosa, _mia, code = await _agreed(town)
    await karen.says(f"reschedule {code} Saturday at 18:00")
    await town.later(days=2, hours=23, minutes=5)  # the contact is open
    await karen.presses("confirm-yes")
    assert karen.heard()[-1] == "plan-over"
    assert "begun" in karen.last().text
    await karen.says(f"call off {code}")
    assert karen.heard() == ["plan-over"]
