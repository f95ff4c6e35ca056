"""Many volunteers say yes at once: one of them gets the contact, the others are thanked."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.config import Config
from bot.messages import Pressed
from bot.programmes.loading import load_all
from bot.rehearsal.town import Town
from storage import tables
from storage.database import Database, Transaction
from tests.runtime.evening import KEY
from tests.runtime.straight import StraightDatabase

VOLUNTEERS = 50
ROUNDS = int(os.environ.get("PEERBOT_RACES", "200"))
WON, LOST = "offer-accepted", "offer-taken"


async def _asked(folder: Path, crowd: int) -> tuple[Town, bytes]:
    """Everybody is being asked about one request; and the file as it is then."""
    drop_in = load_all(("drop-in",))["drop-in"]
    wide = replace(drop_in, routing=replace(drop_in.routing, wave_size=crowd))
    town = await Town.begin(folder, programme=wide, key=KEY)
    for n in range(crowd):
        await town.volunteer(f"volunteer{n}")
    rosa = await town.receiver("rosa")
    await rosa.says("talk")
    for _ in range(4):
        await rosa.says("skip")
    await town.database.checkpoint()
    return town, (folder / "town.db").read_bytes()


def _presses(town: Town) -> list[Pressed]:
    return [
        Pressed(
            id=f"{me.name} says yes", at=town.now, sender=me.address, place=me.place,
            question=me.last_question().letter.question, choice="accept",
        )
        for me in town.people.values() if me.name != "rosa"
    ]  # fmt: skip


def _outcome(db: Transaction) -> tuple[list[str], list[str], int]:
    count = sa.func.count
    offers = tables.offers
    said = db.all(sa.select(offers.c.volunteer).where(offers.c.status == "accepted"))
    contacts = db.all(sa.select(tables.contacts.c.volunteer))
    taken = db.count(sa.select(count()).where(offers.c.status == "superseded"))
    return [r["volunteer"] for r in said], [r["volunteer"] for r in contacts], taken


async def test_of_fifty_who_say_yes_at_once_one_wins_and_the_others_are_thanked(tmp_path: Path):
    town, _ = await _asked(tmp_path, VOLUNTEERS)

    await asyncio.gather(*(town.engine.handle(press) for press in _presses(town)))
    await town.settle()

    accepted, in_contact, taken = await town.database.read(_outcome)
    assert len(accepted) == 1 and accepted == in_contact and taken == VOLUNTEERS - 1
    heard: list[str] = []
    for me in town.people.values():
        if me.name == "rosa":
            continue
        asked = me.last_question() if me.last_question().letter.choices else None
        assert asked is not None
        opened = [s.letter.mark.text_id for s in me.seen()].count("contact-opened")
        offer = next(s for s in me.seen() if s.letter.mark.text_id == "offer")
        assert (offer.amended, opened) in ((WON, 1), (LOST, 0)), me.name
        heard.append(offer.amended)
    assert heard.count(WON) == 1 and heard.count(LOST) == VOLUNTEERS - 1
    opened_for = [
        s for s in town.people["rosa"].seen() if s.letter.mark.text_id == "contact-opened"
    ]
    assert len(opened_for) == 1
    await town.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("crowd", "rounds"), [(VOLUNTEERS, ROUNDS)])
async def test_it_is_so_every_time(fast_folder: Path, crowd: int, rounds: int):
    first, file = await _asked(fast_folder, crowd)
    presses = _presses(first)
    catalogue, programmes = first.desk.catalogue, dict(first.desk.programmes)
    await first.close()
    for number in range(rounds):
        folder = fast_folder / str(number)
        folder.mkdir()
        (folder / "town.db").write_bytes(file)
        # One in twenty with the threads of the real thing; the rest without them, to have many.
        opens = Database if number % 20 == 0 else StraightDatabase
        town = Town(folder, config=Config(), programmes=programmes, key=KEY,
                    opens=opens, catalogue=catalogue)  # fmt: skip
        start = number % crowd
        rivals = [*presses[start:], *presses[:start]]
        await asyncio.gather(*(town.engine.handle(press) for press in rivals))
        accepted, in_contact, taken = await town.database.read(_outcome)
        assert len(accepted) == 1 and accepted == in_contact and taken == crowd - 1, number
        await town.close()
