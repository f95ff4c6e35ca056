"""A time of one's own on a real server: agreed, reminded of and opened by itself, though the bot is
killed in between and comes back just in time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.tables import appointments
from tests.acceptance.at_bot import AtBot
from tests.acceptance.cast import Night, a_night, comes_in
from tests.acceptance.promised import nothing_of_the_other
from tests.parts.synapse import Synapse
from tests.parts.time_passing import let_pass, moment

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

SHORTLY = timedelta(seconds=9)  # the bot has to be up again by then


@pytest.mark.timeout(300)
async def test_rosa_and_mia_agree_and_are_in_touch_at_that_minute(synapse: Synapse, tmp_path: Path):
    async with a_night(synapse, tmp_path, more='languages = ["en"]') as night:
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        await rosa.asks(f"time zone {_where_it_is_noon(datetime.now(UTC))}", "zone-set")
        mia, _ = await night.volunteer("mia")

        heard = await rosa.asks("could we talk tomorrow at 14:00?", "book-heard")
        await rosa.reacts(heard, "book-that")
        await rosa.hears("book-length-ask")
        await rosa.asks("2", "book-topics-ask")
        await rosa.asks("skip", "book-note-ask")
        await rosa.asks("skip", "book-proposed")
        await rosa.asks("yes", "book-seeking")
        await mia.reacts(await mia.hears("appointment-offer"), "accept")
        for person in (rosa, mia):
            await person.hears("appointment-confirmed")
        _gets_a_calendar_file(rosa)

        await _killed_until(night, timedelta(hours=1))
        for person in (rosa, mia):
            await person.hears("appointment-reminder", within=40)
        await rosa.asks("1", "reminder-thanks")

        await _killed_until(night, timedelta())
        for person in (rosa, mia):
            await person.hears("contact-opened", within=60)
        await mia.says("Good that you came")
        await rosa.reads("Good that you came")
        await rosa.says("Good that there is somebody")
        await mia.reads("Good that there is somebody")
        await rosa.asks("!end", "contact-ended")
        await mia.hears("debrief-ask")
        nothing_of_the_other(mia, rosa)
        nothing_of_the_other(rosa, mia)
        for person in (rosa, mia):
            assert len(person.heard("contact-opened")) == 1
            assert len(person.heard("appointment-reminder")) == 1


async def _killed_until(night: Night, before: timedelta) -> None:
    """The bot is killed, and comes back shortly before that much before the appointment."""
    night.bot.kill()
    database = night.bot.folder / "peerbot.db"
    begins = moment(database, appointments.c.begins_at)
    there = datetime.fromtimestamp(begins / 1_000_000, UTC) - before - SHORTLY
    let_pass(database, there - datetime.now(UTC))
    night.bot.start()


def _gets_a_calendar_file(person: AtBot) -> None:
    files = [seen for seen in person.person.sights if seen.content.get("msgtype") == "m.file"]
    assert files and files[-1].content["filename"].endswith(".ics"), files


def _where_it_is_noon(now: datetime) -> str:
    """A zone where no hour is a quiet one while this runs: reminders are not held back there."""
    ahead = 12 - now.hour
    return f"GMT{ahead:+d}"
