"""A coordinator proposes a time to somebody they know by a code; nothing is sought before a yes."""

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from tests.stories.appointed import heard_at_last, settled
from tests.stories.steps import asks_to_talk, in_touch

# It is Monday 7 January 2030, eight in the evening in Copenhagen.


async def _asked_before(town: Town, language: str = "en") -> tuple[Townsperson, str]:
    """Rosa asked to talk and took it back; coordinators know her by the code of that."""
    rosa = await town.receiver("rosa", language)
    await asks_to_talk(rosa, "anxiety")
    code = rosa.last().letter.mark.about
    await rosa.says("cancel")
    return rosa, code


async def _proposed(town: Town, when: str = "Thursday at 19:00") -> tuple[Townsperson, Townsperson]:
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town)
    await karen.says(f"propose {code} {when}")
    await karen.presses("confirm-yes")
    rosa.heard()
    return rosa, karen


async def _states(town: Town) -> list[str]:
    status = sa.select(tables.appointments.c.status).order_by(tables.appointments.c.made_at)
    return await town.database.read(lambda db: list(db.execute(status).scalars()))


async def test_it_is_shown_first_with_what_the_receiver_reads(town: Town):
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town)
    rosa.heard()

    await karen.says(f"propose {code.lower()} Thursday at 19:00")

    assert karen.heard() == ["propose-confirm"]
    shown = karen.last().text
    assert "Thursday 10 January 2030 at 19:00" in shown
    assert "The receiver reads: “A coordinator proposes a time" in shown
    assert "rosa" not in shown.lower()
    assert rosa.heard() == []
    assert await _states(town) == []


async def test_nobody_is_asked_before_their_yes_and_then_it_is_sought_and_settled(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town)
    await karen.says(f"propose {code} Thursday at 19:00")
    await karen.presses("confirm-yes")
    assert karen.heard()[-1] == "propose-done"
    await town.later(hours=1)
    assert rosa.heard()[-1] == "propose-ask"
    assert mia.heard() == []
    assert await _states(town) == ["proposed"]

    await rosa.says("yes")

    assert rosa.heard() == ["book-seeking"]
    assert mia.heard() == ["appointment-offer"]
    assert "anxiety" in mia.last().text.lower()  # what she once asked about stands
    assert karen.heard() == ["proposal-answer"]
    assert "says yes" in karen.last().text
    await mia.presses("accept")
    assert rosa.heard() == mia.heard() == ["appointment-confirmed"]
    await karen.says("audit")
    assert "proposed a time:" in karen.last().text


async def test_each_reads_it_in_their_own_language_and_by_their_own_clock(town: Town):
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town, "da")
    await rosa.says("tidszone London")
    await karen.says(f"propose {code} Thursday at 19:00")
    await karen.presses("confirm-yes")
    assert rosa.heard()[-1] == "propose-ask"
    assert "torsdag 10. januar 2030 kl. 18:00 (London)" in rosa.last().text


async def test_a_no_is_always_right(town: Town):
    rosa, karen = await _proposed(town)
    karen.heard()
    await rosa.says("no")
    assert rosa.heard() == ["propose-declined-thanks"]
    assert karen.heard() == ["proposal-answer"]
    assert "would rather not" in karen.last().text
    assert await _states(town) == ["declined"]


async def test_another_time_is_theirs_to_find(town: Town):
    rosa, karen = await _proposed(town)
    karen.heard()
    await rosa.presses("another-time")
    assert rosa.heard() == ["book-when-ask"]
    assert "finding another time" in karen.last().text
    await rosa.says("Friday at 19:00")
    assert rosa.heard()[-1] == "book-proposed"  # the rest of it stands
    assert await _states(town) == ["declined"]


async def test_without_an_answer_it_lapses_kindly_and_a_late_yes_is_told_so(town: Town):
    rosa, karen = await _proposed(town, "next Monday at 19:00")
    question = rosa.last()
    karen.heard()
    await town.later(hours=47)
    assert karen.heard() == []
    await town.later(hours=2)
    assert karen.heard() == ["proposal-answer"]
    assert "not answered in time" in karen.last().text
    assert rosa.last().amended == "propose-lapsed"
    await rosa.presses("confirm-yes", question)
    assert rosa.heard()[0] == "too-late"
    assert await _states(town) == ["declined"]


async def test_nobody_is_woken_for_it(town: Town):
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town)
    rosa.heard()
    await town.later(hours=3)  # eleven at night
    await karen.says(f"propose {code} Thursday at 19:00")
    await karen.presses("confirm-yes")
    assert rosa.heard() == []
    await town.later(hours=8)
    assert rosa.heard() == []
    await town.later(hours=2)  # past eight
    assert rosa.heard() == ["propose-ask"]


