"""Whatever dies, fails or comes twice: nothing is lost, nothing is said twice, nobody is forgotten.

`PEERBOT_SEEDS=5000` plays more evenings, `PEERBOT_SEED=17` one alone.
"""

import os
from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import set_aside, tables
from storage.database import Transaction
from tests.runtime.evening import NAMES, Evening, make_template, played_in

SEEDS = int(os.environ.get("PEERBOT_SEEDS", "200"))
ONE = os.environ.get("PEERBOT_SEED")
ACTS = 6  # and again so many; more make longer evenings, not other ones
BATCHES = 8  # so that a failure is seen early, and names its seed


@pytest.mark.timeout(60 + SEEDS)
@pytest.mark.parametrize("batch", range(BATCHES))
async def test_whatever_dies_or_fails_nothing_is_lost_and_nothing_said_twice(
    batch: int, fast_folder: Path
):
    template = fast_folder / "town.db"
    template.write_bytes(await _template(fast_folder))
    seeds = [int(ONE)] if ONE else range(batch, SEEDS, BATCHES)
    deaths = messages = 0
    for seed in seeds:
        folder = fast_folder / str(seed)
        folder.mkdir()
        evening = Evening(folder, seed)
        with played_in(evening):
            try:
                await _play(evening, template)
            except BaseException:
                print(f"PEERBOT_SEED={seed} plays this evening again")
                raise
            finally:
                await evening.town.close()
        deaths += evening.deaths
        messages += len(evening.relayed)
    assert len(seeds) < 9 or (deaths and messages > len(seeds))  # otherwise nothing was tried


_made: list[bytes] = []


async def _template(folder: Path) -> bytes:
    if not _made:
        _made.append((await make_template(folder)).read_bytes())
    return _made[0]


async def _play(evening: Evening, template: Path) -> None:
    await evening.begin(template)
    for _ in range(2):
        await evening.goes_on(ACTS)
        assert await evening.town.database.read(_unwatched) == []
    await evening.quiets_down()
    await _all_is_well(evening)
    before = await evening.town.database.read(_state), len(evening.wire.shown)
    for event in evening.events:
        await evening.town.engine.handle(event)
    await evening.town.settle()
    assert (await evening.town.database.read(_state), len(evening.wire.shown)) == before


async def _all_is_well(evening: Evening) -> None:
    read = evening.town.database.read
    assert await read(set_aside.count) == 0
    assert await read(_waiting_letters) == 0
    assert await read(_unwatched) == []
    assert await read(_in_two_places) == []
    _every_message_once_and_in_order(evening)


def _every_message_once_and_in_order(evening: Evening) -> None:
    for reader in set(NAMES.values()):
        seen = [
            shown.text.partition(": ")[2]
            for shown in evening.town.people[reader].seen()
            if shown.letter.mark.text_id == "relay"
        ]
        sent = [message.text for message in evening.relayed if message.reader == reader]
        assert [text for text in sent if text in set(seen)] == seen, reader
        missing = Counter(m.sender for m in evening.relayed if m.reader == reader)
        missing -= Counter(text.rpartition(" ")[2] for text in seen)
        for sender, count in missing.items():
            told = [shown.letter.mark.text_id for shown in evening.town.people[sender].seen()]
            assert told.count("relay-not-delivered") >= count, (sender, reader)


def _waiting_letters(db: Transaction) -> int:
    return db.count(sa.select(sa.func.count()).select_from(tables.outbox))


def _unwatched(db: Transaction) -> list[str]:
    """What waits or goes on without a timer that will end it."""
    missing = []
    for table, status, timer in (
        (tables.requests, ("open", "offered"), "give-up"),
        (tables.offers, ("pending",), "offer-lapses"),
        (tables.contacts, ("open",), "contact-time-is-up"),
    ):
        watched = sa.exists().where(
            tables.timers.c.about == table.c.id, tables.timers.c.kind == timer
        )
        rows = db.all(sa.select(table.c.id).where(table.c.status.in_(status), ~watched))
        missing += [f"{table}:{row['id']}" for row in rows]
    return missing


def _in_two_places(db: Transaction) -> list[str]:
    rows = db.all(
        sa.select(tables.contacts.c.receiver, tables.contacts.c.volunteer).where(
            tables.contacts.c.status == "open"
        )
    )
    people = Counter(person for row in rows for person in row.values())
    return [person for person, count in people.items() if count > 1]


def _state(db: Transaction) -> list[object]:
    """Everything, but what is only about the moment."""
    kept = [t for t in tables.metadata.sorted_tables if t.name not in ("memory",)]
    return [tuple(row.items()) for table in kept for row in db.all(sa.select(table))]
