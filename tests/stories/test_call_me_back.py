"""Somebody who would rather not wait is asked again when somebody may be free."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.domain.programme import CallBacks
from bot.programmes.loading import load
from bot.rehearsal.town import EVENING, Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from tests.stories.steps import asks_to_talk
from tests.stories.story_town import StoryTown


async def would_rather_be_asked(town: Town, name: str = "rosa", hours: str = "skip") -> Townsperson:
    """They asked to talk, nobody was there, and they told when they may be asked."""
    rosa = town.people.get(name) or await town.receiver(name)
    await asks_to_talk(rosa)
    await town.later(minutes=2)
    await rosa.presses("call-me-back")
    assert rosa.heard()[-1] == "call-back-hours-ask"
    await rosa.says(hours)
    assert rosa.heard() == ["call-back-kept"], hours
    return rosa


async def kept(town: Town) -> int:
    counting = sa.select(sa.func.count()).select_from(tables.call_backs)
    return await town.database.read(lambda db: db.count(counting))


async def test_they_are_asked_when_somebody_comes_on_duty_and_a_yes_goes_before_others(town: Town):
    rosa = await would_rather_be_asked(town)
    mia = await town.volunteer("mia", on_duty=False)
    await town.later(minutes=20)
    assert rosa.heard() == []

    await mia.says("duty 60")
    await mia.says("yes")
    assert rosa.heard() == ["call-back-ask"]
    assert mia.heard() == ["duty-check", "duty-on"]  # nobody is asked before they say yes
    await rosa.presses("call-back-yes")

    assert rosa.heard() == ["talk-looking-again"]
    await mia.presses("accept")
    assert rosa.heard() == ["contact-opened"]
    assert await kept(town) == 0


async def test_the_request_that_waited_is_not_waited_for_beside_it(town: Town):
    karen = await town.coordinator("karen")
    rosa = await would_rather_be_asked(town)

    await karen.says("queue")

    assert "Nobody is waiting" in karen.last().text
    await town.later(minutes=40)
    assert rosa.heard() == []


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("weekdays 17-21", "Monday to Friday at 17:00-21:00"),
        ("hverdage kl. 17-21", "Monday to Friday at 17:00-21:00"),
        ("lørdag efter 12", "on Saturdays at 12:00-00:00"),
        ("tonight", "on Monday 7 January at 17:00-00:00"),
        ("i aften", "on Monday 7 January at 17:00-00:00"),
        ("8/1 16-18", "on Tuesday 8 January at 16:00-18:00"),
        ("evenings", "every day at 17:00-00:00"),
        ("skip", "every day, whenever we are open"),
    ],
)
async def test_hours_are_told_in_ordinary_words_and_read_back(town: Town, hours, told):
    rosa = await would_rather_be_asked(town, hours=hours)

    assert told in rosa.last().text


async def test_hours_that_are_not_understood_are_asked_for_again(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=2)
    await rosa.says("call me back")
    rosa.heard()

    await rosa.says("when the cows come home")

    assert rosa.heard() == ["not-a-choice", "call-back-hours-ask"]


async def test_nobody_is_asked_outside_their_own_hours(town: Town):
    rosa = await would_rather_be_asked(town, hours="21-22")
    await town.volunteer("mia")

    await town.later(minutes=50)
    assert rosa.heard() == []
    await town.later(minutes=10)

    assert rosa.heard() == ["call-back-ask"]


async def test_when_it_is_closed_they_may_be_asked_once_it_opens(tmp_path):
    town = await StoryTown.begin(tmp_path, now=EVENING.replace(hour=9))
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    assert rosa.heard() == ["talk-closed"]
    await rosa.says("ring tilbage")
    await rosa.says("skip")
    assert rosa.heard() == ["call-back-hours-ask", "call-back-kept"]
    await town.later(hours=5, minutes=50)
    await town.volunteer("mia")
    assert rosa.heard() == []

    await town.later(minutes=11)

    assert rosa.heard() == ["call-back-ask"]
    await town.close()


async def test_after_nobody_was_free_they_may_be_asked_later_and_keep_their_topics(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa, topics="grief")
    await town.later(minutes=31)
    assert rosa.last().letter.mark.text_id == "talk-nobody-free"
    await rosa.presses("call-me-back")
    await rosa.says("skip")
    mia = await town.volunteer("mia")
    await town.later(minutes=6)

    await rosa.says("yes")

    assert "Grief" in mia.last().text


async def test_not_now_is_quite_all_right_and_after_three_times_it_ends_with_a_word(town: Town):
    rosa = await would_rather_be_asked(town)
    await town.volunteer("mia")
    await town.later(minutes=5)
    assert rosa.heard() == ["call-back-ask"]
    await rosa.says("not now")
    assert rosa.heard() == ["call-back-later"]
    await town.later(minutes=25)
    assert rosa.heard() == []
    await town.later(minutes=5)
    assert rosa.heard() == ["call-back-ask"]
    asked = rosa.last()
    await town.later(minutes=11)  # no answer this time
    assert rosa.heard() == [] and asked.amended == "call-back-unanswered"
    await town.later(minutes=30)
    assert rosa.heard() == ["call-back-ask"]

    await rosa.says("nej")

    assert rosa.heard() == ["call-back-over"]
    assert await kept(town) == 0
    await town.later(minutes=60)
    assert rosa.heard() == []


async def test_it_ends_by_itself_with_a_word(tmp_path):
    short = replace(load("drop-in"), call_back=CallBacks(days=1))
    town = await StoryTown.begin(tmp_path, programme=short)
    rosa = await would_rather_be_asked(town)

    await town.later(hours=25)

    assert rosa.heard() == ["call-back-over"]
    assert await kept(town) == 0
    await town.close()


async def test_one_evening_ends_with_that_evening(town: Town):
    rosa = await would_rather_be_asked(town, hours="tonight")

    await town.later(hours=4)

    assert rosa.heard() == ["call-back-over"]


@pytest.mark.parametrize("word", ["cancel", "annuller"])
async def test_status_shows_it_and_cancel_takes_it_back(town: Town, word):
    rosa = await would_rather_be_asked(town)
    await rosa.says("status")
    assert rosa.heard() == ["status-call-back"]

    await rosa.says(word)
    assert rosa.heard() == ["call-back-dropped"]
    await town.volunteer("mia")
    await town.later(minutes=30)

    assert rosa.heard() == []


async def test_talk_looks_at_once_and_stands_for_it(town: Town):
    rosa = await would_rather_be_asked(town)

    await asks_to_talk(rosa)
    rosa.heard()
    assert await kept(town) == 0
    await town.volunteer("mia")
    await town.later(minutes=3)

    assert "call-back-ask" not in rosa.heard()


async def test_those_who_wait_now_come_first(town: Town):
    rosa = await would_rather_be_asked(town)
    ole = await town.receiver("ole")
    await asks_to_talk(ole)
    mia = await town.volunteer("mia")
    await town.later(minutes=3)
    await mia.presses("decline")
    await town.later(minutes=3)
    assert rosa.heard() == []

    await ole.says("cancel")
    await town.later(minutes=5)

    assert rosa.heard() == ["call-back-ask"]


async def test_two_are_not_asked_about_the_one_who_is_free(town: Town):
    rosa = await would_rather_be_asked(town)
    ole = await would_rather_be_asked(town, "ole")
    await town.volunteer("mia")

    await town.later(minutes=9)

    assert sorted((rosa.heard(), ole.heard())) == [[], ["call-back-ask"]]


async def test_an_old_yes_is_told_that_it_is_over_and_that_it_still_stands(town: Town):
    rosa = await would_rather_be_asked(town)
    await town.volunteer("mia")
    await town.later(minutes=5)
    asked = rosa.last()
    await town.later(minutes=11)
    rosa.heard()

    await rosa.presses("call-back-yes", asked)

    assert rosa.heard() == ["too-late", "status-call-back"]


async def test_a_contact_that_came_another_way_is_its_end(town: Town):
    karen = await town.coordinator("karen")
    rosa = await would_rather_be_asked(town)
    await rosa.says("crisis")
    await rosa.presses("tell-coordinator")
    await karen.presses("write-to-them")
    await rosa.says("!end")
    await town.volunteer("mia")

    await town.later(minutes=10)

    assert "call-back-ask" not in rosa.heard()
    assert await kept(town) == 0


async def test_a_pause_is_waited_out(town: Town):
    karen = await town.coordinator("karen")
    rosa = await would_rather_be_asked(town)
    await karen.says("pause")
    await karen.says("yes")
    await town.volunteer("mia")
    await town.later(minutes=15)
    assert rosa.heard() == []

    await karen.says("open")
    await town.later(minutes=5)

    assert rosa.heard() == ["call-back-ask"]


async def test_it_stands_in_my_data_and_goes_with_forget_me(town: Town):
    rosa = await would_rather_be_asked(town, hours="weekdays 17-21")
    await rosa.says("my data")
    assert "17:00-21:00" in rosa.last().text
    await rosa.says("forget me")

    await rosa.says("yes")

    assert await kept(town) == 0
    await town.volunteer("mia")
    await town.later(minutes=10)
    assert rosa.heard()[-1] == "forgotten"


@pytest.mark.parametrize(("language", "word"), [("en", "call me back"), ("da", "ring tilbage")])
async def test_it_can_be_said_without_having_waited(town: Town, language: str, word: str):
    rosa = await town.receiver("rosa", language)
    await rosa.says(word)
    assert rosa.last().letter.mark.text_id == "call-back-hours-ask"
    await rosa.presses("skip")
    assert rosa.last().letter.mark.text_id == "call-back-kept"