async def test_somebody_in_the_middle_of_a_talk_is_asked_after_it(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    code = rosa.last().letter.mark.about
    await karen.says(f"propose {code} Thursday at 19:00")
    await karen.presses("confirm-yes")
    for _ in range(4):
        await rosa.says("hi")
        await mia.says("hi")
        await town.later(minutes=5)
    assert "propose-ask" not in rosa.heard()
    await rosa.says("!end")
    await heard_at_last(town, rosa, "propose-ask", 1)


@pytest.mark.parametrize(
    ("when", "heard"),
    [
        ("Thursday", "plan-when"),
        ("Thursday at 7", "plan-which-time"),
        ("in one hour", "propose-not-then"),
        ("in ten months at 12:00", "propose-not-then"),
        ("every Tuesday at 19:00, 4 times", "plan-once-only"),
        ("the moon", "plan-when"),
    ],
)
async def test_in_doubt_it_is_asked_and_nothing_is_proposed(town: Town, when: str, heard: str):
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town)
    rosa.heard()
    await karen.says(f"propose {code} {when}")
    assert karen.heard() == [heard]
    assert rosa.heard() == []


async def test_which_of_two_times_is_told_to_choose_from(town: Town):
    karen = await town.coordinator("karen")
    _, code = await _asked_before(town)
    await karen.says(f"propose {code} Thursday at 7")
    assert "07:00; Thursday 10 January at 19:00" in karen.last().text


async def test_what_stands_in_the_way_is_told_before_anybody_is_asked(town: Town):
    karen = await town.coordinator("karen")
    rosa, _ = await settled(town, when="on Thursday at 19:00")
    code = rosa.last().letter.mark.about
    await karen.says(f"propose {code} Thursday at 19:30")
    assert "has something else about then" in karen.last().text
    await karen.says(f"propose {code} Friday at 19:30")
    await karen.presses("confirm-yes")
    await karen.says(f"propose {code} Saturday at 19:30")
    assert karen.heard()[-1] == "propose-already"


async def test_what_came_up_meanwhile_is_told_the_receiver_and_nothing_is_sought(town: Town):
    rosa, _karen = await _proposed(town, "in three days at 19:00")
    mia = await town.volunteer("mia", on_duty=False)
    question = rosa.last()
    await settled(town, when="in three days at 19:15")
    await rosa.presses("confirm-yes", question)
    assert rosa.heard() == ["book-at-that-time"]
    mia.heard()
    await town.later(days=2)
    assert "appointment-offer" not in mia.heard()


async def test_it_is_in_the_calendar_and_can_be_taken_back(town: Town):
    rosa, karen = await _proposed(town)
    question = rosa.last()
    await karen.says("calendar")
    assert "not answered yet by the receiver" in karen.seen()[-3].text
    code = question.letter.mark.about
    await karen.says(f"call off {code}")
    await karen.presses("confirm-yes")
    assert karen.heard()[-1] == "call-off-done"
    assert rosa.last().amended == "propose-taken-back"
    await rosa.presses("confirm-yes", question)
    assert rosa.heard()[0] == "too-late"


async def test_somebody_who_is_forgotten_leaves_no_proposal(town: Town):
    rosa, karen = await _proposed(town)
    karen.heard()
    await rosa.says("forget me")
    await rosa.says("yes")
    assert "not here any more" in karen.last().text
    assert await _states(town) == ["declined"]
    await town.later(days=4)


async def test_a_code_of_nobody_and_a_word_of_somebody_else(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await karen.says("propose ABCDEF Thursday at 19:00")
    assert karen.heard() == ["propose-no-such-code"]
    await karen.says("propose ABCDEF")
    assert karen.heard() == ["command-usage"]
    for said, heard in (("propose a time", "book-when-ask"), ("stop", "dialogue-stopped"),
                        ("flyt min aftale", "appointments-none"), ("aflys", "cancel-nothing")):  # fmt: skip
        await rosa.says(said)
        assert rosa.heard() == [heard], said


async def test_from_the_coordinators_room_all_of_them_see_it(town_with_room: Town):
    town = town_with_room
    karen = await town.coordinator("karen")
    rosa, code = await _asked_before(town, "da")
    await karen.says(f"!foreslå {code} torsdag kl. 19.00", in_room=True)
    await karen.says("!ja", in_room=True)
    assert rosa.heard()[-1] == "propose-ask"
    await rosa.says("ja")
    assert town.room is not None
    told = [shown.letter.mark.text_id for shown in town.wire.seen_in(town.room)]
    assert told[-3:] == ["propose-confirm", "propose-done", "proposal-answer"]
