"""Volunteers once a month, and the staff once a quarter, say how it is: as anonymously as receivers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.app import made_ready
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import check_in_pools
from tests.stories.check_in_steps import answered, noted
from tests.stories.story_town import StoryTown

JANUARY = datetime(2030, 1, 28, 12, tzinfo=UTC)
FIVE = ("mia", "ali", "ben", "kim", "zoe")


@pytest.fixture
async def town(tmp_path):
    town = await StoryTown.begin(tmp_path, now=JANUARY)
    await town.database.run(made_ready, town.desk.config, town.now)
    yield town
    await town.close()


async def _answers(who: Townsperson, values: str = "78966") -> None:
    for value in values:
        assert who.last().letter.mark.text_id == "check-in-item"
        await who.says(value)
    assert who.heard()[-1] == "check-in-thanks"


async def _to(town: Town, day: datetime) -> None:
    await town.later(seconds=(day - town.now).total_seconds())


async def test_on_the_first_of_a_month_volunteers_are_asked_whether_they_may_be_asked(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    await town.receiver("rosa")
    await _to(town, datetime(2030, 2, 1, 8, tzinfo=UTC))
    assert mia.heard() == []

    await town.later(hours=2)

    assert mia.heard() == ["check-in-invite"]
    assert "once a month" in mia.last().letter.text
    await mia.says("yes")
    assert "1 of 5: Being a volunteer here means something to me" in mia.last().letter.text
    await _answers(mia)
    assert town.people["rosa"].heard() == []


async def test_who_agreed_is_asked_each_month_and_who_did_not_is_not(town: Town):
    mia, ali = [await town.volunteer(name, on_duty=False) for name in ("mia", "ali")]
    await _to(town, datetime(2030, 2, 1, 12, tzinfo=UTC))
    await mia.says("yes")
    await _answers(mia)
    await ali.says("no")
    ali.heard()

    for month in (3, 4, 5):
        await _to(town, datetime(2030, month, 1, 12, tzinfo=UTC))
        assert mia.heard() == ["check-in-round-ask"]
        await mia.says("yes")
        await _answers(mia)
    assert ali.heard() == []


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_one_volunteer_over_five_months_is_not_five_people(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    for month in range(2, 8):
        await _to(town, datetime(2030, month, 1, 12, tzinfo=UTC))
        await mia.says("yes")
        await _answers(mia)
    await _to(town, datetime(2030, 8, 30, tzinfo=UTC))

    assert await answered(town) == []
    poured = await noted(town, "check-ins-poured-away")
    assert {"round": "month", "who": "volunteer", "why": "few"} in poured


async def test_five_volunteers_of_one_month_are_let_out(town: Town):
    everybody = [await town.volunteer(name, on_duty=False) for name in FIVE]
    await _to(town, datetime(2030, 2, 1, 12, tzinfo=UTC))
    for one in everybody:
        await one.says("yes")
        await _answers(one)
    await town.later(days=7)

    told = await answered(town)
    assert {round for round, *_ in told} == {"month"}
    assert sorted(v for _, item, v, _ in told if item == "strain") == [6] * 5


async def test_a_volunteer_elsewhere_is_asked_by_their_own_clock(town: Town):
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says("time zone New York")
    mia.heard()
    await _to(town, datetime(2030, 2, 1, 13, tzinfo=UTC))  # eight in the morning there
    assert mia.heard() == []
    await town.later(hours=2)
    assert mia.heard() == ["check-in-invite"]


async def test_the_staff_is_asked_once_a_quarter_and_others_by_a_code(town: Town):
    carla, kaj = [await town.coordinator(name) for name in ("carla", "kaj")]
    await carla.says("ask staff")
    assert "I ask 2 coordinators" in carla.last().letter.text
    await carla.presses("confirm-yes")
    (told,) = [s for s in carla.seen() if s.letter.mark.text_id == "staff-round-begun"]
    code = told.letter.text.split("staff code ")[1][:6]

    for one in (carla, kaj):
        assert one.last().letter.mark.text_id == "check-in-round-ask"
        await one.says("yes")
        await _answers(one, "789")
    for name in ("ann", "bo", "eva"):
        colleague = await town.receiver(name)
        await colleague.says(f"staff code {code.lower()}")
        await _answers(colleague, "456")
        await colleague.says(f"staff code {code}")
        assert colleague.heard()[-1] == "staff-answered"
    await colleague.says("staff code ABCDEF")
    assert colleague.heard()[-1] == "staff-code-unknown"
    await town.later(days=7)

    let_out = await answered(town)
    assert sorted(v for _, item, v, _ in let_out if item == "belief") == [6, 6, 6, 9, 9]
    assert await town.database.read(check_in_pools.answers) == []
    await carla.says("ask staff")
    assert "All coordinators were asked" in carla.last().letter.text


async def test_nobody_but_coordinators_asks_the_staff(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("ask staff")
    assert rosa.heard() == ["not-allowed"]


async def test_a_programme_may_ask_the_staff_nothing(tmp_path):
    from bot.programmes.loading import load

    drop_in = load("drop-in")
    own = replace(drop_in, check_ins=replace(drop_in.check_ins, staff=(), volunteers=()))
    town = await StoryTown.begin(tmp_path, now=JANUARY, programme=own)
    await town.database.run(made_ready, town.desk.config, town.now)
    carla, mia = await town.coordinator("carla"), await town.volunteer("mia", on_duty=False)
    await carla.says("ask staff")
    assert carla.heard() == ["staff-round-none"]
    await town.later(days=6)
    assert mia.heard() == []
    await town.close()
