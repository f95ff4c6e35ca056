"""What happens in many stories before the story itself."""

from bot.domain.people import Volunteer
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import people, volunteers
from storage.database import Transaction


async def asks_to_talk(receiver: Townsperson, topics: str = "") -> None:
    """`talk`, and every question skipped but perhaps the topics."""
    await receiver.says("talk")
    if topics:
        await receiver.says(topics)
    while receiver.last().letter.mark.text_id.startswith("talk-") and _is_asked(receiver):
        await receiver.presses("skip", receiver.last())


async def in_touch(
    town: Town, receiver: str = "rosa", volunteer: str = "mia"
) -> tuple[Townsperson, Townsperson]:
    """A receiver and a volunteer who have just been brought together, and have seen it."""
    giver = town.people.get(volunteer) or await town.volunteer(volunteer)
    asker = town.people.get(receiver) or await town.receiver(receiver)
    await asks_to_talk(asker)
    await giver.presses("accept")
    assert asker.heard()[-1] == "contact-opened"
    assert giver.heard()[-1] == "contact-opened"
    return asker, giver


async def as_volunteer(town: Town, person: Townsperson) -> Volunteer:
    """What is kept about a volunteer."""

    def look(db: Transaction) -> Volunteer | None:
        met = people.recognise(db, person.address)
        return volunteers.get(db, met.id) if met else None

    found = await town.database.read(look)
    assert found is not None
    return found


def _is_asked(receiver: Townsperson) -> bool:
    return receiver.last().letter.mark.text_id.endswith("-ask")
