"""kill -9 of the bot while two from two platforms talk: 0 lost, 0 doubled, in order.

Somebody at our page with somebody at Matrix, and somebody on Discord (where words may pass) with
somebody at Matrix. Counted at the two clients. The moments follow from a seed, which a failure names.
`PEERBOT_KILLS_ACROSS` sets how many there are for each pair (24), `PEERBOT_SEED` the seed.
"""

import asyncio
import os
import random
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.acceptance.at_discord import at_discord
from tests.acceptance.cast import Night, a_night
from tests.acceptance.company import (
    asks,
    becomes_a_volunteer,
    comes_in,
    get_in_touch,
    goes_on_duty,
    takes_a_seat,
)
from tests.acceptance.discord_seat import DiscordSeat
from tests.acceptance.reaper import LONG, Reaper
from tests.acceptance.seats import Seat, nothing_of_the_other
from tests.parts.synapse import Synapse

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("PEERBOT_KILLS_ACROSS", "24"))
SEED = int(os.environ.get("PEERBOT_SEED", "20261125"))
LINES = 7  # each of the two says in one contact
AT_MOST = 12  # contacts a volunteer may have in a day, in this programme


@dataclass(slots=True)
class Talk:
    """Contact after contact between the two, and what each should have been shown by now."""

    rosa: Seat
    mia: Seat
    reaper: Reaper
    contacts: int = 0
    by_rosa: list[str] = field(default_factory=list)
    by_mia: list[str] = field(default_factory=list)
    hearts: list[tuple[Seat, str]] = field(default_factory=list)
    better: list[tuple[Seat, str]] = field(default_factory=list)

    async def whole_contact(self) -> None:
        """From the wish to the debrief."""
        rosa, mia = self.rosa, self.mia
        self.reaper.somebody_sent()
        await get_in_touch(rosa, mia, LONG)
        self.contacts += 1
        await asyncio.gather(
            self._writes(rosa, mia, self.by_rosa, "Rosa"),
            self._writes(mia, rosa, self.by_mia, "Mia"),
        )
        await rosa.says("!end")
        self.reaper.somebody_sent()
        await rosa.hears_next("contact-ended", LONG)
        await mia.hears_next("contact-ended", LONG)
        await mia.answers(await mia.hears_next("debrief-ask", LONG), "light")
        self.reaper.somebody_sent()
        await mia.answers(await mia.hears_next("debrief-light", LONG), "no-thanks")
        self.reaper.somebody_sent()
        await mia.hears_next("debrief-thanks", LONG)

    async def _writes(self, one: Seat, other: Seat, wrote: list[str], name: str) -> None:
        """Lines one after another; every third is waited for, changed and given a heart."""
        # However quick the machine, all the kills come before the contacts of one day are used up.
        share = self.contacts / (AT_MOST - 3)
        begun = len(wrote)
        read = ""
        while len(wrote) < begun + LINES or self.reaper.is_behind(share):
            line, sent = await self._says(one, wrote, name)
            if len(wrote) % 3:
                continue
            shown = await other.reads_next(line, LONG)
            read = line
            if _tells_later(one):
                await one.edits(sent, _better(line))
                self.reaper.somebody_sent()
                await other.reads_next(_better(line), LONG)
                self.better.append((other, _better(line)))
            else:
                # Once the next has come the bot has noted where this one is shown.
                read, _ = await self._says(one, wrote, name)
                await other.reads_next(read, LONG)
            if _tells_later(other):
                await other.hearts(shown.id)
                self.reaper.somebody_sent()
                await one.sees_heart(sent, LONG)
                self.hearts.append((one, sent))
        if wrote[-1] != read:
            await other.reads_next(wrote[-1], LONG)

    async def _says(self, one: Seat, wrote: list[str], name: str) -> tuple[str, str]:
        line = f"{name} says line {len(wrote) + 1}."
        wrote.append(line)
        sent = await one.says(line)
        self.reaper.somebody_sent()
        await asyncio.sleep(self.reaper.chance.uniform(0.0, 0.3))
        return line, sent


def _tells_later(seat: Seat) -> bool:
    """Discord tells a bot that was away what was written meanwhile, not what was changed or given."""
    return not isinstance(seat, DiscordSeat)


def _better(line: str) -> str:
    return f"{line.removesuffix('.')}, better said."


