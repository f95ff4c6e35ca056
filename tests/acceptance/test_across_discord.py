"""Pairs with one on Discord: at a real homeserver, on the real page, and Discord by its wire.

Relay off, as it comes: whoever writes from Discord is led to the page, and no word of the
conversation is ever sent to Discord. Relay on: a pair like any other.
"""

import json
from pathlib import Path

import pytest

from tests.acceptance.at_discord import AtDiscord, at_discord
from tests.acceptance.cast import a_night
from tests.acceptance.company import (
    asks,
    becomes_a_volunteer,
    by_the_link,
    comes_in,
    get_in_touch,
    gets_an_offer,
    goes_on_duty,
    has_parted,
    part,
    takes_a_seat,
    wishes,
)
from tests.acceptance.discord_seat import DiscordSeat
from tests.acceptance.seats import Seat, everything_is_marked, nothing_of_the_other
from tests.acceptance.writing import (
    no_room_where_the_two_cannot_meet,
    pictures_pass_without_what_they_hide,
    they_write,
    ways_to_find_each_other_are_held_back,
    what_is_changed_changes,
)
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

ENGLISH = 'languages = ["en"]'
LINES = 12


@pytest.mark.parametrize(
    ("receiver", "volunteer"), [("discord", "js"), ("nio", "discord"), ("discord", "discord")]
)
@pytest.mark.timeout(240)
async def test_they_meet_at_the_page_and_discord_is_sent_no_word_of_it(
    synapse: Synapse, tmp_path: Path, receiver: str, volunteer: str
):
    async with (
        at_discord(relay=False) as discord,
        a_night(synapse, tmp_path, more=ENGLISH, page=True, discord=discord) as night,
    ):
        mia = await takes_a_seat(night, volunteer, "mia")
        await becomes_a_volunteer(mia, night)
        await goes_on_duty(mia)
        rosa = await takes_a_seat(night, receiver, "rosa")
        await comes_in(rosa)

        await mia.answers(await gets_an_offer(rosa, mia), "accept")
        talks_rosa, talks_mia = rosa, mia
        if isinstance(mia, DiscordSeat):
            talks_mia = await by_the_link(night, mia)
        if isinstance(rosa, DiscordSeat):
            talks_rosa = await by_the_link(night, rosa)
        await talks_rosa.hears_next("contact-opened")
        await talks_mia.hears_next("contact-opened")

        wrote = await _they_talk(talks_rosa, talks_mia)
        for seat in (rosa, mia):
            if isinstance(seat, DiscordSeat):
                wrote.append("nobody is to read this at Discord's")
                await seat.says(wrote[-1])
                await seat.hears_next("contact-across-here")

        at_talk = ((talks_rosa, talks_mia), (rosa, talks_mia), (talks_rosa, mia), (rosa, mia))
        for one, other in (*at_talk, *((other, one) for one, other in at_talk)):
            await nothing_of_the_other(one, other, least=6)
        await talks_rosa.says("!end")
        await rosa.hears_next("contact-ended")
        await has_parted(mia)
        _discord_was_sent_none_of(discord, wrote)
        for one, other in ((rosa, mia), (mia, rosa)):
            everything_is_marked(one)
            await nothing_of_the_other(one, other, least=8)


@pytest.mark.parametrize(("receiver", "volunteer"), [("discord", "nio"), ("page", "discord")])
@pytest.mark.timeout(240)
async def test_with_relay_they_talk_as_any_two_do(
    synapse: Synapse, tmp_path: Path, receiver: str, volunteer: str
):
    async with (
        at_discord(relay=True) as discord,
        a_night(synapse, tmp_path, more=ENGLISH, page=True, discord=discord) as night,
    ):
        mia = await takes_a_seat(night, volunteer, "mia")
        await becomes_a_volunteer(mia, night)
        await goes_on_duty(mia)
        rosa = await takes_a_seat(night, receiver, "rosa")
        await comes_in(rosa)

        await get_in_touch(rosa, mia)
        await they_write(rosa, mia)
        await what_is_changed_changes(rosa, mia)
        await what_is_changed_changes(mia, rosa)
        await pictures_pass_without_what_they_hide(rosa, mia)
        await ways_to_find_each_other_are_held_back(rosa, mia)
        await no_room_where_the_two_cannot_meet(rosa, mia)
        await part(rosa, mia)

        await get_in_touch(rosa, mia)
        await rosa.says("!report")
        await rosa.hears_next("report-thanks")
        await night.karen.hears("alarm-report")
        await has_parted(mia)
        asked = {offer.id for offer in mia.lines("offer")}
        await wishes(rosa)
        await asks(rosa, "status", "status-waiting")
        assert {offer.id for offer in mia.lines("offer")} <= asked, "after a report, never again"
        for one, other in ((rosa, mia), (mia, rosa)):
            everything_is_marked(one)
            await nothing_of_the_other(one, other)


async def _they_talk(rosa: Seat, mia: Seat) -> list[str]:
    """Line after line, both at once; all of it comes, once, and in order."""
    by_rosa = [f"Rosa's stone {n} is heavy" for n in range(LINES)]
    by_mia = [f"Mia's river {n} is deep" for n in range(LINES)]
    for hers, his in zip(by_rosa, by_mia, strict=True):
        await rosa.says(hers)
        await mia.says(his)
    for reader, wrote in ((rosa, by_mia), (mia, by_rosa)):
        await reader.reads_next(wrote[-1])
        came = [heard.body.partition(": ")[2] for heard in reader.lines("relay")]
        assert came == wrote
    return [*by_rosa, *by_mia]


def _discord_was_sent_none_of(discord: AtDiscord, wrote: list[str]) -> None:
    asked = json.dumps(discord.server.asked, ensure_ascii=False)
    assert "contact" in asked or "page of mine" in asked
    found = [line for line in wrote if line in asked]
    assert not found
    sent = b"".join(discord.server.world.files.values())
    assert not [line for line in wrote if line.encode() in sent]
