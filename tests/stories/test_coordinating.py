"""What coordinators see and do, in a direct message or in their room; shown first, and answered for."""

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import asks_to_talk, in_touch


async def _waiting(town: Town, name: str = "rosa") -> tuple[Townsperson, str]:
    person = await town.receiver(name)
    await asks_to_talk(person)
    return person, person.last().letter.mark.about


async def test_the_queue_shows_codes_and_numbers_and_no_person(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    _rosa, code = await _waiting(town)
    await town.later(minutes=3)

    for word in ("queue", "kø"):
        karen.heard()
        await karen.says(word)
        assert karen.heard() == ["queue", "queue-row"]
    row = karen.last().text
    assert code in row and "3 minutes" in row and "one asked" in row
    assert "rosa" not in row.lower() and mia.name not in row


async def test_volunteers_are_shown_by_the_names_they_have_here(town: Town):
    karen = await town.coordinator("karen")
    await karen.says("frivillige")
    assert karen.heard() == ["volunteers-none"]
    await town.volunteer("mia")

    await karen.says("volunteers")

    assert karen.heard() == ["volunteers", "volunteers-row"]
    assert "Mia" in karen.last().text and "on duty until" in karen.last().text


async def test_take_puts_the_coordinator_in_touch_and_a_yes_of_others_is_thanked(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    rosa, code = await _waiting(town)

    await karen.says(f"take {code.lower()}")

    assert rosa.last().letter.mark.text_id == karen.last().letter.mark.text_id == "contact-opened"
    assert mia.last().amended == "offer-taken"
    await karen.says("hello")
    assert rosa.last().text.endswith("hello")
    await karen.says("!extend")
    assert karen.last().letter.mark.text_id == "contact-extended"
    await karen.says("!handover")
    assert rosa.last().letter.mark.text_id == "contact-taken-up-again"


async def test_assign_shows_what_speaks_against_it_and_the_yes_is_still_theirs(town: Town):
    karen = await town.coordinator("karen")
    mia = await town.volunteer("mia", on_duty=False, topics=["grief"])
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa, topics="eating")
    code = rosa.last().letter.mark.about
    rosa.heard()

    await karen.says(f"assign {code} mia")
    assert karen.heard() == ["assign-confirm"]
    assert "not on duty" in karen.last().text and "not named the topics" in karen.last().text
    assert mia.heard() == []
    await karen.says("yes")
    assert karen.heard() == ["assign-done"]
    assert mia.heard() == ["offer"]
    await mia.says("accept")

    assert rosa.heard() == ["contact-opened"]


async def test_assign_refuses_what_protects_people(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("!block")
    await mia.presses("heavy")
    _, code = await _waiting(town, "ole")
    _, hers = await _waiting(town, "rosa")

    await karen.says(f"assign {code} Mia")
    assert "assign-not-possible" in karen.heard() and "they have a rest" in karen.last().text
    await karen.says(f"assign {hers} Mia")

    assert "rather not meet" in karen.last().text


async def test_close_is_shown_first_and_told_to_the_receiver_with_other_doors(town: Town):
    karen = await town.coordinator("karen")
    rosa, code = await _waiting(town)

    await karen.says(f"luk {code}")
    assert karen.heard() == ["close-confirm"]
    assert rosa.last().letter.mark.text_id == "talk-looking"
    await karen.says("ja")

    assert karen.heard() == ["close-done"]
    assert rosa.last().letter.mark.text_id == "request-closed"
    await rosa.presses("other-doors")
    assert "112" in rosa.last().text


async def test_a_code_or_name_that_is_not_there(town: Town):
    karen = await town.coordinator("karen")
    _, code = await _waiting(town)
    for order in ("take XXXXXX", "close XXXXXX", f"assign {code} nobody", "approve nobody",
                  "suspend nobody", "resume nobody"):  # fmt: skip
        await karen.says(order)
    assert karen.heard() == [
        "queue-no-such-code",
        "queue-no-such-code",
        "volunteers-no-such-name",
        "volunteers-no-such-name",
        "volunteers-no-such-name",
        "volunteers-no-such-name",
    ]

    await karen.says("assign")
    assert karen.heard() == ["command-usage"]


async def test_suspending_in_the_middle_of_a_contact_finds_the_receiver_somebody_else(town: Town):
    karen = await town.coordinator("karen")
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    ida = await town.volunteer("ida")
    rosa.heard(), mia.heard()

    await karen.says("suspend Mia")
    assert "in touch with somebody right now" in karen.last().text
    await karen.says("1")

    assert rosa.heard() == ["contact-taken-up-again"]
    assert "volunteer-suspended" in mia.heard()
    assert ida.heard() == ["offer"]
    await mia.says("duty 60")
    assert mia.last().letter.mark.text_id == "volunteer-suspended"
    mia.heard()
    await town.later(hours=4)
    assert mia.heard() == []
    await karen.says("resume Mia")
    await mia.says("duty 60")
    assert mia.last().letter.mark.text_id == "duty-check"


async def test_suspending_takes_back_what_they_are_asked(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    await _waiting(town)

    await karen.says("suspend mia")
    await karen.says("yes")

    assert mia.seen()[0].amended == "offer-lapsed"


async def test_an_announcement_is_shown_first_and_goes_to_active_volunteers_only(town: Town):
    karen = await town.coordinator("karen")
    mia, ida = await town.volunteer("mia"), await town.volunteer("ida")
    rosa = await town.receiver("rosa")
    await karen.says("suspend ida")
    await karen.says("yes")
    for person in (mia, ida, rosa):
        person.heard()

    await karen.says("announce Coffee on Friday?")
    assert "one active volunteer" in karen.last().text
    await karen.says("yes")

    assert mia.heard() == ["announcement"] and "Coffee on Friday?" in mia.last().text
    assert ida.heard() == rosa.heard() == []


async def test_a_no_to_a_preview_does_nothing(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    await karen.says("announce Coffee on Friday?")
    await karen.says("no")
    await karen.says("yes")

    assert "nothing-done" in karen.heard()
    assert mia.heard() == []


async def test_every_act_is_answered_for(town: Town):
    karen = await town.coordinator("karen")
    await karen.says("audit")
    assert karen.heard() == ["audit-empty"]
    await town.volunteer("mia")
    await karen.says("suspend mia")
    await karen.says("yes")
    await karen.says("resume mia")
    karen.heard()

    await karen.says("hændelser")

    assert karen.heard() == ["audit", "audit-row", "audit-row"]
    assert "whole" in karen.seen()[-3].text


async def test_a_coordinator_is_made_and_unmade_by_address_after_a_preview(town: Town):
    karen = await town.coordinator("karen")
    bo = await town.receiver("bo")
    await karen.says(f"coordinator add {bo.address.user}")
    assert karen.heard() == ["coordinator-add-confirm"] and bo.address.user in karen.last().text
    await karen.says("yes")
    await bo.says("queue")
    assert bo.heard()[-1] == "queue"

    await karen.says(f"koordinator fjern matrix:{bo.address.user}")
    await karen.says("ja")
    await bo.says("queue")

    assert bo.heard() == ["not-allowed"]


@pytest.mark.parametrize("wrong", ["bo", "@bo", "matrix:bo", "@:x"])
async def test_an_address_that_cannot_be_one_is_not_guessed_at(town: Town, wrong):
    karen = await town.coordinator("karen")

    await karen.says(f"coordinator add {wrong}")

    assert karen.heard() == ["coordinator-address"]


@pytest.mark.parametrize(
    "order",
    ["queue", "volunteers", "approve Mia", "suspend Mia", "resume Mia", "assign ABCDEF Mia",
     "take ABCDEF", "close ABCDEF", "open", "pause", "announce hi", "audit",
     "coordinator add @a:b.c", "kø", "tildel", "!queue"],
)  # fmt: skip
async def test_orders_by_anybody_else_are_refused_without_saying_what_there_is(town: Town, order):
    rosa, mia = await town.receiver("rosa"), await town.volunteer("mia")

    for person in (rosa, mia):
        await person.says(order)
        assert person.heard() == ["not-allowed"]
        assert "coordinat" not in person.last().text.lower()
        await person.says(f"help {order.split()[0].strip('!')}")
        assert person.heard()[0] in ("help-unknown", "not-understood")


async def test_in_danger_coordinators_hear_only_with_consent_and_without_words(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await rosa.says("I cannot bear it")
    await rosa.says("crisis")
    assert karen.heard() == []

    await rosa.says("yes")
    assert karen.heard() == ["alarm-crisis"]
    assert "bear" not in karen.last().text and "rosa" not in karen.last().text.lower()
    await karen.presses("write-to-them")

    assert rosa.last().letter.mark.text_id == "contact-opened"


async def test_an_alarm_can_be_acted_on_by_a_press_and_only_once(town: Town):
    karen, bo = await town.coordinator("karen"), await town.coordinator("bo")
    rosa, _ = await _waiting(town)
    await town.later(minutes=5)

    await karen.presses("take-request")
    bo.heard()
    await bo.presses("take-request")

    assert rosa.last().letter.mark.text_id == "contact-opened"
    assert bo.heard()[0] == "too-late"
