"""The homeserver is killed in the middle of a talk: nobody's words are lost, none come twice."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.acceptance.at_bot import AtBot
from tests.acceptance.cast import a_night, comes_in, goes_on_duty
from tests.parts.nio_client import Refused
from tests.parts.synapse import Synapse

pytestmark = pytest.mark.slow

KILLS = 3
LINES = 8  # between two kills, by each of the two
LONG = 90.0


@pytest.mark.timeout(400)
async def test_what_two_people_write_survives_that_their_server_is_killed(
    own_synapse: Synapse, tmp_path: Path
):
    async with a_night(own_synapse, tmp_path, more='languages = ["en"]') as night:
        # Both with nio, which goes on by itself when its server comes back.
        rosa, (mia, _) = await night.with_nio("rosa"), await night.volunteer("mia")
        await comes_in(rosa)
        await goes_on_duty(mia)
        await rosa.asks("talk", "talk-topics-ask")
        await rosa.asks("skip", "talk-note-ask")
        await rosa.asks("skip", "talk-looking")
        await mia.reacts(await mia.hears("offer"), "accept")
        await rosa.hears("contact-opened")

        chance = random.Random(2)
        by_rosa: list[str] = []
        by_mia: list[str] = []
        for _ in range(KILLS):
            writing = asyncio.gather(
                _writes(rosa, by_rosa, "Rosa"), _writes(mia, by_mia, "Mia"), return_exceptions=True
            )
            await asyncio.sleep(chance.uniform(0.05, 0.8))  # the moment of the kill
            await asyncio.to_thread(own_synapse.restart, kill=True)
            await writing
        await rosa.says("That was all.")
        await mia.says("That was all.")
        by_rosa.append("That was all.")
        by_mia.append("That was all.")
        await mia.reads("That was all.", LONG)
        await rosa.reads("That was all.", LONG)
        for reader, wrote in ((mia, by_rosa), (rosa, by_mia)):
            came = [seen.body.partition(": ")[2] for seen in reader.heard("relay")]
            # What the dying server took but could not confirm came through, too, but only once.
            assert [line for line in came if line in wrote] == wrote
            assert max(Counter(came).values()) == 1
        assert len(by_rosa) > KILLS and len(by_mia) > KILLS


async def _writes(who: AtBot, wrote: list[str], name: str) -> None:
    """Line after line; those that the server has confirmed are in `wrote`."""
    for number in range(LINES):
        line = f"{name} says {number} of {len(wrote)}."
        try:
            await asyncio.wait_for(who.says(line), 5)
        except (TimeoutError, OSError, Refused):
            return  # never confirmed: whether it was said, the server alone knew
        wrote.append(line)
