"""Volunteers are asked in waves, gently; a no is always right, and a late yes is thanked."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import as_volunteer, asks_to_talk, in_touch


async def test_three_are_asked_at_once_and_more_after_three_minutes(town: Town):
    givers = [await town.volunteer(name) for name in ("mia", "ida", "bo", "eva")]
    rosa = await town.receiver("rosa")

    await asks_to_talk(rosa)
    assert sum("offer" in giver.heard() for giver in givers) == 3
    await town.later(minutes=3)

    assert sum("offer" in giver.heard() for giver in givers) == 1


async def test_who_knows_the_topic_is_asked_before_others_and_then_it_is_widened(town: Town):
    mia = await town.volunteer("mia", topics=["grief"])
    bo = await town.volunteer("bo", topics=["eating"])
    rosa = await town.receiver("rosa")

    await asks_to_talk(rosa, topics="grief")
    assert mia.heard() == ["offer"] and bo.heard() == []
    assert "Grief and loss" in mia.last().text
    await town.later(minutes=7)

    assert bo.heard() == ["offer"]


async def test_the_longest_rested_is_asked_first(town: Town):
    programme = town.programme
    assert programme.routing.wave_size == 3
    for giver in ("mia", "ida", "bo"):
        rosa, _ = await in_touch(town, volunteer=giver)
        await town.people[giver].says("hello")
        await rosa.says("!end")
        await town.people[giver].says("okay")
        await town.later(minutes=16)
    eva = await town.volunteer("eva")
    for person in town.people.values():
        person.heard()
    ole = await town.receiver("ole")
    await asks_to_talk(ole)

    asked = {n for n in ("mia", "ida", "bo", "eva") if "offer" in town.people[n].heard()}
    assert asked == {"eva", "mia", "ida"}, "bo gave last"
    assert eva.last().letter.mark.text_id == "offer"


@pytest.mark.parametrize("yes", ["accept", "tag", "!accept", "1", "ja", "yes", "👍", "1️⃣"])
async def test_a_yes_by_word_number_or_sign_in_either_language(town: Town, yes):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)

    if yes in ("👍", "1️⃣"):
        await mia.reacts(yes)
    else:
        await mia.says(yes)

    assert mia.last().letter.mark.text_id == "contact-opened"
    assert rosa.last().letter.mark.text_id == "contact-opened"


@pytest.mark.parametrize("no", ["decline", "nej tak", "2", "nej", "no", "👎", "press"])
async def test_a_no_by_word_number_or_sign_and_the_next_is_asked_at_once(town: Town, no):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    ida = await town.volunteer("ida")

    if no == "press":
        await mia.presses("decline")
    elif no == "👎":
        await mia.reacts(no)
    else:
        await mia.says(no)

    assert mia.last().letter.mark.text_id == "offer-declined-thanks"
    assert mia.seen()[-2].amended == "offer-declined"
    assert ida.heard() == ["offer"]


async def test_the_first_yes_gets_it_and_the_others_are_thanked(town: Town):
    mia, ida, bo = [await town.volunteer(name) for name in ("mia", "ida", "bo")]
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)

    await ida.says("accept")
    assert mia.last().amended == "offer-taken" and bo.last().amended == "offer-taken"
    await mia.says("accept")
    await bo.presses("accept")

    assert mia.last().letter.mark.text_id == "offer-taken"
    assert bo.heard() == ["offer", "offer-taken"]
    assert [p.heard()[-1] for p in (rosa, ida)] == ["contact-opened"] * 2


async def test_an_offer_nobody_answers_lapses_without_blame(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)

    await town.later(minutes=15)
    assert mia.last().amended == "offer-lapsed"
    mia.heard()
    await mia.says("accept")

    assert mia.heard() == ["offer-lapsed"]


async def test_whoever_presses_what_is_over_hears_how_it_ended(town: Town):
    mia, ida = await town.volunteer("mia"), await town.volunteer("ida")
    rosa, ben = await town.receiver("rosa"), await town.receiver("ben")
    await asks_to_talk(rosa)
    offer = mia.last_question()
    await mia.presses("accept", offer)
    mia.heard()
    await mia.presses("accept", offer)
    assert mia.heard() == ["offer-accepted"]
    await ida.presses("decline")
    assert ida.heard() == ["offer", "offer-none"]

    await asks_to_talk(ben)
    await ben.says("cancel")
    await ida.presses("accept")
    assert ida.heard()[-1] == "offer-recalled"


async def test_who_cannot_be_reached_is_passed_over_at_once(town: Town):
    mia = await town.volunteer("mia")
    town.wire.closed.add(mia.address.user)
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    ida = await town.volunteer("ida", on_duty=False)

    await ida.says("vagt 60")
    await ida.says("ja")

    assert ida.heard()[-1] == "offer"


async def test_why_tells_one_honest_line_and_names_nobody(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa, topics="grief")

    await mia.says("hvorfor")

    assert mia.last().letter.mark.text_id == "why-asked"
    assert "rosa" not in mia.last().text.lower()


async def test_nothing_to_answer(town: Town):
    mia = await town.volunteer("mia")
    for word in ("accept", "decline", "why"):
        await mia.says(word)

    assert mia.heard() == ["offer-none"] * 3


async def test_one_offer_at_a_time(town: Town):
    mia = await town.volunteer("mia")
    for name in ("rosa", "ole"):
        await asks_to_talk(await town.receiver(name))

    assert mia.heard() == ["offer"]


async def test_two_contacts_a_day_are_enough(town: Town):
    mia = await town.volunteer("mia")
    for name in ("rosa", "ole"):
        asker, _ = await in_touch(town, receiver=name)
        await mia.says("hello")
        await asker.says("!end")
        await mia.presses("light")
        await town.later(minutes=16)
    mia.heard()

    await asks_to_talk(await town.receiver("ida"))
    await town.later(minutes=20)

    assert "offer" not in mia.heard()


async def test_after_a_contact_there_is_rest_before_the_next(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!end")
    mia.heard()
    ole = await town.receiver("ole")

    await asks_to_talk(ole)
    await town.later(minutes=14)
    assert "offer" not in mia.heard()
    await town.later(minutes=5)

    assert "offer" in mia.heard()


async def test_six_questions_a_day_are_enough(town: Town):
    mia = await town.volunteer("mia")
    for number in range(7):
        await asks_to_talk(await town.receiver(f"person{number}"))
        if number < 6:
            await mia.says("decline")

    assert mia.heard().count("offer") == 6


async def test_own_limits_are_kept_and_only_ever_lower(town: Town):
    mia = await town.volunteer("mia")
    await mia.says("limits contacts 1")
    await mia.says("limits hours 99")
    await mia.says("grænser stille 20-8")
    await mia.says("limits lots")
    assert mia.heard() == ["limits", "limits", "limits", "limits-how"]
    me = await as_volunteer(town, mia)
    assert me.limits.contacts_a_day == 1

    await asks_to_talk(await town.receiver("rosa"))
    await town.later(minutes=20)

    assert mia.heard() == [], "it is within her quiet hours"


async def test_a_volunteer_who_waits_themselves_is_not_asked_and_cannot_say_yes(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    mia.heard()
    await asks_to_talk(mia)
    mia.heard()

    await mia.says("!accept")

    assert mia.heard() == ["offer-while-waiting"]


async def test_an_offer_pressed_by_somebody_else_is_refused(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    ole = await town.receiver("ole")
    await asks_to_talk(rosa)

    await ole.presses("accept", mia.last_question())

    assert ole.heard() == ["too-late", "status-nothing"]
    assert rosa.last().letter.mark.text_id == "talk-looking"
