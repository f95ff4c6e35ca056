"""Somebody is asked how it was: once invited, gently, and never if they said no."""

from datetime import timedelta

import pytest

from bot.domain.check_in.plan import Who
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import check_in_pools, check_ins, people
from storage.database import Transaction
from tests.stories.check_in_steps import (
    VALUES,
    agrees,
    answers_all,
    invited,
    noted,
    parts_kindly,
)
from tests.stories.steps import in_touch


def _asked(rosa: Townsperson) -> list[str]:
    return [id for id in rosa.heard() if id.startswith("check-in")]


async def _gathered(town: Town) -> dict[str, int]:
    pools = await town.database.read(check_in_pools.answers)
    return {pool.round: pool.people for pool in pools}


async def test_after_a_kind_goodbye_somebody_is_asked_whether_they_may_be_asked(town: Town):
    rosa = await parts_kindly(town)
    assert rosa.heard() == []

    await town.later(minutes=2)

    assert rosa.heard() == ["check-in-invite"]
    assert [c.id for c in rosa.last().letter.choices] == ["check-in-yes", "check-in-no"]


async def test_a_round_is_answered_by_number_word_and_press(town: Town):
    rosa = await agrees(town)
    assert "1 of 9: I am moving forward in my recovery" in rosa.last().letter.text
    assert "0 · 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10" in rosa.last().letter.text

    await rosa.says("7")
    await rosa.says("syv")
    await rosa.presses("7")
    await rosa.reacts("🔟")
    for word in ("not at all", "completely", "skip", "0", "3."):
        await rosa.says(word)

    assert rosa.heard()[-1] == "check-in-thanks"
    (pool,) = await town.database.read(check_in_pools.answers)
    assert (pool.round, pool.people) == ("end", 1)
    told = [pool.values.get(item.id, [None])[0] for item in town.programme.check_ins.receivers]
    assert told == [7, 7, 7, 10, 0, 10, None, 0, 3]


async def test_it_is_asked_again_after_two_weeks_and_three_months_and_then_it_is_over(town: Town):
    rosa = await agrees(town)
    await answers_all(rosa)
    for days, round in ((14, "2-weeks"), (78, "3-months")):
        rosa.heard()
        await town.later(days=days)
        assert _asked(rosa) == ["check-in-round-ask"]
        await rosa.says("yes")
        await answers_all(rosa)
        assert (await _gathered(town))[round] == 1

    rosa.heard()
    await town.later(days=300)
    assert _asked(rosa) == []
    assert await noted(town, "check-in-asked") == [
        {"round": round, "who": "receiver"} for round in ("end", "2-weeks", "3-months")
    ]


async def test_who_says_no_is_never_asked_again(town: Town):
    rosa = await invited(town)
    await rosa.says("no thanks")
    assert rosa.heard()[-1] == "check-ins-off"

    for _ in range(3):
        await town.later(days=100)
        await parts_kindly(town)
        await town.later(days=3)
        assert _asked(rosa) == []
    assert await noted(town, "check-in-asked") == []


async def test_silence_is_no_yes_and_may_be_asked_again_a_quarter_later(town: Town):
    rosa = await invited(town)
    rosa.heard()
    await town.later(days=30)
    await parts_kindly(town)
    await town.later(days=1)
    assert _asked(rosa) == []

    await town.later(days=70)
    await parts_kindly(town)
    await town.later(days=1)
    assert _asked(rosa) == ["check-in-invite"]


async def test_a_yes_holds_for_later_contacts(town: Town):
    rosa = await agrees(town)
    await answers_all(rosa)
    await rosa.says("check-ins off")
    await rosa.says("check-ins on")
    await town.later(days=92)
    await parts_kindly(town)
    await town.later(minutes=3)

    assert _asked(rosa) == ["check-in-round-ask"]


@pytest.mark.parametrize("word", ["!report", "!block"])
async def test_nobody_is_asked_after_a_contact_in_which_somebody_was_wronged(town: Town, word: str):
    rosa, mia = await in_touch(town)
    await rosa.says("hello")
    await mia.says("hello")
    await rosa.says(word)
    await town.later(days=2)
    assert _asked(rosa) == []


async def test_nor_after_one_that_was_reported_a_moment_later(town: Town):
    rosa = await parts_kindly(town)
    await rosa.says("report")
    await town.later(days=2)
    assert _asked(rosa) == []
    assert await noted(town, "check-in-not-invited") == [{"why": "parted"}]


