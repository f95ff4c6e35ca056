"""A person is forgotten: nothing of theirs is left in any row or file; what is nobody's stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest_asyncio
import sqlalchemy as sa

from bot.domain.contact import Contact
from bot.domain.ids import ContactId, OfferId, PersonId, RequestId
from bot.domain.lifecycle import ContactStatus, OfferStatus, RequestStatus
from bot.domain.people import Volunteer
from bot.domain.request import Offer, Request
from bot.messages import Address, Place
from storage import (
    candidates,
    contacts,
    dialogues,
    erasing,
    journal,
    kept_about,
    outbox,
    people,
    questions,
    relayed,
    requests,
    saving,
    set_aside,
    timers,
    volunteers,
)
from storage.database import Database, Transaction
from storage.tables import SEALED, metadata

ROSA, MIA = Address("matrix", "@rosa:example.org"), Address("matrix", "@mia:example.org")
HOME, THERE = Place("matrix", "!home:example.org"), Place("matrix", "!there:example.org")
HOUR = timedelta(hours=1)


@dataclass
class Met:
    rosa: PersonId
    mia: PersonId
    request: Request
    contact: Contact


@pytest_asyncio.fixture
async def met(database: Database, now: datetime) -> Met:
    """Rosa and Mia have been in touch, and everything there can be is kept about them."""
    return await database.run(_meet, now)


def _meet(db: Transaction, now: datetime) -> Met:
    rosa = people.meet(db, ROSA, "da", True, "Europe/Copenhagen", now).id
    mia = people.meet(db, MIA, "da", True, "Europe/Copenhagen", now).id
    request = Request(
        id=RequestId(db.new_id()), receiver=rosa, programme="drop-in", opened_at=now,
        waiting_since=now, language="da", topics=frozenset({"grief"}), note="my cat",
        status=RequestStatus.MATCHED, wished_for=mia, outcome="contact",
    )  # fmt: skip
    contact = Contact(
        id=ContactId(db.new_id()), request=request.id, programme="drop-in", receiver=rosa,
        volunteer=mia, receiver_name="Fox", volunteer_name="Owl", began_at=now,
        ends_at=now + HOUR, status=ContactStatus.ENDED, ended_at=now + HOUR,
    )  # fmt: skip
    offer = Offer(
        id=OfferId(db.new_id()), request=request.id, volunteer=mia, put_at=now,
        lapses_at=now + HOUR, status=OfferStatus.ACCEPTED,
    )  # fmt: skip
    giver = Volunteer(person=mia, programme="drop-in", name="Mia", on_duty_since=now,
                      on_duty_until=now + HOUR, last_contact_at=now)  # fmt: skip
    saving.save(db, (request, contact, offer, giver))
    for person, place in ((rosa, HOME), (mia, THERE)):
        people.heard_at(db, person, place, now)
        dialogues.keep(db, person, dialogues.Kept("talk", 1, "note", {"note": "hi"}), now)
        timers.start(db, "forget-unconsented", person, now)
        question = questions.Question(
            id=db.new_id(), person=person, programme=None, text="offer", about=offer.id,
            code="ABC234", choices=("accept",),
        )  # fmt: skip
        questions.ask(db, question, now)
        questions.placed(db, question.id, place, "$q")
        outbox.put(db, id=db.new_id(), lane=person, kind="tell", payload={}, person=person, now=now)
        sender = mia if person == rosa else rosa
        origin = relayed.came(db, contact.id, sender, place, "$1", now)
        relayed.copied(db, origin, THERE if place == HOME else HOME, "$2")
    timers.start(db, "give-up", request.id, now)
    set_aside.keep(
        db, "$e1", "Said", "KeyError", '{"sender": {"user": "@rosa:example.org"}}', 1, now
    )
    set_aside.keep(
        db, "$e2", "Said", "KeyError", '{"sender": {"user": "@mia:example.org"}}', 1, now
    )
    journal.note(db, "contact-ended", contact.id, "drop-in", {"minutes": 60}, now)
    return Met(rosa, mia, request, contact)


def _everything(db: Transaction) -> Iterator[str]:
    """Every value in every row; what is sealed, opened."""
    sealed = {(table.name, column.name): row.name for table, row, column in SEALED}
    for table in metadata.sorted_tables:
        for row in db.all(sa.select(table)):
            for name, value in row.items():
                names_row = sealed.get((table.name, name))
                if names_row and value is not None:
                    yield db.unseal(table.c[name], row[names_row], value)
                else:
                    yield str(value)


def _all_text(db: Transaction) -> str:
    return "\n".join(_everything(db))


async def test_nothing_of_a_receiver_is_left_anywhere(database: Database, met: Met):
    before = await database.read(_all_text)
    index = await database.read(people.address_index, ROSA)
    theirs = (met.rosa, ROSA.user, HOME.room, "my cat", "grief", index)
    assert all(word in before for word in theirs)

    await database.run(erasing.forget, met.rosa)

    after = await database.read(_all_text)
    assert [word for word in theirs if word in after] == []
    assert MIA.user in after and THERE.room in after


async def test_nothing_of_a_volunteer_is_left_anywhere(database: Database, met: Met):
    theirs = (met.mia, MIA.user, THERE.room, "Mia")

    await database.run(erasing.forget, met.mia)

    after = await database.read(_all_text)
    assert [word for word in theirs if word in after] == []
    assert ROSA.user in after and "my cat" in after


async def test_the_others_numbers_stay_true(database: Database, met: Met, now: datetime):
    await database.run(erasing.forget, met.rosa)

    kept = await database.read(contacts.get, met.contact.id)
    assert kept is not None
    assert (kept.receiver, kept.volunteer, kept.ended_at) == (
        erasing.NOBODY, met.mia, now + HOUR
    )  # fmt: skip
    giver = await database.read(volunteers.get, met.mia)
    assert giver is not None
    loads = await database.read(candidates.loads_of, [giver], now + 2 * HOUR)
    assert loads[met.mia].contacts_today == 1
    assert loads[met.mia].contact_minutes_this_week == 60
    request = await database.read(requests.get, met.request.id)
    assert request is not None and request.note is None and request.topics == frozenset()


async def test_after_folding_no_file_has_the_address_or_its_index(
    database: Database, met: Met, tmp_path: Path
):
    index = await database.read(people.address_index, ROSA)

    await database.run(erasing.forget, met.rosa)
    assert await database.checkpoint()

    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        for needle in (ROSA.user, index, met.rosa):
            assert needle.encode() not in raw, (file.name, needle)


async def test_somebody_may_read_what_is_kept_about_them_and_nothing_of_the_other(
    database: Database, met: Met
):
    for person, address, other, theirs in (
        (met.rosa, ROSA, MIA, met.mia),
        (met.mia, MIA, ROSA, met.rosa),
    ):
        told = str(await database.read(kept_about.person, person))
        assert str(address) in told
        assert str(other) not in told and theirs not in told

    await database.run(erasing.forget, met.rosa)
    assert await database.read(kept_about.person, met.rosa) == {}


async def test_a_person_can_be_forgotten_twice(database: Database, met: Met):
    await database.run(erasing.forget, met.rosa)
    await database.run(erasing.forget, met.rosa)
