"""What gatherings are to come: for everybody those open to everybody, for coordinators all."""

from collections.abc import Sequence

from bot.conversation import access
from bot.conversation.commands import Command, Role
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.gathering import Gathering, Kind
from bot.texts.calendars import Entry, calendar_file, title
from storage import gatherings
from storage.database import Transaction

router = Router()

GATHERINGS = Command(
    name="gatherings", words=("gatherings", "træf"), for_coordinators="all-gatherings"
)
ALL = Command(
    name="all-gatherings", words=("all gatherings", "alle træf"), who=Role.COORDINATOR,
    for_others="gatherings", hidden=True,
)  # fmt: skip
SHOWN = 10  # at most; nobody reads more at once
FILE = "gatherings.ics"


@router.command(GATHERINGS)
def open_to_all(turn: Turn, db: Transaction) -> Decision:
    """When, for how long and where; and a file for one's own calendar."""
    found = gatherings.to_come(db, turn.programme.name, Kind.OPEN)[:SHOWN]
    if not found:
        return turn.answer("gatherings-none")
    said = _listed(found, turn)
    written = calendar_file(*(_entry(one, turn) for one in found))
    return said + turn.hand_over("gatherings-file", written, FILE)


@router.command(ALL)
def all_to_come(turn: Turn, db: Transaction) -> Decision:
    """For coordinators: all of them, with the codes by which they are changed."""
    access.coordinator(turn)
    found = gatherings.to_come(db, turn.programme.name)
    return _listed(found[:SHOWN], turn) if found else turn.answer("gatherings-none")


def _listed(found: Sequence[Gathering], turn: Turn) -> Decision:
    said = turn.answer("gatherings", count=len(found))
    for one in found:
        said += turn.answer(
            "gathering-row",
            gathering=one.name,
            zoned=one.begins_at,
            minutes=one.minutes,
            place=one.where,
            called=one.code if turn.person.is_coordinator else "",
        )
    return said


def _entry(one: Gathering, turn: Turn) -> Entry:
    return Entry(
        of=f"{one.id} {turn.person.id}",
        title=title("gathering", turn.person.language),
        begins=one.begins_at,
        ends=one.ends_at,
        told_at=turn.now,
        sequence=one.changes - 1,
        where=one.where,
    )
