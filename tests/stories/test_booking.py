"""A time of one's own: said in one's own words, read back, sought, settled, and opened at the minute."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from storage.database import Transaction
from tests.stories.steps import asks_to_talk, in_touch


async def books(receiver: Townsperson, when: str = "tomorrow at 19:00") -> None:
    """`book`, a time, and every other question answered in the shortest way; not yet confirmed."""
    await receiver.says("book")
    await receiver.says(when)
    while receiver.last().letter.mark.text_id in (
        "book-length-ask", "book-whom-ask", "book-topics-ask", "book-language-ask", "book-note-ask",
    ):  # fmt: skip
        choices = [choice.id for choice in receiver.last().letter.choices]
        wanted = next(c for c in ("three-quarters", "any-volunteer", "skip") if c in choices)
        await receiver.presses(wanted, receiver.last())


async def settled(
    town: Town, receiver: str = "rosa", volunteer: str = "mia", when: str = "tomorrow at 19:00"
) -> tuple[Townsperson, Townsperson]:
    """A receiver and a volunteer with an appointment, who have seen that it is settled."""
    giver = town.people.get(volunteer) or await town.volunteer(volunteer, on_duty=False)
    asker = town.people.get(receiver) or await town.receiver(receiver)
    await books(asker, when)
    await asker.presses("confirm-yes")
    await giver.presses("accept")
    assert asker.heard()[-1] == giver.heard()[-1] == "appointment-confirmed"
    return asker, giver


async def test_a_time_is_read_back_with_weekday_date_and_zone_before_anybody_is_asked(town: Town):
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")

    await books(rosa, "on Thursday at 10:30")

    assert rosa.last().letter.mark.text_id == "book-proposed"
    assert "Thursday" in rosa.last().text
    assert "10:30 (Copenhagen)" in rosa.last().text
    assert mia.heard() == []

    await rosa.presses("confirm-yes")
    assert rosa.heard()[-1] == "book-seeking"
    assert mia.heard() == ["appointment-offer"]


async def test_in_danish_too(town: Town):
    rosa = await town.receiver("rosa", "da")
    await rosa.says("aftale")
    await rosa.says("i morgen kl. 14")
    await rosa.says("en halv time")
    for _ in range(3):
        await rosa.says("spring over")
    assert rosa.last().letter.mark.text_id == "book-proposed"
    assert "kl. 14:00 (København)" in rosa.last().text
    assert "30 minutter" in rosa.last().text


async def test_the_first_yes_settles_it_for_both_and_the_others_are_thanked(town: Town):
    mia, ali = (
        await town.volunteer("mia", on_duty=False),
        await town.volunteer("ali", on_duty=False),
    )
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    assert mia.heard() == ali.heard() == ["appointment-offer"]

    await ali.presses("accept")

    assert ali.heard() == ["appointment-confirmed"]
    assert mia.heard() == []  # the question itself says so
    assert rosa.heard()[-1] == "appointment-confirmed"

    await mia.presses("accept")
    assert "too-late" in mia.heard()
    assert rosa.heard() == []


async def test_at_the_minute_the_contact_opens_by_itself(town: Town):
    rosa, mia = await settled(town)
    begins = await _begins(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 1)
    assert "contact-opened" not in [*rosa.heard(), *mia.heard()]

    await town.later(minutes=1)

    assert rosa.heard() == ["contact-opened"]
    opened = next(s for s in mia.news() if s.letter.mark.text_id == "contact-opened")
    assert "45" in opened.text


async def test_they_can_write_to_each_other_then(town: Town):
    rosa, mia = await settled(town, when="tomorrow at 19:00")
    await _until(town, rosa, "contact-opened")

    await rosa.says("hello there")

    assert mia.last().text.endswith("hello there")


async def _until(town: Town, person: Townsperson, text: str, hours: int = 72) -> None:
    end = town.now + timedelta(hours=hours)
    while town.now < end:
        if text in person.heard():
            return
        await town.later(minutes=5)
    raise AssertionError(f"{person.name} never heard {text}")


async def test_a_volunteer_need_not_be_on_duty_but_every_other_limit_holds_for_that_time(
    town: Town,
):
    zoe = await town.volunteer("zoe", on_duty=False, languages=["da"])
    ali = await town.volunteer("ali", on_duty=False)
    await ali.says("limits quiet 18:00-20:00")
    kim = await town.volunteer("kim", on_duty=False)
    await kim.says("limits contacts 1")
    mia = await town.volunteer("mia", on_duty=False)
    ole = await town.receiver("ole")
    await books(ole, "tomorrow at 12:00")
    await ole.presses("confirm-yes")
    await kim.presses("accept")
    for person in (zoe, ali, kim, mia):
        person.heard()

    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")
    await rosa.presses("three-quarters")
    await rosa.presses("skip")
    await rosa.presses("en")
    await rosa.presses("skip")
    await rosa.presses("confirm-yes")

    assert zoe.heard() == []
    assert ali.heard() == []
    assert kim.heard() == []


async def test_nobody_is_in_two_places_at_one_time(town: Town):
    rosa, mia = await settled(town)
    ole = await town.receiver("ole")
    await books(ole, "tomorrow at 19:30")
    await ole.presses("confirm-yes")
    await town.later(hours=3)
    assert "appointment-offer" not in mia.heard()

    await rosa.says("book")
    await rosa.says("tomorrow at 19:30")
    assert rosa.last().letter.mark.text_id == "book-at-that-time"


async def test_the_volunteer_of_last_time_is_asked_first_and_alone(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("!end")
    await town.volunteer("ali", on_duty=False)
    ali = town.people["ali"]
    ali.heard()
    await rosa.says("book")
    await rosa.says("tomorrow at 19:00")
    await rosa.presses("half-hour")
    assert rosa.last().letter.mark.text_id == "book-whom-ask"
    await rosa.presses("same-volunteer")
    for _ in range(3):
        await rosa.presses("skip", rosa.last())
    await rosa.presses("confirm-yes")

    assert "appointment-offer" in mia.heard()
    assert ali.heard() == []


async def test_a_time_that_is_not_clear_is_asked_about_and_never_guessed(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")

    await rosa.says("on Thursday")
    assert rosa.last().letter.mark.text_id == "book-when-unclear"
    await rosa.says("10:30")

    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_where_two_times_could_be_meant_both_are_offered(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("book")

    await rosa.says("tomorrow at 8")

    assert rosa.last().letter.mark.text_id == "book-when-which"
    await rosa.says("2")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("in ten minutes", "book-too-soon"),
        ("banana", "book-when-not-understood"),
        ("in 20 weeks at 14:00", "book-too-far"),
    ],
)
async def test_what_cannot_be_is_said_kindly_and_the_question_stands(town: Town, said, answer):
    rosa = await town.receiver("rosa")
    await rosa.says("book")
    await rosa.says(said)
    assert rosa.last().letter.mark.text_id == answer

    await rosa.says("tomorrow at 19:00")
    assert rosa.last().letter.mark.text_id == "book-length-ask"


async def test_nobody_can_the_receiver_hears_it_and_coordinators_heard_before(town: Town):
    karin, rosa = await town.coordinator("karin"), await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    rosa.heard()

    await _until(town, karin, "alarm-appointment")
    assert "book-nobody-could" not in rosa.heard()
    await _until(town, rosa, "book-nobody-could")
    assert "alarm-appointment-unmet" in karin.heard()

    assert [c.id for c in rosa.last().letter.choices] == ["another-time", "talk", "other-doors"]
    await rosa.presses("another-time")
    assert rosa.last().letter.mark.text_id == "book-when-ask"


async def test_status_says_honestly_how_it_stands(town: Town):
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    await rosa.says("status")
    assert "Not settled yet" in rosa.last().text

    await town.volunteer("mia", on_duty=False)
    await town.later(hours=3)
    await town.people["mia"].presses("accept")
    await rosa.says("status")
    assert "Settled" in rosa.last().text


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
    begins = await _begins(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 30)

    await mia.says("cancel")
    await mia.presses("pick-1")

    assert rosa.last().letter.mark.text_id == "appointment-cancelled"
    assert "too late to find another" in rosa.last().text
    assert "alarm-appointment-off" in karin.heard()


async def test_who_is_in_touch_with_somebody_else_is_told_kindly_and_so_is_the_other(town: Town):
    karin = await town.coordinator("karin")
    rosa, mia = await settled(town)
    begins = await _begins(town)
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
    begins = await _begins(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 5)
    await asks_to_talk(rosa)
    assert rosa.heard()[-1] == "talk-looking"

    await town.later(minutes=6)

    assert rosa.heard()[-1] == "contact-opened"
    assert "talk-withdrawn" not in [s.letter.mark.text_id for s in rosa.seen()]


async def test_a_volunteer_is_not_asked_for_a_talk_just_before_an_appointment(town: Town):
    _, mia = await settled(town)
    begins = await _begins(town)
    await town.later(minutes=(begins - town.now) / timedelta(minutes=1) - 40)
    await mia.says("duty 60")
    await mia.presses("fit-yes")
    ole = await town.receiver("ole")
    await asks_to_talk(ole)
    assert "offer" not in mia.heard()


async def test_an_outage_over_the_whole_time_is_said_and_blamed_on_nobody(town: Town):
    rosa, mia = await settled(town)
    town.now = await _begins(town) + timedelta(hours=2)
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


async def _begins(town: Town) -> datetime:
    def look(db: Transaction) -> datetime:
        row = db.one(sa.select(tables.appointments.c.begins_at))
        assert row is not None
        begins: datetime = row["begins_at"]
        return begins

    return await town.database.read(look)
