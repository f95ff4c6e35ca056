"""Waiting is honest: at once, then ever more seldom, with other doors, and never in silence."""

from datetime import timedelta

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import asks_to_talk, in_touch


def _when_told(town: Town, person: Townsperson, text_id: str) -> list[str]:
    return [s.text for s in person.seen() if s.letter.mark.text_id == text_id]


async def test_we_say_at_once_that_we_look_and_promise_nobody(town: Town):
    rosa = await town.receiver("rosa")

    await asks_to_talk(rosa)

    assert rosa.last().letter.mark.text_id == "talk-looking"
    assert "cannot promise" in rosa.last().text
    assert "112" in rosa.last().text


async def test_signs_of_life_never_come_oftener_than_every_two_minutes_and_grow_rarer(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.heard()

    told = []
    for minute in range(1, 30):
        await town.later(minutes=1)
        told += [minute] * len(rosa.heard())

    gaps = [later - earlier for earlier, later in zip([0, *told], told, strict=False)]
    assert min(gaps) >= 2
    assert gaps == sorted(gaps)
    assert max(gaps) <= 8


async def test_a_sign_of_life_says_how_many_are_being_asked_and_how_long_it_has_been(town: Town):
    await town.volunteer("mia")
    rosa = await town.receiver("rosa", language="da")
    await asks_to_talk(rosa)

    await town.later(minutes=2)

    assert rosa.last().letter.mark.text_id == "talk-still-looking"
    assert "2 minutter" in rosa.last().text
    assert [choice.id for choice in rosa.last().letter.choices] == [
        "keep-waiting",
        "call-me-back",
        "other-doors",
        "cancel-request",
    ]


async def test_a_coordinator_hears_after_five_minutes_without_a_word_of_the_wish(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await rosa.says("talk")
    await rosa.says("2")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.says("skip" if "note" not in rosa.last().letter.mark.text_id else "SECRETNOTE")
    code = rosa.last().letter.mark.about

    await town.later(minutes=4)
    assert karen.heard() == []
    await town.later(minutes=1)

    assert karen.heard() == ["alarm-waiting"]
    assert code in karen.last().text
    assert "SECRETNOTE" not in karen.last().text


async def test_after_ten_minutes_other_doors_are_shown_and_the_search_goes_on(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)

    await town.later(minutes=11)
    assert "You can turn to others meanwhile" in rosa.last().text
    await rosa.presses("other-doors")

    assert "112" in rosa.last().text and "70 201 201" in rosa.last().text
    assert "keep looking" in rosa.last().text
    await rosa.says("status")
    assert rosa.last().letter.mark.text_id == "status-waiting"


async def test_after_half_an_hour_it_is_said_plainly_that_nobody_was_free(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await asks_to_talk(rosa)

    await town.later(minutes=30)

    assert rosa.last().letter.mark.text_id == "talk-nobody-free"
    assert "112" in rosa.last().text and "70 201 201" in rosa.last().text
    assert karen.heard()[-1] == "alarm-unmet"
    rosa.heard()
    await town.later(hours=3)
    assert rosa.heard() == [], "it is over, and said so once"


async def test_who_keeps_waiting_goes_before_others(town: Town):
    rosa, ole = await town.receiver("rosa"), await town.receiver("ole")
    await asks_to_talk(rosa)
    await town.later(minutes=20)
    await asks_to_talk(ole)
    await town.later(minutes=11)

    await rosa.presses("keep-waiting")
    assert rosa.last().letter.mark.text_id == "talk-looking-again"
    mia = await town.volunteer("mia", on_duty=False)
    await mia.says("duty 60")
    await mia.says("yes")

    await mia.presses("accept")
    assert rosa.last().letter.mark.text_id == "contact-opened"
    assert ole.last().letter.mark.text_id != "contact-opened"


async def test_keep_waiting_while_we_look_only_says_so(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=2)

    await rosa.says("1")

    assert rosa.last().letter.mark.text_id == "talk-waiting-on"


async def test_status_tells_how_long_who_is_ahead_and_whether_anybody_is_asked(town: Town):
    ole, rosa = await town.receiver("ole"), await town.receiver("rosa")
    await asks_to_talk(ole)
    await town.later(minutes=3)
    await asks_to_talk(rosa)

    await rosa.says("status")
    assert "One other has waited longer" in rosa.last().text
    await ole.says("status")

    assert "3 minutes" in ole.last().text and "Nobody is ahead" in ole.last().text


async def test_a_wish_can_be_taken_back_by_word_or_press_in_either_language(town: Town):
    mia = await town.volunteer("mia")
    for name, take_back in (("rosa", "cancel"), ("ole", "annuller")):
        person = await town.receiver(name)
        await asks_to_talk(person)
        await person.says(take_back)
        assert person.last().letter.mark.text_id == "talk-withdrawn"
        assert mia.last().amended == "offer-recalled"
    ida = await town.receiver("ida")
    await asks_to_talk(ida)
    await town.later(minutes=2)
    await ida.presses("cancel-request")

    assert ida.last().letter.mark.text_id == "talk-withdrawn"
    ida.heard()
    await town.later(hours=1)
    assert ida.heard() == []


async def test_stop_while_waiting_asks_first(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)

    await rosa.says("stop")
    assert rosa.last().letter.mark.text_id == "stop-while-waiting"
    await rosa.says("2")
    assert rosa.last().letter.mark.text_id == "talk-waiting-on"
    await rosa.says("stop")
    await rosa.says("take back")

    assert rosa.last().letter.mark.text_id == "talk-withdrawn"


async def test_nothing_to_take_back(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("cancel")

    assert rosa.heard() == ["cancel-nothing"]


async def test_an_old_take_back_is_told_that_it_is_over_and_where_one_is(town: Town):
    rosa, _ = await _matched_after_waiting(town)

    await rosa.presses("cancel-request")

    assert rosa.heard() == ["too-late", "status-in-contact"]


async def test_in_danger_while_waiting_the_doors_are_shown_and_nothing_is_delayed(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await rosa.says("112")
    assert rosa.last().letter.mark.text_id == "crisis-card"

    await mia.presses("accept")

    assert rosa.last().letter.mark.text_id == "contact-opened"


async def test_leaving_while_waiting_takes_the_wish_back_and_nothing_is_sent_after_them(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    rosa.heard()

    await rosa.leaves()
    await town.later(hours=1)

    assert rosa.heard() == []
    assert mia.last().amended == "offer-recalled"


async def test_a_restart_while_somebody_waits_forgets_nobody(town: Town):
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    town.now += timedelta(minutes=12)  # the bot was down meanwhile
    rosa.heard()

    await town.settle()

    assert "talk-still-looking" in rosa.heard()


async def _matched_after_waiting(town: Town) -> tuple[Townsperson, Townsperson]:
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=2)
    await mia.presses("accept")
    rosa.heard(), mia.heard()
    return rosa, mia


async def test_again_asks_the_same_volunteer_first_and_alone_and_tells_neither_who(town: Town):
    rosa, mia = await in_touch(town)
    for _ in range(2):
        await mia.says("hello")
    await rosa.says("!end")
    ida = await town.volunteer("ida")
    await town.later(minutes=20)
    mia.heard(), ida.heard(), rosa.heard()

    await rosa.says("igen")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.presses("skip")

    assert rosa.heard()[0] == "again-asking"
    assert "Mia" not in "".join(shown.text for shown in rosa.seen())
    assert mia.heard()[-1] == "offer" and "offer" not in ida.heard()
    await mia.says("decline")
    assert ida.heard() == ["offer"], "the next is asked at once"


async def test_again_before_anybody_was_met(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("again")

    assert rosa.heard() == ["again-nobody-yet"]


async def test_again_after_not_that_one_again_never_asks_that_one(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!block")
    await town.later(minutes=20)
    rosa.heard(), mia.heard()

    await rosa.says("again")
    assert rosa.heard() == ["again-nobody-yet"]
    await asks_to_talk(rosa)

    assert mia.heard() == []
