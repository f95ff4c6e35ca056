"""What else may happen in a night: somebody hands over, coordinators step in, two want a room."""

from pathlib import Path

import nio
import pytest

from tests.acceptance.at_bot import AtBot
from tests.acceptance.cast import Night, a_night, comes_in, goes_on_duty
from tests.acceptance.promised import everything_is_marked, no_shield, nothing_of_the_other
from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.seen import Seen
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

ONE_LANGUAGE = 'languages = ["en"]'


@pytest.mark.timeout(300)
async def test_mia_hands_over_and_the_next_two_open_a_room_that_the_bot_leaves(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, more=ONE_LANGUAGE) as night:
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        mia, _ = await night.volunteer("mia")
        noor, noors_name = await night.volunteer("noor")
        await goes_on_duty(mia)

        code = await wishes(rosa)
        await mia.reacts(await mia.hears("offer"), "accept")
        await rosa.hears("contact-opened")
        await mia.says("Hello, Rosa to me unknown")
        await rosa.reads("unknown")
        await mia.says("!handover")
        await rosa.hears("contact-taken-up-again")
        await mia.hears("contact-ended")
        await mia.asks("light", "debrief-light")
        await mia.asks("off", "duty-off")

        karen = night.karen
        sure = await karen.asks(f"assign {code} {noors_name}", "assign-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("assign-done")
        await noor.asks("why", "why-asked")
        await noor.asks("accept", "contact-opened")
        await rosa.hears("contact-opened")
        await rosa.says("Hello again, somebody else")
        await noor.reads("Hello again, somebody else")

        wish = await rosa.asks("!room", "room-wish")
        await rosa.reacts(wish, "room-yes")
        await rosa.hears("room-asked")
        question = await noor.hears("room-ask")
        everything_is_marked(noor)
        nothing_of_the_other(noor, rosa)
        nothing_of_the_other(rosa, noor)
        # Noor's client signs no devices; with her, and not with the bot, Rosa's may be less strict.
        assert isinstance(rosa.person, JsClient)
        await rosa.person.be_strict(False)
        await noor.reacts(question, "room-yes")
        await rosa.hears("room-opened")
        await noor.hears("room-opened")
        room = await _their_room(rosa, noor)
        await rosa.person.send(room, "Now it is only us")
        await noor.person.reads("Now it is only us", 20, room=room)

        await rosa.says("!end")
        await noor.hears("contact-ended")
        await noor.asks("heavy", "debrief-heavy")
        heavy = await karen.hears("alarm-heavy")
        assert noors_name in heavy.body
        await rosa.asks("block", "block-done")
        no_shield(rosa)


async def _their_room(rosa: AtBot, noor: AtBot) -> str:
    def of_both(seen: Seen) -> bool:
        return (
            seen.type == "m.room.member"
            and seen.room not in (rosa.room, noor.room)
            and seen.content.get("membership") == "join"
            and seen.state_key == rosa.person.user_id
        )

    room = (await noor.person.sights.wait_for(of_both, 20, what="their room")).room
    await rosa.person.sees_member(room, noor.person.user_id, "join", 20)
    await rosa.person.sees_member(room, rosa.bot, "leave", 20)
    return room


@pytest.mark.timeout(300)
async def test_karen_runs_the_night_from_the_coordinators_room(synapse: Synapse, tmp_path: Path):
    async with a_night(synapse, tmp_path, more=ONE_LANGUAGE) as night:
        karen = night.karen
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        mia, mias_name = await night.volunteer("mia")

        await _a_stranger_cannot(rosa)
        await _karen_takes_it_herself(night, rosa)
        await _rosa_reports(night, rosa, mia)

        code = await wishes(rosa)
        refused = await karen.asks(f"assign {code} {mias_name}", "assign-not-possible")
        assert mias_name in refused.body
        sure = await karen.asks(f"close {code}", "close-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("close-done")
        await rosa.hears("request-closed")
        await rosa.asks("status", "status-nothing")
        await wishes(rosa)
        await rosa.asks("cancel", "talk-withdrawn")

        sure = await karen.asks("pause We are at a summer party", "pause-confirm")
        await karen.asks("yes", "pause-done")
        paused = await rosa.asks("talk", "talk-paused")
        assert "summer party" in paused.body
        await rosa.asks("crisis", "crisis-card")
        await karen.asks("open", "open-done")

        sure = await karen.asks("announce Supper is at six", "announce-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("announce-done")
        assert "Supper is at six" in (await mia.hears("announcement")).body

        sure = await karen.asks(f"suspend {mias_name}", "suspend-confirm")
        await karen.reacts(sure, "confirm-yes")
        await mia.hears("volunteer-suspended")
        await mia.asks("duty 60", "volunteer-suspended")
        await karen.asks(f"resume {mias_name}", "resume-done")
        await mia.hears("volunteer-resumed")
        await goes_on_duty(mia)

        await karen.asks("audit", "audit")
        acts = ("took back", "suspended", "announced", "opened", "paused", "closed", "took")
        for act in (*acts, "approved"):
            assert act in (await karen.hears("audit-row")).body
        await karen.asks("queue", "queue")
        for one, other in ((rosa, mia), (mia, rosa), (rosa, karen), (mia, karen)):
            everything_is_marked(one)
            nothing_of_the_other(one, other)
        no_shield(rosa)


@pytest.mark.timeout(360)
async def test_karen_is_called_for_and_a_name_makes_nobody_a_coordinator(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, more=ONE_LANGUAGE) as night:
        karen = night.karen
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        code = await wishes(rosa)

        noor = await night.with_nio("noor")
        await comes_in(noor)
        await _calls_herself_karen(noor)
        for order in ("queue", "!audit", "announce we are closed"):
            await noor.asks(order, "not-allowed")
        sure = await karen.asks(f"coordinator add {noor.person.user_id}", "coordinator-add-confirm")
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("coordinator-add-done")
        assert code in (await noor.asks("queue", "queue-row")).body
        sure = await karen.asks(
            f"coordinator remove {noor.person.user_id}", "coordinator-remove-confirm"
        )
        await karen.reacts(sure, "confirm-yes")
        await karen.hears("coordinator-remove-done")
        await noor.asks("queue", "not-allowed")

        alarm = await karen.hears("alarm-waiting", 90)
        assert alarm.about == code
        await rosa.asks("cancel", "talk-withdrawn")
        await karen.reacts(alarm, "take-request")
        await karen.hears("too-late")

        card = await rosa.asks("akut", "crisis-card")
        await rosa.reacts(card, "tell-coordinator")
        await rosa.hears("crisis-coordinator-told")
        await karen.reacts(await karen.hears("alarm-crisis"), "write-to-them")
        opened = await karen.person.hears("contact-opened", 60)
        at_bot = AtBot(karen.person, karen.bot, opened.room)
        assert "a coordinator" in (await rosa.hears("contact-opened")).body
        await at_bot.says("I am with you")
        await rosa.reads("I am with you")
        await rosa.says("!slut")
        await rosa.hears("contact-ended")
        for one, other in ((rosa, noor), (rosa, karen), (rosa, at_bot), (noor, rosa)):
            everything_is_marked(one)
            nothing_of_the_other(one, other)
        no_shield(rosa)


async def _calls_herself_karen(noor: AtBot) -> None:
    assert isinstance(noor.person, NioPerson)
    named = await noor.person.client.set_displayname("karen")
    assert isinstance(named, nio.ProfileSetDisplayNameResponse), named


async def _a_stranger_cannot(rosa: AtBot) -> None:
    for order in ("queue", "suspend Mia", "!announce we are closed", "audit"):
        await rosa.asks(order, "not-allowed")
    said = await rosa.says("thank you")
    await rosa.hears("you-are-welcome")
    await rosa.person.edit(rosa.room, said, "talk")
    await rosa.hears("edit-is-no-command")


async def _karen_takes_it_herself(night: Night, rosa: AtBot) -> None:
    karen = night.karen
    code = await wishes(rosa)
    await karen.says(f"take {code}")
    opened = await karen.person.hears("contact-opened", 60)
    await rosa.hears("contact-opened")
    at_bot = AtBot(karen.person, karen.bot, opened.room)
    await at_bot.says("Karen here, though you cannot see that")
    await rosa.reads("though you cannot see that")
    await rosa.says("Thank you")
    await at_bot.reads("Thank you")
    await rosa.says("!block")
    await rosa.hears("block-done")
    await at_bot.hears("contact-ended")
    nothing_of_the_other(rosa, at_bot)


async def _rosa_reports(night: Night, rosa: AtBot, mia: AtBot) -> None:
    await goes_on_duty(mia)
    await wishes(rosa)
    await mia.reacts(await mia.hears("offer"), "accept")
    await rosa.hears("contact-opened")
    await mia.says("Tell me your name")
    await rosa.reads("Tell me your name")
    await rosa.says("!report")
    await rosa.hears("report-thanks")
    await mia.hears("contact-ended")
    await night.karen.hears("alarm-report")
    await mia.reacts(await mia.hears("debrief-ask"), "okay")
    await mia.hears("debrief-okay")


async def wishes(person: AtBot) -> str:
    """The short way to a request; its code."""
    await person.asks("talk", "talk-topics-ask")
    await person.asks("skip", "talk-note-ask")
    looking = await person.asks("skip", "talk-looking")
    assert looking.about
    return looking.about
