"""What takes days and months, on a real homeserver: forms, check-ins, and coordinators' week."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.at_bot import KEYS, AtBot
from tests.acceptance.cast import comes_in, goes_on_duty
from tests.acceptance.promised import everything_is_marked, no_shield, nothing_of_the_other
from tests.acceptance.test_orders import wishes
from tests.acceptance.turned import a_turned_night
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

FORMS = 'languages = ["en"]\nforms = ["chat", "voice", "in-person"]'
NUMBER = "+45 12 34 56 78"
PLACE = "the library in Vejle, by the window"
VALUES = (7, 6, 5, 8, 7, 0, 9, 8, 4)


async def books(rosa: AtBot, mia: AtBot, form: str) -> None:
    """Tomorrow at 14:00, in this form, and Mia takes it."""
    await rosa.asks("book", "book-when-ask")
    await rosa.asks("tomorrow at 14:00", "book-length-ask")
    await rosa.asks("2", "book-form-ask")
    await rosa.asks(form, "book-topics-ask")
    await rosa.asks("skip", "book-note-ask")
    await rosa.asks("skip", "book-proposed")
    await rosa.asks("yes", "book-seeking")
    await mia.reacts(await mia.hears("appointment-offer"), "accept")
    for person in (rosa, mia):
        await person.hears("appointment-confirmed")


@pytest.mark.timeout(300)
async def test_by_voice_a_number_is_told_when_the_time_has_come(synapse: Synapse, tmp_path: Path):
    async with a_turned_night(synapse, tmp_path, more=FORMS) as (night, clock):
        mia, _ = await night.volunteer("mia", "1, 2, 3")
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        await books(rosa, mia, "voice")
        await mia.hears("way-ask")
        asked = await rosa.hears("way-ask")
        await rosa.reacts(asked, "share-way")
        await rosa.hears("way-how-ask")
        proposed = await rosa.asks(NUMBER, "way-proposed")
        await rosa.reacts(proposed, "confirm-yes")
        await rosa.hears("way-kept")
        assert not [seen for seen in mia.person.sights if NUMBER in seen.body]

        await clock.later(hours=24)
        for person in (rosa, mia):
            await person.hears("contact-opened")
        assert NUMBER in (await mia.hears("way-shown")).body
        await mia.says("I call you now")
        await rosa.reads("I call you now")
        await clock.later(minutes=11)
        await rosa.reacts(await rosa.hears("reached-ask"), "we-talk")
        await rosa.hears("reached-thanks")
        await rosa.asks("!end", "contact-ended")
        await mia.asks("light", "debrief-light")
        no_shield(rosa)
        everything_is_marked(rosa)
        nothing_of_the_other(mia, rosa)
        nothing_of_the_other(rosa, mia)


@pytest.mark.timeout(300)
async def test_in_person_they_agree_on_a_place_and_somebody_asks_whether_they_are_well(
    synapse: Synapse, tmp_path: Path
):
    async with a_turned_night(synapse, tmp_path, more=FORMS) as (night, clock):
        mia, _ = await night.volunteer("mia", "1, 2, 3")
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        await books(rosa, mia, "meet in person")
        await mia.hears("place-ask")
        await rosa.reacts(await rosa.hears("place-ask"), "suggest-place")
        await rosa.hears("place-where-ask")
        await rosa.says(PLACE)
        suggested = await mia.hears("place-suggested")
        assert PLACE in suggested.body
        await mia.reacts(suggested, "place-fits")
        for person in (rosa, mia):
            await person.hears("place-agreed")

        await clock.later(hours=24)
        for person in (rosa, mia):
            assert PLACE in (await person.hears("meet-now")).body
        await clock.later(minutes=16)
        await mia.reacts(await mia.hears("safety-met-ask"), "all-well")
        await mia.hears("safety-met-thanks")
        await rosa.hears("safety-met-ask")
        await clock.later(minutes=11)
        await rosa.hears("safety-met-ask")
        await clock.later(minutes=11)
        await rosa.hears("safety-coordinator-told")
        alarm = await night.karen.hears("alarm-safety")
        assert PLACE in alarm.body
        await night.karen.reacts(alarm, "write-to-them")
        await night.karen.hears("crisis-asked-to-move")
        await rosa.hears("crisis-coordinator-ready")
        await clock.later(minutes=60)  # their contact is over, and Rosa has not looked
        await mia.hears("safety-home-ask")
        await night.karen.types_number(alarm, "write-to-them")
        opened = await night.karen.person.hears("contact-opened", 60)
        karen = AtBot(night.karen.person, night.karen.bot, opened.room)
        assert "a coordinator" in (await rosa.reads("a coordinator")).body
        await karen.says("Is everything all right?")
        await rosa.reads("Is everything all right?")
        await rosa.says("Yes, my telephone was off")
        await karen.reads("Yes, my telephone was off")
        no_shield(rosa)
        nothing_of_the_other(mia, rosa)
        nothing_of_the_other(rosa, mia)


@pytest.mark.timeout(300)
async def test_rosa_is_asked_how_it_went_and_again_until_she_says_no(
    synapse: Synapse, tmp_path: Path
):
    async with a_turned_night(synapse, tmp_path, more='languages = ["en"]') as (night, clock):
        mia, _ = await night.volunteer("mia")
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        await goes_on_duty(mia)
        await wishes(rosa)
        await mia.reacts(await mia.hears("offer"), "accept")
        await rosa.hears("contact-opened")
        await rosa.says("hello")
        await mia.reads("hello")
        await mia.says("hello to you")
        await rosa.reads("hello to you")
        await rosa.asks("!end", "contact-ended")
        await mia.asks("light", "debrief-light")

        await clock.later(minutes=3)
        await rosa.reacts(await rosa.hears("check-in-invite"), "check-in-yes")
        await rosa.hears("check-in-agreed")
        for value in VALUES:
            item = await rosa.hears("check-in-item")
            await rosa.person.react(rosa.room, item.id, ("0️⃣", *KEYS)[value])
        await rosa.hears("check-in-thanks")

        await clock.skips(days=13)
        await clock.later(days=2.2)
        asked = await rosa.hears("check-in-round-ask")
        await rosa.hears("check-in-round-ask")  # once more, a day later
        await rosa.reacts(asked, "check-in-begin")
        await rosa.hears("check-in-item")
        await rosa.asks("6", "check-in-item")
        await rosa.asks("check-ins off", "check-ins-off")
        await rosa.hears("check-in-keep-ask")
        await rosa.asks("2", "check-in-gone")
        before = len(rosa.person.sights)
        await clock.skips(days=100)
        said = list(rosa.person.sights)[before:]
        assert not [seen for seen in said if (seen.text_id or "").startswith("check-in")]
        everything_is_marked(rosa)
        no_shield(rosa)
        nothing_of_the_other(mia, rosa)


@pytest.mark.timeout(300)
async def test_karen_proposes_moves_and_calls_off_and_looks_at_the_week(
    synapse: Synapse, tmp_path: Path
):
    async with a_turned_night(synapse, tmp_path, more='languages = ["en"]') as (night, _clock):
        karen = night.karen
        mia, name = await night.volunteer("mia")
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        code = await wishes(rosa)
        await rosa.asks("cancel", "talk-withdrawn")

        sure = await karen.asks(f"propose {code} Thursday at 19:00", "propose-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("propose-done")
        await rosa.hears("propose-ask")
        await rosa.asks("yes", "book-seeking")
        await karen.hears("proposal-answer")
        await mia.reacts(await mia.hears("appointment-offer"), "accept")
        confirmed = await rosa.hears("appointment-confirmed")
        await mia.hears("appointment-confirmed")

        assert confirmed.about
        code = confirmed.about
        sure = await karen.asks(f"reschedule {code} Friday at 18:00", "reschedule-confirm")
        await karen.reacts(sure, "confirm-yes")
        await rosa.reacts(await rosa.hears("move-suggested"), "accept")
        await rosa.hears("move-asked")
        await mia.reacts(await mia.hears("move-ask"), "accept")
        for person in (rosa, mia):
            assert "Friday 11 January" in (await person.hears("appointment-confirmed")).body

        week = await karen.asks("calendar", "calendar")
        assert "Friday 11 January" in week.body and name in week.body
        picture = await karen.hears("calendar-picture")
        assert picture.encrypted and picture.content["info"]["mimetype"] == "image/png"
        drawn = await karen.person.fetch_file(picture)
        with Image.open(io.BytesIO(drawn)) as image:
            assert image.format == "PNG" and image.width > 600
        await karen.hears("calendar-table")

        sure = await karen.asks(f"call off {code}", "call-off-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("call-off-done")
        for person in (rosa, mia):
            await person.hears("appointment-cancelled")
        for person in (rosa, mia):
            everything_is_marked(person)
            nothing_of_the_other(person, karen)
        no_shield(rosa)