@pytest.mark.parametrize(
    ("receiver", "volunteer"), [("page", "nio"), ("nio", "page"), ("discord", "nio")]
)
@pytest.mark.timeout(600 + 10 * KILLS)
async def test_killed_at_any_moment_it_loses_nothing_between_two_platforms(
    synapse: Synapse, tmp_path: Path, receiver: str, volunteer: str
):
    async with AsyncExitStack() as stack:
        through = "discord" in (receiver, volunteer)
        discord = await stack.enter_async_context(at_discord(relay=True)) if through else None
        night = await stack.enter_async_context(
            a_night(synapse, tmp_path, more='languages = ["en"]', page=True, discord=discord)
        )
        talk, took = await _a_night_of_killing(night, receiver, volunteer)
        reaper = talk.reaper
        print(
            f"\n{reaper.kills} kills in {took:.0f} s, seed {SEED}: {dict(reaper.moments)}; "
            f"{talk.contacts} contacts, {len(talk.by_rosa) + len(talk.by_mia)} lines relayed, "
            f"{len(talk.hearts)} changed and given a heart; "
            f"from kill to listening {reaper.downtime / reaper.kills:.2f} s on average"
        )
        assert reaper.kills >= KILLS
        for reader, wrote in ((talk.mia, talk.by_rosa), (talk.rosa, talk.by_mia)):
            _each_line_once_and_in_order(reader, wrote)
            changes = Counter(text.partition(": ")[2] for text in reader.changes())
            better = Counter(line for told, line in talk.better if told is reader)
            assert changes == better, f"seed {SEED}"
        assert talk.better
        assert {seat.hearts_on(sent) for seat, sent in talk.hearts} == {1}, f"seed {SEED}"
        _each_text_once(talk)
        await nothing_of_the_other(talk.rosa, talk.mia)
        await nothing_of_the_other(talk.mia, talk.rosa)


async def _a_night_of_killing(night: Night, receiver: str, volunteer: str) -> tuple[Talk, float]:
    mia = await takes_a_seat(night, volunteer, "mia")
    await becomes_a_volunteer(mia, night)
    rosa = await takes_a_seat(night, receiver, "rosa")
    await comes_in(rosa)
    await goes_on_duty(mia)
    reaper = Reaper(night.bot, random.Random(SEED), lambda: [rosa.count(), mia.count()], KILLS)
    talk = Talk(rosa, mia, reaper)
    began = time.monotonic()
    reaping = asyncio.create_task(reaper.reap())
    try:
        while not reaping.done() or talk.contacts == 0:
            assert talk.contacts < AT_MOST, "the kills did not come"
            await talk.whole_contact()
        await reaping
    finally:
        reaping.cancel()
        await asyncio.gather(reaping, return_exceptions=True)
    if not night.bot.running:
        night.bot.launch()
    # One more answer each: what was still to be said before it has been said now.
    await asks(mia, "status", "status-on-duty", LONG)
    await asks(rosa, "status", "status-nothing", LONG)
    return talk, time.monotonic() - began


def _each_line_once_and_in_order(reader: Seat, wrote: list[str]) -> None:
    """Whether a client shows the first words of a changed line or the last is its own business."""
    came = [heard.body.partition(": ")[2] for heard in reader.lines("relay")]
    came = [line.replace(", better said", "") for line in came]
    lost = [line for line in wrote if line not in came]
    doubled = {line: n for line, n in Counter(came).items() if n > 1}
    assert (lost, doubled) == ([], {}), f"seed {SEED}"
    assert came == wrote


def _each_text_once(talk: Talk) -> None:
    n = talk.contacts
    rosa = dict.fromkeys(
        ("talk-topics-ask", "talk-note-ask", "talk-looking", "contact-opened", "contact-ended"), n
    ) | {"welcome": 1, "adult-ask": 1, "consent-ask": 1, "consent-thanks": 1, "status-nothing": 1}
    mia = dict.fromkeys(
        ("offer", "contact-opened", "contact-ended", "debrief-ask", "debrief-light",
         "debrief-thanks"), n,
    ) | {"welcome": 1, "volunteer-approved": 1, "duty-check": 1, "duty-on": 1}  # fmt: skip
    if isinstance(talk.rosa, DiscordSeat):
        del rosa["talk-topics-ask"]  # nobody is asked for topics there
    for seat, expected in ((talk.rosa, rosa), (talk.mia, mia)):
        heard = Counter(one.text_id for one in seat.lines(*expected))
        assert heard == expected, f"seed {SEED}"
