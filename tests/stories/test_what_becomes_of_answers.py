"""What somebody answered leaves them, and is told with that of others or not at all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.app import made_ready
from bot.programmes.asked_afterwards import CheckInsTable
from bot.programmes.asked_afterwards import check_ins as plan
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import check_in_pools, people
from storage.database import Transaction
from tests.stories.appointed import books
from tests.stories.check_in_steps import (
    VALUES,
    agrees,
    answered,
    answers_all,
    noted,
)
from tests.stories.story_town import StoryTown


def _asked(rosa: Townsperson) -> list[str]:
    return [id for id in rosa.heard() if id.startswith("check-in")]


async def _gathered(town: Town) -> dict[str, int]:
    pools = await town.database.read(check_in_pools.answers)
    return {pool.round: pool.people for pool in pools}


async def test_what_five_people_answered_is_let_out_on_sunday_and_no_less(town: Town):
    await town.database.run(made_ready, town.desk.config, town.now)
    for name in ("ann", "bo", "eva", "finn"):
        await answers_all(await agrees(town, name))
    await town.later(days=7)
    assert await answered(town) == []

    await answers_all(await agrees(town, "gry"))
    assert await answered(town) == []
    await town.later(days=7)

    told = await answered(town)
    assert sorted({(round, week) for round, _, _, week in told}) == [("end", "2030-W03")]
    assert sorted(v for _, item, v, _ in told if item == "met") == [9] * 5
    assert len(told) == 5 * 9
    assert "end" not in await _gathered(town)


async def test_too_few_are_poured_away_after_eight_weeks(town: Town):
    await town.database.run(made_ready, town.desk.config, town.now)
    rosa = await agrees(town)
    await answers_all(rosa, leaving="It did me good")
    await town.later(days=70)

    assert await answered(town) == []
    assert await _gathered(town) == {}
    assert await town.database.read(check_in_pools.words) == []
    assert {"round": "end", "who": "receiver", "why": "few"} in await noted(
        town, "check-ins-poured-away"
    )


async def test_words_of_ones_own_are_read_five_at_a_time_weeks_later(town_with_room: Town):
    town = town_with_room
    await town.database.run(made_ready, town.desk.config, town.now)
    words = [f"It did me good, {n}" for n in range(5)]
    for name, said in zip(("ann", "bo", "eva", "finn", "gry"), words, strict=True):
        rosa = await agrees(town, name)
        await answers_all(rosa, leaving=said)
        assert rosa.heard()[-1] == "check-in-comment-thanks"
    await town.later(days=7)
    assert "check-in-comments" not in town.heard_in_room()

    await town.later(days=7)
    assert town.room is not None
    (read,) = [
        s.letter.text
        for s in town.wire.seen_in(town.room)
        if s.letter.mark.text_id == "check-in-comments"
    ]
    assert all(said in read for said in words)
    assert await town.database.read(check_in_pools.words) == []


async def test_words_of_danger_show_the_doors_and_are_kept_nowhere(town_with_room: Town):
    town = town_with_room
    rosa = await agrees(town)
    before = town.heard_in_room()
    await answers_all(rosa, leaving="Thank you. But honestly, I want to die, nothing else.")

    assert rosa.heard()[-2:] == ["crisis-card", "check-in-comment-not-kept"]
    assert await town.database.read(check_in_pools.words) == []
    assert town.heard_in_room() == before


async def test_somebody_forgotten_is_asked_nothing_and_what_they_answered_is_gone(town: Town):
    rosa = await agrees(town)
    await rosa.says("7")
    await rosa.says("forget me")
    await rosa.presses("forget-yes")
    await town.later(days=100)

    assert rosa.heard()[-1] == "forgotten"

    def left(db: Transaction) -> object:
        return people.recognise(db, rosa.address)

    assert await town.database.read(left) is None
    assert await _gathered(town) == {}


async def test_my_data_shows_what_is_open_and_nothing_once_it_is_done(town: Town):
    rosa = await agrees(town)
    await rosa.says("7")
    await rosa.says("my data")
    assert '"recovery": 7' in rosa.last().letter.text

    await answers_all(rosa, VALUES[1:])
    await rosa.says("my data")
    assert '"recovery"' not in rosa.last().letter.text


async def test_after_a_series_what_waited_for_its_end_is_asked(tmp_path):
    town = await StoryTown.begin(tmp_path, now=datetime(2030, 1, 7, 18, tzinfo=UTC))
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, "every tuesday at 19:00, 2 times")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    for _ in range(2):
        begins = datetime(2030, 1, 8, 18, tzinfo=UTC)
        while begins <= town.now:
            begins += timedelta(days=7)
        await town.later(seconds=(begins - town.now).total_seconds() + 60)
        await rosa.says("hello")
        await mia.says("hello")
        await rosa.says("!end")
        await town.later(minutes=3)
        if rosa.last().letter.mark.text_id == "check-in-invite":
            await rosa.presses("check-in-yes")
            await answers_all(rosa)
    rosa.heard()
    await town.later(days=2)

    assert "check-in-round-ask" in rosa.heard()
    await rosa.says("yes")
    await answers_all(rosa)
    assert await _gathered(town) == {"end": 1, "series-end": 1}
    await town.later(days=14)
    assert rosa.heard()[-1] == "check-in-round-ask"
    await town.close()


async def test_the_who_5_is_asked_in_its_words_and_kept_as_its_sum(tmp_path):
    own = replace(
        load("drop-in"),
        check_ins=replace(plan(CheckInsTable(who_5=True)), rounds=load("drop-in").check_ins.rounds),
    )
    town = await StoryTown.begin(tmp_path, programme=own)
    rosa = await agrees(town)
    assert "Over the last two weeks I have felt cheerful" in rosa.last().letter.text
    assert "5 · All of the time" in rosa.last().letter.text
    await answers_all(rosa, ("5", "most of the time", "3", "2", "0"))

    (pool,) = await town.database.read(check_in_pools.answers)
    assert pool.values == {"who-5": [14 * 4]}
    await town.close()
