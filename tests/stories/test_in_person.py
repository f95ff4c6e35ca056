"""Rosa and Mia meet at the library: where, whether they are well, and who looks after them if not."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.programme import Form
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.appointed import begins_at, heard_at_last, settled
from tests.stories.story_town import StoryTown
from tests.stories.test_by_voice import kept

PLACE = "the library in Vejle, by the window"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    forms = (Form.CHAT, Form.IN_PERSON)
    town = await StoryTown.begin(tmp_path, programme=replace(load("drop-in"), forms=forms))
    yield town
    await town.close()


async def agreed(town: Town) -> tuple[Townsperson, Townsperson]:
    """They have agreed on a time and a place."""
    rosa, mia = await settled(town, form="in-person")
    await rosa.presses("suggest-place")
    await rosa.says(PLACE)
    assert mia.heard()[-1] == "place-suggested" and PLACE in mia.last().text
    await mia.presses("place-fits")
    assert rosa.heard()[-1] == mia.heard()[-1] == "place-agreed"
    return rosa, mia


async def meeting(town: Town) -> tuple[Townsperson, Townsperson]:
    """A quarter of an hour in, both are asked whether they are well."""
    rosa, mia = await agreed(town)
    await heard_at_last(town, rosa, "meet-now")
    assert PLACE in rosa.last().text and PLACE in mia.last().text
    mia.heard()
    await town.later(minutes=16)
    assert rosa.heard() == ["safety-met-ask"] and mia.heard() == ["safety-met-ask"]
    return rosa, mia


async def test_nobody_meets_somebody_at_once(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    while rosa.last().letter.mark.text_id != "talk-looking":
        assert "in-person" not in [c.id for c in rosa.last().letter.choices]
        await rosa.presses("skip", rosa.last())


async def test_either_may_suggest_a_place_and_the_other_another(town: Town):
    rosa, mia = await settled(town, form="in-person")
    assert "public place" in rosa.last().text
    await mia.presses("suggest-place")
    await mia.says("the café at the harbour")
    await rosa.presses("suggest-place")
    await rosa.says(PLACE)
    await mia.presses("place-fits")

    assert PLACE in rosa.last().text and rosa.heard()[-1] == "place-agreed"


@pytest.mark.parametrize("place", ["at mine, call 12 34 56 78", "write me: rosa@example.org"])
async def test_a_place_is_no_way_to_learn_who_somebody_is(town: Town, place: str):
    rosa, mia = await settled(town, form="in-person")
    mia.heard()
    await rosa.presses("suggest-place")
    await rosa.says(place)

    assert rosa.heard()[-1] == "place-holds-details" and mia.heard() == []


async def test_the_reminder_says_where(town: Town):
    rosa, _mia = await agreed(town)

    await heard_at_last(town, rosa, "appointment-reminder")

    assert f"You meet here: {PLACE}" in rosa.last().text


async def test_without_a_place_the_reminder_asks_for_one(town: Town):
    rosa, _mia = await settled(town, form="in-person")
    await rosa.presses("no-thanks")

    await heard_at_last(town, rosa, "appointment-reminder")

    assert "not agreed on a place" in rosa.last().text
    await rosa.presses("suggest-place")
    assert rosa.heard()[-1] == "place-where-ask"


async def test_both_are_well_and_home(town: Town):
    rosa, mia = await meeting(town)
    for person in (rosa, mia):
        await person.presses("all-well")
        assert person.heard() == ["safety-met-thanks"]

    await town.later(minutes=45 - 16 + 46)

    for person in (rosa, mia):
        assert person.heard()[-1] == "safety-home-ask"
        await person.presses("home-safe")
        assert person.heard() == ["safety-home-thanks"]
    karin = await town.coordinator("karin")
    await town.later(hours=30)
    assert rosa.heard() == mia.heard() == karin.heard() == []
    assert await kept(town) == 0


async def test_who_does_not_answer_is_asked_again_and_then_a_coordinator_is_told(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await meeting(town)
    await mia.presses("all-well")
    await town.later(minutes=11)
    assert rosa.heard() == ["safety-met-ask"] and "ask again" in rosa.last().text
    assert karin.heard() == []

    await town.later(minutes=11)

    assert rosa.heard()[-1] == "safety-coordinator-told"
    assert karin.heard() == ["alarm-safety"] and PLACE in karin.last().text
    assert "receiver" in karin.last().text
    mia.heard()
    await rosa.says("!end")
    await karin.presses("write-to-them")
    assert rosa.heard()[-1] == "contact-opened"


async def test_who_needs_help_gets_doors_and_a_coordinator_at_once(town: Town):
    karin = await town.coordinator("karin")
    rosa, _mia = await meeting(town)

    await rosa.presses("need-help")

    assert rosa.heard() == ["crisis-card", "safety-coordinator-told"]
    assert karin.heard() == ["alarm-safety"]
    assert "needs help" in karin.last().text or "need help" in karin.last().text
    assert PLACE in karin.last().text


async def test_who_never_came_home_is_missed(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await meeting(town)
    await rosa.presses("all-well")
    await mia.presses("all-well")
    await town.later(minutes=45 - 16 + 46)
    await rosa.presses("home-safe")
    karin.heard()

    await town.later(minutes=61)

    assert karin.heard() == ["alarm-safety"] and "home safe" in karin.last().text
    assert "volunteer" in karin.last().text


async def test_at_night_they_are_asked_all_the_same(town: Town):
    rosa, _mia = await settled(town, when="tomorrow at 22:30", form="in-person")
    await heard_at_last(town, rosa, "meet-now")
    await town.later(minutes=16)
    await rosa.presses("all-well")
    rosa.heard()

    await town.later(minutes=80)

    assert rosa.heard()[-1] == "safety-home-ask"


async def test_they_did_not_find_each_other_and_nobody_is_blamed(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await meeting(town)

    await rosa.presses("not-met")

    assert rosa.heard()[-1] == "no-show-another-time"
    assert "contact-ended" in mia.heard()
    karin.heard()
    await town.later(hours=3)
    assert "safety-met-ask" not in mia.heard() and karin.heard() == []


async def test_a_talk_that_is_ended_in_writing_does_not_end_the_question(town: Town):
    rosa, _mia = await agreed(town)
    await heard_at_last(town, rosa, "meet-now")
    await rosa.says("!end")
    rosa.heard()

    await town.later(minutes=16)

    assert rosa.heard()[-1] == "safety-met-ask"


async def test_who_is_forgotten_leaves_nobody_unasked(town: Town):
    rosa, mia = await agreed(town)
    await heard_at_last(town, mia, "meet-now")
    await rosa.says("!forget me")
    await rosa.presses("forget-yes")

    await town.later(minutes=16)

    assert "safety-met-ask" in mia.heard()


async def test_it_is_asked_a_quarter_in_also_when_we_come_late(town: Town):
    rosa, _mia = await agreed(town)
    town.now = await begins_at(town) + timedelta(minutes=20)
    await town.settle()
    rosa.heard()

    await town.later(minutes=16)

    assert rosa.heard()[-1] == "safety-met-ask"