async def test_nor_after_one_in_which_somebody_was_in_danger(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("akut")
    await rosa.says("!end")
    await town.later(days=2)
    assert _asked(rosa) == []
    assert await noted(town, "check-in-not-invited") == [{"why": "danger"}]


async def test_nor_after_one_in_which_nobody_spoke(town: Town):
    rosa, _ = await in_touch(town)
    await rosa.says("!end")
    await town.later(days=2)
    assert _asked(rosa) == []


async def test_half_of_it_is_kept_only_if_they_say_so(town: Town):
    rosa = await agrees(town)
    await rosa.says("7")
    await rosa.presses("check-in-leave")
    await rosa.says("delete them")
    assert rosa.heard()[-2:] == ["check-in-keep-ask", "check-in-gone"]
    assert await _gathered(town) == {}

    await town.later(days=14)
    await rosa.says("yes")
    await rosa.says("3")
    await rosa.says("stop")
    await rosa.says("keep")
    assert rosa.heard()[-2:] == ["check-in-keep-ask", "check-in-thanks"]
    assert await _gathered(town) == {"2-weeks": 1}


async def test_half_of_it_is_gone_if_they_say_nothing(town: Town):
    rosa = await agrees(town)
    await rosa.says("7")
    await rosa.says("check-ins off")
    assert rosa.heard()[-2:] == ["check-ins-off", "check-in-keep-ask"]
    await town.later(days=8)

    await rosa.presses("check-in-keep")
    assert rosa.heard() == ["too-late", "status-nothing"]
    assert await _gathered(town) == {}


async def test_what_is_left_open_is_asked_once_more_and_then_let_go(town: Town):
    rosa = await agrees(town)
    await rosa.says("7")
    rosa.heard()
    await town.later(days=9)

    assert _asked(rosa) == ["check-in-item"]
    assert "We had come to this one" in rosa.last().letter.text
    await rosa.says("7")
    assert rosa.heard() == ["not-understood"]
    assert await _gathered(town) == {}


async def test_words_about_something_else_never_cancel_it(town: Town):
    rosa = await agrees(town)
    await rosa.says("3")
    for said, heard in (
        ("how is the weather", "check-in-item"),
        ("help", "help"),
        ("status", "status-check-in"),
        ("my data", "my-data"),
    ):
        rosa.heard()
        await rosa.says(said)
        assert heard in rosa.heard()
    await rosa.says("check-ins")
    assert "2 of 9" in rosa.last().letter.text
    await answers_all(rosa, VALUES[1:])
    assert await _gathered(town) == {"end": 1}


async def test_a_low_answer_shows_the_doors_and_tells_nobody(town_with_room: Town):
    town = town_with_room
    rosa = await agrees(town)
    before = town.heard_in_room()
    await rosa.says("0")
    assert "112" in rosa.last().letter.text and "70 201 201" in rosa.last().letter.text
    await rosa.says("1")
    assert "112" not in rosa.last().letter.text  # once is enough
    await rosa.says("I want to die")
    assert rosa.heard()[-1] == "crisis-card"

    await rosa.says("check-ins")
    await answers_all(rosa, VALUES[2:])
    assert town.heard_in_room() == before


async def test_nothing_is_asked_at_night(town: Town):
    rosa = await agrees(town)
    await answers_all(rosa)
    rosa.heard()
    await rosa.says("time zone Tokyo")
    rosa.heard()
    await town.later(days=14)  # eight in the evening here is four in the morning there
    assert _asked(rosa) == []

    await town.later(hours=5)
    assert _asked(rosa) == ["check-in-round-ask"]
    local = [s for s in rosa.seen() if s.letter.mark.text_id == "check-in-round-ask"]
    assert len(local) == 1


async def test_a_round_far_too_late_is_dropped_and_the_journal_says_so(town: Town):
    rosa = await agrees(town)
    await answers_all(rosa)
    town.now += timedelta(days=40)  # the bot was off
    await town.settle()

    assert _asked(rosa)[-1] != "check-in-round-ask"
    assert await noted(town, "check-in-dropped") == [
        {"round": "2-weeks", "who": "receiver", "why": "late"}
    ]


async def test_check_ins_can_be_turned_off_before_anybody_was_asked(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("opfølgning fra")
    await parts_kindly(town)
    await town.later(days=1)
    assert _asked(rosa) == []

    def stands(db: Transaction) -> str:
        met = people.recognise(db, rosa.address)
        assert met is not None
        found = check_ins.of(db, met.id, Who.RECEIVER)
        assert found is not None
        return found.status.value

    assert await town.database.read(stands) == "declined"
