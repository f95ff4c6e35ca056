"""kill -9 of the bot, again and again, while two people talk: nothing is lost and nothing doubled.

Counted where it matters, at the clients. The moments follow from a seed, which a failure names.
`PEERBOT_KILLS` sets how many there are (60), `PEERBOT_SEED` the seed.
"""

import asyncio
import os
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.acceptance.at_bot import AtBot
from tests.acceptance.cast import Night, a_night, comes_in, goes_on_duty
from tests.acceptance.promised import no_shield, nothing_of_the_other
from tests.acceptance.reaper import Reaper
from tests.parts.seen import Seen
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

KILLS = int(os.environ.get("PEERBOT_KILLS", "60"))
SEED = int(os.environ.get("PEERBOT_SEED", "20261122"))
LONG = 90.0  # seconds something may take: several kills may come in between
LINES = max(6, KILLS // 10)  # each of the two says in one contact
AT_MOST = 12  # contacts a volunteer may have in a day, in this programme


@dataclass(slots=True)
class Talk:
    """Contact after contact between Rosa and Mia, and what each should have heard by now."""

    rosa: AtBot
    mia: AtBot
    reaper: Reaper
    contacts: int = 0
    rosa_wrote: list[str] = field(default_factory=list)
    mia_wrote: list[str] = field(default_factory=list)
    hearts: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    async def whole_contact(self) -> None:
        """From the wish to the debrief."""
        rosa, mia = self.rosa, self.mia
        await self._says(rosa, "talk")
        await rosa.hears("talk-topics-ask", LONG)
        await self._says(rosa, "skip")
        note = await rosa.hears("talk-note-ask", LONG)
        await rosa.reacts(note, "skip")
        self.reaper.somebody_sent()
        await rosa.hears("talk-looking", LONG)
        offer = await mia.hears("offer", LONG)
        await mia.reacts(offer, "accept")
        self.reaper.somebody_sent()
        await rosa.hears("contact-opened", LONG)
        await mia.hears("contact-opened", LONG)
        self.contacts += 1
        await asyncio.gather(
            self._writes(rosa, mia, self.rosa_wrote, "Rosa"),
            self._writes(mia, rosa, self.mia_wrote, "Mia"),
        )
        await self._says(rosa, "!end")
        await rosa.hears("contact-ended", LONG)
        await mia.hears("contact-ended", LONG)
        debrief = await mia.hears("debrief-ask", LONG)
        await mia.reacts(debrief, "light")
        self.reaper.somebody_sent()
        thanks = await mia.hears("debrief-light", LONG)
        await mia.reacts(thanks, "no-thanks")
        self.reaper.somebody_sent()
        await mia.hears("debrief-thanks", LONG)

    async def _says(self, who: AtBot, text: str) -> str:
        sent = await who.says(text)
        self.reaper.somebody_sent()
        return sent

    async def _writes(self, one: AtBot, other: AtBot, wrote: list[str], name: str) -> None:
        """Lines one after another; every third is waited for, changed and given a heart."""
        # However quick the machine, all the kills come before the contacts of one day are used up.
        share = self.contacts / (AT_MOST - 3)
        begun = len(wrote)
        while len(wrote) < begun + LINES or self.reaper.is_behind(share):
            line = f"{name} says line {len(wrote) + 1}."
            wrote.append(line)
            sent = await self._says(one, line)
            await asyncio.sleep(self.reaper.chance.uniform(0.0, 0.3))
            if len(wrote) % 3:
                continue
            shown = await other.reads(line, LONG)
            await one.person.edit(one.room, sent, f"{line} (better said)")
            self.reaper.somebody_sent()
            await other.reads(f"{line} (better said)", LONG)
            await other.person.react(other.room, shown.id, "❤️")
            self.reaper.somebody_sent()
            await one.person.sees_reaction(sent, "❤️", LONG)
            self.hearts.append((one.person.user_id, sent))
        last = wrote[-1]
        await other.person.sights.wait_for(
            lambda seen: seen.room == other.room and last in seen.body, LONG, what=last
        )


@pytest.mark.timeout(900 + 10 * KILLS)
async def test_killed_at_any_moment_it_loses_nothing_and_says_nothing_twice(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, more='languages = ["en"]') as night:
        talk, took = await _a_night_of_killing(night)
        reaper = talk.reaper
        print(
            f"\n{reaper.kills} kills in {took:.0f} s, seed {SEED}: {dict(reaper.moments)}; "
            f"{talk.contacts} contacts, {len(talk.rosa_wrote) + len(talk.mia_wrote)} lines relayed; "
            f"from kill to listening {reaper.downtime / reaper.kills:.2f} s on average"
        )
        assert reaper.kills >= KILLS
        _each_line_once_and_in_order(talk.mia, talk.rosa_wrote)
        _each_line_once_and_in_order(talk.rosa, talk.mia_wrote)
        _each_change_once(talk)
        _each_text_once(talk)
        nothing_of_the_other(talk.rosa, talk.mia)
        nothing_of_the_other(talk.mia, talk.rosa)
        no_shield(talk.rosa)


async def _a_night_of_killing(night: Night) -> tuple[Talk, float]:
    chance = random.Random(SEED)
    rosa = await night.with_js("rosa")
    mia, _ = await night.volunteer("mia")

    def shown() -> list[int]:
        return [len(one.person.sights) for one in (rosa, mia)]

    reaper = Reaper(night.bot, chance, shown, KILLS)
    talk = Talk(rosa, mia, reaper)
    began = time.monotonic()
    reaping = asyncio.create_task(reaper.reap())
    try:
        await comes_in(rosa)
        await goes_on_duty(mia)
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
    await mia.asks("status", "status-on-duty", LONG)
    await rosa.asks("status", "status-nothing", LONG)
    return talk, time.monotonic() - began


def _each_line_once_and_in_order(reader: AtBot, wrote: list[str]) -> None:
    came = [seen.body.partition(": ")[2] for seen in reader.heard("relay")]
    lost = [line for line in wrote if line not in came]
    doubled = {line: n for line, n in Counter(came).items() if n > 1}
    assert (lost, doubled) == ([], {}), f"seed {SEED}"
    assert came == wrote


def _each_change_once(talk: Talk) -> None:
    for reader, wrote in ((talk.mia, talk.rosa_wrote), (talk.rosa, talk.mia_wrote)):
        edits = Counter(
            seen.body.partition(": ")[2]
            for seen in reader.person.sights
            if seen.replaces and seen.sender == reader.bot and seen.text_id == "relay"
        )
        assert edits == {f"{line} (better said)": 1 for line in wrote[2::3]}, f"seed {SEED}"
    for user, sent in talk.hearts:
        writer = next(p for p in (talk.rosa, talk.mia) if p.person.user_id == user)
        given = [seen for seen in writer.person.sights if seen.reacts_to == (sent, "❤️")]
        assert len(given) == 1, f"seed {SEED}"


def _each_text_once(talk: Talk) -> None:
    n = talk.contacts
    rosa = {
        "welcome": 1, "adult-ask": 1, "consent-ask": 1, "consent-thanks": 1,
        "talk-topics-ask": n, "talk-note-ask": n, "talk-looking": n,
        "contact-opened": n, "contact-ended": n, "status-nothing": 1,
    }  # fmt: skip
    mia = {
        "welcome": 1, "volunteer-applied": 1, "volunteer-approved": 1, "duty-check": 1,
        "duty-on": 1, "offer": n, "contact-opened": n, "contact-ended": n,
        "debrief-ask": n, "debrief-light": n, "debrief-thanks": n,
    }  # fmt: skip
    for person, expected in ((talk.rosa, rosa), (talk.mia, mia)):
        heard = Counter(_text(seen) for seen in person.heard(*expected))
        assert heard == expected, f"seed {SEED}"


def _text(seen: Seen) -> str:
    return str(seen.text_id)
