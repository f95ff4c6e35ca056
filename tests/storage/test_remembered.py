"""Small things that are remembered: events seen, pairs, questions, memories, pairs never again."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.messages import Address, Place
from storage import (
    erasing,
    inbox,
    memory,
    never_again,
    people,
    programme_states,
    questions,
    relayed,
)
from storage.database import Database
from storage.programme_states import ProgrammeState
from storage.questions import Question
from storage.tables import memory as memories

HOUR = timedelta(hours=1)
HOME = Place("matrix", "!rosa:example.org")
THERE = Place("matrix", "!mia:example.org")


async def _meet(database: Database, name: str, now: datetime) -> PersonId:
    address = Address("matrix", f"@{name}:example.org")
    met = await database.run(people.meet, address, "da", True, "Europe/Copenhagen", now)
    return met.id


async def test_an_event_is_new_once_until_it_is_forgotten(database: Database, now: datetime):
    assert await database.run(inbox.first_time, "$event", now)
    assert not await database.run(inbox.first_time, "$event", now + HOUR)

    assert await database.run(inbox.prune, now + HOUR) == 1
    assert await database.run(inbox.first_time, "$event", now + HOUR)


async def test_two_who_part_for_good_are_kept_apart_also_when_one_comes_back(
    database: Database, now: datetime
):
    rosa, mia, ole = [await _meet(database, name, now) for name in ("rosa", "mia", "ole")]
    await database.run(never_again.add, rosa, mia)

    assert await database.read(never_again.among, rosa, [mia, ole]) == {mia}
    assert await database.read(never_again.among, mia, [rosa, ole]) == {rosa}
    assert await database.read(never_again.among, ole, [rosa, mia]) == set()

    await database.run(erasing.forget, rosa)
    assert await database.read(never_again.among, mia, [rosa]) == set()
    back = await _meet(database, "rosa", now)
    assert back != rosa
    assert await database.read(never_again.among, back, [mia]) == {mia}


async def test_a_pair_is_found_from_both_sides_and_shown_to_each_its_own(
    database: Database, now: datetime
):
    rosa, mia = PersonId("rosa"), PersonId("mia")
    origin = await database.run(relayed.came, "contact", rosa, HOME, "$1", now)
    assert await database.read(relayed.seen_by, origin, mia) is None

    await database.run(relayed.copied, origin, THERE, "$2")

    for place, message in ((HOME, "$1"), (THERE, "$2")):
        pair = await database.read(relayed.touching, place, message)
        assert pair is not None and pair.sender == rosa
    assert await database.read(relayed.from_message, THERE, "$2") is None
    assert await database.read(relayed.seen_by, origin, rosa) == (HOME, "$1")
    assert await database.read(relayed.seen_by, origin, mia) == (THERE, "$2")
    assert await database.run(relayed.prune, now + HOUR) == 1


def _question(id: str, *, person: str | None = "rosa", text: str = "offer") -> Question:
    return Question(
        id=id, person=PersonId(person) if person else None, programme=None if person else "drop-in",
        text=text, about="wish", code="ABC234", choices=("accept", "decline"), kept="held",
    )  # fmt: skip


async def test_the_latest_open_question_comes_first(database: Database, now: datetime):
    for n in ("1", "2", "3"):
        await database.run(questions.ask, _question(n), now)
    await database.run(questions.ask, _question("4", person=None), now)
    await database.run(questions.close, id="2")

    rosas = await database.read(questions.open_for, PersonId("rosa"))
    rooms = await database.read(questions.open_for, None, "drop-in")

    assert [q.id for q in rosas] == ["3", "1"] and [q.id for q in rooms] == ["4"]
    assert rosas[0] == _question("3")


async def test_a_question_is_found_by_the_message_that_shows_it(database: Database, now: datetime):
    await database.run(questions.ask, _question("1"), now)
    assert await database.read(questions.where_shown, "1") is None

    await database.run(questions.placed, "1", HOME, "$1")

    shown = await database.read(questions.shown_by, HOME, "$1")
    assert shown is not None and shown.id == "1"
    assert await database.read(questions.shown_by, THERE, "$1") is None
    assert await database.read(questions.where_shown, "1") == (HOME, "$1")


async def test_closing_says_which(database: Database, now: datetime):
    await database.run(questions.ask, _question("1"), now)
    await database.run(questions.ask, _question("2", person="mia"), now)

    await database.run(questions.close, about="wish", person=PersonId("mia"))
    assert [q.id for q in await database.read(questions.open_for, PersonId("rosa"))] == ["1"]
    await database.run(questions.close, about="wish")
    assert await database.read(questions.open_for, PersonId("rosa")) == []
    with pytest.raises(ValueError, match="which questions"):
        await database.run(questions.close)


async def test_a_memory_is_kept_under_a_name_that_is_not_kept(database: Database):
    await database.run(memory.keep, "matrix:since", "s1")
    await database.run(memory.keep, "matrix:since", "s2")

    assert await database.read(memory.recall, "matrix:since") == "s2"
    assert await database.read(memory.recall, "matrix:device") is None
    (row,) = await database.read(lambda db: db.all(sa.select(memories)))
    assert "matrix" not in row["name"]


async def test_a_programme_is_open_until_it_is_paused(database: Database):
    assert await database.read(programme_states.get, "drop-in") == ProgrammeState(False, "")
    paused = ProgrammeState(True, "Vi holder jul")

    await database.run(programme_states.save, "drop-in", paused)

    assert await database.read(programme_states.get, "drop-in") == paused
