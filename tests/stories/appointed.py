"""What happens in many stories of appointments before the story itself."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from storage.database import Transaction

ASKED = frozenset(
    f"book-{step}-ask" for step in ("length", "form", "whom", "topics", "language", "note")
)


async def books(receiver: Townsperson, when: str = "tomorrow at 19:00", form: str = "chat") -> None:
    """`book`, a time, and every other question answered in the shortest way; not yet confirmed."""
    await receiver.says("book")
    await receiver.says(when)
    while receiver.last().letter.mark.text_id in ASKED:
        choices = [choice.id for choice in receiver.last().letter.choices]
        wanted = next(c for c in ("three-quarters", form, "any-volunteer", "skip") if c in choices)
        await receiver.presses(wanted, receiver.last())


async def settled(
    town: Town,
    receiver: str = "rosa",
    volunteer: str = "mia",
    when: str = "tomorrow at 19:00",
    form: str = "chat",
) -> tuple[Townsperson, Townsperson]:
    """A receiver and a volunteer with an appointment, who have seen that it is settled."""
    giver = town.people.get(volunteer) or await town.volunteer(volunteer, on_duty=False)
    asker = town.people.get(receiver) or await town.receiver(receiver)
    await books(asker, when, form)
    await asker.presses("confirm-yes")
    await giver.presses("accept")
    asked = {"voice": ["way-ask"], "in-person": ["place-ask"]}.get(form, [])
    for person in (asker, giver):
        assert person.heard()[-1 - len(asked) :] == ["appointment-confirmed", *asked]
    return asker, giver


async def asks_to_move(person: Townsperson, when: str) -> None:
    """They ask the other one for another time, and have heard that it is asked."""
    await person.says("appointments")
    await person.presses("move-appointment")
    await person.says(when)
    if person.last().letter.mark.text_id == "move-whom-ask":
        await person.presses("same-volunteer")
    await person.presses("confirm-yes")
    assert person.heard()[-1] == "move-asked"


async def heard_at_last(town: Town, person: Townsperson, text: str, hours: int = 72) -> None:
    """Time passes until they hear it."""
    end = town.now + timedelta(hours=hours)
    while town.now < end:
        if text in person.heard():
            return
        await town.later(minutes=5)
    raise AssertionError(f"{person.name} never heard {text}")


async def begins_at(town: Town) -> datetime:
    """When the one appointment there is begins."""

    def look(db: Transaction) -> datetime:
        row = db.one(sa.select(tables.appointments.c.begins_at))
        assert row is not None
        begins: datetime = row["begins_at"]
        return begins

    return await town.database.read(look)
