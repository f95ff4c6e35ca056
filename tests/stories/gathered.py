"""What happens in stories of gatherings before the story itself."""

from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from bot.config import Config
from bot.domain import group
from bot.domain.gathering import Gathering, Kind
from bot.domain.ids import GatheringId, PersonId
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.runtime.carrying_out import carry_out
from handlers.gathering.reminding import free
from storage import people, tables
from storage.database import Transaction
from tests.stories.several_platforms import PAGE, BroadTown
from tests.stories.steps import asks_to_talk

UNTIL_IT_BEGINS = timedelta(days=2, hours=23)  # from the evening on which stories begin


class Person(NamedTuple):
    """Somebody, and what coordinators know them by."""

    here: Townsperson
    code: str


SERVER = Config.model_validate(
    {"platforms": {"discord": {"server": "123456789012345678"}, "web": PAGE}}
)


WITH_ROOMS = Config.model_validate(
    {
        "platforms": {
            "discord": {
                "server": "123456789012345678",
                "rooms_channel": "123456789012345679",
            },
            "web": PAGE,
        }
    }
)


async def plans(
    karen: Townsperson,
    name: str = "Coffee on Thursday",
    when: str = "Thursday at 15, two hours",
    place: str = "Huset, Vestergade 1",
    how: str = "gathering-shown",
) -> str:
    """A coordinator plans an open gathering; its code."""
    await karen.says("new gathering")
    for answer in (name, when, place):
        await karen.says(answer)
    await karen.presses(how)
    assert karen.last().letter.mark.text_id == "gathering-planned"
    return karen.last().text.split("planned: ")[1][:6]


def shown_there(town: BroadTown) -> dict[str, str]:
    """What stands on the server's board: by name, where."""
    return {one.name: one.where for one in town.others["discord"].events.values()}


async def known_by_a_code(town: BroadTown, name: str, language: str = "en") -> Person:
    """A receiver who asked to talk and took it back, and the code coordinators know them by."""
    person = await town.receiver(name, language)
    await asks_to_talk(person)
    code = next(s.letter.mark.about for s in reversed(person.seen()) if s.letter.mark.about)
    await person.says("cancel" if language == "en" else "annuller")
    person.heard()
    return Person(person, code)


async def plans_group(
    karen: Townsperson, who: str, when: str = "Thursday at 19, 90 minutes"
) -> str:
    """A coordinator plans a group of these; its code."""
    await karen.says("new gathering")
    await karen.presses("gathering-group")
    for answer in ("Thursday group", when, who):
        await karen.says(answer)
    await karen.presses("confirm-yes")
    told = next(s for s in reversed(karen.seen())
                if s.letter.mark.text_id == "gathering-group-planned")  # fmt: skip
    return told.text.split("The group is ")[1][:6]


def in_threads(town: BroadTown) -> list[list[str]]:
    """Who is in each thread that was opened."""
    return [sorted(people) for people in town.others["discord"].groups.values()]


async def group_of_one(town: Town, hours: int = 3, *, answers: bool = True) -> Townsperson:
    """A group that begins so soon, wherever people write; the only one asked has said yes.

    `answers`: whether she has; if not, she may not even have been asked, as it is night.
    """
    rosa = await town.receiver("rosa")

    def planned(db: Transaction) -> None:
        known = people.recognise(db, rosa.address)
        assert known is not None
        gathering = Gathering(
            id=GatheringId(db.new_id()),
            programme=town.programme.name,
            kind=Kind.GROUP,
            name="Thursday group",
            begins_at=town.now + timedelta(hours=hours),
            minutes=90,
            made_at=town.now,
        )
        awake = free([known.id], gathering.begins_at, db, town.now)
        somebody = PersonId("somebody else")
        plan = group.plan(gathering, [known.id], somebody, awake, town.now)
        carry_out(plan, town.desk, db, town.now)

    await town.database.run_caused("a group", planned)
    await town.settle()
    if answers:
        await rosa.presses("gathering-yes")
    return rosa


async def two(town: BroadTown) -> tuple[Person, Person]:
    """Rosa and Ali, both on Discord, and both known to coordinators by a code."""
    return (
        await known_by_a_code(town, "rosa@discord"),
        await known_by_a_code(town, "ali@discord"),
    )


async def it_begins(town: BroadTown) -> None:
    """Time passes until Thursday at seven."""
    await town.later(seconds=UNTIL_IT_BEGINS.total_seconds())


async def answers(town: BroadTown) -> list[str]:
    """What those who were asked have said, in order."""
    said = sa.select(tables.gathering_guests.c.answer)
    return sorted(await town.database.read(lambda db: list(db.execute(said).scalars())))
