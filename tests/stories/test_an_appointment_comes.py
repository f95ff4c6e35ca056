"""An appointment opens by itself at its minute; or is taken back, and nobody is left without a word."""

from datetime import timedelta

from bot.rehearsal.town import Town
from tests.stories.appointed import begins_at, heard_at_last, settled
from tests.stories.steps import asks_to_talk


async def test_at_the_minute_the_contact_opens_by_itself(town: Town):
    rosa, mia = await settled(town)
    begins = await begins_at(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 1)
    assert "contact-opened" not in [*rosa.heard(), *mia.heard()]

    await town.later(minutes=1)

    assert rosa.heard() == ["contact-opened"]
    opened = next(s for s in mia.news() if s.letter.mark.text_id == "contact-opened")
    assert "45" in opened.text


async def test_they_can_write_to_each_other_then(town: Town):
    rosa, mia = await settled(town, when="tomorrow at 19:00")
    await heard_at_last(town, rosa, "contact-opened")

    await rosa.says("hello there")

    assert mia.last().text.endswith("hello there")


async def test_the_receiver_takes_it_back_and_the_volunteer_is_told_without_blame(town: Town):
    rosa, mia = await settled(town)

    await rosa.says("cancel")
    assert rosa.last().letter.mark.text_id == "cancel-which"
    await rosa.says("1")

    assert rosa.last().letter.mark.text_id == "appointment-cancelled"
    assert "nothing to do with you" in mia.last().text
    await town.later(hours=60)
    assert "contact-opened" not in rosa.heard()


async def test_a_volunteer_takes_it_back_and_it_is_put_to_others_at_the_front(town: Town):
    rosa, mia = await settled(town)
    ali = await town.volunteer("ali", on_duty=False)

    await mia.says("cancel")
    await mia.says("1")

    assert mia.last().letter.mark.text_id == "appointment-cancelled"
    assert rosa.last().letter.mark.text_id == "book-seeking-again"
    assert ali.heard() == ["appointment-offer"]
    assert "another volunteer could not" in ali.last().text.casefold()
    await ali.presses("accept")
    assert rosa.last().letter.mark.text_id == "appointment-confirmed"
    await town.later(hours=2)
    assert "appointment-offer" not in mia.heard()


async def test_a_volunteer_too_late_to_be_replaced_is_thanked_and_coordinators_hear(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await settled(town)
    begins = await begins_at(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 30)

    await mia.says("cancel")
    await mia.presses("pick-1")

    assert rosa.last().letter.mark.text_id == "appointment-cancelled"
    assert "too late to find another" in rosa.last().text
    assert "alarm-appointment-off" in karin.heard()


async def test_who_is_in_touch_with_somebody_else_is_told_kindly_and_so_is_the_other(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await settled(town)
    begins = await begins_at(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 20)
    await town.volunteer("ali")
    await asks_to_talk(rosa)
    await town.people["ali"].presses("accept")
    assert rosa.heard()[-1] == "contact-opened"
    await town.people["ali"].says("Hello")
    rosa.heard()

    await town.later(minutes=21)

    assert rosa.heard() == ["appointment-could-not-begin"]
    assert mia.last().letter.mark.text_id == "appointment-could-not-begin"
    assert "alarm-appointment-hindered" in karin.heard()


async def test_who_waits_for_somebody_when_their_time_comes_waits_no_more(town: Town):
    rosa, _ = await settled(town)
    begins = await begins_at(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 5)
    await asks_to_talk(rosa)
    assert rosa.heard()[-1] == "talk-looking"

    await town.later(minutes=6)

    assert rosa.heard()[-1] == "contact-opened"
    assert "talk-withdrawn" not in [s.letter.mark.text_id for s in rosa.seen()]


async def test_a_volunteer_is_not_asked_for_a_talk_just_before_an_appointment(town: Town):
    _, mia = await settled(town)
    begins = await begins_at(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 40)
    await mia.says("duty 60")
    await mia.presses("fit-yes")
    ole = await town.receiver("ole")
    await asks_to_talk(ole)
    assert "offer" not in mia.heard()


async def test_an_outage_over_the_whole_time_is_said_and_blamed_on_nobody(town: Town):
    rosa, mia = await settled(town)
    town.now = await begins_at(town) + timedelta(hours=2)
    await town.settle()

    assert rosa.last().letter.mark.text_id == "appointment-could-not-begin"
    assert "the fault is mine" in mia.last().text


async def test_a_volunteer_who_is_suspended_leaves_nobody_without_one(town: Town):
    karin = await town.coordinator("karin")
    rosa, _ = await settled(town)
    ali = await town.volunteer("ali", on_duty=False)
    await karin.says("suspend Mia")
    await karin.presses("confirm-yes")

    assert "book-seeking-again" in rosa.heard()
    assert "appointment-offer" in ali.heard()


async def test_who_is_forgotten_takes_their_appointments_with_them(town: Town):
    rosa, mia = await settled(town)
    await rosa.says("forget me")
    await rosa.presses("forget-yes")
    assert mia.last().letter.mark.text_id == "appointment-cancelled"
    await town.later(hours=60)
    assert "contact-opened" not in mia.heard()
